import type { CardView, FrameView, InkView, Position } from '@jointly/board'
import { contains, grown } from './box.ts'
import { isGroup } from './groups.ts'
import { boundsOf, distanceToInk } from './ink.ts'
import { CORNERS, type Corner } from './resize.ts'
import type { Surface } from './surface.ts'
import { isCard, isFrame, isInk, type Thing, type ThingId } from './thing.ts'

/** What was pressed. */
export type Target =
  | { readonly is: 'thing'; readonly thing: Thing }
  | { readonly is: 'dot'; readonly thing: CardView }
  | { readonly is: 'corner'; readonly thing: Thing; readonly corner: Corner }
  | { readonly is: 'ground' }

/** A line is thin: this many pixels of the screen beside it still mean it. */
const REACH_PX = 6

/**
 * The elements say what was pressed; of what is painted its place does. Ink lies above cards, cards above frames, and a
 * group below all of them. Of a frame its edge and its title are taken hold of: on its ground one works as on any other.
 */
export const targetOf = (surface: Surface, element: EventTarget, point: Position): Target => {
  const shown = element instanceof Element ? element.closest<HTMLElement>('[data-card], [data-frame]') : null
  const pressed = shown === null ? undefined : surface.thing((shown.dataset.card ?? shown.dataset.frame) as ThingId) // written there by itself
  const part = element instanceof HTMLElement ? element.dataset.part : undefined
  const corner = CORNERS.find(one => one === part)
  if (pressed !== undefined && corner !== undefined) return { is: 'corner', thing: pressed, corner }
  if (pressed !== undefined && isCard(pressed) && part === 'dot') return { is: 'dot', thing: pressed }
  const card = pressed ?? surface.cardAt(point)
  const isOnTop = card !== null && !(isCard(card) && isGroup(card))
  const below = isOnTop ? card : (surface.cardAt(point) ?? card)
  const isStanding = below !== null && !(isCard(below) && isGroup(below))
  const thing = inkAt(surface, point) ?? (isStanding ? below : (frameEdgeAt(surface, point) ?? below))
  return thing === null ? { is: 'ground' } : { is: 'thing', thing }
}

const inkAt = (surface: Surface, point: Position): InkView | null => {
  const reach = REACH_PX / surface.camera.get().zoom
  return (
    surface.session.view
      .get()
      .marks.findLast(
        (mark): mark is InkView =>
          isInk(mark) && contains(grown(boundsOf(mark), reach), point) && distanceToInk(mark, point) <= reach,
      ) ?? null
  )
}

const frameEdgeAt = (surface: Surface, point: Position): FrameView | null => {
  const reach = REACH_PX / surface.camera.get().zoom
  return (
    surface.session.view.get().marks.findLast((mark): mark is FrameView => {
      if (!isFrame(mark)) return false
      const box = surface.boxOf(mark)
      return contains(grown(box, reach), point) && !contains(grown(box, -reach), point)
    }) ?? null
  )
}
