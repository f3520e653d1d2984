import type { BoardId, Member } from '@jointly/board'
import type { Rooms } from '../live/rooms.ts'
import type { Change } from '../storage/storage.ts'

/**
 * Changes members, and tells the minutes of the team's boards what became of them, in one transaction: a server that dies
 * between the two would count somebody who is gone, or not know who is speaking.
 */
export const recordMembers = async ({
  rooms,
  clock,
  boards,
  by,
  members,
  changes,
}: {
  rooms: Rooms
  clock: () => number
  boards: readonly BoardId[]
  by: Member
  members: readonly Member[]
  changes: readonly Change[]
}): Promise<void> => {
  const documents = boards.map(board => ({ kind: 'minutes', board }) as const)
  await rooms.useAll(documents, allMinutes => {
    rooms.journal.change(...changes)
    const at = new Date(clock()).toISOString()
    for (const minutes of allMinutes)
      for (const member of members)
        minutes.append({ seq: minutes.log.head.seq + 1, at, by: by.id, side: by.side, type: 'member.changed', member })
  })
  await rooms.journal.committed()
}
