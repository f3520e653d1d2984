import type * as Y from 'yjs'
import type { CardFields, LinkFields, Passage, Position, Size, Topic } from './cards.ts'
import { type CardId, LinkId, type MarkId } from './ids.ts'
import { type FrameSize, frameSize, frameTitle, type InkColour, type InkPoint, strokesOf } from './marks.ts'
import { orderBetween } from './order.ts'
import { type Author, EDIT, layLink, type NewCard, POST, postTogether } from './post.ts'
import { paragraphs, readRich } from './richtext.ts'
import { bodyOf, cardOf, type JointText, jointTextOf, linkOf, linksOf, markOf } from './schema.ts'

export { type Author, EDIT, type NewCard, POST, type Posted, type Posting, postTogether } from './post.ts'

const edit = <T>(doc: Y.Doc, change: () => T): T => doc.transact(change, EDIT)

/** [D1] Posts a card. */
export const postCard = (doc: Y.Doc, card: NewCard): CardId => {
  const { cards } = postTogether(doc, { author: card, cards: [card] })
  return cards[0] as CardId // one was given, one is made
}

export type NewComment = Author & {
  readonly about: Topic
  readonly passage?: Passage | undefined
  readonly text: string
}

/** [D80] Says something about what is there. It lies nowhere; one that ends by asking is a question. */
export const postComment = (doc: Y.Doc, comment: NewComment): CardId =>
  postCard(doc, { ...comment, kind: comment.text.trimEnd().endsWith('?') ? 'question' : 'note', pos: { x: 0, y: 0 } })

/** A copy belongs to whoever makes it; it lies a little beside the original and says the same. */
export const duplicateCard = (doc: Y.Doc, id: CardId, author: Author): CardId | null => {
  const card = cardOf(doc, id)
  const body = bodyOf(doc, id)
  if (card === undefined || body === undefined) return null
  const { kind, pos, source, anchor, image, alt } = card.toJSON() as CardFields
  return postCard(doc, {
    ...author,
    kind,
    source,
    anchor,
    image,
    alt,
    text: readRich(body),
    pos: { x: pos.x + 24, y: pos.y + 24 },
  })
}

/** [D3] Puts a card away; everything it says stays, and `bringBack` shows it again. */
export const putAway = (doc: Y.Doc, id: CardId): void => edit(doc, () => void cardOf(doc, id)?.set('gone', true))

export const bringBack = (doc: Y.Doc, id: CardId): void => edit(doc, () => cardOf(doc, id)?.delete('gone'))

export const placeCard = (doc: Y.Doc, id: CardId, pos: Position): void =>
  edit(doc, () => void cardOf(doc, id)?.set('pos', pos))

/** Where a card is put, and how large it becomes if that changes too. */
export type Placement = { readonly id: CardId; readonly pos: Position; readonly size?: Size | undefined }

/** [D9] Several cards take their places in one step: what was dragged together is undone together. */
export const placeCards = (doc: Y.Doc, placements: readonly Placement[]): void =>
  edit(doc, () => {
    for (const { id, pos, size } of placements) {
      placeCard(doc, id, pos)
      if (size !== undefined) sizeCard(doc, id, size)
    }
  })

export const sizeCard = (doc: Y.Doc, id: CardId, size: Size): void =>
  edit(doc, () => void cardOf(doc, id)?.set('size', size))

/** Moves a card in reading order to between two others (null: the end on that side). */
export const orderCard = (doc: Y.Doc, id: CardId, before: CardId | null, after: CardId | null): void => {
  const orderAt = (neighbour: CardId | null) =>
    neighbour === null ? null : ((cardOf(doc, neighbour)?.get('order') as string | undefined) ?? null)
  edit(doc, () => void cardOf(doc, id)?.set('order', orderBetween(orderAt(before), orderAt(after))))
}

/** [D23] Moves several to between two others, in the order in which they are given, as one step. */
export const orderCards = (doc: Y.Doc, ids: readonly CardId[], before: CardId | null, after: CardId | null): void =>
  edit(doc, () => {
    let last = before
    for (const id of ids) {
      orderCard(doc, id, last, after)
      last = id
    }
  })

/** Lays cards in a group (a card of the kind that holds others), or takes them out of theirs. They stay where they stand. */
export const putInGroup = (doc: Y.Doc, cards: readonly CardId[], group: CardId | null): void =>
  edit(doc, () => {
    for (const id of cards)
      if (group === null) cardOf(doc, id)?.delete('in')
      else if (id !== group) cardOf(doc, id)?.set('in', group)
  })

export type NewGroup = Author & { readonly heading: string; readonly cards: readonly CardId[]; readonly pos: Position }

