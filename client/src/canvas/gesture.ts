import type { CardId, CardView, Position, Size } from '@jointly/board'
import { type Box, boxAround, grown, overlap } from './box.ts'
import { inSight } from './camera.ts'
import { composeAt } from './compose.ts'
import { connect } from './connect.ts'
import { mayMove } from './rights.ts'
import { snap } from './snap.ts'
import type { Surface } from './surface.ts'

/** Where the pointer is, on the board, and what is held with it. */
export type At = { readonly point: Position; readonly shift: boolean; readonly free: boolean }

/** What a press has become: it follows the pointer, and ends in an edit or in nothing. */
export type Gesture = {
  readonly move: (at: At) => void
  readonly end: (at: At) => void
  readonly cancel: () => void
}

const SNAP_PX = 6
const whole = ({ x, y }: Position): Position => ({ x: Math.round(x), y: Math.round(y) })

/** The cards move as a local overlay; where they stand changes once, when they are let go. Null: none may be moved. */
export const dragging = (surface: Surface, cards: readonly CardView[], start: Position): Gesture | null => {
  const movable = cards.filter(card => mayMove(surface.session, card))
  const hull = surface.hullOf(movable)
  if (hull === null) return null
  const ids = new Set(movable.map(card => card.id))
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
    move: at => surface.drag.set({ cards: ids, by: whole(offset(at)) }),
    end: at => {
      const by = offset(at)
      // As they stand now, not as they stood: somebody else may have moved one of them meanwhile.
      const now = movable.flatMap(({ id }) => surface.card(id) ?? [])
      surface.session.edits.place(now.map(({ id, pos }) => ({ id, pos: whole({ x: pos.x + by.x, y: pos.y + by.y }) })))
      clear()
    },
    cancel: clear,
  }
}

const standingNear = (surface: Surface, except: ReadonlySet<CardId>): readonly Box[] => {
  const sight = inSight(surface.camera.get(), surface.screen.get())
  return surface.mounted.get().flatMap(id => {
    const card = except.has(id) ? undefined : surface.card(id)
    const box = card && surface.boxOf(card)
    return box !== undefined && overlap(box, sight) ? [box] : []
  })
}

const LEAST: Size = { w: 160, h: 60 }

export const resizing = (surface: Surface, card: CardView, start: Position): Gesture => {
  const before = surface.boxOf(card)
  const boxAt = ({ point }: At): Box => ({
    ...before,
    w: Math.round(Math.max(LEAST.w, before.w + point.x - start.x)),
    h: Math.round(Math.max(LEAST.h, before.h + point.y - start.y)),
  })
  return {
    move: at => surface.resize.set({ id: card.id, box: boxAt(at) }),
    end: at => {
      const { w, h } = boxAt(at)
      surface.session.edits.place([{ id: card.id, pos: card.pos, size: { w, h } }])
      surface.resize.set(null)
    },
    cancel: () => surface.resize.set(null),
  }
}

/** A rectangle over empty ground selects what it touches; with shift, beside what was selected. */
export const marquee = (surface: Surface, start: Position, { add }: { add: boolean }): Gesture => {
  const before = add ? surface.selected.get() : new Set<CardId>()
  const touch = ({ point }: At) => {
    const box = boxAround(start, point)
    surface.marquee.set(box)
    const touched = surface.session.view.get().cards.filter(card => !card.gone && overlap(surface.boxOf(card), box))
    surface.select([...before, ...touched.map(card => card.id)])
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

/** A connector, from a card to a card; on empty ground it asks for a new card there. */
export const pulling = (surface: Surface, from: CardId): Gesture => ({
  move: ({ point }) => surface.pull.set({ from, to: point, over: surface.cardAt(point, from)?.id ?? null }),
  end: ({ point }) => {
    surface.pull.set(null)
    const over = surface.cardAt(point, from)
    const own = surface.card(from)
    if (over !== null) connect(surface, from, over.id)
    else if (own !== undefined && !overlap(grown(surface.boxOf(own), 12), { ...point, w: 0.1, h: 0.1 }))
      composeAt(surface, point, { from })
  },
  cancel: () => surface.pull.set(null),
})
