import type { CardId, SideId } from '../ids.ts'
import { type BoardView, cardOnTable } from '../view.ts'
import type { ReleasedRatings } from './released.ts'
import type { Round } from './round.ts'
import { isWordedAs } from './subject.ts'
import { isShown } from './tally.ts'

type RatedCell = { readonly option: CardId; readonly criterion: CardId; readonly side: SideId }

/** How the table differs from the one that the released ratings were given to. All empty: they are of this table. */
export type EarlierRatings = {
  /** By card whether all that is shown about it was answered of another wording than the one on the table, or some. */
  readonly reworded: Readonly<Record<CardId, 'all' | 'some'>>
  readonly gone: readonly CardId[]
  /** Options and criteria on the table that nobody was asked about yet. */
  readonly unasked: readonly CardId[]
  /** What was answered of another wording of its option or its criterion. */
  readonly cells: readonly RatedCell[]
}

/**
 * [N6] What of the released ratings was given to an earlier set or wording of options and criteria, cell by cell: a criterion
 * that was asked again after a change leaves the other cells of its options what they were.
 */
export const earlierRatings = (
  { options, criteria, ratings, roundOf }: ReleasedRatings,
  board: BoardView,
): EarlierRatings => {
  const isLive = (id: CardId) => board.card(id) !== undefined && !board.card(id)?.gone
  const asked = [...options, ...criteria]
  const isOther = (round: Round, { id, part }: { id: CardId; part: 'options' | 'criteria' }) => {
    const card = cardOnTable(board, id)
    const then = round.subject[part].find(one => one.id === id)
    return card !== undefined && (then === undefined || !isWordedAs(card, then))
  }

  const cells: RatedCell[] = []
  const counts = new Map<CardId, { all: number; other: number }>()
  const count = (id: CardId, other: boolean) => {
    const { all, other: others } = counts.get(id) ?? { all: 0, other: 0 }
    counts.set(id, { all: all + 1, other: others + (other ? 1 : 0) })
  }
  for (const option of options)
    for (const criterion of criteria)
      for (const [of, cell] of Object.entries(ratings[option]?.[criterion] ?? {})) {
        const side = of as SideId // the keys of a record of sides
        const round = roundOf(option, criterion, side)
        if (round === undefined || !isShown(cell) || cell.n === 0) continue
        const [byOption, byCriterion] = [
          isOther(round, { id: option, part: 'options' }),
          isOther(round, { id: criterion, part: 'criteria' }),
        ]
        count(option, byOption)
        count(criterion, byCriterion)
        if (byOption || byCriterion) cells.push({ option, criterion, side })
      }
  return {
    reworded: Object.fromEntries(
      [...counts].flatMap(([id, { all, other }]) => (other === 0 ? [] : [[id, other === all ? 'all' : 'some']])),
    ),
    gone: asked.filter(id => !isLive(id)),
    unasked: board.cards
      .filter(({ id, kind, gone }) => (kind === 'option' || kind === 'criterion') && !gone && !asked.includes(id))
      .map(({ id }) => id),
    cells,
  }
}
