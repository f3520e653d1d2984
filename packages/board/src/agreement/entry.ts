import { actsFor, type Member } from '../people.ts'
import type { Process } from '../process.ts'
import type { BoardView } from '../view.ts'
import type { AgreementEntry, AgreementRequest } from './agreement.ts'
import { clausesOf } from './clauses.ts'
import { agreedVersion, latestVersion, signersOf } from './decide.ts'
import { writtenNow } from './text.ts'

/**
 * [G1] [G9] [G10] [G12] What the minutes keep of a move about the agreement that was let through: a proposal fixes the text of
 * that moment, a signature the seat.
 */
export const agreementEntry = (
  request: AgreementRequest,
  { process, board, member }: { process: Process; board: BoardView; member: Member },
): AgreementEntry => {
  switch (request.type) {
    case 'agreement.propose': {
      const version = (latestVersion(process)?.version ?? 0) + 1
      return {
        type: request.type,
        version,
        ...writtenNow(board.agreement),
        clauses: process.board === null ? [] : clausesOf(board.agreement.body, process.board),
        signers: signersOf(process, request.signers),
      }
    }
    case 'agreement.sign':
      return { ...request, role: member.role, acts: acts(member, process) }
    case 'agreement.withdraw':
      return request
    case 'ratification.record':
      // `decide` lets none through before all have signed a version.
      return { ...request, version: agreedVersion(process)?.version ?? 0 }
  }
}

const acts = (member: Member, { members }: Process): boolean =>
  member.side !== null && actsFor(member, member.side, members.values())
