import type { CardView } from '@jointly/board'
import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import type { Surface } from './surface.ts'
import { isCard, isInk, type Thing } from './thing.ts'
import { bringIntoSight } from './wording.ts'

export const elementOf = (thing: Thing): HTMLElement | null =>
  document.getElementById(`${isCard(thing) ? 'card' : 'frame'}-${thing.id}`)

/** Moves the focus to a card or a frame, which comes into sight (`brings`), and becomes an element if it was none. */
export const focusThing = (surface: Surface, thing: Thing, { brings = true } = {}): void => {
  if (isInk(thing)) return
  surface.focused.set(thing.id)
  if (brings) bringIntoSight(surface, thing)
  // At once: the focus cannot wait for the next frame.
  if (elementOf(thing) === null && isCard(thing)) flushSync(() => surface.mounted.set(mountedWith(surface, thing.id)))
  elementOf(thing)?.focus({ preventScroll: true })
}

/**
 * When somebody else puts away what has the focus, the walk goes on from the next card; the picture stays. What is gone is
 * selected no more: else commands would be about nothing, whatever the keyboard is at.
 */
export const useFocusGoesOn = (surface: Surface): void =>
  useEffect(
    () =>
      surface.session.view.subscribe(() => {
        const selected = surface.selected.get()
        const standing = [...selected].filter(id => surface.thing(id) !== undefined)
        if (standing.length < selected.size) surface.selected.set(new Set(standing))
        const id = surface.focused.get()
        if (id === null || surface.thing(id) !== undefined) return
        const { cards } = surface.session.view.get()
        const at = cards.findIndex(card => card.id === id)
        if (at === -1) return
        const isThere = (card: CardView) => !card.gone
        const next = cards.slice(at).find(isThere) ?? cards.slice(0, at).findLast(isThere)
        const hadIt = document.activeElement?.id === `card-${id}`
        if (next !== undefined && hadIt) focusThing(surface, next, { brings: false })
        else surface.focused.set(next?.id ?? null)
      }),
    [surface],
  )

const mountedWith = ({ mounted, session }: Surface, one: Thing['id']) => {
  const next = new Set<Thing['id']>([...mounted.get(), one])
  return session.view.get().cards.flatMap(({ id }) => (next.has(id) ? [id] : []))
}
