import type { LinkView, Position } from '@jointly/board'
import { type Box, overlap } from './box.ts'
import { boxOfCurve, type Curve, curveBetween, distanceTo } from './linkPath.ts'
import type { Surface } from './surface.ts'

type ShownLink = { readonly link: LinkView; readonly curve: Curve }

/** The links between cards on the board that cross a box, each with its curve. */
const linksIn = (surface: Surface, box: Box): ShownLink[] => {
  const { links } = surface.session.view.get()
  return links.flatMap(link => {
    const from = surface.card(link.from)
    const to = surface.card(link.to)
    if (from === undefined || to === undefined) return []
    const curve = curveBetween(surface.boxOf(from), surface.boxOf(to))
    return overlap(boxOfCurve(curve), box) ? [{ link, curve }] : []
  })
}

/** A line is thin: this many pixels of the screen beside it still mean it. */
const REACH_PX = 8

export const linkAt = (surface: Surface, point: Position): LinkView | null => {
  const reach = REACH_PX / surface.camera.get().zoom
  const around = { x: point.x - reach, y: point.y - reach, w: 2 * reach, h: 2 * reach }
  let best: { link: LinkView; distance: number } | null = null
  for (const { link, curve } of linksIn(surface, around)) {
    const distance = distanceTo(curve, point)
    if (distance <= reach && (best === null || distance < best.distance)) best = { link, distance }
  }
  return best?.link ?? null
}
