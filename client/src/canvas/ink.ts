import { type InkView, type Position, wayOf } from '@jointly/board'
import { getStroke } from 'perfect-freehand'
import { type Box, grown, hull } from './box.ts'

/** How thick ink is, in board pixels. */
const THICK = 5
/** A press without a way is a dot of this size. */
const DOT = 1

export type Way = readonly (Position & { readonly pressure: number })[]

const ways = new WeakMap<InkView, Way>()
/** The points of a stroke on the board; taken apart once. */
const wayIn = (ink: InkView): Way => {
  const made = ways.get(ink) ?? wayOf(ink)
  ways.set(ink, made)
  return made
}

const bounds = new WeakMap<InkView, Box>()
/** What a stroke covers. */
export const boundsOf = (ink: InkView): Box => {
  const known = bounds.get(ink)
  if (known !== undefined) return known
  const around = hull(wayIn(ink).map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? { ...ink.pos, w: 0, h: 0 }
  const made = grown(around, THICK / 2)
  bounds.set(ink, made)
  return made
}

/** The outline of a stroke as a path; a pen's own pressure makes it thick and thin, else its speed does. */
export const pathAlong = (way: Way): Path2D => {
  const [first] = way
  const isPressed = way.some(({ pressure }) => pressure !== first?.pressure)
  const outline = getStroke(
    way.map(({ x, y, pressure }): [number, number, number] => [x, y, pressure]),
    { size: THICK, thinning: 0.5, smoothing: 0.5, streamline: 0.4, simulatePressure: !isPressed, last: true },
  )
  const path = new Path2D()
  const [start] = outline
  if (start === undefined || first === undefined) return path
  if (way.length === 1) path.arc(first.x, first.y, THICK / 2 + DOT, 0, 2 * Math.PI)
  else {
    path.moveTo(start[0], start[1])
    // Through the middles between points, so that no corner shows.
    outline.forEach(([x, y], i) => {
      const [nextX, nextY] = outline[(i + 1) % outline.length] ?? start
      path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2)
    })
    path.closePath()
  }
  return path
}

const paths = new WeakMap<InkView, Path2D>()
export const pathOf = (ink: InkView): Path2D => {
  const made = paths.get(ink) ?? pathAlong(wayIn(ink))
  paths.set(ink, made)
  return made
}

/** How near a way from `a` to `b` comes to a stroke. */
export const distanceToInk = (ink: InkView, a: Position, b: Position = a): number => {
  const way = wayIn(ink)
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 0; i < way.length; i++) {
    const [from, to] = [way[Math.max(0, i - 1)], way[i]]
    if (from !== undefined && to !== undefined) nearest = Math.min(nearest, betweenLines([from, to], [a, b]))
  }
  return nearest
}

type Line = readonly [Position, Position]

const toLine = (point: Position, [a, b]: Line): number => {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length
  const at = Math.min(1, Math.max(0, along))
  return Math.hypot(point.x - a.x - at * dx, point.y - a.y - at * dy)
}

const side = ([a, b]: Line, { x, y }: Position) => Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x))

const betweenLines = (one: Line, other: Line): number => {
  const cross = side(one, other[0]) * side(one, other[1]) < 0 && side(other, one[0]) * side(other, one[1]) < 0
  if (cross) return 0
  return Math.min(toLine(one[0], other), toLine(one[1], other), toLine(other[0], one), toLine(other[1], one))
}

/** Leaves out the points that no eye would miss: those nearer than `least` to the line between their neighbours. */
export const simplified = <Point extends Position>(way: readonly Point[], least: number): Point[] => {
  const keeps = new Uint8Array(way.length)
  const open: [number, number][] = [[0, way.length - 1]]
  keeps[0] = 1
  if (way.length > 0) keeps[way.length - 1] = 1
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range
    const [a, b] = [way[from], way[to]]
    if (a === undefined || b === undefined) continue
    let farthest = { at: -1, by: least }
    for (let at = from + 1; at < to; at++) {
      const point = way[at]
      const by = point === undefined ? 0 : toLine(point, [a, b])
      if (by > farthest.by) farthest = { at, by }
    }
    if (farthest.at === -1) continue
    keeps[farthest.at] = 1
    open.push([from, farthest.at], [farthest.at, to])
  }
  return way.filter((_, i) => keeps[i] === 1)
}
