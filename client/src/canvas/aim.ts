import type { Position } from '@jointly/board'
import { middle } from './box.ts'
import { movableOf, moveBy } from './carried.ts'
import { connect } from './connect.ts'
import type { Surface } from './surface.ts'
import { isCard, type Thing, type ThingId } from './thing.ts'

/** Moves things, and what goes with them, by so much, as one step of undo; says why something stays. */
export const nudge = (surface: Surface, things: readonly Thing[], by: Position): void => {
  const { moving, staying } = movableOf(surface, things)
  if (moving.length > 0) moveBy(surface, moving, by)
  if (staying > 0) surface.tellStaying(moving.length === 0 ? 'all' : staying)
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
  const things = aim.ids.flatMap(id => surface.thing(id) ?? [])
  const hull = surface.hullOf(things)
  if (hull === null) return
  const from = middle(hull)
  nudge(surface, things, { x: Math.round(point.x - from.x), y: Math.round(point.y - from.y) })
  surface.aim.set(null)
}

/** The second half of a connection, by press or by key. */
export const connectTo = (surface: Surface, to: ThingId): void => {
  const aim = surface.aim.get()
  if (aim === null) return
  const [from] = aim.ids.flatMap(id => surface.thing(id) ?? [])
  const target = surface.thing(to)
  if (from === undefined || target === undefined || !isCard(from) || !isCard(target) || from === target) return
  const link = connect(surface, from.id, target.id)
  surface.aim.set(null)
  if (link !== null) surface.selectLink(link)
}
