import { type RefObject, useLayoutEffect } from 'react'

/**
 * Tells the style sheets how much of the window the bars and banners take (`--board-top`), so that what sticks below them
 * and what is scrolled to is not covered.
 */
export const useTopHeight = (top: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const element = top.current
    if (element === null) return
    const root = document.documentElement
    const tell = () => {
      const sticks = getComputedStyle(element).position === 'sticky'
      root.style.setProperty('--board-top', sticks ? `${element.offsetHeight}px` : '0px')
    }
    tell()
    const observer = new ResizeObserver(tell)
    observer.observe(element)
    return () => {
      observer.disconnect()
      root.style.removeProperty('--board-top')
    }
  }, [top])
}
