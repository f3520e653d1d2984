import type { SideId } from '../ids.ts'
import type { ReleasedRatings } from '../rounds/released.ts'
import { isShown, type ShownCell } from '../rounds/tally.ts'
import { type Ordinal, ordinalOf } from '../weighing/ordinal.ts'
import { WORDS } from '../weighing/ratings.ts'

/** What the words stand for, from one end to the other; whoever cannot judge stands on none. */
const WORD_RUNGS: readonly number[] = Object.values(WORDS).filter(points => points !== null)

/** [Q15] How alike the answers of a cell are, by how many stand on each rung; null where single answers are not shown. */
export const ordinalOfCell = (cell: ShownCell | undefined, rungs: readonly number[]): Ordinal | null =>
  isShown(cell) && cell.marks !== undefined
    ? ordinalOf(rungs.map(rung => cell.marks?.filter(mark => mark === rung).length ?? 0))
    : null

/** [Q15] The same of every cell that a side answered in words. */
export const ordinalOfRatings = ({ options, criteria, ratings, scaleOf }: ReleasedRatings, sides: readonly SideId[]) =>
  options.flatMap(option =>
    criteria.flatMap(criterion =>
      sides.flatMap(side => {
        if (scaleOf(option, criterion, side) !== 'words') return []
        const ordinal = ordinalOfCell(ratings[option]?.[criterion]?.[side], WORD_RUNGS)
        return ordinal === null ? [] : [{ option, criterion, side, ...ordinal }]
      }),
    ),
  )
