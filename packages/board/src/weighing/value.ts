import type { SideId } from '../ids.ts'
import { type CriterionId, type OptionId, type Ratings, type Row, type Rows, rowsOf } from './ratings.ts'
import { tableOf } from './table.ts'
import type { Weights } from './weights.ts'

/**
 * An option's value to a side, 0..100.
 * `missing` is the share of the weight (0..1) on criteria that the side did not rate; `value` is then the mean over the
 * rest, and the true value lies from `low` (all that is missing rated 0) to `high` (all of it rated 100). From complete
 * data `missing` is 0 and the three are one number. `value` is null when nothing that carries weight was rated.
 */
export type Value = {
  readonly value: number | null
  readonly missing: number
  readonly low: number
  readonly high: number
}

export const UNKNOWN: Value = { value: null, missing: 1, low: 0, high: 100 }

/**
 * [Q3] The additive value U = sum over k of w_k v_k (Edwards 1977, "How to use multiattribute utility measurement for
 * social decisionmaking", IEEE Trans. SMC 7: 326-340). Weights sum to 1 (`weights.ts`). Missing is not zero: U is taken
 * over the rated criteria, sum of w_k v_k by sum of w_k, and says how much of the weight that leaves out.
 */
export const additiveValue = ({
  criteria,
  weights,
  row,
}: {
  criteria: readonly CriterionId[]
  weights: Weights
  row: Row
}): Value => {
  let low = 0
  let rated = 0
  let missing = 0
  for (const criterion of criteria) {
    const weight = weights[criterion] ?? 0
    const mean = row[criterion] ?? null
    if (mean === null) missing += weight
    else {
      low += weight * mean
      rated += weight
    }
  }
  if (rated === 0) return UNKNOWN
  if (missing === 0) return { value: low, missing, low, high: low }
  return { value: low / rated, missing, low, high: low + 100 * missing }
}

/** Option, side: the values of a round. */
export type Values = Readonly<Record<OptionId, Readonly<Record<SideId, Value>>>>

/** Every option's value to every side, each by that side's own ratings and weights; without weights it has none. */
export const valuesOf = ({
  options,
  criteria,
  sides,
  ratings,
  weights,
}: {
  options: readonly OptionId[]
  criteria: readonly CriterionId[]
  sides: readonly SideId[]
  ratings: Ratings<{ readonly mean: number | null }>
  weights: Readonly<Record<SideId, Weights | null>>
}): Values => {
  const rows = tableOf(sides, side => rowsOf({ options, criteria, side, ratings }))
  const value = (option: OptionId, side: SideId): Value => {
    const own = weights[side] ?? null
    const row = rows[side]?.[option]
    return own === null || row === undefined ? UNKNOWN : additiveValue({ criteria, weights: own, row })
  }
  return tableOf(options, option => tableOf(sides, side => value(option, side)))
}

/** An option that a method leaves out, and the criteria by which it has no mean rating. */
export type LeftOut = { readonly option: OptionId; readonly unrated: readonly CriterionId[] }

/**
 * The options that a side rated by every criterion, and the others with what is missing. Methods that change the weights
 * need the whole row: at some weight the missing cell would count for everything.
 */
export const byCompleteness = ({
  options,
  criteria,
  rows,
}: {
  options: readonly OptionId[]
  criteria: readonly CriterionId[]
  rows: Rows
}): { readonly complete: readonly OptionId[]; readonly incomplete: readonly LeftOut[] } => {
  const all = options.map(option => ({
    option,
    unrated: criteria.filter(criterion => (rows[option]?.[criterion] ?? null) === null),
  }))
  const isComplete = ({ unrated }: LeftOut) => criteria.length > 0 && unrated.length === 0
  return {
    complete: all.filter(isComplete).map(({ option }) => option),
    incomplete: all.filter(one => !isComplete(one)),
  }
}
