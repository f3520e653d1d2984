import * as Y from 'yjs'
import type { CardFields, CardKind, Image, LinkFields, Position, Size } from './cards.ts'
import { CardId, LinkId, MarkId, type MemberId, newId, type SideId } from './ids.ts'
import {
  type FrameSize,
  frameSize,
  frameTitle,
  type InkColour,
  type InkPoint,
  type MarkFields,
  strokesOf,
} from './marks.ts'
import { inReadingOrder, orderBetween } from './order.ts'
import { firstPlace } from './place.ts'
import { copyRich, paragraphs, type RichNode, readRich } from './richtext.ts'
import { bodyOf, cardOf, cardsOf, type JointText, jointTextOf, linkOf, linksOf, markOf, marksOf } from './schema.ts'

/** Origin of an edit that its author can undo. */
export const EDIT = Symbol('edit')
/** Origin of what undo must never take back: a card once posted is only ever put away. */
export const POST = Symbol('post')

/** Who writes: the role tag that every contribution carries. */
export type Author = { readonly by: MemberId; readonly side: SideId | null }

export type NewCard = Author & {
  readonly kind: CardKind
  readonly text: string | readonly RichNode[]
  readonly pos?: Position | undefined
  readonly size?: Size | undefined
  readonly spokenBy?: MemberId | undefined
  readonly source?: string | undefined
  readonly basis?: 'fact' | 'inferred' | undefined
  readonly current?: true | undefined
  readonly image?: Image | undefined
  readonly alt?: string | undefined
}

const edit = <T>(doc: Y.Doc, change: () => T): T => doc.transact(change, EDIT)

const lastOrder = (entries: Y.Map<Y.Map<unknown>>): string | null => {
  let last: { id: string; order: string } | null = null
  for (const [id, one] of entries) {
    const entry = { id, order: String(one.get('order')) }
    if (last === null || inReadingOrder(entry, last) > 0) last = entry
  }
  return last?.order ?? null
}

const setPresent = (map: Y.Map<unknown>, fields: Record<string, unknown>) => {
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) map.set(name, value)
}

/**
 * [D1] Posts a card: complete in its first update, and `gone` there; a second, undoable edit shows it, so that undo puts
 * a card away and never deletes it.
 */
export const postCard = (doc: Y.Doc, card: NewCard): CardId => {
  const id = newId(CardId)
  doc.transact(() => layCard(doc, { id, card, before: lastOrder(cardsOf(doc)) }), POST)
  edit(doc, () => cardOf(doc, id)?.delete('gone'))
  return id
}

/** Puts a whole card into the document, put away; answers with its place in reading order. */
const layCard = (doc: Y.Doc, { id, card, before }: { id: CardId; card: NewCard; before: string | null }): string => {
  const { text, pos, ...fields } = card
  const order = orderBetween(before, null)
  const map: Y.Map<unknown> = new Y.Map()
  const body = new Y.XmlFragment()
  body.insert(0, typeof text === 'string' ? paragraphs(text) : copyRich(text))
  setPresent(map, { ...fields, pos: pos ?? firstPlace(doc, fields), order })
  map.set('gone', true)
  map.set('body', body)
  cardsOf(doc).set(id, map)
  return order
}

/** Cards that come together; a link names its ends by their place among them. */
export type Posting = {
  readonly author: Author
  readonly cards: readonly NewCard[]
  readonly links?: readonly { readonly from: number; readonly to: number; readonly kind: LinkFields['kind'] }[]
}

/** [D12] Posts cards that came together, in this order: two updates and one step of undo, however many they are. */
export const postCards = (doc: Y.Doc, { author, cards, links = [] }: Posting): CardId[] => {
  const ids = cards.map(() => newId(CardId))
  const made: LinkId[] = []
  doc.transact(() => {
    let before = lastOrder(cardsOf(doc))
    ids.forEach((id, i) => {
      const card = cards[i]
      if (card !== undefined) before = layCard(doc, { id, card, before })
    })
    for (const { from, to, kind } of links) {
      const [a, b] = [ids[from], ids[to]]
      if (a !== undefined && b !== undefined && a !== b) made.push(layLink(doc, { from: a, to: b, kind, ...author }))
    }
  }, POST)
  edit(doc, () => {
    for (const id of ids) cardOf(doc, id)?.delete('gone')
    for (const id of made) linkOf(doc, id)?.delete('gone')
  })
  return ids
}

/** A copy belongs to whoever makes it; it lies a little beside the original and says the same. */
export const duplicateCard = (doc: Y.Doc, id: CardId, author: Author): CardId | null => {
  const card = cardOf(doc, id)
  const body = bodyOf(doc, id)
  if (card === undefined || body === undefined) return null
  const { kind, pos, source, image, alt } = card.toJSON() as CardFields
  return postCard(doc, {
    ...author,
    kind,
    source,
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

/** Where a fact comes from; an empty source takes the line away. */
export const setSource = (doc: Y.Doc, id: CardId, source: string): void =>
  edit(doc, () => {
    if (source.trim() === '') cardOf(doc, id)?.delete('source')
    else cardOf(doc, id)?.set('source', source.trim())
  })

/** What is to be seen in a card's picture, for whoever does not see it; no words take the line away. */
export const setAlt = (doc: Y.Doc, id: CardId, alt: string): void =>
  edit(doc, () => {
    if (alt.trim() === '') cardOf(doc, id)?.delete('alt')
    else cardOf(doc, id)?.set('alt', alt.trim())
  })

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

/** Puts a whole link into the document, taken away. */
const layLink = (doc: Y.Doc, link: LinkFields): LinkId => {
  const id = newId(LinkId)
  linksOf(doc).set(id, new Y.Map(Object.entries({ ...link, gone: true })))
  return id
}

export const unlinkCards = (doc: Y.Doc, id: LinkId): void => edit(doc, () => void linkOf(doc, id)?.set('gone', true))

export type NewFrame = Author & { readonly pos: Position; readonly size: FrameSize; readonly title: string }

/** [D20] Draws a frame. Like a card it is made put away, and shown by the step that undo takes back. */
export const drawFrame = (doc: Y.Doc, { size, title, ...frame }: NewFrame): MarkId => {
  const [id] = newMarks(doc, [{ ...frame, kind: 'frame', size: frameSize(size), title: frameTitle(title) }])
  return id as MarkId // one was given, one is made
}

export type NewInk = Author & { readonly colour: InkColour; readonly way: readonly InkPoint[] }

/** [D20] [D21] Draws along a way: one stroke, or several that touch where it is long; one step of undo either way. */
export const drawInk = (doc: Y.Doc, { way, ...ink }: NewInk): MarkId[] =>
  newMarks(
    doc,
    strokesOf(way).map(stroke => ({ ...ink, ...stroke, kind: 'ink' })),
  )

/** `MarkFields` without what every new mark gets here, kind by kind. */
type NewMark<Kind extends MarkFields = MarkFields> = Kind extends MarkFields ? Omit<Kind, 'order' | 'gone'> : never

const newMarks = (doc: Y.Doc, made: readonly NewMark[]): MarkId[] => {
  const ids = made.map(() => newId(MarkId))
  doc.transact(() => {
    let order = lastOrder(marksOf(doc))
    for (const [i, mark] of made.entries()) {
      order = orderBetween(order, null)
      marksOf(doc).set(ids[i] as string, new Y.Map(Object.entries({ ...mark, order, gone: true })))
    }
  }, POST)
  edit(doc, () => {
    for (const id of ids) markOf(doc, id)?.delete('gone')
  })
  return ids
}

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
