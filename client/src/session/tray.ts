import { documentName, type MemberId } from '@jointly/board'
import type * as Y from 'yjs'
import type { Place } from './place.ts'
import { createStore, type Store } from './store.ts'
import { collectUnsent, stillUnsent, type Unsent, type UnsentReason, unsentStorage } from './unsent.ts'
import { wordStoreOf } from './wordStore.ts'

/** What this person did here and the server did not keep; it outlives the copy, the board and, at the table, a reload. */
export type Tray = {
  readonly unsent: Store<readonly Unsent[]>
  readonly put: (entries: readonly Unsent[]) => void
  readonly take: (entry: Unsent) => void
  /**
   * Before a copy is thrown away: the words in it that are not committed, held out of sight until they have been done again.
   * A page that ends in between finds them in its tray.
   */
  readonly hold: (copy: { doc: Y.Doc; work: { waiting: readonly string[] } }, reason: UnsentReason) => void
  /** They have been done again, or lie in the tray piece by piece. */
  readonly release: () => void
  /** No clean copy will come: what is held is shown. */
  readonly show: () => void
  /** When a clean copy has come: takes out what stands there after all. */
  readonly settle: (clean: Y.Doc) => void
}

export const openTray = (
  { document, member }: { document: Place['document']; member: MemberId },
  storage = wordStoreOf(document),
): Tray => {
  const whose = document.kind === 'joint' ? document.board : documentName(document)
  const shown = unsentStorage(`jointly.unsent.${whose}.${member}`, storage)
  const held = unsentStorage(`jointly.held.${whose}.${member}`, storage)
  const unsent = createStore<readonly Unsent[]>(shown.read())
  unsent.subscribe(() => shown.write(unsent.get()))
  const put = (entries: readonly Unsent[]) => {
    const known = new Set(unsent.get().map(({ id }) => id))
    const fresh = entries.filter(({ id }, i) => !known.has(id) && entries.findIndex(one => one.id === id) === i)
    if (fresh.length > 0) unsent.set([...unsent.get(), ...fresh])
  }
  const show = () => {
    put(held.read())
    held.write([])
  }
  show()
  return {
    unsent,
    put,
    take: entry => unsent.set(unsent.get().filter(({ id }) => id !== entry.id)),
    hold: ({ doc, work }, reason) => held.write([...held.read(), ...collectUnsent(doc, work.waiting, reason)]),
    release: () => held.write([]),
    show,
    settle: clean => unsent.set(stillUnsent(unsent.get(), clean)),
  }
}
