import type { Logger } from 'pino'
import { dropUnnamedImages } from './images/unnamed.ts'
import type { Rooms } from './live/rooms.ts'
import { closeDueRounds } from './moves/closeRounds.ts'
import type { Storage } from './storage/storage.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 3600 * SECOND_MS

type Kept = {
  readonly rooms: Rooms
  readonly storage: Storage
  readonly clock: () => number
  readonly log: Logger
  /** How often every socket hears something. */
  readonly heartbeatMs: number
}

/**
 * What the server does by the clock as long as it runs: speaks to every socket, ends what has expired, closes rounds whose
 * moment has come, tidies what could not be tidied, and once a day forgets what is of no use. `stop` ends it, and resolves when nothing of it is under way.
 */
export const upkeep = ({ rooms, storage, clock, log, heartbeatMs }: Kept): { readonly stop: () => Promise<void> } => {
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
  const tidy = () => {
    storage.tidy({ ifLeft: true }).catch(error => log.error({ err: error }, 'what was erased still lies in the files'))
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
      return forgetting
    },
  }
}
