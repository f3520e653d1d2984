import type { BoardView, CardId, MemberId } from '@jointly/board'
import type { Readable } from './store.ts'
import { createStore } from './store.ts'

/** Who changed a card's words beside its author, by card. Derived by the server from its log: no screen guesses it. */
export type Rewordings = ReadonlyMap<CardId, readonly MemberId[]>

const QUIET_MS = 1_000

/**
 * Keeps the rewordings in step with the words: asks again one quiet second after any card's text changed. Without an
 * answer what was known stays.
 */
export const watchRewordings = (
  view: Readable<BoardView>,
  ask: () => Promise<Rewordings>,
): Readable<Rewordings> & { readonly stop: () => void } => {
  const store = createStore<Rewordings>(new Map())
  let texts = new Map<CardId, string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = () =>
    ask().then(
      found => store.set(found),
      () => {}, // asked again with the next change
    )
  const stop = view.subscribe(() => {
    const now = new Map(view.get().cards.map(card => [card.id, card.text]))
    const changed = [...now].some(([id, text]) => texts.get(id) !== text)
    texts = now
    if (!changed) return
    clearTimeout(timer)
    timer = setTimeout(refresh, QUIET_MS)
  })
  return {
    get: store.get,
    subscribe: store.subscribe,
    stop: () => {
      stop()
      clearTimeout(timer)
    },
  }
}
