import type { CardId, CardView, Position } from '@jointly/board'
import { mayWord } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { aimAt } from './aim.ts'
import { toBoard } from './camera.ts'
import { composeAt } from './compose.ts'
import { type At, dragging, type Gesture, marquee, pulling, resizing } from './gesture.ts'
import { linkAt } from './linksShown.ts'
import type { Surface } from './surface.ts'
import type { ToolId } from './tools.ts'

/** A press becomes a drag after this many pixels; until then it is a click. A finger is less sure than a mouse. */
const SLACK_PX = { mouse: 4, touch: 10 }
const LONG_PRESS_MS = 500

/** What was pressed, as the elements say. */
type Target =
  | { readonly is: 'card'; readonly card: CardView }
  | { readonly is: 'dot'; readonly card: CardView }
  | { readonly is: 'corner'; readonly card: CardView }
  | { readonly is: 'ground' }

type Press = {
  readonly id: number
  readonly isTouch: boolean
  readonly target: Target
  readonly screen: Position
  readonly at: At
  readonly wasSelected: boolean
  gesture: Gesture | null
  isDragged: boolean
  timer?: ReturnType<typeof setTimeout>
}

export type PointerEvents = {
  /** The menu of a card was asked for, or of the ground. */
  readonly onMenu: (card: CardView | null, screen: Position) => void
  /** A drag was tried on cards that this person may not move. */
  readonly onHeldFast: () => void
  readonly onEdit: (card: CardView) => void
}

/** What a tool makes of a press that began to move; null: nothing, or it is the picture that moves. */
type Begin = (of: { surface: Surface; press: Press; events: PointerEvents }) => Gesture | null

const select: Begin = ({ surface, press: { target, at, isTouch }, events }) => {
  if (target.is === 'dot') return pulling(surface, target.card.id)
  if (target.is === 'corner') return resizing(surface, target.card, at.point)
  if (target.is === 'ground') return isTouch ? null : marquee(surface, at.point, { add: at.shift })
  const gesture = dragging(surface, surface.subjects(), at.point)
  if (gesture === null) events.onHeldFast()
  return gesture
}

/** Under a finger the picture moves, unless the finger is on a card that is selected. */
const selectByTouch: Begin = of =>
  of.press.target.is === 'ground' || (of.press.target.is === 'card' && !of.press.wasSelected) ? null : select(of)

const BEGIN: Record<ToolId, Begin> = {
  select: of => (of.press.isTouch ? selectByTouch(of) : select(of)),
  hand: () => null,
  card: () => null,
  text: () => null,
  connect: ({ surface, press: { target } }) => (target.is === 'ground' ? null : pulling(surface, target.card.id)),
}

type Click = (of: { surface: Surface; press: Press }) => void

const clickSelect: Click = ({ surface, press: { target, at, wasSelected } }) => {
  if (target.is === 'ground') {
    const link = linkAt(surface, at.point)
    if (link !== null) surface.selectLink(link.id)
    else if (!at.shift) surface.select([])
  } else if (at.shift) toggle(surface, target.card.id, wasSelected)
  else surface.select([target.card.id])
}

const toggle = (surface: Surface, id: CardId, wasSelected: boolean) => {
  const selected = surface.selected.get()
  surface.select(wasSelected ? [...selected].filter(other => other !== id) : [...selected, id])
}

const place =
  (kind?: 'note'): Click =>
  ({ surface, press }) => {
    composeAt(surface, press.at.point, kind === undefined ? {} : { kind })
    surface.tool.set('select')
  }

const CLICK: Record<ToolId, Click> = {
  select: clickSelect,
  hand: () => {},
  card: place(),
  text: place('note'),
  connect: clickSelect,
}

