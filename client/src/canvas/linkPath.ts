import type { Position } from '@jointly/board'
import { type Box, middle } from './box.ts'

/** A cubic curve from one card's edge to another's. */
export type Curve = { readonly a: Position; readonly c1: Position; readonly c2: Position; readonly b: Position }

const LEAST_BEND = 24
const MOST_BEND = 160

/** From edge to edge where two cards face each other: sideways where there is room between them, else up or down. */
export const curveBetween = (from: Box, to: Box): Curve => {
  const [f, t] = [middle(from), middle(to)]
  const gapX = Math.max(to.x - from.x - from.w, from.x - to.x - to.w)
  const gapY = Math.max(to.y - from.y - from.h, from.y - to.y - to.h)
  const sideways = gapX >= gapY
  const sign = (sideways ? t.x >= f.x : t.y >= f.y) ? 1 : -1
  const a = sideways ? { x: f.x + (sign * from.w) / 2, y: f.y } : { x: f.x, y: f.y + (sign * from.h) / 2 }
  const b = sideways ? { x: t.x - (sign * to.w) / 2, y: t.y } : { x: t.x, y: t.y - (sign * to.h) / 2 }
  return bent(a, b, sideways ? { x: sign, y: 0 } : { x: 0, y: sign })
}

const bent = (a: Position, b: Position, out: Position): Curve => {
  const reach = Math.abs(out.x === 0 ? b.y - a.y : b.x - a.x) / 2
  const bend = Math.min(MOST_BEND, Math.max(LEAST_BEND, reach))
  return {
    a,
    c1: { x: a.x + out.x * bend, y: a.y + out.y * bend },
    c2: { x: b.x - out.x * bend, y: b.y - out.y * bend },
    b,
  }
}

/** From a card's edge to a point: a connector that is still being pulled. */
export const curveTo = (from: Box, to: Position): Curve => curveBetween(from, { ...to, w: 0, h: 0 })

const r = Math.round
export const pathOf = ({ a, c1, c2, b }: Curve): string =>
  `M${r(a.x)} ${r(a.y)}C${r(c1.x)} ${r(c1.y)} ${r(c2.x)} ${r(c2.y)} ${r(b.x)} ${r(b.y)}`

/** A dot is a line of no length with round ends: all dots of all links are one path. */
export const dotsOf = ({ a, b }: Curve): string => `M${r(a.x)} ${r(a.y)}h0M${r(b.x)} ${r(b.y)}h0`

const at = ({ a, c1, c2, b }: Curve, t: number): Position => {
  const u = 1 - t
  const mix = (p: number, q: number, s: number, e: number) =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * s + t * t * t * e
  return { x: mix(a.x, c1.x, c2.x, b.x), y: mix(a.y, c1.y, c2.y, b.y) }
}

const STEPS = 24

/** How far a point is from the curve. */
export const distanceTo = (curve: Curve, point: Position): number => {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i <= STEPS; i++) {
    const { x, y } = at(curve, i / STEPS)
    least = Math.min(least, Math.hypot(point.x - x, point.y - y))
  }
  return least
}

/** The box that certainly holds the curve. */
export const boxOfCurve = ({ a, c1, c2, b }: Curve): Box => {
  const xs = [a.x, c1.x, c2.x, b.x]
  const ys = [a.y, c1.y, c2.y, b.y]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}
