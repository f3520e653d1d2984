import type { CardId, CardView, Position } from '@jointly/board'
import { middle } from './box.ts'
import { connect } from './connect.ts'
import { mayMove } from './rights.ts'
import type { Surface } from './surface.ts'

/** Moves cards by so much, as one step of undo; says whether any could be moved. */
export const nudge = (surface: Surface, cards: readonly CardView[], by: Position): boolean => {
  const movable = cards.filter(card => mayMove(surface.session, card))
  if (movable.length === 0) return false
  surface.session.edits.place(movable.map(({ id, pos }) => ({ id, pos: { x: pos.x + by.x, y: pos.y + by.y } })))
  return true
}

/** The second press of a move or a connection: where to. */
export const aimAt = (surface: Surface, point: Position): void => {
  const aim = surface.aim.get()
  if (aim === null) return
  if (aim.is === 'connect') {
    const over = surface.cardAt(point)
    if (over !== null) connectTo(surface, over.id)
    return
  }
  const cards = aim.cards.flatMap(id => surface.card(id) ?? [])
  const hull = surface.hullOf(cards)
  if (hull === null) return
  const from = middle(hull)
  nudge(surface, cards, { x: Math.round(point.x - from.x), y: Math.round(point.y - from.y) })
  surface.aim.set(null)
}

/** The second half of a connection, by press or by key. */
export const connectTo = (surface: Surface, to: CardId): void => {
  const aim = surface.aim.get()
  if (aim === null) return
  const [from] = aim.cards
  if (from === undefined || from === to) return
  const link = connect(surface, from, to)
  surface.aim.set(null)
  if (link !== null) surface.selectLink(link)
}
