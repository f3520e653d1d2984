import { type CellDivergence, type Compared, cellDivergences } from './divergence.ts'

/** How many cells a table can hold in mind to talk about. */
const FEW = 3

export type Talk = {
  /**
   * `apart`: each side agrees within itself; `furthest`: how far a side agrees was not released, the means alone are apart;
   * `uncompared`: no cell shows the answers of two sides.
   */
  readonly because: 'apart' | 'furthest' | 'none' | 'uncompared'
  readonly cells: readonly CellDivergence[]
}

/** [Q13] The cells to talk about first: where the sides differ and each agrees within itself. */
export const talkFirst = (compared: Compared): Talk => {
  const { ratings } = compared
  const all = cellDivergences(compared)
  if (all.length === 0) return { because: 'uncompared', cells: [] }
  const isKnown = ({ option, criterion, sides: pair }: CellDivergence) =>
    pair.every(side => (ratings[option]?.[criterion]?.[side]?.spread ?? null) !== null)
  const known = all.filter(isKnown)
  const apart = oncePerCell(known.filter(({ kind }) => kind === 'apart'))
  if (apart.length > 0) return { because: 'apart', cells: apart.slice(0, FEW) }
  const unknown = oncePerCell([...all].filter(cell => !isKnown(cell) && cell.difference > 0).sort(byDifference))
  return { because: unknown.length > 0 ? 'furthest' : 'none', cells: unknown.slice(0, FEW) }
}

const byDifference = (a: CellDivergence, b: CellDivergence) => b.difference - a.difference

/** With three sides a cell has three pairs; it is talked about once. */
const oncePerCell = (cells: readonly CellDivergence[]) =>
  cells.filter(
    ({ option, criterion }, i) =>
      cells.findIndex(other => other.option === option && other.criterion === criterion) === i,
  )
