import { editingPaused, inForce, type Member, mayWrite, mustAcknowledge, type Process } from '@jointly/board'
import { serverNow } from './clock.ts'
import type { Status } from './status.ts'
import { createStore, type Readable } from './store.ts'

/** Why somebody cannot write on the board now; the screen says so in these words instead of showing dead buttons. */
export type Block = 'observer' | 'not_admitted' | 'not_accepted' | 'rules' | 'paused' | 'writing_off' | 'renewing'

/** A pause is kept a little ahead here, so that a keystroke on its way does not arrive after it and come back refused. */
export const PAUSE_AHEAD_MS = 750

export const blockOf = (at: {
  process: Process
  me: Member
  now: number
  /** The side has switched off writing in its caucus. */
  writingOff: boolean
  renewing: boolean
}): Block | null => {
  if (!at.me.admitted || at.me.left) return 'not_admitted'
  if (!inForce(at.me)) return 'not_accepted'
  if (!mayWrite(at.me)) return 'observer'
  if (mustAcknowledge(at.process, at.me)) return 'rules'
  if (editingPaused(at.process, at.now + PAUSE_AHEAD_MS)) return 'paused'
  if (at.writingOff) return 'writing_off'
  return at.renewing ? 'renewing' : null
}

/** Follows process and status, and the clock where a pause is announced; `see` looks again after the seat changed. */
export const watchBlock = (of: {
  process: Readable<Process>
  status: Readable<Status>
  me: () => Member
  writingOff: () => boolean
}) => {
  const store = createStore<Block | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const see = () => {
    const process = of.process.get()
    store.set(
      blockOf({
        process,
        me: of.me(),
        now: serverNow(),
        writingOff: of.writingOff(),
        renewing: of.status.get().is !== 'open',
      }),
    )
    clearTimeout(timer)
    const untilPauseMs = process.pause === null ? 0 : Date.parse(process.pause.from) - PAUSE_AHEAD_MS - serverNow()
    if (untilPauseMs > 0) timer = setTimeout(see, untilPauseMs + 10)
  }
  const unsubscribe = of.status.subscribe(see)
  return {
    get: store.get,
    subscribe: store.subscribe,
    see,
    stop: () => {
      unsubscribe()
      clearTimeout(timer)
    },
  }
}
