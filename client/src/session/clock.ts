import { createStore, type Readable } from './store.ts'

/** Below this the reader's clock is taken as right: a `Date` header has whole seconds and took its time to come. */
const NOTICEABLE_MS = 2_000

let offsetMs = 0

/** The server's time as this page knows it: a pause or a timer must not start early on a phone whose clock is wrong. */
export const serverNow = (): number => Date.now() + offsetMs

/** A board waits for the answer, so it does not wait long. */
const ASK_MS = 3_000

/** Asks the server what time it is, once. Without an answer in time the reader's own clock holds. */
export const learnServerTime = async (): Promise<void> => {
  const asked = Date.now()
  const date = await fetch('/healthz', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(ASK_MS) }).then(
    reply => reply.headers.get('date'),
    () => null,
  )
  if (date === null) return
  const travelMs = (Date.now() - asked) / 2
  const found = Date.parse(date) + travelMs - Date.now()
  if (Math.abs(found) > NOTICEABLE_MS) offsetMs = found
}

/** The server's time, each second while somebody looks. */
export const seconds: Readable<number> = (() => {
  const store = createStore(serverNow())
  let timer: ReturnType<typeof setInterval> | undefined
  let watching = 0
  return {
    get: store.get,
    subscribe: listener => {
      const stop = store.subscribe(listener)
      if (watching++ === 0) timer = setInterval(() => store.set(serverNow()), 1_000)
      store.set(serverNow())
      return () => {
        stop()
        if (--watching === 0) clearInterval(timer)
      }
    },
  }
})()
