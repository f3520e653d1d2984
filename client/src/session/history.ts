import type * as Y from 'yjs'
import { createStore, type Readable } from './store.ts'

/** Whether there is something to undo, and to redo. */
export type History = { readonly undo: boolean; readonly redo: boolean }

/** Follows the undo manager of one copy after the other. */
export const watchHistory = (): Readable<History> & {
  follow: (undo: Y.UndoManager) => void
  /** One step back, or forward again; false where there was none. */
  step: (way: keyof History) => boolean
  see: () => void
} => {
  const store = createStore<History>({ undo: false, redo: false }, (a, b) => a.undo === b.undo && a.redo === b.redo)
  let followed: Y.UndoManager | null = null
  // An item that changed nothing leaves its stack without an event, so this is also asked for.
  const see = () => {
    if (followed !== null) store.set({ undo: followed.canUndo(), redo: followed.canRedo() })
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    see,
    step: way => {
      const done = (followed?.[way]() ?? null) !== null
      followed?.stopCapturing()
      see()
      return done
    },
    follow: undo => {
      followed = undo
      for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) undo.on(event, see)
      see()
    },
  }
}
