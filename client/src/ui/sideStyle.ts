import type { Shape, Side } from '@jointly/board'
import type { CSSProperties } from 'react'

const COLOURS = {
  circle: { '--side': 'var(--circle)', '--side-tint': 'var(--circle-tint)' },
  square: { '--side': 'var(--square)', '--side-tint': 'var(--square-tint)' },
  triangle: { '--side': 'var(--triangle)', '--side-tint': 'var(--triangle-tint)' },
  hexagon: { '--side': 'var(--hexagon)', '--side-tint': 'var(--hexagon-tint)' },
  pentagon: { '--side': 'var(--pentagon)', '--side-tint': 'var(--pentagon-tint)' },
} as const satisfies Record<Shape, CSSProperties>

const NEUTRAL = { '--side': 'var(--neutral)', '--side-tint': 'var(--neutral-tint)' } as const satisfies CSSProperties

/**
 * CSS variables of a side, or of neutral people: `--side` (edge, mark, text on paper), `--side-tint` (a ground under
 * ink). The colour goes with the shape: no two sides of a team share a shape, so no two ever share a colour, and the
 * union's circle is blue and the management's square is orange wherever nobody changed them.
 */
export const sideStyle = (side: Pick<Side, 'shape'> | null): CSSProperties => (side ? COLOURS[side.shape] : NEUTRAL)
