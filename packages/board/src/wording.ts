import { hashOfText } from './hash.ts'
import type { CardView } from './view.ts'

const known = new WeakMap<CardView, string>()

/** The name of a text at one moment: the first 32 hex digits of its SHA-256. */
export const wordingOfText = (text: string): string => hashOfText(text).slice(0, 32)

/**
 * [V3] The wording of a card now. What was said of one wording (an adoption, a confirmation) is said of that one alone.
 * Marks do not count: a word made bold is the same wording.
 */
export const wordingOf = (card: CardView): string => {
  const before = known.get(card)
  if (before !== undefined) return before
  const wording = wordingOfText(card.text)
  known.set(card, wording)
  return wording
}
