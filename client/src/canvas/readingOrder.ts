import type { BoardView, CardId, CardView } from '@jointly/board'
import { contains, middle } from './box.ts'
import type { Surface } from './surface.ts'
import { isFrame, type Thing, type ThingId } from './thing.ts'

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

const stops = new WeakMap<BoardView['cards'], { marks: BoardView['marks']; things: readonly Thing[] }>()

/** What Tab walks: the cards in reading order, each frame ahead of the first card that lies on it, empty ones at the end. */
const stopsOf = (surface: Surface): readonly Thing[] => {
  const { cards, marks } = surface.session.view.get()
  const before = stops.get(cards)
  if (before?.marks === marks) return before.things
  const frames = marks.filter(isFrame).map(frame => ({ frame, box: surface.boxOf(frame) }))
  const met = new Set<Thing>()
  const things: Thing[] = []
  for (const card of orderOf(cards).cards) {
    const at = frames.length === 0 ? null : middle(surface.boxOf(card))
    for (const { frame, box } of frames)
      if (at !== null && !met.has(frame) && contains(box, at)) {
        met.add(frame)
        things.push(frame)
      }
    things.push(card)
  }
  for (const { frame } of frames) if (!met.has(frame)) things.push(frame)
  stops.set(cards, { marks, things })
  return things
}

/** The stop so many places further; null beyond either end. */
export const stopFurther = (surface: Surface, from: ThingId | null, by: 1 | -1): Thing | null => {
  const things = stopsOf(surface)
  const index = from === null ? -1 : things.findIndex(({ id }) => id === from)
  if (index === -1) return (by === 1 ? things[0] : things.at(-1)) ?? null
  return things[index + by] ?? null
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
export const neighbour = (surface: Surface, from: Thing, arrow: Arrow): CardView | null => {
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
