import {
  CardFields,
  CardId,
  ENTRY_ROOTS,
  type EntryRoot,
  isWordNode,
  JOINT_TEXTS,
  type JointText,
  LinkFields,
  OPEN_FIELDS,
  OPEN_MARK_FIELDS,
  type WordNode,
} from '@jointly/board'
import * as Y from 'yjs'
import type { z } from 'zod'

export type Struct = Y.Item | Y.GC
/** Looks an id up among what an update brings and what the document holds. */
export type Find = (id: Y.ID) => Struct | null

/**
 * Where an item stands: at an entry's own key in a root (a card, a link), in a field of an entry, or among words (a body,
 * a joint text). `nowhere`: its parent was collected, so it means nothing. `foreign`: no such place.
 */
export type Place =
  | { readonly at: 'entry'; readonly root: EntryRoot; readonly id: string }
  | { readonly at: 'field'; readonly root: EntryRoot; readonly id: string; readonly field: string }
  | Words
/**
 * `text` for a joint text, else the body of the card `id`. `holder`: the node that it stands in, directly; `letters` for a
 * run of letters. `key`: the attribute of that node. `deep` counts the levels.
 */
export type Words = {
  readonly at: 'words'
  readonly root: EntryRoot | JointText
  readonly id: string
  readonly text: JointText | null
  readonly holder: WordNode | 'top' | 'letters' | null
  readonly key: string | null
  readonly deep: number
}
type Where = Place | 'nowhere' | 'foreign'

/** The parent of an item in the document stands there as a type; of a decoded item as a root's name, an id, or nowhere. */
type Parent = Y.AbstractType<unknown> | string | Y.ID | null

/** Places items, each once: Yjs leaves parent and key out where a neighbour says them, and such chains can be long. */
export const placer = (find: Find) => {
  const known = new Map<Y.Item, Where>()

  const beside = (item: Y.Item): Y.Item | null => {
    const neighbour = item.origin ?? item.rightOrigin
    const found = neighbour === null ? null : find(neighbour)
    return found instanceof Y.Item ? found : null
  }
  const own = (item: Y.Item, climbed: number): Where => {
    const parent = item.parent as Parent
    const key = item.parentSub
    if (parent === null) return 'nowhere'
    if (typeof parent === 'string') return inRoot(parent, key)
    const holder = parent instanceof Y.ID ? find(parent) : parent._item
    if (holder === null && !(parent instanceof Y.ID)) return inRoot(Y.findRootTypeKey(parent), key)
    if (!(holder instanceof Y.Item) || holder.content instanceof Y.ContentDeleted) return 'nowhere'
    return below(place(holder, climbed + 1), holder, key)
  }
  const place = (item: Y.Item, climbed = 0): Where => {
    if (climbed > MAX_DEPTH) return 'foreign'
    const chain = new Set<Y.Item>()
    let last: Y.Item | null = item
    while (last !== null && (last.parent as Parent) === null && !known.has(last)) {
      if (chain.has(last)) return 'foreign'
      chain.add(last)
      last = beside(last)
    }
    const where = last === null ? 'nowhere' : (known.get(last) ?? own(last, climbed))
    for (const one of chain) known.set(one, where)
    known.set(item, where)
    return where
  }
  return place
}

/** Deeper than any list in a list that a person makes, and far from where reading it would overflow the stack. */
const MAX_DEPTH = 100

type Fields = { readonly [field: string]: z.ZodType }
/**
 * Roots that hold entries by id: the form of their fields (`body` is words; of marks, whose kinds differ, only those
 * that may change), and which of them may change once an entry stands. `meta` is the server's alone.
 */
export const ENTRIES: Readonly<Record<EntryRoot, { readonly fields: Fields; readonly open: readonly string[] }>> = {
  cards: { fields: CardFields.shape, open: OPEN_FIELDS },
  links: { fields: LinkFields.shape, open: ['gone'] },
  marks: { fields: OPEN_MARK_FIELDS, open: Object.keys(OPEN_MARK_FIELDS) },
}

const inRoot = (root: string, key: string | null): Where => {
  const entries = ENTRY_ROOTS.find(name => name === root)
  if (entries !== undefined)
    return CardId.safeParse(key).success ? { at: 'entry', root: entries, id: key as string } : 'foreign'
  const text = JOINT_TEXTS.find(name => name === root)
  if (text === undefined || key !== null) return 'foreign'
  return { at: 'words', root: text, id: '', text, holder: 'top', key, deep: 1 }
}

const below = (where: Where, { content }: Y.Item, key: string | null): Where => {
  if (typeof where === 'string') return where
  if (where.at === 'words')
    return where.deep > MAX_DEPTH ? 'foreign' : { ...where, holder: holderOf(content), key, deep: where.deep + 1 }
  const { root, id } = where
  if (where.at === 'entry') return key === null ? 'foreign' : { at: 'field', root, id, field: key }
  if (where.field !== 'body' || key !== null) return 'foreign'
  return { at: 'words', root, id, text: null, holder: 'top', key, deep: 1 }
}

const holderOf = (content: Y.Item['content']): Words['holder'] => {
  const type = content instanceof Y.ContentType ? content.type : null
  if (type instanceof Y.XmlText) return 'letters'
  return type instanceof Y.XmlElement && isWordNode(type.nodeName) ? type.nodeName : null
}
