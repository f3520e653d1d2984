import type { CardView } from '@jointly/board'
import { flushSync } from 'react-dom'
import type { Surface } from './surface.ts'
import { bringIntoSight } from './wording.ts'

/** Moves the focus to a card, which comes into sight and becomes an element if it was none. */
export const focusCard = (surface: Surface, card: CardView): void => {
  surface.focused.set(card.id)
  bringIntoSight(surface, card)
  const take = () => document.getElementById(`card-${card.id}`)?.focus({ preventScroll: true })
  if (document.getElementById(`card-${card.id}`) !== null) take()
  else {
    // At once: the focus cannot wait for the next frame.
    flushSync(() => surface.mounted.set(inOrderWith(surface, card)))
    take()
  }
}

const inOrderWith = ({ mounted, session }: Surface, card: CardView) => {
  const next = new Set([...mounted.get(), card.id])
  return session.view.get().cards.flatMap(({ id }) => (next.has(id) ? [id] : []))
}
