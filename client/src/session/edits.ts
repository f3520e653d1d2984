import {
  type Author,
  bringBack,
  type CardId,
  type CardKind,
  type Clipping,
  drawFrame,
  drawInk,
  duplicateCard,
  EDIT,
  eraseMarks,
  groupCards,
  type Image,
  type LinkFields,
  type LinkId,
  layClipping,
  linkCards,
  type MarkId,
  type MarkPlacement,
  type NewCard,
  type NewComment,
  type NewFrame,
  type NewGroup,
  type NewInk,
  orderCards,
  type Placement,
  type Position,
  type Posted,
  placeCards,
  placeMarks,
  postCard,
  postComment,
  postTogether,
  putAway,
  putInGroup,
  type Size,
  setAlt,
  setAnchor,
  setCurrent,
  setSource,
  titleFrame,
  unlinkCards,
} from '@jointly/board'
import type * as Y from 'yjs'

/** What an edit needs: the copy to write on and who writes, or nothing where the person cannot write now. */
export type Pen = () => { readonly doc: Y.Doc; readonly author: Author } | null

/** A new card as it leaves a composer; without a place it gets the next free one of its kind. */
export type Composed = {
  readonly kind: CardKind
  readonly text: string
  readonly source?: string | undefined
  readonly image?: Image | undefined
  readonly alt?: string | undefined
  readonly pos?: Position | undefined
  readonly size?: Size | undefined
}

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
    /** Its words plain as they were typed, or with their marks and lists as they were copied. */
    post: (card: Omit<Composed, 'text'> & Pick<NewCard, 'text'>): CardId | null =>
      write((doc, author) =>
        postCard(doc, {
          ...{ ...author, ...card },
          ...{ source: card.source?.trim() || undefined, alt: card.alt?.trim() || undefined },
        }),
      ),
    /** Says something about what is there. */
    comment: (comment: Omit<NewComment, keyof Author>): CardId | null =>
      write((doc, author) => postComment(doc, { ...comment, ...author })),
    /** Cards that come together, as one step of undo. */
    postAll: (cards: readonly Composed[]): readonly CardId[] =>
      write((doc, author) => postTogether(doc, { author, cards: cards.map(card => ({ ...author, ...card })) }).cards) ??
      [],
    /** Lays what was copied around a point, as one step of undo. */
    lay: (clipping: Clipping, at: Position): Posted | null =>
      write((doc, author) => layClipping(doc, clipping, { author, at })),
    duplicate: (id: CardId): CardId | null => write((doc, author) => duplicateCard(doc, id, author)),
    putAway: (id: CardId) => write(doc => putAway(doc, id)),
    putAwayAll: (cards: readonly CardId[], marks: readonly MarkId[] = []) =>
      write(doc =>
        doc.transact(() => {
          for (const id of cards) putAway(doc, id)
          eraseMarks(doc, marks)
        }, EDIT),
      ),
    bringBack: (id: CardId) => write(doc => bringBack(doc, id)),
    setSource: (id: CardId, source: string) => write(doc => setSource(doc, id, source)),
    setAnchor: (id: CardId, anchor: string) => write(doc => setAnchor(doc, id, anchor)),
    setAlt: (id: CardId, alt: string) => write(doc => setAlt(doc, id, alt)),
    setCurrent: (id: CardId, current: boolean) => write(doc => setCurrent(doc, id, current)),
    connect: (option: CardId, interest: CardId): LinkId | null =>
      write((doc, author) => linkCards(doc, { from: option, to: interest, kind: 'serves', ...author })),
    link: (link: Pick<LinkFields, 'from' | 'to' | 'kind'>): LinkId | null =>
      write((doc, author) => linkCards(doc, { ...link, ...author })),
    /** Cards and marks take their places, as one step of undo. */
    place: (cards: readonly Placement[], marks: readonly MarkPlacement[] = []) =>
      write(doc =>
        doc.transact(() => {
          placeCards(doc, cards)
          placeMarks(doc, marks)
        }, EDIT),
      ),
    order: (ids: readonly CardId[], before: CardId | null, after: CardId | null) =>
      write(doc => orderCards(doc, ids, before, after)),
    group: (group: Omit<NewGroup, keyof Author>): CardId | null =>
      write((doc, author) => groupCards(doc, { ...group, ...author })),
    joinGroup: (cards: readonly CardId[], group: CardId) => write(doc => putInGroup(doc, cards, group)),
    /** Takes cards out of their groups, and puts groups away that are to be no more. */
    ungroup: (cards: readonly CardId[], groups: readonly CardId[]) =>
      write(doc =>
        doc.transact(() => {
          putInGroup(doc, cards, null)
          for (const id of groups) putAway(doc, id)
        }, EDIT),
      ),
    drawFrame: (frame: Omit<NewFrame, keyof Author>): MarkId | null =>
      write((doc, author) => drawFrame(doc, { ...frame, ...author })),
    draw: (ink: Omit<NewInk, keyof Author>): readonly MarkId[] =>
      write((doc, author) => drawInk(doc, { ...ink, ...author })) ?? [],
    titleFrame: (id: MarkId, title: string) => write(doc => titleFrame(doc, id, title)),
    erase: (ids: readonly MarkId[]) => write(doc => eraseMarks(doc, ids)),
    disconnect: (link: LinkId) => write(doc => unlinkCards(doc, link)),
  }
}
