import type { MemberId, SideId } from '../ids.ts'
import type { Member } from '../people.ts'
import type { Process } from '../process.ts'
import type { BoardView } from '../view.ts'
import { tableOf } from '../weighing/table.ts'
import { completes } from './decide.ts'
import { isQuorate } from './kinds.ts'
import { jointResult } from './result.ts'
import type { Round, RoundEntry, RoundRequest, SealedAnswer } from './round.ts'
import { quorumNow, subjectNow } from './subject.ts'

/** Whether a move that was let through needs the sealed answers: only the release that completes a round does. */
export const unseals = (request: { readonly type: string }, process: Process, side: SideId | null): boolean => {
  if (request.type !== 'round.release') return false
  const round = process.rounds.get((request as Extract<RoundRequest, { type: 'round.release' }>).round)
  return round !== undefined && completes(process, round, side)
}

/** By side that was asked, whether it releases more than its means: those that advise release nothing themselves. */
const spreadOf = (process: Process, round: Round, last: { side: SideId | null; spread: boolean }) => {
  const releases =
    round.state.is === 'closed' ? round.state.releases : new Map<SideId, { spread: boolean; by: MemberId }>()
  return tableOf(
    process.sides.map(({ id }) => id).filter(id => round.of === null || round.of === id),
    side => (side === last.side ? last.spread : (releases.get(side)?.spread ?? false)),
  )
}

/**
 * [N2] What the minutes keep of a move about a round that was let through. `answers` are the sealed ones of the round,
 * where the move unseals them.
 */
export const roundEntry = (
  request: RoundRequest,
  {
    process,
    board,
    member,
    answers,
  }: { process: Process; board: BoardView; member: Pick<Member, 'side'>; answers: readonly SealedAnswer[] },
): RoundEntry => {
  switch (request.type) {
    case 'round.open':
      return {
        ...request,
        subject: subjectNow({ board, process }, request),
        ...(isQuorate(request.kind) && { quorum: quorumNow(process, request.quorum) }),
      }
    case 'round.submit':
      return { type: request.type, round: request.round }
    case 'round.close':
    case 'round.cancel':
      return request
    case 'round.release': {
      const round = process.rounds.get(request.round)
      if (round === undefined || !completes(process, round, member.side)) return request
      const spread = spreadOf(process, round, { side: member.side, spread: request.spread === true })
      return { ...request, result: jointResult({ rounds: process.rounds, round, answers, spread }) }
    }
  }
}
