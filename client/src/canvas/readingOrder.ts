import type { BoardView, CardId, CardView } from '@jointly/board'
import { middle } from './box.ts'
import type { Surface } from './surface.ts'

type Order = { readonly at: ReadonlyMap<CardId, number>; readonly cards: readonly CardView[] }
const known = new WeakMap<BoardView['cards'], Order>()

/** The cards that are on the board, with the place of each in reading order; counted once each time they change. */
export const orderOf = (cards: BoardView['cards']): Order => {
  const before = known.get(cards)
  if (before !== undefined) return before
  const standing = cards.filter(card => !card.gone)
  const order = { cards: standing, at: new Map(standing.map((card, i) => [card.id, i])) }
  known.set(cards, order)
  return order
}

/** The card so many places further in reading order; null beyond either end. */
export const cardFurther = (surface: Surface, from: CardId | null, by: 1 | -1): CardView | null => {
  const { cards, at } = orderOf(surface.session.view.get().cards)
  const index = from === null ? undefined : at.get(from)
  if (index === undefined) return (by === 1 ? cards[0] : cards.at(-1)) ?? null
  return cards[index + by] ?? null
}

const WAYS = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
} as const
export type Arrow = keyof typeof WAYS
export const isArrow = (key: string): key is Arrow => key in WAYS
export const wayOf = (arrow: Arrow) => WAYS[arrow]

/** What lies aside counts this much more than what lies ahead. */
const ASIDE = 2.5

/** The nearest card in a direction; null where none lies there. */
export const neighbour = (surface: Surface, from: CardView, arrow: Arrow): CardView | null => {
  const way = WAYS[arrow]
  const start = middle(surface.boxOf(from))
  let best: { card: CardView; distance: number } | null = null
  for (const card of surface.session.view.get().cards) {
    if (card.gone || card.id === from.id) continue
    const at = middle(surface.boxOf(card))
    const [dx, dy] = [at.x - start.x, at.y - start.y]
    const ahead = dx * way.x + dy * way.y
    const aside = Math.abs(dx * way.y + dy * way.x)
    if (ahead <= 8 || aside > ahead * 2) continue
    const distance = ahead + ASIDE * aside
    if (best === null || distance < best.distance) best = { card, distance }
  }
  return best?.card ?? null
}