/** [D22] A group of cards, with a heading of its own. They keep their words, their authors and their places. */
export const groupCards = (doc: Y.Doc, { heading, cards, ...group }: NewGroup): CardId => {
  const id = postCard(doc, { ...group, kind: 'cluster', text: heading })
  putInGroup(doc, cards, id)
  return id
}

/** A line that stands beside a card's words; no words take it away. */
const setLine =
  (field: 'anchor' | 'source' | 'alt') =>
  (doc: Y.Doc, id: CardId, words: string): void =>
    edit(doc, () => {
      const line = words.trim()
      if (line === '') cardOf(doc, id)?.delete(field)
      else cardOf(doc, id)?.set(field, line)
    })

/** [D24] When an option meets a criterion. */
export const setAnchor = setLine('anchor')
/** Where a fact comes from. */
export const setSource = setLine('source')
/** What is to be seen in a card's picture, for whoever does not see it. */
export const setAlt = setLine('alt')

/** Says that an option describes today, or takes that back. */
export const setCurrent = (doc: Y.Doc, id: CardId, current: boolean): void =>
  edit(doc, () => {
    if (current) cardOf(doc, id)?.set('current', true)
    else cardOf(doc, id)?.delete('current')
  })

/**
 * [D4] Connects two cards, once: a second link of the same kind between the same two is the first one, shown again. What
 * another side has taken away is its own to show again; connecting anew is then a suggestion of one's own, whose undo
 * touches nobody else's.
 */
export const linkCards = (doc: Y.Doc, link: LinkFields): LinkId => {
  const id = linkBetween(doc, link) ?? newLink(doc, link)
  edit(doc, () => linkOf(doc, id)?.delete('gone'))
  return id
}

const linkBetween = (doc: Y.Doc, { from, to, kind, by, side }: LinkFields): LinkId | null => {
  let gone: LinkId | null = null
  for (const [key, other] of linksOf(doc)) {
    if (other.get('from') !== from || other.get('to') !== to || other.get('kind') !== kind) continue
    if (other.get('gone') !== true) return LinkId.parse(key)
    if (other.get('by') === by || (side !== null && other.get('side') === side)) gone = LinkId.parse(key)
  }
  return gone
}

const newLink = (doc: Y.Doc, link: LinkFields): LinkId => doc.transact(() => layLink(doc, link), POST)

export const unlinkCards = (doc: Y.Doc, id: LinkId): void => edit(doc, () => void linkOf(doc, id)?.set('gone', true))

export type NewFrame = Author & { readonly pos: Position; readonly size: FrameSize; readonly title: string }

/** [D20] Draws a frame. */
export const drawFrame = (doc: Y.Doc, { size, title, ...frame }: NewFrame): MarkId => {
  const mark = { ...frame, kind: 'frame', size: frameSize(size), title: frameTitle(title) } as const
  return postTogether(doc, { author: frame, marks: [mark] }).marks[0] as MarkId // one was given, one is made
}

export type NewInk = Author & { readonly colour: InkColour; readonly way: readonly InkPoint[] }

/** [D20] [D21] Draws along a way: one stroke, or several that touch where it is long; one step of undo either way. */
export const drawInk = (doc: Y.Doc, { way, ...ink }: NewInk): MarkId[] =>
  postTogether(doc, { author: ink, marks: strokesOf(way).map(stroke => ({ ...ink, ...stroke, kind: 'ink' })) }).marks

/** Where a mark is put; a frame may become another size with it. */
export type MarkPlacement = { readonly id: MarkId; readonly pos: Position; readonly size?: FrameSize | undefined }

export const placeMarks = (doc: Y.Doc, placements: readonly MarkPlacement[]): void =>
  edit(doc, () => {
    for (const { id, pos, size } of placements) {
      const mark = markOf(doc, id)
      mark?.set('pos', pos)
      if (size !== undefined && mark?.get('kind') === 'frame') mark.set('size', frameSize(size))
    }
  })

export const titleFrame = (doc: Y.Doc, id: MarkId, title: string): void =>
  edit(doc, () => {
    const mark = markOf(doc, id)
    if (mark?.get('kind') === 'frame') mark.set('title', frameTitle(title))
  })

/** Takes marks away, in one step: what was erased in one go comes back in one. */
export const eraseMarks = (doc: Y.Doc, ids: readonly MarkId[]): void =>
  edit(doc, () => {
    for (const id of ids) markOf(doc, id)?.set('gone', true)
  })

/** Replaces a joint text by plain paragraphs. Editors change it bit by bit; this is for a first wording. */
export const setJointText = (doc: Y.Doc, text: JointText, words: string): void => {
  const fragment = jointTextOf(doc, text)
  edit(doc, () => {
    fragment.delete(0, fragment.length)
    fragment.insert(0, paragraphs(words))
  })
}
