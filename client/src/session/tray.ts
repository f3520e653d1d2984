import type { Copy } from './copy.ts'
import { createStore, type Store } from './store.ts'
import { collectUnsent, stillUnsent, type Unsent, type UnsentReason, unsentStorage } from './unsent.ts'

/** What this person wrote here and the server did not keep; it outlives the copy, the board and a reload. */
export type Tray = {
  readonly unsent: Store<readonly Unsent[]>
  /** Before a copy is thrown away: puts in what is not committed. */
  readonly keep: (copy: Copy, reason: UnsentReason) => void
  /** When a clean copy has come: takes out what stands there after all. */
  readonly settle: (copy: Copy) => void
}

export const openTray = (key: string): Tray => {
  const storage = unsentStorage(key)
  const unsent = createStore(storage.read())
  unsent.subscribe(() => storage.write(unsent.get()))
  return {
    unsent,
    keep: ({ doc, work }, reason) => {
      const before = unsent.get()
      const found = collectUnsent(doc, work.waiting, reason).filter(entry => before.every(({ id }) => id !== entry.id))
      if (found.length > 0) unsent.set([...before, ...found])
    },
    settle: ({ doc }) => unsent.set(stillUnsent(unsent.get(), doc)),
  }
}
