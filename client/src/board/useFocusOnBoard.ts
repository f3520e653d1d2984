import { type RefObject, useEffect } from 'react'

/** A menu or a dialog that closes gives the focus back by itself within these frames. */
const GIVEN_BACK = 3
/** A board behind a dialog cannot take the focus until the dialog is gone. */
const FRAMES = 20

/** Where somebody was: the list of cards and their place in it, and the part of the screen around it. */
type Spot = {
  readonly element: Element
  readonly list: Element | null
  readonly at: number
  readonly part: Element | null
}

const spotOf = (element: Element): Spot => {
  const item = element.closest('[data-card]')?.closest('li') ?? null
  const list = item?.parentElement ?? null
  return {
    element,
    list,
    at: list === null || item === null ? 0 : [...list.children].indexOf(item),
    part: element.closest('section'),
  }
}

const cardIn = (element: Element | undefined): HTMLElement | null =>
  element?.querySelector<HTMLElement>('[data-card]') ?? null

/** The card that stands there now, or the one above it; beside a composer the last of its column. */
const cardAt = ({ list, at, part }: Spot): HTMLElement | null => {
  const beside = list?.isConnected ? [...list.children] : []
  const inPart = part?.isConnected ? [...part.querySelectorAll<HTMLElement>('[data-card]')] : []
  return cardIn(beside[Math.min(at, beside.length - 1)]) ?? inPart.at(-1) ?? null
}

/**
 * Keeps the focus of whoever works with the keyboard on the board. When what had it goes (a card is put away, an editor
 * closes, another stage is shown) or lets go of it (Escape in a composer), it moves to the card that now stands there, else
 * to the board: otherwise the next Tab would begin at the top of the page. Who presses beside everything, or leaves the
 * page with Tab, is left alone.
 */
export const useFocusOnBoard = (board: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    let spot: Spot | null = null
    let goesAway = false
    let frame = 0
    const isLost = () => document.hasFocus() && (document.activeElement ?? document.body) === document.body
    const keep = (left: number) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (!isLost()) return
        if (left <= FRAMES - GIVEN_BACK) ((spot && cardAt(spot)) ?? board.current)?.focus()
        if (left > 0) keep(left - 1)
      })
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element) spot = spotOf(target)
    }
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget === null && !goesAway) keep(FRAMES)
    }
    const onPointerDown = () => {
      goesAway = true
    }
    const onKeyDown = ({ key }: KeyboardEvent) => {
      goesAway = key === 'Tab'
    }
    // An element that is taken out of the page says nothing to anybody.
    const observer = new MutationObserver(() => {
      if (spot !== null && !spot.element.isConnected && isLost()) keep(FRAMES)
    })
    if (isLost()) board.current?.focus({ preventScroll: true })
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('focusout', onFocusOut)
    document.addEventListener('pointerdown', onPointerDown, true)
    document.addEventListener('keydown', onKeyDown, true)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('focusout', onFocusOut)
      document.removeEventListener('pointerdown', onPointerDown, true)
      document.removeEventListener('keydown', onKeyDown, true)
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [board])
}
