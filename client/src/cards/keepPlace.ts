import { whenDrawn } from '../ui/whenDrawn.ts'

/**
 * Remembers where in the reading order a card stands, before something is done to it. If the card is gone afterwards, the
 * focus goes to the next one (else the one before), so that whoever works with keys does not begin again at the top.
 */
export const keepPlace = (inside: Element | null): (() => void) => {
  const card = inside?.closest('[data-card]') ?? null
  const cards = [...document.querySelectorAll<HTMLElement>('article[data-card]')]
  const at = cards.findIndex(one => one.isSameNode(card))
  const others = at < 0 ? [] : [cards[at + 1], cards[at - 1]]
  return () =>
    whenDrawn(() => {
      if (card === null || card.isConnected) return
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) others.find(one => one?.isConnected)?.focus()
    })
}
