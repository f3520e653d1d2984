import { type BoardId, decide, type Member, type Move, type MoveRefusal, type MoveRequest } from '@jointly/board'
import type { Rooms } from '../live/rooms.ts'

/**
 * Takes a move: the pure rule is asked over the minutes and the board as they are accepted now, and what it lets through is
 * appended in the same synchronous step, so nothing can come between. It goes through the journal behind everything the
 * rule saw; the reply waits for the commit.
 */
export const takeMove = async ({
  rooms,
  clock,
  board,
  member,
  request,
}: {
  rooms: Rooms
  clock: () => number
  board: BoardId
  member: Member
  request: MoveRequest
}): Promise<{ move: Move } | { refused: MoveRefusal }> => {
  const outcome = await rooms.use({ kind: 'joint', board }, joint => {
    const { minutes } = joint
    // The door looked before the board was loaded: as the minutes have it, they may have another part, or none, by now.
    const present = minutes.process.members.get(member.id) ?? member
    const decision = decide({ process: minutes.process, board: joint.board, member: present, move: request })
    if ('refused' in decision) return decision
    const move: Move = {
      ...decision.taken,
      seq: minutes.head.seq + 1,
      at: new Date(clock()).toISOString(),
      by: present.id,
      side: present.side,
      ...(isAboutContent(request) && { seen: { seq: joint.head.seq, hash: joint.head.hash } }),
    }
    minutes.append(move)
    return { move }
  })
  if ('move' in outcome) await rooms.journal.committed()
  return outcome
}

const isAboutContent = ({ type }: MoveRequest) => type.startsWith('interest.') || type === 'link.confirm'
