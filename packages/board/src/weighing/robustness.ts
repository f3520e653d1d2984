import * as prng from 'lib0/prng'
import type { CriterionId, OptionId, Rows } from './ratings.ts'
import { tableOf } from './table.ts'
import { highest } from './ties.ts'
import { byCompleteness, type LeftOut } from './value.ts'

/** `share`: the part (0..1, sum 1) of all weights at which an option has the highest value to a side. */
export type Robustness = {
  readonly share: Readonly<Record<OptionId, number>>
  /** Options not rated by every criterion: they have no share, and the shares are of the others alone. */
  readonly incomplete: readonly LeftOut[]
  readonly samples: number
  readonly seed: number
}

/**
 * [Q8] How often an option comes first when nobody weighs anything: weights are drawn evenly from all that sum to 1. The
 * first-rank acceptability index of SMAA (Lahdelma, Hokkanen and Salminen 1998, "SMAA - stochastic multiobjective
 * acceptability analysis", European Journal of Operational Research 106: 137-143), for ratings taken as they are.
 * Options that tie for first share the draw. The same seed gives the same shares on every machine, in whatever order options
 * and criteria are named; the standard error of a share s is sqrt(s (1 - s) / samples), at most 0.005 with 10,000. Throws a
 * RangeError unless `seed` is a whole number from 1 to 2^31 - 1 (the generator stands still at 0).
 */
export const robustnessOf = ({
  options,
  criteria,
  rows,
  samples = 10_000,
  seed = 1,
}: {
  options: readonly OptionId[]
  criteria: readonly CriterionId[]
  rows: Rows
  samples?: number
  seed?: number
}): Robustness => {
  if (!Number.isInteger(seed) || seed < 1 || seed >= 2 ** 31) throw new RangeError(`not a seed: ${seed}`)
  const { complete, incomplete } = byCompleteness({ options, criteria, rows })
  // The first weight drawn is the first criterion's: in an order of its own ([Q21]), whatever order they are named in.
  const inOrder = [...criteria].sort()
  const contenders = complete.map(option => ({
    option,
    ratings: inOrder.map(criterion => rows[option]?.[criterion] ?? 0),
    firsts: 0,
  }))
  const random = prng.create(seed)
  for (let drawn = 0; drawn < samples; drawn++) {
    const weights = drawWeights(random, criteria.length)
    const first = highest(contenders, ({ ratings }) => product(weights, ratings))
    for (const contender of first) contender.firsts += 1 / first.length
  }
  const firsts = new Map(contenders.map(contender => [contender.option, contender.firsts]))
  return { share: tableOf(complete, option => (firsts.get(option) ?? 0) / samples), incomplete, samples, seed }
}

/**
 * n weights drawn evenly from the simplex: the gaps between n - 1 sorted uniform numbers (Tervonen and Lahdelma 2007,
 * "Implementing SMAA", EJOR 178: 500-513). Not the logarithms of uniform numbers, whose last digit differs by machine.
 */
const drawWeights = (random: prng.PRNG, n: number): readonly number[] => {
  const cuts = Array.from({ length: n - 1 }, () => prng.real53(random)).sort((a, b) => a - b)
  return [...cuts, 1].map((cut, i) => cut - (cuts[i - 1] ?? 0))
}

const product = (weights: readonly number[], ratings: readonly number[]): number =>
  weights.reduce((sum, weight, k) => sum + weight * (ratings[k] ?? 0), 0)
