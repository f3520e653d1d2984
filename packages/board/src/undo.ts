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
      deleteFilter: item => !isVital(doc, item) && !holdsWords(item) && keep(item),
      captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
    },
  )

/**
 * What a card or a mark cannot be without. Where two people moved it at once, Yjs takes back its own writer's place and finds that
 * it cannot put the one before it back: the card would stand nowhere. Kept, it is overwritten by what undo does put back.
 */
const isVital = (doc: Y.Doc, { parent, parentSub }: Y.Item): boolean =>
  parent instanceof Y.Map &&
  parentSub !== null &&
  (VITAL.card.has(parentSub) || (VITAL.mark.has(parentSub) && parent._item?.parent === marksOf(doc)))

const VITAL = { card: new Set(['pos', 'order']), mark: new Set(['size', 'title']) }

/**
 * A paragraph, a heading, a list that undo would take away with what is still in it. Undo has deleted its own words by
 * then, from the inside out, so what is left is somebody else's (an editor's own undo protects paragraphs only).
 */
const holdsWords = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentType &&
  (content.type instanceof Y.XmlFragment || content.type instanceof Y.Text) &&
  content.type._length > 0
