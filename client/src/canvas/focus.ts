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

const mountedWith = ({ mounted, session }: Surface, one: Thing['id']) => {
  const next = new Set<Thing['id']>([...mounted.get(), one])
  return session.view.get().cards.flatMap(({ id }) => (next.has(id) ? [id] : []))
}
