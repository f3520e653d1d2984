import type { CardId, Position } from '@jointly/board'
import { type Box, boxAround, grown, holds, overlap } from './box.ts'
import { inSight } from './camera.ts'
import { moveBy } from './carried.ts'
import { composeAt } from './compose.ts'
import { canConnect, connect } from './connect.ts'
import { isGroup } from './groups.ts'
import { snap } from './snap.ts'
import type { Surface } from './surface.ts'
import { idsOf, isCard, isFrame, type Thing, type ThingId } from './thing.ts'

/** Where the pointer is, on the board, how hard it presses (0 to 1), and what is held with it. */
export type At = {
  readonly point: Position
  readonly pressure: number
  readonly shift: boolean
  readonly free: boolean
}

/** What a press has become: it follows the pointer, and ends in an edit or in nothing. */
export type Gesture = {
  readonly move: (at: At) => void
  readonly end: (at: At) => void
  readonly cancel: () => void
  /** Wants every point that the pointer passed, not one a frame. */
  readonly isFine?: true
}

export const SNAP_PX = 6
const whole = ({ x, y }: Position): Position => ({ x: Math.round(x), y: Math.round(y) })

/** What may be moved goes as a local overlay; where it stands changes once, when it is let go. */
export const dragging = (surface: Surface, moving: readonly Thing[], start: Position): Gesture | null => {
  const hull = surface.hullOf(moving)
  if (hull === null) return null
  const ids = new Set<ThingId>(idsOf(moving))
  const neighbours = standingNear(surface, ids)
  const clear = () => {
    surface.drag.set(null)
    surface.guides.set([])
  }
  const offset = ({ point, shift, free }: At): Position => {
    const by = { x: point.x - start.x, y: point.y - start.y }
    if (shift) return Math.abs(by.x) > Math.abs(by.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y }
    if (free) return by
    const there = { ...hull, x: hull.x + by.x, y: hull.y + by.y }
    const flush = snap(there, neighbours, SNAP_PX / surface.camera.get().zoom)
    surface.guides.set(flush.guides)
    return { x: by.x + flush.by.x, y: by.y + flush.by.y }
  }
  return {
    move: at => surface.drag.set({ ids, by: whole(offset(at)) }),
    end: at => {
      moveBy(surface, moving, whole(offset(at)))
      clear()
    },
    cancel: clear,
  }
}

/** The cards in sight that something can lie flush with. */
export const standingNear = (surface: Surface, except: ReadonlySet<ThingId>): readonly Box[] => {
  const sight = inSight(surface.camera.get(), surface.screen.get())
  return surface.mounted.get().flatMap(id => {
    const card = except.has(id) ? undefined : surface.card(id)
    const box = card && surface.boxOf(card)
    return box !== undefined && overlap(box, sight) ? [box] : []
  })
}

/** A rectangle over empty ground selects what it touches; with shift, beside what was selected. */
export const marquee = (surface: Surface, start: Position, { add }: { add: boolean }): Gesture => {
  const before = add ? surface.selected.get() : new Set<ThingId>()
  const touch = ({ point }: At) => {
    const box = boxAround(start, point)
    surface.marquee.set(box)
    const { cards, marks } = surface.session.view.get()
    const touched = [...cards.filter(card => !card.gone), ...marks].filter(thing =>
      isMeant(surface.boxOf(thing), thing, box),
    )
    surface.select([...before, ...idsOf(touched)])
  }
  return {
    move: touch,
    end: () => surface.marquee.set(null),
    cancel: () => {
      surface.marquee.set(null)
      surface.select(before)
    },
  }
}

/** A frame and a group are ground to what lies on them: they are meant only by what goes all around them. */
const isMeant = (box: Box, thing: Thing, within: Box): boolean =>
  isFrame(thing) || (isCard(thing) && isGroup(thing)) ? holds(within, box) : overlap(box, within)

/** A connector, from a card to a card; on empty ground it asks for a new card there. */
export const pulling = (surface: Surface, from: CardId): Gesture | null => {
  const own = surface.card(from)
  if (own === undefined || !canConnect(surface, own)) return null
  const over = (point: Position) => {
    const card = surface.cardAt(point, from)
    return card === null || canConnect(surface, card) ? card : null
  }
  return {
    move: ({ point }) => surface.pull.set({ from, to: point, over: over(point)?.id ?? null }),
    end: ({ point }) => {
      surface.pull.set(null)
      const to = over(point)
      if (to !== null) connect(surface, from, to.id)
      else if (
        surface.cardAt(point, from) === null &&
        !overlap(grown(surface.boxOf(own), 12), { ...point, w: 0.1, h: 0.1 })
      )
        composeAt(surface, point, { from })
    },
    cancel: () => surface.pull.set(null),
  }
}
