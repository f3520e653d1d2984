import { CardFields, CardId, JOINT_TEXTS, LinkFields, OPEN_FIELDS, OPEN_MARK_FIELDS } from '@jointly/board'
import * as Y from 'yjs'
import type { z } from 'zod'

export type Struct = Y.Item | Y.GC
/** Looks an id up among what an update brings and what the document holds. */
export type Find = (id: Y.ID) => Struct | null

/**
 * Where an item stands: a root; below it an entry (`id`: a card, a link); below that a field. `deep` counts the levels
 * inside a body or a joint text: words. `nowhere`: its parent was collected, so it means nothing. `foreign`: no such place.
 */
export type Place = { readonly root: string; readonly id?: string; readonly field?: string; readonly deep: number }
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
    return holder instanceof Y.Item ? below(place(holder, climbed + 1), key) : 'nowhere'
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
export const ENTRIES: Readonly<Record<string, { readonly fields: Fields; readonly open: readonly string[] }>> = {
  cards: { fields: CardFields.shape, open: OPEN_FIELDS },
  links: { fields: LinkFields.shape, open: ['gone'] },
  marks: { fields: OPEN_MARK_FIELDS, open: Object.keys(OPEN_MARK_FIELDS) },
}

const inRoot = (root: string, key: string | null): Where => {
  if (Object.hasOwn(ENTRIES, root))
    return CardId.safeParse(key).success ? { root, id: key as string, deep: 0 } : 'foreign'
  return key === null && (JOINT_TEXTS as readonly string[]).includes(root) ? { root, deep: 1 } : 'foreign'
}

const below = (where: Where, key: string | null): Where => {
  if (typeof where === 'string') return where
  if (where.deep > MAX_DEPTH) return 'foreign'
  if (where.deep > 0 || where.field === 'body') return { ...where, deep: where.deep + 1 }
  return where.field === undefined && key !== null ? { ...where, field: key } : 'foreign'
}
