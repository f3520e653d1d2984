import { type CriterionId, cellOf } from './ratings.ts'
import { tableOf } from './table.ts'

/** How much each criterion counts: at least 0, sum 1. */
export type Weights = Readonly<Record<CriterionId, number>>

/** Words are weighed alike unless every co-chair wants weights: 1/n each. Empty without criteria. */
export const equalWeights = (criteria: readonly CriterionId[]): Weights => tableOf(criteria, () => 1 / criteria.length)

/**
 * [Q4] Points as weights: w_k = points_k / sum of points. Null when there is no such answer: a criterion without points
 * (missing is not zero), or nothing but zeros. Throws a RangeError on points below 0.
 *
 * These are swing weights: the member was asked the swing question ("all at worst: which would you raise first?" = 100, the
 * others 0..100 of it; Edwards and Barron 1994, "SMARTS and SMARTER", Organizational Behavior and Human Decision Processes 60:
 * 306-325), where worst and best are the ends of the scale that ratings are given on, not met (0) and fully met (100).
 */
export const normalised = ({
  criteria,
  points,
}: {
  criteria: readonly CriterionId[]
  points: Readonly<Record<CriterionId, number>>
}): Weights | null => {
  const given = criteria.map(criterion => points[criterion])
  if (given.some(point => point !== undefined && !(point >= 0))) throw new RangeError('points are at least 0')
  const sum = given.reduce<number>((total, point) => total + (point ?? Number.NaN), 0)
  return sum > 0 ? tableOf(criteria, criterion => (points[criterion] ?? 0) / sum) : null
}

/** The weights of n places, from the first: w_k = (1/n) sum over j = k..n of 1/j. */
const centroid = (n: number): readonly number[] =>
  Array.from({ length: n }, (_, k) => {
    let sum = 0
    for (let j = n; j > k; j--) sum += 1 / j
    return sum / n
  })

/**
 * [Q5] Weights of somebody who only ranks: rank-order centroid, the mean of all weights that keep the ranking (Barron and
 * Barrett 1996, "Decision quality using ranked attribute weights", Management Science 42: 1515-1523; SMARTER in Edwards
 * and Barron 1994). `ranks`: 1 is the most important; only the order counts, so 1, 2, 2, 3 and 1, 2, 2, 4 are the same.
 * Criteria of one rank share the weights of the places they take, the mean over the ways to break the tie. Null when a
 * criterion has no rank, or there are none.
 */
export const rankOrderCentroid = ({
  criteria,
  ranks,
}: {
  criteria: readonly CriterionId[]
  ranks: Readonly<Record<CriterionId, number>>
}): Weights | null => {
  const given = criteria.map(criterion => ranks[criterion])
  if (given.length === 0 || given.includes(undefined)) return null
  const sorted = [...given].sort((a, b) => (a ?? 0) - (b ?? 0))
  const places = centroid(criteria.length)
  return tableOf(criteria, criterion => {
    const shared = places.filter((_, place) => sorted[place] === ranks[criterion])
    return shared.reduce((sum, weight) => sum + weight, 0) / shared.length
  })
}

/** A side's weights, the spread among its members (standard deviation by criterion), and how many gave none. */
export type SideWeights = {
  readonly weights: Weights | null
  readonly spread: Weights | null
  readonly n: number
  readonly missing: number
}

/**
 * [Q4] The weights of a side: by criterion the mean of its members' weights, each normalised before, so that a member who
 * gives more points does not count more. A member without weights (null) is missing. Null when nobody gave any.
 */
export const sideWeights = ({
  criteria,
  members,
}: {
  criteria: readonly CriterionId[]
  members: readonly (Weights | null)[]
}): SideWeights => {
  const given = members.filter(weights => weights !== null)
  const n = given.length
  const missing = members.length - n
  if (n === 0) return { weights: null, spread: null, n, missing }
  const cells = tableOf(criteria, criterion => cellOf(given.map(weights => weights[criterion] ?? 0)))
  return {
    weights: tableOf(criteria, criterion => cells[criterion]?.mean ?? 0),
    spread: tableOf(criteria, criterion => cells[criterion]?.spread ?? 0),
    n,
    missing,
  }
}
