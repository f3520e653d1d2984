import { CARD_WIDTH, type CardId, type CardKind, type CardView, type Position } from '@jointly/board'
import { kindNow, kindsFor } from './rights.ts'
import type { Surface } from './surface.ts'
import type { ToolId } from './tools.ts'
import { kindAt } from './zones.ts'

const GAP = 24

/** Opens the composer at a place of the board, for the kind that belongs there. */
export const composeAt = (surface: Surface, at: Position, wanted: { kind?: CardKind; from?: CardId } = {}): void => {
  const { session } = surface
  if (session.block.get() !== null) return
  const kinds = kindsFor(session)
  const ofPlace = kindAt(surface, at)
  const kind = wanted.kind ?? (ofPlace !== null && kinds.includes(ofPlace) ? ofPlace : kindNow(session))
  surface.composing.set({ at: { x: at.x, y: at.y }, kind, ...(wanted.from !== undefined && { from: wanted.from }) })
}

/** Opens it in the middle of what is in sight, for a key or a button that names no place. */
export const composeInSight = (surface: Surface, kind?: CardKind): void => {
  const { w, h } = surface.screen.get()
  const { x, y, zoom } = surface.camera.get()
  const at = { x: (w / 2 - x) / zoom - CARD_WIDTH / 2, y: (h / 2 - y) / zoom - 80 }
  composeAt(surface, at, kind === undefined ? {} : { kind })
}

/** Opens it below a card, for the next one of its kind. */
export const composeBelow = (surface: Surface, card: CardView): void => {
  const { x, y, h } = surface.boxOf(card)
  const isMine = kindsFor(surface.session).includes(card.kind)
  composeAt(surface, { x, y: y + h + GAP }, isMine ? { kind: card.kind } : {})
}

/** A key that takes the card's tool writes at once, in the middle of what is in sight: a hand on the keyboard has no place. */
export const takeTool = (surface: Surface, tool: ToolId): void => {
  if (tool === 'card') composeInSight(surface)
  else if (tool === 'text') composeInSight(surface, 'note')
  else surface.tool.set(tool)
}
