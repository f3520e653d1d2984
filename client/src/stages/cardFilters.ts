import type { BoardView, CardKind, CardView, LinkView } from '@jointly/board'

/** Filters for `useCards`: one function each, kept for good, so that the same cards are the same array. */
const onTheTable = (kind: CardKind) => (card: CardView) => card.kind === kind && !card.gone

export const isFact = onTheTable('fact')
export const isQuestion = onTheTable('question')
export const isInterest = onTheTable('interest')
export const isOption = onTheTable('option')
export const isCriterion = onTheTable('criterion')

/** The links from options on the table to interests on the table: one that leads to a card put away says nothing now. */
export const servingLinks = (view: BoardView): LinkView[] =>
  view.links.filter(link => {
    const from = view.card(link.from)
    const to = view.card(link.to)
    return link.kind === 'serves' && from !== undefined && to !== undefined && !from.gone && !to.gone
  })

/** The interests that no option serves, not even as a suggestion. */
export const unservedInterests = (view: BoardView): CardView[] => {
  const served = new Set(servingLinks(view).map(link => link.to))
  return view.cards.filter(card => isInterest(card) && !served.has(card.id))
}
