import type { CriterionId, OptionId, Rows } from './ratings.ts'
import { tableOf } from './table.ts'
import { tied } from './ties.ts'
import { normalised, type Weights } from './weights.ts'

/** The worst and the best rating (0..100) that a side gives any live option by one criterion. */
export type Range = { readonly worst: number; readonly best: number }

/** Null where the side rated no option by that criterion. */
export type Ranges = Readonly<Record<CriterionId, Range | null>>

/** The ranges that the swing question shows: "all at worst: which would you raise to its best first?" */
export const rangesOf = ({
  options,
  criteria,
  rows,
}: {
  options: readonly OptionId[]
  criteria: readonly CriterionId[]
  rows: Rows
}): Ranges =>
  tableOf(criteria, criterion => {
    const rated = options.flatMap(option => rows[option]?.[criterion] ?? [])
    return rated.length === 0 ? null : { worst: Math.min(...rated), best: Math.max(...rated) }
  })

/**
 * [Q6] Swing points as weights for ratings on the fixed scale 0..100. A swing point prices the whole step from worst to
 * best, however short; one rating point is worth points_k / (best_k - worst_k), and the weights are these, normalised.
 * Values so made order the options as points / sum does over ratings stretched to 0..100 between worst and best, which is
 * how the method is defined (Edwards and Barron 1994; von Winterfeldt and Edwards 1986), and need no second scale.
 * A criterion by which the options do not differ has no step and weighs 0. Null: as `normalised`, or no range known.
 */
export const weightsPerPoint = ({
  criteria,
  points,
  ranges,
}: {
  criteria: readonly CriterionId[]
  points: Readonly<Record<CriterionId, number>>
  ranges: Ranges
}): Weights | null => {
  const swings = normalised({ criteria, points })
  if (swings === null || criteria.some(criterion => (ranges[criterion] ?? null) === null)) return null
  const perPoint = (criterion: CriterionId) => {
    const { worst, best } = ranges[criterion] ?? { worst: 0, best: 0 }
    return tied(best, worst) ? 0 : (swings[criterion] ?? 0) / (best - worst)
  }
  return normalised({ criteria, points: tableOf(criteria, perPoint) })
}

/** A criterion whose swing is no longer the one that was weighed. */
export type StaleRange = { readonly criterion: CriterionId; readonly was: Range | null; readonly now: Range | null }

const isSame = (a: Range | null, b: Range | null) =>
  a === null || b === null ? a === b : tied(a.worst, b.worst) && tied(a.best, b.best)

/**
 * [Q6] What makes swing weights stale: the criteria whose range changed since they were given, because an option or a
 * criterion came or went or was rated anew. Empty: the weights stand.
 */
export const staleRanges = ({ was, now }: { was: Ranges; now: Ranges }): readonly StaleRange[] => {
  // Both records are keyed by criterion; Object.keys forgets it.
  const criteria = [...new Set([...Object.keys(was), ...Object.keys(now)])] as CriterionId[]
  return criteria
    .map(criterion => ({ criterion, was: was[criterion] ?? null, now: now[criterion] ?? null }))
    .filter(range => !isSame(range.was, range.now))
}
