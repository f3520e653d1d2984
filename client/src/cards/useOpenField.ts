import { type FocusEvent, useEffect, useRef, useState } from 'react'

/**
 * Whether a field that grows when it is entered still stands open. It closes when the focus has left it, and when a press
 * took the focus away, not before that press is over: a field that shrank under it would move what is pressed, and the
 * press would do nothing.
 */
export const useOpenField = () => {
  const [isOpen, setOpen] = useState(false)
  const isLeft = useRef(false)
  const isPressed = useRef(false)
  useEffect(() => {
    if (!isOpen) return
    const press = () => {
      isPressed.current = true
    }
    const release = () => {
      isPressed.current = false
      if (isLeft.current) setTimeout(() => setOpen(!isLeft.current))
    }
    document.addEventListener('pointerdown', press, true)
    document.addEventListener('pointerup', release, true)
    document.addEventListener('pointercancel', release, true)
    return () => {
      document.removeEventListener('pointerdown', press, true)
      document.removeEventListener('pointerup', release, true)
      document.removeEventListener('pointercancel', release, true)
    }
  }, [isOpen])
  return {
    isOpen,
    onFocus: () => {
      isLeft.current = false
      setOpen(true)
    },
    onBlur: (event: FocusEvent) => {
      if (event.currentTarget.contains(event.relatedTarget)) return
      isLeft.current = true
      if (!isPressed.current) setOpen(false)
    },
  }
}
