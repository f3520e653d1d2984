import * as Y from 'yjs'
import { EDIT } from './edit.ts'
import { cardsOf, jointTextOf, linksOf, marksOf } from './schema.ts'

/**
 * [D5] One undo order over all of a board's cards, links and texts, of one person's own acts only: it tracks the origins
 * of local edits (`EDIT`, and those of the editors named in `origins`), never what comes from the network, nor a `POST`.
 * `keep` protects nodes that an editor's own undo would protect.
 */
export const undoManagerFor = (
  doc: Y.Doc,
  { origins = [], keep = () => true }: { origins?: readonly unknown[]; keep?: (item: Y.Item) => boolean } = {},
): Y.UndoManager =>
  new Y.UndoManager(
    [cardsOf(doc), linksOf(doc), marksOf(doc), jointTextOf(doc, 'issue'), jointTextOf(doc, 'agreement')],
    {
      trackedOrigins: new Set([EDIT, ...origins]),
      deleteFilter: keep,
      captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
    },
  )
