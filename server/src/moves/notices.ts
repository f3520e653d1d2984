import type { BoardId, Member } from '@jointly/board'
import type { Rooms } from '../live/rooms.ts'

/** Tells the minutes of a team's boards what became of a member. */
export const recordMember = async ({
  rooms,
  clock,
  boards,
  by,
  member,
}: {
  rooms: Rooms
  clock: () => number
  boards: readonly BoardId[]
  by: Member
  member: Member
}): Promise<void> => {
  for (const board of boards)
    await rooms.use({ kind: 'minutes', board }, minutes =>
      minutes.append({
        seq: minutes.head.seq + 1,
        at: new Date(clock()).toISOString(),
        by: by.id,
        side: by.side,
        type: 'member.changed',
        member,
      }),
    )
  await rooms.journal.committed()
}
