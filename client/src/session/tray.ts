import type { BoardId, MemberId } from '@jointly/board'
import type * as Y from 'yjs'
import { createStore, type Store } from './store.ts'
import { collectUnsent, stillUnsent, type Unsent, type UnsentReason, unsentStorage } from './unsent.ts'

/** What this person wrote here and the server did not keep; it outlives the copy, the board and a reload. */
export type Tray = {
  readonly unsent: Store<readonly Unsent[]>
  /** Before a copy is thrown away: puts in what is not committed. */
  readonly keep: (copy: { doc: Y.Doc; work: { waiting: readonly string[] } }, reason: UnsentReason) => void
  /** When a clean copy has come: takes out what stands there after all. */
  readonly settle: (copy: { doc: Y.Doc }) => void
}

export const openTray = ({ board, member }: { board: BoardId; member: MemberId }): Tray => {
  const storage = unsentStorage(`jointly.unsent.${board}.${member}`)
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
