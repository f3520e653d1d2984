import type { CriterionId, OptionId, Rows } from './ratings.ts'
import { tableOf } from './table.ts'
import { tied } from './ties.ts'

/** The worst and the best rating (0..100) that a side gives any live option by one criterion. */
export type Range = { readonly worst: number; readonly best: number }

/** Null where the side rated no option by that criterion. */
export type Ranges = Readonly<Record<CriterionId, Range | null>>

/**
 * [Q6] The ranges that stand beside the swing question. It asks for the step from not met to fully met, the whole scale that
 * ratings are given on, so that points / sum are the weights of these ratings (`normalised`). The step from the worst to the
 * best of the options would be another for each side, and would need ratings stretched to it: a second scale that nobody gave.
 */
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

/** A criterion by which the options no longer lie where they lay when it was weighed. */
export type StaleRange = { readonly criterion: CriterionId; readonly was: Range | null; readonly now: Range | null }

const isSame = (a: Range | null, b: Range | null) =>
  a === null || b === null ? a === b : tied(a.worst, b.worst) && tied(a.best, b.best)

/**
 * [Q6] What makes weights stale: the criteria whose range changed since they were given, because an option or a
 * criterion came or went or was rated anew. Empty: the weights stand.
 */
export const staleRanges = ({ was, now }: { was: Ranges; now: Ranges }): readonly StaleRange[] => {
  // Both records are keyed by criterion; Object.keys forgets it.
  const criteria = [...new Set([...Object.keys(was), ...Object.keys(now)])] as CriterionId[]
  return criteria
    .map(criterion => ({ criterion, was: was[criterion] ?? null, now: now[criterion] ?? null }))
    .filter(range => !isSame(range.was, range.now))
}
