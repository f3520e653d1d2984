import { closedByTime, isDue, type Process } from '@jointly/board'
import type { Rooms } from '../live/rooms.ts'

/**
 * [O23] Closes the rounds whose moment has come, on every board that is open. From that moment on the rule takes no answer
 * anyway, so being a second late gives nobody time; and a board that nobody has open is closed when it is opened next.
 */
export const closeDueRounds = async ({ rooms, clock }: { rooms: Rooms; clock: () => number }): Promise<void> => {
  const hasDue = [...rooms.minutes()].filter(({ process }) => dueIn(process, clock()).length > 0)
  for (const { document } of hasDue)
    await rooms.use(document, minutes => {
      const now = clock()
      for (const round of dueIn(minutes.process, now)) {
        const { by } = round
        const side = minutes.process.members.get(by)?.side ?? null
        minutes.append({
          ...closedByTime(round),
          ...{ seq: minutes.log.head.seq + 1, at: new Date(now).toISOString(), by, side },
        })
      }
    })
}

const dueIn = ({ rounds }: Process, now: number) => [...rounds.values()].filter(round => isDue(round, now))
