import type { CardView } from '@jointly/board'
import { middle } from './box.ts'
import { fitting, lookingAt, ZOOM, zoomedAt } from './camera.ts'
import { freeScreen } from './detailsShown.ts'
import { isPicking } from './pick.ts'
import type { Surface } from './surface.ts'
import { READABLE } from './wording.ts'
import { wholeOf } from './zones.ts'

/** Moves of the picture that have a key and a button. */
const SMOOTH = { smooth: true } as const

const centre = (surface: Surface) => {
  const { w, h } = surface.screen.get()
  return { x: w / 2, y: h / 2 }
}

export const zoomTo = (surface: Surface, zoom: number): void =>
  surface.move(zoomedAt(surface.camera.get(), centre(surface), zoom), SMOOTH)

export const zoomBy = (surface: Surface, steps: 1 | -1): void =>
  zoomTo(surface, surface.camera.get().zoom * ZOOM.step ** steps)

export const lookAtAll = (surface: Surface): void => {
  const whole = wholeOf(surface)
  if (whole !== null) surface.move(fitting(whole, surface.screen.get()), SMOOTH)
}

export const lookAtSelection = (surface: Surface): void => {
  const hull = surface.hullOf(surface.things())
  if (hull !== null) surface.move(fitting(hull, surface.screen.get(), 96), SMOOTH)
}

/** Comes to a card, near enough to read it, and selects it, unless one is selecting several. */
export const lookAtCard = (surface: Surface, card: CardView): void => {
  if (!isPicking(surface)) surface.select([card.id])
  const zoom = Math.max(READABLE, surface.camera.get().zoom)
  surface.move(lookingAt(middle(surface.boxOf(card)), freeScreen(surface), zoom), SMOOTH)
}
