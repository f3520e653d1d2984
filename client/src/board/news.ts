import { CardKind, type CardView, type Process, type SideId } from '@jointly/board'

/** So many new cards of a kind, or comments, by one side (null: by people of no side). */
export type NewsItem = { readonly kind: NewsKind; readonly side: SideId | null; readonly count: number }
type NewsKind = CardKind | 'comment'

const kindOf = ({ about, kind }: CardView): NewsKind => (about === undefined ? kind : 'comment')

/** What is new by kind and side, in the order of the process and of the table: one short sentence for the ear. */
export const newsOf = (cards: readonly CardView[], { sides }: Pick<Process, 'sides'>): NewsItem[] =>
  ([...CardKind.options, 'comment'] as const).flatMap(kind =>
    [...sides.map(side => side.id), null].flatMap(side => {
      const count = cards.filter(card => kindOf(card) === kind && card.side === side).length
      return count === 0 ? [] : [{ kind, side, count }]
    }),
  )
