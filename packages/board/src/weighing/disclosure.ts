import type { Cell } from './ratings.ts'

/** Fixed at the opening of a round and never weakened. */
export type Anonymity = 'named' | 'side' | 'none'

/** Without names, no mean of fewer answers than this: from three one can guess, from two each knows the other's. */
export const FEWEST_WITHOUT_NAMES = 4

/**
 * [Q17] What may be shown of one side's `answered` answers: the result, or only how many answered. Ask it for a round and
 * again for every cell (`discloseCell`), since a cell has fewer answers than its round.
 */
export const shownOf = ({ anonymity, answered }: { anonymity: Anonymity; answered: number }): 'result' | 'answered' =>
  anonymity === 'named' || answered >= FEWEST_WITHOUT_NAMES ? 'result' : 'answered'

/** How many people at least must have answered otherwise, those who came or went included; answers in any order. */
export const fewestChanged = <Mark>(before: readonly Mark[], after: readonly Mark[]): number => {
  const left = [...after]
  for (const mark of before) if (left.includes(mark)) left.splice(left.indexOf(mark), 1)
  return Math.max(before.length, after.length) - (after.length - left.length)
}

/**
 * [Q18] Whether a side's answers to a question may be shown to those who were shown its earlier ones to the same: where
 * fewer than 4 `changed`, the earlier result stands. Whoever is given the second one has the difference too, and with it a
 * few people's change of mind.
 */
export const mayFollow = ({ anonymity, changed }: { anonymity: Anonymity; changed: number }): boolean =>
  shownOf({ anonymity, answered: changed }) === 'result'

/** A cell with too few answers: neither mean nor spread, nor how many of the `answered` could judge. */
export type HiddenCell = {
  readonly hidden: true
  readonly answered: number
  readonly mean: null
  readonly spread: null
}

/**
 * [Q17] A cell of a round as it may leave the server. Compute values, flips and all else from these and not from the full
 * ones, or a value would give away the mean that its cell hides.
 */
export const discloseCell = (cell: Cell, anonymity: Anonymity): Cell | HiddenCell =>
  shownOf({ anonymity, answered: cell.n }) === 'result' ? cell : hiddenCell(cell.n + cell.missing)

export const hiddenCell = (answered: number): HiddenCell => ({ hidden: true, answered, mean: null, spread: null })
