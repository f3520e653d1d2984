import { hashOfText } from './hash.ts'
import type { CardView } from './view.ts'

/** The name of a text at one moment: the first 32 hex digits of its SHA-256. */
export const wordingOfText = (text: string): string => hashOfText(text).slice(0, 32)

const remembered = (textOf: (card: CardView) => string) => {
  const known = new WeakMap<CardView, string>()
  return (card: CardView): string => {
    const before = known.get(card)
    if (before !== undefined) return before
    const wording = wordingOfText(textOf(card))
    known.set(card, wording)
    return wording
  }
}

/**
 * [V3] The wording of a card now. What was said of one wording (an adoption, a confirmation) is said of that one alone.
 * Marks do not count: a word made bold is the same wording.
 */
export const wordingOf = remembered(({ text }) => text)

/** That of the sentence that says when a criterion is met, or of none. */
export const anchorWordingOf = remembered(({ anchor = '' }) => anchor)
