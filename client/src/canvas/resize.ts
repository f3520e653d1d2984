import type { Position, Size } from '@jointly/board'
import type { Box } from './box.ts'
import { placeAll } from './carried.ts'
import { type At, type Gesture, SNAP_PX, standingNear } from './gesture.ts'
import { isGroup } from './groups.ts'
import { mayMove } from './rights.ts'
import { snap } from './snap.ts'
import type { Surface } from './surface.ts'
import { isCard, isInk, type Thing } from './thing.ts'

/** The corners that change a size; the opposite one stays where it is. */
export const CORNERS = ['nw', 'ne', 'sw', 'se'] as const
export type Corner = (typeof CORNERS)[number]

const BOUNDS = {
  card: { least: { w: 160, h: 60 }, most: { w: 4_000, h: 4_000 } },
  frame: { least: { w: 80, h: 80 }, most: { w: 20_000, h: 20_000 } },
} as const
const boundsFor = (thing: Thing): { readonly least: Size; readonly most: Size } =>
  isCard(thing) ? BOUNDS.card : BOUNDS.frame

/** A box with one corner moved by so much, within what a thing of its kind can be. */
export const stretched = (
  box: Box,
  corner: Corner,
  by: Position,
  { least, most }: ReturnType<typeof boundsFor>,
): Box => {
  const within = (length: number, side: 'w' | 'h') => Math.round(Math.min(most[side], Math.max(least[side], length)))
  const isLeft = corner.endsWith('w')
  const isTop = corner.startsWith('n')
  const w = within(box.w + (isLeft ? -by.x : by.x), 'w')
  const h = within(box.h + (isTop ? -by.y : by.y), 'h')
  return { x: isLeft ? box.x + box.w - w : box.x, y: isTop ? box.y + box.h - h : box.y, w, h }
}

const cornerOf = ({ x, y, w, h }: Box, corner: Corner): Position => ({
  x: corner.endsWith('w') ? x : x + w,
  y: corner.startsWith('n') ? y : y + h,
})

/** Pulls at a corner; the corner lies flush with what it comes near. */
export const resizing = (
  surface: Surface,
  thing: Thing,
  { corner, start }: { corner: Corner; start: Position },
): Gesture => {
  const before = surface.boxOf(thing)
  const neighbours = standingNear(surface, new Set([thing.id]))
  const boxAt = ({ point, free }: At): Box => {
    const by = { x: point.x - start.x, y: point.y - start.y }
    if (free) return stretched(before, corner, by, boundsFor(thing))
    const at = cornerOf(before, corner)
    const flush = snap({ x: at.x + by.x, y: at.y + by.y, w: 0, h: 0 }, neighbours, SNAP_PX / surface.camera.get().zoom)
    surface.guides.set(flush.guides)
    return stretched(before, corner, { x: by.x + flush.by.x, y: by.y + flush.by.y }, boundsFor(thing))
  }
  const clear = () => {
    surface.resize.set(null)
    surface.guides.set([])
  }
  return {
    move: at => surface.resize.set({ id: thing.id, box: boxAt(at) }),
    end: at => {
      sizeTo(surface, thing, boxAt(at))
      clear()
    },
    cancel: clear,
  }
}

const sizeTo = (surface: Surface, thing: Thing, { x, y, w, h }: Box): void =>
  placeAll(surface, [{ thing, pos: { x: Math.round(x), y: Math.round(y) }, size: { w, h } }])

/** So far the corner goes with one press. */
const STEP = 20
/** The four ways of a press, for whoever does not drag. */
export const SIZINGS = {
  wider: { x: STEP, y: 0 },
  narrower: { x: -STEP, y: 0 },
  taller: { x: 0, y: STEP },
  lower: { x: 0, y: -STEP },
} as const satisfies Record<string, Position>
export type SizingId = keyof typeof SIZINGS

/** What this person can size: ink has none, and a group is as large as what lies in it. */
export const sizableOf = (surface: Surface, things: readonly Thing[]): readonly Thing[] =>
  things.filter(thing => !isInk(thing) && !(isCard(thing) && isGroup(thing)) && mayMove(surface.session, thing))

/** The same by keys and commands: the lower right corner moves. */
export const resizeBy = (surface: Surface, things: readonly Thing[], by: Position): void =>
  placeAll(
    surface,
    things.map(thing => {
      const { w, h } = stretched(surface.boxOf(thing), 'se', by, boundsFor(thing))
      return { thing, pos: thing.pos, size: { w, h } }
    }),
  )
