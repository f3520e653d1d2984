import { type AgreementVersion, sidesUnsigned, TENTATIVE } from '../agreement/agreement.ts'
import { clausesOf, leftOut } from '../agreement/clauses.ts'
import { agreedVersion, isEdited, latestVersion } from '../agreement/decide.ts'
import { writtenNow } from '../agreement/text.ts'
import type { Move } from '../moves.ts'
import type { Process } from '../process.ts'
import type { BoardView } from '../view.ts'
import { clauseHistory, whenAgreed } from './clauseHistory.ts'

const fixed = ({ signatures, ...version }: AgreementVersion) => ({ ...version, signatures: [...signatures.values()] })

/** A version before its signers, one that all have signed, or a text that nobody was asked to sign. */
const stateOf = (version: AgreementVersion | null) =>
  version === null ? 'draft' : version.agreedAt === null ? 'proposed' : 'agreed'

/**
 * The agreement as the report tells it: the version that all have signed, before that the one before its signers, before
 * that the text on the table. `draft` is the text on the table where it is another one by now: the signatures do not
 * belong to it. `clauses` are the lines of what is told with the cards that they serve, `history` how each came about,
 * `leftOut` the interests that none of them serves; nobody is asked what a text without such clauses leaves out. Of a version
 * that all have signed both are told as of the last signature. `versions` are all that were proposed, with who signed each.
 */
export const agreementReport = (process: Process, board: BoardView, minutes: readonly Move[]) => {
  const version = agreedVersion(process) ?? latestVersion(process)
  const { text } = writtenNow(board.agreement)
  const told = version === null ? null : fixed(version)
  const clauses = told?.clauses ?? (process.board === null ? [] : clausesOf(board.agreement.body, process.board))
  const then = version === null || version.agreedAt === null ? null : whenAgreed(minutes, version)
  const at = { clauses, board, process: then ?? process }
  return {
    note: TENTATIVE,
    state: stateOf(version),
    version: told?.version ?? null,
    hash: told?.hash ?? null,
    text: told?.text ?? text,
    signers: told?.signers ?? [],
    signatures: told?.signatures ?? [],
    /** Nobody who acts for these has signed. */
    sidesUnsigned: version === null ? [] : sidesUnsigned(version, process.sides),
    agreedAt: told?.agreedAt ?? null,
    ratifications: told?.ratifications ?? [],
    draft: version !== null && isEdited(version, board) ? text : null,
    clauses,
    history: { asOf: then?.at ?? null, clauses: clauseHistory(at) },
    leftOut: clauses.length === 0 ? [] : leftOut(at).map(({ card, suggested }) => ({ card: card.id, suggested })),
    versions: process.agreement.map(fixed),
  }
}