/** Presses on the whiteboard, as one state: nothing, a press that may yet be a click, or a gesture that follows. */
export const usePointer = (surface: Surface, frame: React.RefObject<HTMLElement | null>, events: PointerEvents) => {
  const now = useRef(events)
  now.current = events
  const press = useRef<Press | null>(null)
  const touches = useRef(new Set<number>())
  const isTapped = useRef(false)

  const screenOf = (event: { clientX: number; clientY: number }): Position => {
    const { left = 0, top = 0 } = frame.current?.getBoundingClientRect() ?? {}
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const atOf = (event: React.PointerEvent): At => ({
    point: toBoard(surface.camera.get(), screenOf(event)),
    shift: event.shiftKey,
    free: event.ctrlKey || event.metaKey || event.altKey,
  })
  const drop = () => {
    clearTimeout(press.current?.timer)
    press.current?.gesture?.cancel()
    press.current = null
  }

  const onPointerDown = (event: React.PointerEvent) => {
    const isTouch = event.pointerType === 'touch'
    isTapped.current = isTouch
    if (isTouch) touches.current.add(event.pointerId)
    // A second finger means the picture: whatever the first one began is let go.
    if (touches.current.size > 1 || event.button !== 0 || isControl(event.target) || press.current !== null) {
      drop()
      return
    }
    const at = atOf(event)
    const target = targetOf(surface, event.target, at.point)
    const wasSelected = target.is !== 'ground' && surface.selected.get().has(target.card.id)
    const begun: Press = {
      ...{ id: event.pointerId, isTouch, target, at, wasSelected, gesture: null, isDragged: false },
      screen: screenOf(event),
    }
    press.current = begun
    if (isTouch && (target.is === 'card' || target.is === 'ground'))
      begun.timer = setTimeout(() => {
        drop()
        if (target.is === 'card' && !wasSelected) surface.select([target.card.id])
        now.current.onMenu(target.is === 'card' ? target.card : null, { x: event.clientX, y: event.clientY })
      }, LONG_PRESS_MS)
    if (
      target.is === 'card' &&
      !isTouch &&
      !wasSelected &&
      surface.aim.get() === null &&
      !at.shift &&
      surface.tool.get() === 'select'
    )
      surface.select([target.card.id])
  }

  const onPointerMove = (event: React.PointerEvent) => {
    const held = press.current
    if (held === null) {
      if (event.pointerType !== 'touch') surface.hovered.set(hoveredAt(surface, event.target, atOf(event).point))
      return
    }
    if (held.id !== event.pointerId) return
    const screen = screenOf(event)
    const slack = held.isTouch ? SLACK_PX.touch : SLACK_PX.mouse
    if (!held.isDragged) {
      if (Math.hypot(screen.x - held.screen.x, screen.y - held.screen.y) < slack) return
      held.isDragged = true
      clearTimeout(held.timer)
      held.gesture = BEGIN[surface.tool.get()]({ surface, press: held, events: now.current })
      // Only now: a captured pointer would take the click from what lies under it.
      if (held.gesture !== null) event.currentTarget.setPointerCapture(event.pointerId)
    }
    held.gesture?.move(atOf(event))
  }

  const onPointerUp = (event: React.PointerEvent) => {
    touches.current.delete(event.pointerId)
    const held = press.current
    if (held === null || held.id !== event.pointerId) return
    clearTimeout(held.timer)
    press.current = null
    if (held.gesture !== null) held.gesture.end(atOf(event))
    else if (!held.isDragged && surface.aim.get() !== null) aimAt(surface, held.at.point)
    else if (!held.isDragged) CLICK[surface.tool.get()]({ surface, press: held })
  }

  // After a tap the browser plays a mouse's part as well, and would take the focus from what the tap has just opened.
  const onMouseDown = (event: React.MouseEvent) => {
    if (isTapped.current && !isControl(event.target)) event.preventDefault()
  }

  const onPointerCancel = (event: React.PointerEvent) => {
    touches.current.delete(event.pointerId)
    if (press.current?.id === event.pointerId) drop()
  }

  const onDoubleClick = (event: React.MouseEvent) => {
    if (isControl(event.target) || surface.tool.get() !== 'select') return
    const point = toBoard(surface.camera.get(), screenOf(event))
    const target = targetOf(surface, event.target, point)
    if (target.is === 'ground') composeAt(surface, point)
    else if (mayWord(surface.session.me, target.card) && surface.session.block.get() === null)
      now.current.onEdit(target.card)
  }

  const onContextMenu = (event: React.MouseEvent) => {
    if (isControl(event.target)) return
    event.preventDefault()
    const target = targetOf(surface, event.target, toBoard(surface.camera.get(), screenOf(event)))
    if (target.is !== 'ground' && !surface.selected.get().has(target.card.id)) surface.select([target.card.id])
    now.current.onMenu(target.is === 'ground' ? null : target.card, { x: event.clientX, y: event.clientY })
  }

  useEffect(() => {
    // Escape gives up what the hand is doing, and only that.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || press.current?.gesture == null) return
      event.preventDefault()
      press.current.gesture.cancel()
      press.current = null
    }
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [])

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onMouseDown, onDoubleClick, onContextMenu }
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('button, a, input, textarea, [contenteditable=true], [role=toolbar], [data-over]') !== null

const targetOf = (surface: Surface, element: EventTarget, point: Position): Target => {
  const shown = element instanceof Element ? element.closest<HTMLElement>('[data-card]') : null
  const id = shown?.dataset.card as CardId | undefined // written there by the card itself
  const card = id === undefined ? surface.cardAt(point) : surface.card(id)
  if (card == null) return { is: 'ground' }
  const part = element instanceof HTMLElement ? element.dataset.part : undefined
  return { is: part === 'dot' || part === 'corner' ? part : 'card', card }
}

/** Far out a card under the pointer becomes an element, so that it shows its words and can be taken hold of. */
const hoveredAt = (surface: Surface, element: EventTarget, point: Position): CardId | null => {
  const target = targetOf(surface, element, point)
  return target.is === 'ground' ? null : target.card.id
}
