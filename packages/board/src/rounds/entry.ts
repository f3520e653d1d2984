import type { MemberId, SideId } from '../ids.ts'
import type { Member } from '../people.ts'
import type { Process } from '../process.ts'
import type { BoardView } from '../view.ts'
import { tableOf } from '../weighing/table.ts'
import { completes, releasing } from './decide.ts'
import { isQuorate } from './kinds.ts'
import { jointResult, seenResults } from './result.ts'
import type { Round, RoundEntry, RoundRequest, SealedAnswer, SeenResult } from './round.ts'
import { quorumNow, subjectNow } from './subject.ts'

/** What the server alone holds of a board's rounds: the sealed answers of one, and what sides have seen of those before. */
export type Sealed = { readonly answers: readonly SealedAnswer[]; readonly seen: readonly SeenResult[] }

/** The closed round of which sides have seen their own result, and which this move ends; null where it does nothing of the kind. */
const endedBy = (request: { readonly type: string }, process: Process, side: SideId | null): Round | null => {
  if (request.type !== 'round.release' && request.type !== 'round.cancel') return null
  const round = process.rounds.get((request as Extract<RoundRequest, { type: 'round.release' }>).round)
  if (round?.state.is !== 'closed') return null
  return request.type === 'round.cancel' || completes(process, round, side) ? round : null
}

/** Whether a move that was let through needs the sealed answers: the one that ends a closed round does. */
export const unseals = (request: { readonly type: string }, process: Process, side: SideId | null): boolean =>
  endedBy(request, process, side) !== null

/**
 * By side that was asked, whether more than its means is shown: of a side that advises, which releases nothing itself, all that
 * the round said at its opening.
 */
const spreadOf = (process: Process, round: Round, last: { side: SideId | null; spread: boolean }) => {
  const releases =
    round.state.is === 'closed' ? round.state.releases : new Map<SideId, { spread: boolean; by: MemberId }>()
  return tableOf(
    process.sides.map(({ id }) => id).filter(id => round.of === null || round.of === id),
    side =>
      !releasing(process, round).includes(side) ||
      (side === last.side ? last.spread : (releases.get(side)?.spread ?? false)),
  )
}

/** [Q18] What is kept of what the sides have seen, when a move takes the answers away. */
export const seenBefore = (
  request: { readonly type: string },
  { process, member, answers, seen }: Sealed & { process: Process; member: Pick<Member, 'side'> },
): readonly SeenResult[] => {
  const round = endedBy(request, process, member.side)
  if (round === null) return []
  // What is released with its spread stands in the minutes as its side saw it.
  const last = { side: member.side, spread: (request as { spread?: boolean }).spread === true }
  const spread = request.type === 'round.release' ? spreadOf(process, round, last) : {}
  return seenResults({ rounds: process.rounds, round, answers, seen, spread })
}

/** [N2] What the minutes keep of a move about a round that was let through. `answers` and `seen`: where the move unseals them. */
export const roundEntry = (
  request: RoundRequest,
  {
    process,
    board,
    member,
    answers,
    seen,
  }: Sealed & { process: Process; board: BoardView; member: Pick<Member, 'side'> },
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
    case 'round.hold':
    case 'round.cancel':
      return request
    case 'round.release': {
      const round = process.rounds.get(request.round)
      if (round === undefined || !completes(process, round, member.side)) return request
      const spread = spreadOf(process, round, { side: member.side, spread: request.spread === true })
      return { ...request, result: jointResult({ rounds: process.rounds, round, answers, seen, spread }) }
    }
  }
}
