import type { SideId } from '../ids.ts'
import type { CriterionId, OptionId, Ratings } from './ratings.ts'
import { above, tied } from './ties.ts'
import type { Values } from './value.ts'
import type { Weights } from './weights.ts'

/**
 * Two sides at one cell.
 * - `apart`: the sides differ, and each agrees within itself: their bands (mean plus and minus spread) do not touch.
 * - `split`: one side differs within itself by more than the two differ.
 * - `close`: neither.
 */
export type CellDivergence = {
  readonly option: OptionId
  readonly criterion: CriterionId
  readonly sides: readonly [SideId, SideId]
  /** Points between the two means, 0..100. */
  readonly difference: number
  /** The spread within each side, in points, 0..50. */
  readonly spreads: readonly [number, number]
  /** Points between the two bands: difference - both spreads, -100..100. */
  readonly clear: number
  readonly kind: 'apart' | 'split' | 'close'
}

const kindOf = (difference: number, spreads: readonly number[]): CellDivergence['kind'] => {
  if (
    above(
      difference,
      spreads.reduce((sum, spread) => sum + spread, 0),
    )
  )
    return 'apart'
  return above(Math.max(...spreads), difference) ? 'split' : 'close'
}

/** Every two of them, in the order given. */
export const everyTwo = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.flatMap((a, i) => items.slice(i + 1).map(b => [a, b] as const))

/** What is compared: the cells of a table as each side shows them. */
export type Compared = {
  readonly options: readonly OptionId[]
  readonly criteria: readonly CriterionId[]
  readonly sides: readonly SideId[]
  readonly ratings: Ratings<{ readonly mean: number | null; readonly spread: number | null }>
}

/**
 * [Q13] Where to talk: every cell and every two sides that rated it, those first whose bands stand furthest apart. Our
 * own reading of "the sides differ" beside "one side is split": both numbers are shown, and no threshold was chosen.
 */
export const cellDivergences = ({ options, criteria, sides, ratings }: Compared): readonly CellDivergence[] => {
  const at = (
    option: OptionId,
    criterion: CriterionId,
    [a, b]: readonly [SideId, SideId],
  ): readonly CellDivergence[] => {
    const [one, other] = [ratings[option]?.[criterion]?.[a], ratings[option]?.[criterion]?.[b]]
    if (one?.mean == null || other?.mean == null) return []
    const difference = Math.abs(one.mean - other.mean)
    const spreads = [one.spread ?? 0, other.spread ?? 0] as const
    const clear = difference - spreads[0] - spreads[1]
    return [{ option, criterion, sides: [a, b], difference, spreads, clear, kind: kindOf(difference, spreads) }]
  }
  return options
    .flatMap(option => criteria.flatMap(criterion => everyTwo(sides).flatMap(pair => at(option, criterion, pair))))
    .sort((a, b) => b.clear - a.clear)
}

/**
 * [Q14] How far two sides' weights are apart: total variation, 1/2 sum over k of |w_kA - w_kB|, 0..1. It is the share of
 * the weight that one side would have to move to weigh as the other does (Levin, Peres and Wilmer 2009, "Markov Chains
 * and Mixing Times", prop. 4.2).
 */
export const totalVariation = ({
  criteria,
  weights: [a, b],
}: {
  criteria: readonly CriterionId[]
  weights: readonly [Weights, Weights]
}): number => criteria.reduce((sum, criterion) => sum + Math.abs((a[criterion] ?? 0) - (b[criterion] ?? 0)), 0) / 2

/** How two orders of the same items stand to each other, over every pair of them. */
export type OrderCounts = {
  readonly concordant: number
  readonly discordant: number
  /** Tied in one of the two alone; what is tied in both counts for nothing. */
  readonly tiedInA: number
  readonly tiedInB: number
}

export const orderCounts = (items: readonly (readonly [number, number])[]): OrderCounts => {
  const counts = { concordant: 0, discordant: 0, tiedInA: 0, tiedInB: 0 }
  for (const [one, other] of everyTwo(items)) {
    const a = tied(one[0], other[0]) ? 0 : Math.sign(one[0] - other[0])
    const b = tied(one[1], other[1]) ? 0 : Math.sign(one[1] - other[1])
    if (a * b > 0) counts.concordant++
    else if (a * b < 0) counts.discordant++
    else if (b !== 0) counts.tiedInA++
    else if (a !== 0) counts.tiedInB++
  }
  return counts
}

/**
 * [Q14] Kendall's tau-b of two orders, -1 (opposite) .. 1 (same): (C - D) / sqrt((C + D + T_a)(C + D + T_b)), over
 * pairs of items that are concordant, discordant, tied in a only, tied in b only (Kendall 1945, "The treatment of ties
 * in ranking problems", Biometrika 33: 239-251; without ties it is the tau of 1938). Each item is its number in a and
 * in b; only their order counts, and numbers that differ by rounding alone are tied. Null when one of the two orders
 * nothing.
 */
export const kendallTauB = (items: readonly (readonly [number, number])[]): number | null => {
  const { concordant, discordant, tiedInA, tiedInB } = orderCounts(items)
  const ordered = concordant + discordant
  const scale = Math.sqrt((ordered + tiedInA) * (ordered + tiedInB))
  return scale === 0 ? null : (concordant - discordant) / scale
}

type TwoSides = {
  readonly options: readonly OptionId[]
  readonly sides: readonly [SideId, SideId]
  readonly values: Values
}

/** The options that both sides have a value for, with both. */
export const valuedByBoth = ({ options, sides: [a, b], values }: TwoSides) =>
  options.flatMap(option => {
    const [one, other] = [values[option]?.[a]?.value ?? null, values[option]?.[b]?.value ?? null]
    return one === null || other === null ? [] : [{ option, values: [one, other] as const }]
  })

/** Kendall's tau-b of two sides' orders of the options, over those that both have a value for. */
export const orderAgreement = (of: TwoSides): number | null => kendallTauB(valuedByBoth(of).map(({ values }) => values))
