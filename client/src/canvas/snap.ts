import type { Position } from '@jointly/board'
import type { Box } from './box.ts'

/** A line that shows what a dragged card is flush with. */
export type Guide = { readonly along: 'x' | 'y'; readonly at: number; readonly from: number; readonly to: number }

type Span = { readonly start: number; readonly length: number }
const edges = ({ start, length }: Span) => [start, start + length / 2, start + length]

const nearest = (moving: Span, others: readonly Span[], within: number): { by: number; at: number } | null => {
  let best: { by: number; at: number } | null = null
  for (const other of others)
    for (const at of edges(other))
      for (const edge of edges(moving)) {
        const by = at - edge
        if (Math.abs(by) <= within && (best === null || Math.abs(by) < Math.abs(best.by))) best = { by, at }
      }
  return best
}

const across = ({ x, w }: Box): Span => ({ start: x, length: w })
const down = ({ y, h }: Box): Span => ({ start: y, length: h })

/** How far a box must still move to lie flush with its neighbours, and the lines that say with which. */
export const snap = (
  moving: Box,
  others: readonly Box[],
  within: number,
): { by: Position; guides: readonly Guide[] } => {
  const x = nearest(across(moving), others.map(across), within)
  const y = nearest(down(moving), others.map(down), within)
  const by = { x: x?.by ?? 0, y: y?.by ?? 0 }
  const there = { ...moving, x: moving.x + by.x, y: moving.y + by.y }
  const guides: Guide[] = []
  if (x !== null) {
    const flush = [there, ...others.filter(other => edges(across(other)).some(edge => Math.abs(edge - x.at) < 0.5))]
    guides.push({
      along: 'x',
      at: x.at,
      from: Math.min(...flush.map(b => b.y)),
      to: Math.max(...flush.map(b => b.y + b.h)),
    })
  }
  if (y !== null) {
    const flush = [there, ...others.filter(other => edges(down(other)).some(edge => Math.abs(edge - y.at) < 0.5))]
    guides.push({
      along: 'y',
      at: y.at,
      from: Math.min(...flush.map(b => b.x)),
      to: Math.max(...flush.map(b => b.x + b.w)),
    })
  }
  return { by, guides }
}
