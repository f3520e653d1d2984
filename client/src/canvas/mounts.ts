import type { CardId, CardView } from '@jointly/board'
import { type Box, grown, middle, overlap } from './box.ts'
import { detailAt, inSight } from './camera.ts'
import { type Standing, standingIn } from './standing.ts'
import type { Surface } from './surface.ts'

/** Around the screen, in its own pixels: what comes this near is drawn, what goes this far no longer. */
const NEAR_PX = 240
const FAR_PX = 720
/** A mounted card costs about a millisecond: more in one frame and a pan stumbles. The rest is painted meanwhile. */
const PER_FRAME = { mount: 5, unmount: 10 }
/** What one has selected is drawn as elements; of a great many only so many, the others show it painted. */
const MOST_SELECTED = 60

/** Cards that must be elements whatever is in sight: what is edited, focused, held or pointed at. */
const pinned = (surface: Surface): Set<CardId> => {
  const { selected, hovered, session, drag } = surface
  const wording = session.wording.get()?.id as CardId | undefined // a joint text's name is no card's id
  const held = [...selected.get()].slice(0, MOST_SELECTED)
  const ids = [...held, surface.tabStop(), hovered.get(), wording, ...(drag.get() === null ? [] : held)]
  return new Set(ids.filter(id => id != null && surface.card(id) !== undefined) as CardId[])
}

/**
 * Decides which cards are elements: those near the screen, a few more each frame, nearest to its middle first, and those
 * that are pinned. Far out none are but the pinned: everything else is painted.
 */
export const nextMounted = (surface: Surface, { all = false } = {}): { ids: readonly CardId[]; isDone: boolean } => {
  const look = surface.camera.get()
  const sight = inSight(look, surface.screen.get())
  const isDetailed = detailAt(look.zoom) === 'card'
  const before = surface.mounted.get()
  const next = pinned(surface)
  const far = grown(sight, FAR_PX / look.zoom)
  let leaving = 0
  for (const id of before) {
    const card = surface.card(id)
    if (card === undefined || next.has(id)) continue
    const stays = isDetailed && overlap(surface.boxOf(card), far)
    if (stays || (!all && ++leaving > PER_FRAME.unmount)) next.add(id)
  }
  const coming = isDetailed ? nearestFirst(surface, grown(sight, NEAR_PX / look.zoom), next) : []
  const room = all ? coming.length : PER_FRAME.mount
  for (const id of coming.slice(0, room)) next.add(id)
  const isDone = coming.length <= room && leaving <= PER_FRAME.unmount
  if (next.size === before.length && before.every(id => next.has(id))) return { ids: before, isDone }
  return { ids: inOrder(surface.session.view.get().cards, next), isDone }
}

const nearestFirst = (surface: Surface, near: Box, except: ReadonlySet<CardId>): readonly CardId[] => {
  const centre = middle(near)
  const away = ({ box }: Standing) => {
    const at = middle(box)
    return Math.hypot(at.x - centre.x, at.y - centre.y)
  }
  return standingIn(surface, near)
    .filter(({ id }) => !except.has(id))
    .sort((a, b) => away(a) - away(b))
    .map(({ id }) => id)
}

/** The elements stand in reading order, so that whoever reads along meets them in it. */
const inOrder = (cards: readonly CardView[], ids: ReadonlySet<CardId>): readonly CardId[] =>
  cards.flatMap(card => (ids.has(card.id) ? [card.id] : []))
