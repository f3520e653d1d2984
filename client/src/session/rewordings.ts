import type { BoardView, CardId, MemberId } from '@jointly/board'
import type { Readable } from './store.ts'
import { createStore } from './store.ts'

/** Who changed a card's words beside its author, by card. Derived by the server from its log: no screen guesses it. */
export type Rewordings = ReadonlyMap<CardId, readonly MemberId[]>

const QUIET_MS = 1_000
/** How long after no answer it is asked again: what others reworded while one was away is news at return. */
const AGAIN_MS = 5_000

/**
 * Keeps the rewordings in step with the words: asks one quiet second after any card's text changed, until there is an
 * answer; meanwhile what was known stays.
 */
export const watchRewordings = (
  view: Readable<BoardView>,
  ask: () => Promise<Rewordings>,
): Readable<Rewordings> & { readonly stop: () => void } => {
  const store = createStore<Rewordings>(new Map())
  let texts = new Map<CardId, string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const refreshIn = (ms: number) => {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(refresh, ms)
  }
  const refresh = () =>
    ask().then(
      found => store.set(found),
      () => refreshIn(AGAIN_MS),
    )
  const stop = view.subscribe(() => {
    const now = new Map(view.get().cards.map(card => [card.id, card.text]))
    const changed = [...now].some(([id, text]) => texts.get(id) !== text)
    texts = now
    if (changed) refreshIn(QUIET_MS)
  })
  return {
    get: store.get,
    subscribe: store.subscribe,
    stop: () => {
      isOver = true
      stop()
      clearTimeout(timer)
    },
  }
}
