import { movesOf, OPENING, type Process, processOf } from '@jointly/board'
import type * as Y from 'yjs'
import { createStore, type Readable } from './store.ts'

/**
 * The process as the minutes say, live. The server only ever appends, so each new entry is folded on top of what was
 * there; should a copy ever come with fewer entries (a document that began anew), it is folded from the start.
 */
export const watchMinutes = (doc: Y.Doc): Readable<Process> & { readonly stop: () => void } => {
  const moves = movesOf(doc)
  let folded = 0
  const fold = (from: Process): Process => {
    const entries = moves.slice(folded)
    folded = moves.length
    return processOf(entries, from)
  }
  const store = createStore(fold(OPENING))
  const update = () => {
    if (moves.length < folded) {
      folded = 0
      store.set(fold(OPENING))
    } else if (moves.length > folded) store.set(fold(store.get()))
  }
  moves.observe(update)
  return { get: store.get, subscribe: store.subscribe, stop: () => moves.unobserve(update) }
}
