import {
  BASIS_HEIGHT,
  CARD_WIDTH,
  type CardId,
  type CardView,
  estimatedHeight,
  pictureHeight,
  sourceHeight,
} from '@jointly/board'
import type { Extent } from './camera.ts'

/** Words that came or went while nobody drew the card: past this the last measure says less than an estimate. */
const SLACK_CHARACTERS = 24

type Measured = Extent & { readonly characters: number; readonly width: number | undefined }

/**
 * How large each card is: as it was measured when it was last drawn, and until then as estimated. So a board of two
 * thousand cards has a shape before more than a screenful of them was ever drawn.
 */
export class Sizes {
  readonly #measured = new Map<CardId, Measured>()
  readonly #estimated = new WeakMap<CardView, Extent>()

  of(card: CardView): Extent {
    const measured = this.#measured.get(card.id)
    if (measured !== undefined && isStill(measured, card)) return measured
    const before = this.#estimated.get(card)
    if (before !== undefined) return before
    const w = card.size?.w ?? CARD_WIDTH
    const sourced = sourceHeight(card.source ?? card.anchor, w)
    const pictured = card.image === undefined ? 0 : pictureHeight(card.image, w)
    const based = card.basis === undefined ? 0 : BASIS_HEIGHT
    const words = estimatedHeight(card.text.length, w)
    const estimate = { w, h: Math.max(card.size?.h ?? 0, words + sourced + pictured + based) }
    this.#estimated.set(card, estimate)
    return estimate
  }

  /** Counts up with every news, for whoever draws what depends on sizes. */
  version = 0

  /** A card was drawn in this size; says whether that is news. */
  measure(card: CardView, { w, h }: Extent): boolean {
    const before = this.of(card)
    this.#measured.set(card.id, { w, h, characters: card.text.length, width: card.size?.w })
    const isNews = before.w !== w || before.h !== h
    if (isNews) this.version++
    return isNews
  }
}

const isStill = ({ characters, width }: Measured, card: CardView): boolean =>
  width === card.size?.w && Math.abs(card.text.length - characters) <= SLACK_CHARACTERS
