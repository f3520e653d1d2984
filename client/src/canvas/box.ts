import type { Position } from '@jointly/board'

/** A rectangle on the board (or on the screen, where a name says so). */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

export const boxAround = (a: Position, b: Position): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.abs(a.x - b.x),
  h: Math.abs(a.y - b.y),
})

export const grown = ({ x, y, w, h }: Box, by: number): Box => ({ x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by })

export const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

export const contains = ({ x, y, w, h }: Box, point: Position): boolean =>
  point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h

/** Whether the inner one lies wholly in the outer one. */
export const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h

export const middle = ({ x, y, w, h }: Box): Position => ({ x: x + w / 2, y: y + h / 2 })

/** The smallest box that holds all of them; null where there are none. */
export const hull = (boxes: Iterable<Box>): Box | null => {
  const most = Number.POSITIVE_INFINITY
  let [left, top, right, bottom] = [most, most, -most, -most]
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  return right < left ? null : { x: left, y: top, w: right - left, h: bottom - top }
}
