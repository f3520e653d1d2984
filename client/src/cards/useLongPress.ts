import { useRef } from 'react'

const LONG_MS = 500
const STILL_PX = 10

/** A finger that rests: what a right-click is to a mouse. A finger that moves is scrolling. */
export const useLongPress = (onLongPress: (point: { x: number; y: number }) => void) => {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const end = () => {
    if (press.current !== null) clearTimeout(press.current.timer)
    press.current = null
  }
  return {
    onPointerDown: (event: React.PointerEvent) => {
      end()
      if (event.pointerType !== 'touch' || isField(event.target)) return
      const { clientX: x, clientY: y } = event
      press.current = { x, y, timer: setTimeout(() => onLongPress({ x, y }), LONG_MS) }
    },
    onPointerMove: (event: React.PointerEvent) => {
      if (press.current === null) return
      if (Math.hypot(event.clientX - press.current.x, event.clientY - press.current.y) > STILL_PX) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}

const isField = (target: EventTarget) =>
  target instanceof Element && target.closest('button, a, input, textarea, [contenteditable=true]') !== null
