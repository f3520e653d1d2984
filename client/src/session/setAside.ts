import { type Author, deedsBetween, postCard } from '@jointly/board'
import * as Y from 'yjs'
import type { Composed } from './edits.ts'
import { type Unsent, unsentDeed } from './unsent.ts'

/** A card that was being composed when its step closed, as it lies in the tray: sent later it is that card, whole. */
export const setAside = (doc: Y.Doc, author: Author, { source, ...card }: Composed): Unsent[] => {
  const posted = new Y.Doc()
  Y.applyUpdate(posted, Y.encodeStateAsUpdate(doc))
  postCard(posted, { ...author, ...card, source: source?.trim() || undefined })
  return deedsBetween(doc, posted).map(deed => unsentDeed(deed, 'stage_only', [posted]))
}
