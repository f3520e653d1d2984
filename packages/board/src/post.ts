import * as Y from 'yjs'
import type { CardKind, Image, LinkFields, Passage, Position, Size, Topic } from './cards.ts'
import { CardId, LinkId, MarkId, type MemberId, newId, type SideId } from './ids.ts'
import type { MarkFields } from './marks.ts'
import { inReadingOrder, orderBetween } from './order.ts'
import { firstPlace } from './place.ts'
import { copyRich, paragraphs, type RichNode } from './richtext.ts'
import { cardOf, cardsOf, linkOf, linksOf, markOf, marksOf } from './schema.ts'

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
  readonly anchor?: string | undefined
  readonly basis?: 'fact' | 'inferred' | undefined
  readonly current?: true | undefined
  readonly image?: Image | undefined
  readonly alt?: string | undefined
  readonly about?: Topic | undefined
  readonly passage?: Passage | undefined
}

/** `MarkFields` without what every new mark gets here, kind by kind. */
type NewMark<Kind extends MarkFields = MarkFields> = Kind extends MarkFields ? Omit<Kind, 'order' | 'gone'> : never

/** What comes together: a link names its ends, and a card the group that it lies in, by their place among the cards. */
export type Posting = {
  readonly author: Author
  readonly cards?: readonly (NewCard & { readonly in?: number | undefined })[]
  readonly links?: readonly { readonly from: number; readonly to: number; readonly kind: LinkFields['kind'] }[]
  readonly marks?: readonly NewMark[]
}
export type Posted = { readonly cards: CardId[]; readonly marks: MarkId[] }

/**
 * [D12] Posts what comes together, in this order: two updates and one step of undo, however much it is. [D1] [D20] The first
 * update holds all of it, put away; the second, which can be undone, shows it, so that undo puts away and never deletes.
 */
export const postTogether = (doc: Y.Doc, { author, cards = [], links = [], marks = [] }: Posting): Posted => {
  const { by, side } = author
  const ids = cards.map(() => newId(CardId))
  const made = marks.map(() => newId(MarkId))
  const joined: LinkId[] = []
  doc.transact(() => {
    let before = lastOrder(cardsOf(doc))
    for (const [i, { in: group, ...card }] of cards.entries())
      before = layCard(doc, { id: ids[i] as CardId, card, before, group: group === undefined ? undefined : ids[group] })
    for (const { from, to, kind } of links) {
      const [a, b] = [ids[from], ids[to]]
      if (a !== undefined && b !== undefined && a !== b) joined.push(layLink(doc, { from: a, to: b, kind, by, side }))
    }
    let below = lastOrder(marksOf(doc))
    for (const [i, mark] of marks.entries()) below = layMark(doc, { id: made[i] as MarkId, mark, below })
  }, POST)
  doc.transact(() => {
    for (const id of ids) cardOf(doc, id)?.delete('gone')
    for (const id of joined) linkOf(doc, id)?.delete('gone')
    for (const id of made) markOf(doc, id)?.delete('gone')
  }, EDIT)
  return { cards: ids, marks: made }
}

/** Puts a whole link into the document, taken away. */
export const layLink = (doc: Y.Doc, link: LinkFields): LinkId => {
  const id = newId(LinkId)
  linksOf(doc).set(id, new Y.Map(Object.entries({ ...link, gone: true })))
  return id
}

type Laying = { id: CardId; card: NewCard; before: string | null; group: CardId | undefined }

/** Puts a whole card into the document, put away; answers with its place in reading order. */
const layCard = (doc: Y.Doc, { id, card, before, group }: Laying): string => {
  const { text, pos, ...fields } = card
  const order = orderBetween(before, null)
  const map: Y.Map<unknown> = new Y.Map()
  const body = new Y.XmlFragment()
  body.insert(0, typeof text === 'string' ? paragraphs(text) : copyRich(text))
  setPresent(map, { ...fields, pos: pos ?? firstPlace(doc, fields), in: group, order })
  map.set('gone', true)
  map.set('body', body)
  cardsOf(doc).set(id, map)
  return order
}

/** The same for a mark, above those that stand. */
const layMark = (doc: Y.Doc, { id, mark, below }: { id: MarkId; mark: NewMark; below: string | null }): string => {
  const order = orderBetween(below, null)
  marksOf(doc).set(id, new Y.Map(Object.entries({ ...mark, order, gone: true })))
  return order
}

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
