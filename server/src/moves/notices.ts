import type { BoardId, Member } from '@jointly/board'
import type { Rooms } from '../live/rooms.ts'
import type { Change } from '../storage/storage.ts'

/**
 * Changes a member, and tells the minutes of the team's boards what became of them, in one transaction: a server that dies
 * between the two would count somebody who is gone, or not know who is speaking.
 */
export const recordMember = async ({
  rooms,
  clock,
  boards,
  by,
  member,
  changes,
}: {
  rooms: Rooms
  clock: () => number
  boards: readonly BoardId[]
  by: Member
  member: Member
  changes: readonly Change[]
}): Promise<void> => {
  const documents = boards.map(board => ({ kind: 'minutes', board }) as const)
  await rooms.useAll(documents, allMinutes => {
    rooms.journal.change(...changes)
    for (const minutes of allMinutes)
      minutes.append({
        seq: minutes.head.seq + 1,
        at: new Date(clock()).toISOString(),
        by: by.id,
        side: by.side,
        type: 'member.changed',
        member,
      })
  })
  await rooms.journal.committed()
}
