import { cardsOf, JOINT_TEXTS, jointTextOf, linksOf, marksOf } from '@jointly/board'
import * as Y from 'yjs'

/**
 * The places that a transaction changed: ids of cards, links and marks, names of joint texts. A card's words, fields
 * and lists all lie under its id.
 */
export const placesTouched = (transaction: Y.Transaction): Set<string> => {
  const { maps, texts } = rootsOf(transaction.doc)
  const places = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    if (maps.has(type)) for (const key of keys) places.add(String(key))
    else {
      const place = placeOf(type, { maps, texts })
      if (place !== null) places.add(place)
    }
  }
  return places
}

/** The place that an item stands in, however deep; null where it is none of a board's. */
export const placeOfItem = (doc: Y.Doc, { parent }: Y.Item): string | null =>
  parent instanceof Y.AbstractType ? placeOf(parent, rootsOf(doc)) : null

type Roots = { readonly maps: ReadonlySet<unknown>; readonly texts: ReadonlyMap<unknown, string> }

const rootsOf = (doc: Y.Doc): Roots => ({
  maps: new Set([cardsOf(doc), linksOf(doc), marksOf(doc)]),
  texts: new Map<unknown, string>(JOINT_TEXTS.map(text => [jointTextOf(doc, text), text])),
})

type YType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never

const placeOf = (type: YType, roots: Roots): string | null => {
  for (let at: typeof type | null = type; at !== null; ) {
    const text = roots.texts.get(at)
    if (text !== undefined) return text
    const item: Y.Item | null = at._item
    if (item === null) return null
    if (roots.maps.has(item.parent)) return item.parentSub
    at = item.parent instanceof Y.AbstractType ? item.parent : null
  }
  return null
}
