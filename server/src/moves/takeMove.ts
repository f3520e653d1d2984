import {
  type AgreementRequest,
  agreementEntry,
  type BoardId,
  type BoardView,
  decide,
  linkEntry,
  type Member,
  type Move,
  type MoveRefusal,
  type MoveRequest,
  type Process,
  type RoundEntry,
  roundEntry,
  type Sealed,
  seenBefore,
  unseals,
} from '@jointly/board'
import type { Room } from '../live/room.ts'
import type { Rooms } from '../live/rooms.ts'
import type { Change, Storage } from '../storage/storage.ts'
import { completedBy, eraseCards } from './eraseCards.ts'

type Asked = {
  readonly rooms: Rooms
  readonly storage: Storage
  readonly clock: () => number
  readonly board: BoardId
  readonly member: Member
  readonly request: MoveRequest
}
type Outcome = { readonly move: Move } | { readonly refused: MoveRefusal }

/**
 * Takes a move: the pure rule is asked over the minutes and the board as they are accepted now, and what it lets through is
 * appended in the same synchronous step, so nothing can come between. It goes through the journal behind everything the
 * rule saw; the reply waits for the commit.
 *
 * What ends a closed round, the release that completes it or its cancellation, needs the sealed answers, and storage answers
 * later. So it is asked twice: the first time sees that the round is closed, from when on no answer comes or changes; once
 * everything before that is committed they are read; the second time decides anew, and appends.
 */
export const takeMove = async (asked: Asked): Promise<Outcome> => {
  const { rooms, storage, board, request } = asked
  let outcome = await attempt(asked, null)
  if (outcome === 'sealed' && isRoundRequest(request)) {
    await rooms.journal.committed()
    const [answers, seen] = await Promise.all([storage.answers(board, request.round), storage.seenResults(board)])
    outcome = await attempt(asked, { answers, seen })
  }
  if (outcome === 'sealed') throw new Error('answers were read and are sealed')
  if ('move' in outcome) {
    await rooms.journal.committed()
    if (endsRound(outcome.move)) await rooms.tidy()
    if (request.type === 'caucus.end') rooms.endGuests({ board, side: request.side })
  }
  return outcome
}

const attempt = async (asked: Asked, sealed: Sealed | null): Promise<Outcome | 'sealed'> =>
  await asked.rooms.use({ kind: 'joint', board: asked.board }, (joint): Outcome | 'sealed' | Promise<Outcome> => {
    const { rooms, board, request } = asked
    const judged = judge(asked, joint, sealed)
    if (judged === 'sealed' || 'refused' in judged) return judged
    const { move, entry, present, seen } = judged
    if (completedBy(move, joint.minutes.process) !== null) return erased(asked, joint)
    rooms.journal.change(...answersChanged(board, present, request, entry))
    for (const one of seen) rooms.journal.change({ put: 'seen-result', board, seen: one })
    joint.minutes.append(move)
    return { move }
  })

/** What the rule says now, and the move as it would stand in the minutes; nothing is appended yet. */
const judge = ({ clock, member, request }: Asked, { minutes, board, log }: Room, sealed: Sealed | null) => {
  const { process } = minutes
  const now = clock()
  // The door looked before the board was loaded: as the minutes have it, they may have another part, or none, by now.
  const present = process.members.get(member.id) ?? member
  const decision = decide({ process, board, member: present, move: request, now })
  if ('refused' in decision) return decision
  if (sealed === null && unseals(request, process, present.side)) return 'sealed'
  const at = { process, board, member: present, ...(sealed ?? NOTHING_SEALED) }
  const entry = entryOf(request, at)
  const move: Move = {
    ...entry,
    seq: minutes.log.head.seq + 1,
    at: new Date(now).toISOString(),
    by: present.id,
    side: present.side,
    seen: { seq: log.head.seq, hash: log.head.hash },
  }
  return { move, entry, present, seen: seenBefore(request, at) }
}

const NOTHING_SEALED: Sealed = { answers: [], seen: [] }

/** The last yes to an erasure takes the content with it; the rule is asked again once nothing more is written. */
const erased = async (asked: Asked, joint: Room): Promise<Outcome> => {
  let refusal: { readonly refused: MoveRefusal } | null = null
  const move = await eraseCards({
    rooms: asked.rooms,
    joint,
    decide: () => {
      const judged = judge(asked, joint, null)
      if (judged !== 'sealed' && 'move' in judged) return judged.move
      refusal = judged === 'sealed' ? null : judged
      return null
    },
  })
  // Where the board was dropped meanwhile, it is asked anew of the one that was loaded since.
  return move !== null ? { move } : (refusal ?? takeMove(asked))
}

const isRoundRequest = (request: MoveRequest): request is Extract<MoveRequest, { round: unknown }> => 'round' in request

const isAboutAgreement = (request: MoveRequest): request is AgreementRequest =>
  request.type.startsWith('agreement.') || request.type === 'ratification.record'

const entryOf = (request: MoveRequest, at: Sealed & { process: Process; board: BoardView; member: Member }) => {
  if (isRoundRequest(request)) return roundEntry(request, at)
  if (request.type === 'link.confirm') return linkEntry(request, at.board)
  return isAboutAgreement(request) ? agreementEntry(request, at) : request
}

/** What becomes of the sealed answers, in the very commit of the move: one is put there, or all of them end. */
const answersChanged = (
  board: BoardId,
  { id, side }: Member,
  request: MoveRequest,
  entry: { readonly type: string },
): readonly Change[] => {
  if (request.type === 'round.submit' && side !== null)
    return [{ put: 'answer', answer: { board, round: request.round, member: id, side, answer: request.answer } }]
  return endsRound(entry) ? [{ drop: 'answers', board, round: entry.round }] : []
}

const endsRound = (entry: { readonly type: string }): entry is Extract<RoundEntry, { type: 'round.cancel' }> =>
  entry.type === 'round.cancel' || (entry.type === 'round.release' && 'result' in entry)
