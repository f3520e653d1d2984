import {
  type Answer,
  type BoardId,
  type Member,
  ROLES,
  type RoundId,
  type RoundResult,
  sideResult,
} from '@jointly/board'
import type { Rooms } from '../live/rooms.ts'
import type { Storage } from '../storage/storage.ts'

/**
 * [O3] What one member may know of a round beside the minutes: their own answer for their side while it is sealed, and once nobody
 * answers any more their own side's result, computed here, so that no other side's answer leaves the server. After the
 * release the answers are gone and the minutes say all there is.
 */
export const roundFor = async ({
  rooms,
  storage,
  board,
  member,
  id,
}: {
  rooms: Rooms
  storage: Storage
  board: BoardId
  member: Member
  id: RoundId
}): Promise<{ mine: Answer | null; own: RoundResult | null } | { refused: 'no_such' }> => {
  const process = await rooms.use({ kind: 'joint', board }, ({ minutes }) => minutes.process)
  const round = process.rounds.get(id)
  if (round === undefined) return { refused: 'no_such' }
  // Nothing of an answer is told before the disk has it; and what was closed by then has all of its answers there.
  await rooms.journal.committed()
  const [answers, seen] = await Promise.all([storage.answers(board, id), storage.seenResults(board)])
  const present = process.members.get(member.id) ?? member
  const { side } = present
  const mine = answers.find(answer => answer.member === present.id && answer.side === side)?.answer ?? null
  const isAsked = ROLES[present.role].counted && side !== null && (round.of === null || round.of === side)
  // Released or cancelled while they were read, they are gone.
  const isClosed = round.state.is === 'closed' && answers.length === round.answered.size
  return { mine, own: isAsked && isClosed ? sideResult({ rounds: process.rounds, round, side, answers, seen }) : null }
}
