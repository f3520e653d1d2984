import { type RefObject, useEffect } from 'react'

const BEFORE = 2
const FRAMES = 20

/**
 * Puts the focus on a page's heading when the page opens, unless a field of it or the person already has it; and again
 * whenever what had the focus has gone from the page (somebody was admitted, and with them the button), so that a
 * keyboard or a screen reader never falls back to the very beginning.
 *
 * The second part waits `BEFORE` frames, as a dialog that closes gives the focus back by itself in the next one, and then
 * tries for some more, as the page behind the dialog cannot take the focus until it is no longer inert.
 */
export const useFocusKept = (heading: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const lost = () => document.activeElement === document.body || document.activeElement === null
    const toHeading = () => heading.current?.focus({ preventScroll: true })
    if (lost()) toHeading()

    let last: Element | null = null
    let frame = 0
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null
    }
    const retry = (frames: number) => {
      frame = requestAnimationFrame(() => {
        if (!lost()) return
        if (frames <= FRAMES - BEFORE) toHeading()
        if (lost() && frames > 0) retry(frames - 1)
      })
    }
    const check = () => {
      if (last === null || last.isConnected || !lost()) return
      last = null
      retry(FRAMES)
    }
    document.addEventListener('focusin', remember)
    const observer = new MutationObserver(check)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [heading])
}
