import type { CardId, CardView, LinkFields, LinkId } from '@jointly/board'
import { traitsOf } from '../cards/cardTraits.ts'
import { isErased } from './rights.ts'
import type { Surface } from './surface.ts'

/** What a connector between two cards says: an option serves an interest, whichever way it was pulled; others relate. */
const linkOf = (from: CardView, to: CardView): Pick<LinkFields, 'from' | 'to' | 'kind'> => {
  const serves = (option: CardView, interest: CardView) =>
    traitsOf(option.kind).serves === true && interest.kind === 'interest'
  if (serves(from, to)) return { from: from.id, to: to.id, kind: 'serves' }
  if (serves(to, from)) return { from: to.id, to: from.id, kind: 'serves' }
  return { from: from.id, to: to.id, kind: 'relates' }
}

/** Whether a connector may lead from or to a card: to one whose content was erased it says nothing. */
export const canConnect = ({ session }: Surface, card: CardView): boolean => !isErased(session, card)

/** Connects two cards as a suggestion; null where that cannot be done now. */
export const connect = (surface: Surface, from: CardId, to: CardId): LinkId | null => {
  const [a, b] = [surface.card(from), surface.card(to)]
  if (a === undefined || b === undefined || from === to) return null
  if (!canConnect(surface, a) || !canConnect(surface, b)) return null
  return surface.session.edits.link(linkOf(a, b))
}
