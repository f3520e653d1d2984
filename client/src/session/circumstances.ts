import { type Circumstances, circumstances, type Process } from '@jointly/board'
import { serverNow } from './clock.ts'
import { createStore, type Readable } from './store.ts'

/** What acts are judged in now, as minutes and clock go on: a stage that was opened alone binds from its announced moment. */
export const watchCircumstances = (process: Readable<Process>): Readable<Circumstances> & { stop: () => void } => {
  const store = createStore(circumstances(process.get(), serverNow()), sameCircumstances)
  let timer: ReturnType<typeof setTimeout> | undefined
  const see = () => {
    const { stage } = process.get()
    store.set(circumstances(process.get(), serverNow()))
    clearTimeout(timer)
    const untilClosedMs = stage.only ? Date.parse(stage.from) - serverNow() : 0
    if (untilClosedMs > 0) timer = setTimeout(see, untilClosedMs + 10)
  }
  const unsubscribe = process.subscribe(see)
  see()
  return {
    get: store.get,
    subscribe: store.subscribe,
    stop: () => {
      unsubscribe()
      clearTimeout(timer)
    },
  }
}

const idsOf = (late: Circumstances['late'] = new Map()) => [...late.keys()].join()

const sameCircumstances = (a: Circumstances, b: Circumstances): boolean =>
  a.locked === b.locked &&
  a.only === b.only &&
  a.bound === b.bound &&
  idsOf(a.late) === idsOf(b.late) &&
  a.erased?.size === b.erased?.size
