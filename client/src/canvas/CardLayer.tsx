import { useLayoutEffect } from 'react'
import { useReadable } from '../session/hooks.ts'
import { CanvasCard } from './CanvasCard.tsx'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'

/** The cards that are elements now, in reading order. */
export const CardLayer = () => {
  const surface = useSurface()
  useLayoutEffect(() => surface.onPaint(() => placeAll(surface)), [surface])
  return useReadable(surface.mounted).map(id => <CanvasCard key={id} id={id} />)
}

/**
 * Moves each element to where its card is now: what is on its way moves with every frame, and nothing is drawn anew. It is a
 * layer of its own meanwhile, or the browser would draw again what it leaves and what it comes to.
 */
const placeAll = (surface: Surface) => {
  const moving = new Set(surface.onTheirWay())
  for (const [id, { style }] of surface.elements) {
    const card = surface.card(id)
    if (card === undefined) continue
    const { x, y } = surface.boxOf(card)
    const transform = `translate(${x}px, ${y}px)`
    if (style.transform !== transform) style.transform = transform
    const willChange = moving.has(id) ? 'transform' : ''
    if (style.willChange !== willChange) style.willChange = willChange
  }
}
