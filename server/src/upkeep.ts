import type { Logger } from 'pino'
import { dropUnnamedImages } from './images/unnamed.ts'
import type { Rooms } from './live/rooms.ts'
import { closeDueRounds } from './moves/closeRounds.ts'
import type { Storage } from './storage/storage.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
/** A backup is through in seconds; meanwhile each try finds out without writing anything. */
const TIDY_AGAIN_MS = 2 * SECOND_MS
const DAY_MS = 24 * 3600 * SECOND_MS

type Kept = {
  readonly rooms: Rooms
  readonly storage: Storage
  readonly clock: () => number
  readonly log: Logger
  /** How often every socket hears something. */
  readonly heartbeatMs: number
}

type Upkeep = {
  readonly stop: () => Promise<void>
  /** What was erased could not be taken out of the files: it is tried again until it is done. */
  readonly tidySoon: (why: unknown) => void
}

/**
 * What the server does by the clock as long as it runs: speaks to every socket, ends what has expired, closes rounds whose
 * moment has come, tidies what could not be tidied, and once a day forgets what is of no use. `stop` ends it, and resolves when nothing of it is under way.
 */
export const upkeep = ({ rooms, storage, clock, log, heartbeatMs }: Kept): Upkeep => {
  const beat = () => {
    for (const connection of [...rooms.connections()]) connection.heartbeat()
  }
  const endDue = () => {
    rooms.endExpired(clock())
    closeDueRounds({ rooms, clock }).catch(error => log.error({ err: error }, 'a round was not closed at its time'))
  }
  let forgetting: Promise<void> = Promise.resolve()
  const forget = () => {
    const before = new Date(clock()).toISOString()
    forgetting = storage
      .commit({ changes: [{ drop: 'expired-sessions', before }] })
      .then(() => dropUnnamedImages(storage, clock))
      .catch(error => log.error({ err: error }, 'expired sessions, or pictures of no card, were kept'))
  }
  forget()
  let again: NodeJS.Timeout | null = null
  const tidySoon = (error: unknown) => {
    // Once, and not at each try of a long backup.
    if (again === null) log.error({ err: error }, 'what was erased still lies in the files; it is tried again')
    else clearTimeout(again)
    again = setTimeout(tidy, TIDY_AGAIN_MS)
  }
  const tidy = () => {
    storage.tidy({ ifLeft: true }).then(() => {
      if (again !== null) clearTimeout(again)
      again = null
    }, tidySoon)
  }
  const timers = [
    setInterval(beat, heartbeatMs),
    setInterval(endDue, SECOND_MS),
    setInterval(tidy, MINUTE_MS),
    setInterval(forget, DAY_MS),
  ]
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer)
      if (again !== null) clearTimeout(again)
      return forgetting
    },
    tidySoon,
  }
}
