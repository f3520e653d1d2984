import type { CardView } from '@jointly/board'
import { middle } from './box.ts'
import { bringing, lookingAt } from './camera.ts'
import type { Surface } from './surface.ts'

/** The name of this place for the session: an editor stands here, and not in another place that shows the card. */
export const AT = 'canvas'

/** Words are not written smaller than this. */
const READABLE = 0.8

/** Begins to word a card in place; far out one comes near first. */
export const startWording = (surface: Surface, card: CardView): void => {
  surface.select([card.id])
  bringNear(surface, card)
  surface.session.startWording({ id: card.id, at: AT })
}

const bringNear = (surface: Surface, card: CardView): void => {
  const box = surface.boxOf(card)
  const camera = surface.camera.get()
  const screen = surface.screen.get()
  if (camera.zoom < READABLE) surface.move(lookingAt(middle(box), screen, 1), { smooth: true })
  else bringIntoSight(surface, card)
}

/** Moves the picture just enough to see a card. */
export const bringIntoSight = (surface: Surface, card: CardView): void => {
  const camera = surface.camera.get()
  const next = bringing(camera, surface.boxOf(card), surface.screen.get(), 88)
  if (next !== camera) surface.move(next, { smooth: true })
}
