import type { Position } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { aimAt } from './aim.ts'
import { toBoard } from './camera.ts'
import { composeAt } from './compose.ts'
import { panAtEdges } from './edgePan.ts'
import type { At, Gesture } from './gesture.ts'
import { BEGIN, CLICK, type PointerEvents, type Pressed } from './hands.ts'
import type { Surface } from './surface.ts'
import { targetOf } from './target.ts'
import { isCard, type Thing } from './thing.ts'
import { TOOLS, usesFinger } from './tools.ts'

/** A press becomes a drag after this many pixels; until then it is a click. A finger is less sure than a mouse. */
const SLACK_PX = { mouse: 4, touch: 10 }
const LONG_PRESS_MS = 500

type Press = Pressed & {
  readonly id: number
  readonly screen: Position
  gesture: Gesture | null
  isDragged: boolean
  timer?: ReturnType<typeof setTimeout>
  /** Where it is now, and what ends the moving of the picture at its edges. */
  last?: PointerEvent
  stopPan?: () => void
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
  const atOf = (
    event: Pick<PointerEvent, 'clientX' | 'clientY' | 'pressure' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  ): At => ({
    point: toBoard(surface.camera.get(), screenOf(event)),
    pressure: event.pressure,
    shift: event.shiftKey,
    free: event.ctrlKey || event.metaKey || event.altKey,
  })
  const drop = () => {
    clearTimeout(press.current?.timer)
    press.current?.stopPan?.()
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
    const wasSelected = target.is !== 'ground' && surface.selected.get().has(target.thing.id)
    const begun: Press = {
      ...{ id: event.pointerId, isTouch, target, at, wasSelected, gesture: null, isDragged: false },
      screen: screenOf(event),
    }
    press.current = begun
    if (TOOLS[surface.tool.get()].draws && surface.aim.get() === null) {
      take(event, begun)
      return
    }
    const thing = target.is === 'thing' ? target.thing : null
    if (isTouch && (thing !== null || target.is === 'ground'))
      begun.timer = setTimeout(() => pressedLong(thing, event), LONG_PRESS_MS)
    else if (
      thing !== null &&
      !isTouch &&
      !wasSelected &&
      surface.aim.get() === null &&
      !at.shift &&
      surface.tool.get() === 'select'
    )
      surface.select([thing.id])
  }

  const pressedLong = (thing: Thing | null, { clientX, clientY }: { clientX: number; clientY: number }) => {
    drop()
    // Beside what is selected its menu offers to select it too: a finger has no shift.
    if (thing !== null && surface.selected.get().size === 0) surface.select([thing.id])
    now.current.onMenu(thing, { x: clientX, y: clientY })
  }

  /** The press becomes what the tool in hand makes of it. */
  const take = (event: React.PointerEvent, held: Press) => {
    held.isDragged = true
    clearTimeout(held.timer)
    held.gesture = BEGIN[surface.tool.get()]({ surface, press: held, events: now.current })
    // Only now: a captured pointer would take the click from what lies under it.
    if (held.gesture === null) return
    event.currentTarget.setPointerCapture(event.pointerId)
    // A pen draws where it is; everything else can be taken beyond the edge.
    if (held.gesture.isFine) return
    held.last = event.nativeEvent
    held.stopPan = panAtEdges(surface, {
      pointer: () => screenOf(held.last ?? event),
      moved: () => held.last && held.gesture?.move(atOf(held.last)),
    })
  }

  const onPointerMove = (event: React.PointerEvent) => {
    const held = press.current
    if (held === null) {
      if (event.pointerType === 'touch') return
      // Far out a card under the pointer becomes an element, so that it shows its words and can be taken hold of.
      const target = targetOf(surface, event.target, atOf(event).point)
      surface.hovered.set(target.is !== 'ground' && isCard(target.thing) ? target.thing.id : null)
      return
    }
    if (held.id !== event.pointerId) return
    const screen = screenOf(event)
    const slack = held.isTouch ? SLACK_PX.touch : SLACK_PX.mouse
    if (!held.isDragged) {
      if (Math.hypot(screen.x - held.screen.x, screen.y - held.screen.y) < slack) return
      take(event, held)
    }
    held.last = event.nativeEvent
    for (const one of held.gesture?.isFine ? passed(event.nativeEvent) : [event.nativeEvent])
      held.gesture?.move(atOf(one))
  }

  const onPointerUp = (event: React.PointerEvent) => {
    touches.current.delete(event.pointerId)
    const held = press.current
    if (held === null || held.id !== event.pointerId) return
    clearTimeout(held.timer)
    held.stopPan?.()
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
    else now.current.onEdit(target.thing)
  }

  const onContextMenu = (event: React.MouseEvent) => {
    if (isControl(event.target)) return
    event.preventDefault()
    const target = targetOf(surface, event.target, toBoard(surface.camera.get(), screenOf(event)))
    const thing = target.is === 'ground' ? null : target.thing
    // Some browsers tell of a long press this way, some only by the time that it takes, some both.
    if (isTapped.current) {
      if (press.current !== null) pressedLong(thing, event)
      return
    }
    if (thing !== null && !surface.selected.get().has(thing.id)) surface.select([thing.id])
    now.current.onMenu(thing, { x: event.clientX, y: event.clientY })
  }

  useEffect(() => {
    // One finger with a pen is not the picture's to follow; two are.
    const element = frame.current
    const onTouchStart = (event: TouchEvent) => {
      if (
        event.touches.length === 1 &&
        usesFinger(surface.tool.get()) &&
        event.target instanceof Element &&
        !isControl(event.target)
      )
        event.stopPropagation()
    }
    element?.addEventListener('touchstart', onTouchStart, { capture: true, passive: true })
    return () => element?.removeEventListener('touchstart', onTouchStart, { capture: true })
  }, [surface, frame])

  useEffect(() => {
    // Escape gives up what the hand is doing, and only that.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || press.current?.gesture == null) return
      event.preventDefault()
      press.current.stopPan?.()
      press.current.gesture.cancel()
      press.current = null
    }
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [])

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onMouseDown, onDoubleClick, onContextMenu }
}

/** Every point since the last frame, where the browser tells; a fast pen passes several. */
const passed = (event: PointerEvent): readonly PointerEvent[] => {
  const all = event.getCoalescedEvents?.() ?? []
  return all.length === 0 ? [event] : all
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('button, a, input, textarea, [contenteditable=true], [role=toolbar], [data-over]') !== null
