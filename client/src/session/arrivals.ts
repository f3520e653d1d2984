import type { BoardView, CardId, CardView, MemberId } from '@jointly/board'
import { createStore } from './store.ts'

/** How long a card that came while one was here is called new. */
export const NEW_FOR_MS = 2 * 60_000

/** Cards and comments of others that came since one sat down, with the moment at which each was first seen here. */
export type Arrivals = ReadonlyMap<CardId, number>

/** Keeps what is still new and adds what has come. `known` grows by every card seen. */
export const arrivalsAfter = (
  before: Arrivals,
  seen: { view: BoardView; known: Set<CardId>; me: MemberId; now: number },
): { arrivals: Arrivals; came: readonly CardView[] } => {
  const all = [...seen.view.cards, ...seen.view.comments]
  const came = all.filter(card => !card.gone && !seen.known.has(card.id) && card.by !== seen.me)
  for (const card of all) if (!card.gone) seen.known.add(card.id)
  const kept = [...before].filter(([id, at]) => seen.now - at < NEW_FOR_MS && seen.view.card(id) !== undefined)
  if (came.length === 0 && kept.length === before.size) return { arrivals: before, came }
  return { arrivals: new Map([...kept, ...came.map(card => [card.id, seen.now] as const)]), came }
}

/** Watches what comes to a board, from the moment on at which `begin` is called with what lies there already. */
export const watchArrivals = (me: MemberId) => {
  const store = createStore<Arrivals>(new Map())
  let known: Set<CardId> | null = null
  return {
    get: store.get,
    subscribe: store.subscribe,
    begin: (view: BoardView) => {
      known ??= new Set([...view.cards, ...view.comments].map(card => card.id))
    },
    see: (view: BoardView) => {
      if (known !== null) store.set(arrivalsAfter(store.get(), { view, known, me, now: Date.now() }).arrivals)
    },
  }
}
