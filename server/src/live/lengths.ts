import { bodyOf, CardId, jointTextOf, LONGEST_WORDS } from '@jointly/board'
import * as Y from 'yjs'
import type { Words } from './places.ts'

/**
 * Whether words would be longer than there is room for. Counting a long text at every keystroke would cost more than all
 * else that the gate does, so of each text an upper bound is kept: what was counted once, and what came since. Only where
 * that is beyond the limit is it counted again.
 */
export const isTooLong = (doc: Y.Doc, changes: Iterable<LettersChange>): boolean =>
  [...changes].some(({ where, added, taken }) => {
    const most = LONGEST_WORDS[where.text === null ? 'card' : 'text']
    const words = wordsAt(doc, where)
    if (words === undefined) return added > most
    const bound = (bounds.get(words) ?? lettersIn(words)) + added
    if (bound <= most) {
      bounds.set(words, bound)
      return false
    }
    const exact = lettersIn(words) + added - taken
    bounds.set(words, exact)
    return exact > most
  })

/** Letters that an update adds to a body or a joint text, and takes away from it. */
export type LettersChange = { readonly where: Words; added: number; taken: number }

const bounds = new WeakMap<Y.XmlFragment, number>()

const wordsAt = (doc: Y.Doc, { text, id }: Words): Y.XmlFragment | undefined =>
  text === null ? bodyOf(doc, CardId.parse(id)) : jointTextOf(doc, text)

const lettersIn = (holder: Y.XmlFragment): number => {
  let letters = 0
  for (let item = holder._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue
    const { type } = item.content
    if (type instanceof Y.XmlText) letters += type.length
    else if (type instanceof Y.XmlElement) letters += lettersIn(type)
  }
  return letters
}
