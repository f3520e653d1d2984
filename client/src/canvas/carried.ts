import type { MarkId, Position } from '@jointly/board'
import { contains, middle } from './box.ts'
import { isGroup } from './groups.ts'
import { kept } from './kept.ts'
import { mayMove } from './rights.ts'
import type { Surface } from './surface.ts'
import { isCard, isFrame, type Thing } from './thing.ts'

/** What lies on a frame: whatever has its middle there, and is not the larger of the two. */
export const heldIn = (surface: Surface, frame: Thing): Thing[] => {
  const ground = surface.boxOf(frame)
  const { cards, marks } = surface.session.view.get()
  return [...cards.filter(card => !card.gone), ...marks].filter(thing => {
    if (thing.id === frame.id) return false
    const box = surface.boxOf(thing)
    return contains(ground, middle(box)) && (!isFrame(thing) || box.w * box.h < ground.w * ground.h)
  })
}

/** How many cards lie on each frame: counted once for all of them, when something has come, gone or moved. */
export const countsHeld = kept(
  (surface: Surface): ReadonlyMap<MarkId, number> =>
    new Map(
      surface.session.view
        .get()
        .marks.filter(isFrame)
        .map(frame => [frame.id, heldIn(surface, frame).filter(isCard).length]),
    ),
  surface => [surface.placed(), surface.session.view.get().marks, surface.sizes.version],
)

/** Things with all that goes where they go: what lies on a frame, what lies in a group. */
export const withCarried = (surface: Surface, things: readonly Thing[]): readonly Thing[] => {
  const all = new Map(things.map(thing => [thing.id, thing]))
  // A map grows while one walks it: a group on a frame brings its cards.
  for (const thing of all.values()) {
    const held = isFrame(thing)
      ? heldIn(surface, thing)
      : isCard(thing) && isGroup(thing)
        ? surface.membersOf(thing)
        : []
    for (const one of held) if (!all.has(one.id)) all.set(one.id, one)
  }
  return [...all.values()]
}

/** Which of these can be moved, all that goes with them included, and how many must stay. */
export const movableOf = (
  surface: Surface,
  things: readonly Thing[],
): { readonly moving: readonly Thing[]; readonly staying: number } => {
  const carried = withCarried(surface, things)
  const moving = carried.filter(thing => mayMove(surface.session, thing))
  return { moving, staying: carried.length - moving.length }
}

/** Moves things by so much, as one step of undo, from where they stand now. */
export const moveBy = (surface: Surface, things: readonly Thing[], by: Position): void => {
  // Somebody else may have moved one of them meanwhile.
  const now = things.flatMap(({ id }) => surface.thing(id) ?? [])
  placeAll(
    surface,
    now.map(thing => ({ thing, pos: { x: Math.round(thing.pos.x + by.x), y: Math.round(thing.pos.y + by.y) } })),
  )
}

export type Placed = {
  readonly thing: Thing
  readonly pos: Position
  readonly size?: { readonly w: number; readonly h: number } | undefined
}

/** Cards and marks take their places together. */
export const placeAll = (surface: Surface, placed: readonly Placed[]): void => {
  surface.session.edits.place(
    placed.flatMap(({ thing, pos, size }) => (isCard(thing) ? [{ id: thing.id, pos, size }] : [])),
    placed.flatMap(({ thing, pos, size }) => (isCard(thing) ? [] : [{ id: thing.id, pos, size }])),
  )
}
