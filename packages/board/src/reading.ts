import type * as Y from 'yjs'

/**
 * [D11] A copy that is only read keeps its marks as they came. Yjs deletes formatting marks that have become redundant, on
 * every copy that hears of formatting; what a reader's copy deletes nobody else does, and a later edit may lean on it: the
 * reader would see other marks than everybody else until the next reload. Those who write clean up for all.
 */
export const keepMarks = (doc: Y.Doc): void => {
  doc.on('afterTransaction', transaction => {
    transaction._needFormattingCleanup = false
  })
}
