import type { Position } from '@jointly/board'
import { type Box, hull } from './box.ts'
import { movableOf, placeAll } from './carried.ts'
import type { Surface } from './surface.ts'
import type { Thing } from './thing.ts'

/** Where each of several boxes goes; the order of the answer is theirs. */
type Arrangement = (boxes: readonly Box[], around: Box) => Position[]

const each =
  (to: (box: Box, around: Box) => Position): Arrangement =>
  (boxes, around) =>
    boxes.map(box => to(box, around))

/** Equal gaps along one axis; the outermost two stay. */
const spread =
  (at: 'x' | 'y', length: 'w' | 'h'): Arrangement =>
  (boxes, around) => {
    const order = boxes.map((box, i) => ({ box, i })).sort((a, b) => a.box[at] - b.box[at] || a.i - b.i)
    const taken = boxes.reduce((sum, box) => sum + box[length], 0)
    const gap = (around[length] - taken) / Math.max(1, boxes.length - 1)
    const places = boxes.map(({ x, y }) => ({ x, y }))
    let next = around[at]
    for (const { box, i } of order) {
      places[i] = { x: box.x, y: box.y, [at]: next }
      next += box[length] + gap
    }
    return places
  }

/** A row per way to arrange what is selected; `least`: from how many things on it says anything. */
export const ARRANGEMENTS = {
  left: { least: 2, of: each(({ y }, { x }) => ({ x, y })) },
  centre: { least: 2, of: each(({ y, w }, around) => ({ x: around.x + (around.w - w) / 2, y })) },
  right: { least: 2, of: each(({ y, w }, around) => ({ x: around.x + around.w - w, y })) },
  top: { least: 2, of: each(({ x }, { y }) => ({ x, y })) },
  middle: { least: 2, of: each(({ x, h }, around) => ({ x, y: around.y + (around.h - h) / 2 })) },
  bottom: { least: 2, of: each(({ x, h }, around) => ({ x, y: around.y + around.h - h })) },
  across: { least: 3, of: spread('x', 'w') },
  down: { least: 3, of: spread('y', 'h') },
} as const satisfies Record<string, { least: number; of: Arrangement }>
export type ArrangementId = keyof typeof ARRANGEMENTS

/** Lines things up, or spaces them evenly; what lies on a frame or in a group goes with it. One step of undo. */
export const arrange = (surface: Surface, things: readonly Thing[], how: ArrangementId): void => {
  const boxes = things.map(thing => surface.boxOf(thing))
  const around = hull(boxes)
  if (around === null) return
  const places = ARRANGEMENTS[how].of(boxes, around)
  const moved = new Map<Thing['id'], { thing: Thing; pos: Position }>()
  let stay = 0
  things.forEach((thing, i) => {
    const [box, place] = [boxes[i], places[i]]
    if (box === undefined || place === undefined) return
    const by = { x: place.x - box.x, y: place.y - box.y }
    const { moving, staying } = movableOf(surface, [thing])
    stay += staying
    for (const one of moving)
      if (one === thing || !things.includes(one))
        moved.set(one.id, { thing: one, pos: { x: Math.round(one.pos.x + by.x), y: Math.round(one.pos.y + by.y) } })
  })
  placeAll(surface, [...moved.values()])
  if (stay > 0) surface.tellStaying(moved.size === 0 ? 'all' : stay)
}
