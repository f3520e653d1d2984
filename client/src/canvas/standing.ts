import type { CardId } from '@jointly/board'
import { type Box, overlap } from './box.ts'
import { kept } from './kept.ts'
import type { Surface } from './surface.ts'

export type Standing = { readonly id: CardId; readonly box: Box }

/** All cards on the board where they stand, in reading order: worked out once, looked through in every frame. */
const allStanding = kept(
  (surface: Surface): readonly Standing[] => {
    return surface.placed().flatMap(card => (card.gone ? [] : [{ id: card.id, box: surface.restOf(card) }]))
  },
  surface => [surface.placed(), surface.sizes.version],
)

/** The cards that are drawn in a part of the board now, in reading order, those on their way included. */
export const standingIn = (surface: Surface, part: Box): readonly Standing[] => {
  const away = new Set(surface.onTheirWay())
  return allStanding(surface).flatMap(standing => {
    const card = away.has(standing.id) ? surface.card(standing.id) : undefined
    const box = card === undefined ? standing.box : surface.boxOf(card)
    return overlap(box, part) ? [box === standing.box ? standing : { id: standing.id, box }] : []
  })
}
