import * as Y from 'yjs'

/**
 * [D11] A copy keeps its marks as they came. Yjs deletes formatting marks that have become redundant, on every copy that
 * hears of formatting, and so in words that are not its member's to change: the gate drops such a deletion, a later edit may
 * lean on the mark, and that copy would show other marks than everybody else until the next reload. The server cleans up
 * for all.
 */
export const keepMarks = (doc: Y.Doc): (() => void) => {
  const keep = (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  }
  doc.on('afterTransaction', keep)
  return () => doc.off('afterTransaction', keep)
}

/**
 * The document that a log tells, and no more: what Yjs would clean up while reading it stands in no row. `gc: false`: with
 * all that was ever written in it.
 */
export const documentOf = (log: Iterable<Uint8Array>, { gc = true }: { gc?: boolean } = {}): Y.Doc => {
  const doc = new Y.Doc({ gc })
  const stop = keepMarks(doc)
  doc.transact(() => {
    for (const bytes of log) Y.applyUpdate(doc, bytes)
  })
  stop()
  return doc
}
