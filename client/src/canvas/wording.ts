import { actRefusal, type CardView, type FrameView } from '@jointly/board'
import { type Box, middle } from './box.ts'
import { bringing, lookingAt } from './camera.ts'
import { freeScreen } from './detailsShown.ts'
import { mayMove } from './rights.ts'
import type { Surface } from './surface.ts'
import { isCard, isFrame, type Thing } from './thing.ts'

/** The name of this place for the session: an editor stands here, and not in another place that shows the card. */
export const AT = 'canvas'

/** Words are not written smaller than this. */
export const READABLE = 0.8

/** Begins to word a card, or to title a frame; else says why not. Ink has no words. */
export const wordThing = (
  surface: Surface,
  thing: Thing,
): 'blocked' | 'notYours' | 'closed' | 'heldFast' | 'erased' | null => {
  const { session } = surface
  if (session.block.get() !== null) return 'blocked'
  if (isFrame(thing)) {
    if (!mayMove(session, thing)) return 'heldFast'
    surface.titling.set(thing.id)
  } else if (isCard(thing)) {
    const refused = actRefusal(session.me, { act: 'word card', card: thing, id: thing.id }, session.circumstances.get())
    if (refused === 'stage_only') return 'closed'
    if (refused !== null) return refused === 'card_erased' ? 'erased' : 'notYours'
    startWording(surface, thing)
  }
  return null
}

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

/** Moves the picture just enough to see something. */
export const bringIntoSight = (surface: Surface, thing: Thing): void => bringBox(surface, surface.boxOf(thing))

/** The line above a frame on which its title stands, in pixels of the screen. */
const TITLE_PX = { w: 300, h: 48 }

/** Moves the picture just enough to see what a frame is called. */
export const bringTitleIntoSight = (surface: Surface, frame: FrameView): void => {
  const { zoom } = surface.camera.get()
  const { x, y, w } = surface.boxOf(frame)
  const h = TITLE_PX.h / zoom
  bringBox(surface, { x, y: y - h, w: Math.min(w, TITLE_PX.w / zoom), h })
}

const bringBox = (surface: Surface, box: Box): void => {
  const camera = surface.camera.get()
  const next = bringing(camera, box, freeScreen(surface), 88)
  if (next !== camera) surface.move(next, { smooth: true })
}
