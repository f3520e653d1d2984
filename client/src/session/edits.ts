import {
  type Author,
  bringBack,
  type CardId,
  type CardKind,
  duplicateCard,
  type LinkId,
  linkCards,
  postCard,
  putAway,
  setCurrent,
  setSource,
  unlinkCards,
} from '@jointly/board'
import type * as Y from 'yjs'

/** What an edit needs: the copy to write on and who writes, or nothing where the person cannot write now. */
export type Pen = () => { readonly doc: Y.Doc; readonly author: Author } | null

export type Edits = ReturnType<typeof editsWith>

/**
 * The edits that screens name, each one step of undo. Where the person cannot write now, `pen` has said why and nothing
 * happens; what somebody may do to whose card is the screen's to offer and the server's to refuse.
 */
export const editsWith = (pen: Pen) => {
  const write = <T>(edit: (doc: Y.Doc, author: Author) => T): T | null => {
    const held = pen()
    return held === null ? null : edit(held.doc, held.author)
  }
  return {
    post: (card: { kind: CardKind; text: string; source?: string | undefined }): CardId | null =>
      write((doc, author) => postCard(doc, { ...author, ...card, source: card.source?.trim() || undefined })),
    duplicate: (id: CardId): CardId | null => write((doc, author) => duplicateCard(doc, id, author)),
    putAway: (id: CardId) => write(doc => putAway(doc, id)),
    bringBack: (id: CardId) => write(doc => bringBack(doc, id)),
    setSource: (id: CardId, source: string) => write(doc => setSource(doc, id, source)),
    setCurrent: (id: CardId, current: boolean) => write(doc => setCurrent(doc, id, current)),
    connect: (option: CardId, interest: CardId): LinkId | null =>
      write((doc, author) => linkCards(doc, { from: option, to: interest, kind: 'serves', ...author })),
    disconnect: (link: LinkId) => write(doc => unlinkCards(doc, link)),
  }
}
