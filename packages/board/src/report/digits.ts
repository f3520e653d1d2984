import type { CardId, SideId } from '../ids.ts'
import { orderCounts } from '../weighing/divergence.ts'
import { INDICATOR_NAMES, type Indicator, jointGain } from '../weighing/jointGain.ts'
import { showsVerdicts } from '../weighing/pareto.ts'
import {
  CERTAIN_DIGITS,
  decimalsToReproduceAll,
  type Follows,
  MOST_MORE_DECIMALS,
  printed,
  rounded,
} from '../weighing/print.ts'
import { tableOf } from '../weighing/table.ts'
import { UNKNOWN, type Value, type Values } from '../weighing/value.ts'
import type { Source } from './page.ts'

type Told = NonNullable<Source['report']['weighing']>

/** The decimals of each indicator, as on the screen. */
export const INDICATOR_DECIMALS = {
  nash: 1,
  kalaiSmorodinsky: 3,
  maximin: 1,
  sum: 1,
  gap: 1,
} as const satisfies Record<Indicator, number>

/**
 * To how many decimals people are printed what was rated and weighed, the values that follow from it, what lies between 0 and
 * 1 and follows from it too (flips, and how far weights are apart), and how many more than on the screen the indicators that
 * follow from the values.
 */
export type Digits = {
  readonly inputs: number
  readonly values: number
  readonly shares: number
  readonly moreOfScores: number
}

const WEIGHT_DECIMALS = 3
const VALUE_DECIMALS = 1
const SHARE_DECIMALS = 3
/** People are shown as many flips of each side as on the screen, the nearest; there are hundreds. */
const NEAR_FLIPS = 5
/** A product of gains takes finer values than it is printed in; finer ones than these nobody reads. */
const MOST_VALUE_DECIMALS = 8

/**
 * [Q19] As few as will do for whoever computes by hand: the means and weights that are printed give the values that are
 * printed, with the bounds of those from incomplete data, the flips and how far weights are apart; the values give the orders of
 * the options, the Pareto set and, with what gains are counted from, the indicators. What lies on the edge between two roundings is printed finer itself, rather than what it is computed from in
 * all its digits.
 */
export const digitsOf = (told: Told, sides: Source['report']['sides']): Digits => {
  const scores = scoresOf(told, sides)
  const judged = { options: told.options, sides, values: told.countedFrom === null ? {} : valuesIn(told) }
  const [sums, flips, pairs] = [sumsOf(told), crossingsOf(told, sides), weightsApart(told)]
  for (let moreOfScores = 0; moreOfScores < MOST_VALUE_DECIMALS; moreOfScores++)
    for (let values = VALUE_DECIMALS; values <= MOST_VALUE_DECIMALS; values++) {
      if (!showsVerdicts(judged, values) || !showsOrders(told, values)) continue
      if (!isReproduced(scores, { values, moreOfScores })) continue
      // What the values take first: it is cheaper to ask, and the flips only add to it.
      if (decimalsToReproduceAll([valuesFrom(sums, values)], WEIGHT_DECIMALS) > values + MOST_MORE_DECIMALS) continue
      for (let shares = SHARE_DECIMALS; shares <= MOST_VALUE_DECIMALS; shares++) {
        const all = [valuesFrom(sums, values), flipsFrom(flips, shares), apartFrom(pairs, shares)]
        const inputs = decimalsToReproduceAll(all, WEIGHT_DECIMALS)
        if (inputs <= Math.max(values, shares) + MOST_MORE_DECIMALS) return { inputs, values, shares, moreOfScores }
      }
    }
  return { inputs: CERTAIN_DIGITS, values: CERTAIN_DIGITS, shares: CERTAIN_DIGITS, moreOfScores: 0 }
}

/** The flips that people are shown, side by side. */
export const nearFlips = ({ flips }: Told, sides: Source['report']['sides']) =>
  sides.flatMap(({ id }) => (flips ?? []).filter(({ side }) => side === id).slice(0, NEAR_FLIPS))

/** Values and what gains are counted from, and every indicator that is computed from them. */
type Scores = {
  readonly inputs: readonly number[]
  readonly of: (inputs: readonly number[]) => readonly (readonly [Indicator, number | null])[]
}

const isReproduced = (
  { inputs, of }: Scores,
  { values, moreOfScores }: Pick<Digits, 'values' | 'moreOfScores'>,
): boolean => {
  const print = (from: readonly number[]) =>
    of(from)
      .map(([name, score]) => (score === null ? '' : printed(score, INDICATOR_DECIMALS[name] + moreOfScores)))
      .join(' ')
  return print(inputs.map(input => rounded(input, values))) === print(inputs)
}

const scoresOf = ({ options, value, countedFrom }: Told, sides: Source['report']['sides']): Scores => {
  if (value === null || countedFrom === null) return { inputs: [], of: () => [] }
  const floors = Object.entries(countedFrom).flatMap(([side, floor]) => (floor === null ? [] : [[side, floor.value]]))
  const all = Object.entries(value).flatMap(([option, row]) =>
    Object.entries(row).flatMap(([side, number]) => (number === null ? [] : [{ option, side, number }])),
  )
  const of = (numbers: readonly number[]) => {
    const values: Record<string, Record<string, Value>> = {}
    for (const [i, { option, side }] of all.entries()) {
      const number = numbers[i] ?? 0
      values[option] = { ...values[option], [side]: known(number) }
    }
    const released = Object.fromEntries(floors.map(([side], i) => [side, numbers[all.length + i] ?? 0]))
    const { scores } = jointGain({ options, sides, values: values as Values, released, current: null })
    return INDICATOR_NAMES.flatMap(name => options.map(option => [name, scores[name][option] ?? null] as const))
  }
  return { inputs: [...all.map(({ number }) => number), ...floors.map(([, number]) => Number(number))], of }
}

const known = (value: number): Value => ({ value, missing: 0, low: value, high: value })
const valuesIn = ({ options, value }: Told): Values =>
  tableOf(options, option =>
    Object.fromEntries(
      Object.entries(value?.[option] ?? {}).map(([side, number]) => [side, number === null ? UNKNOWN : known(number)]),
    ),
  )

/** What a value is the sum of, and what is missing of it. */
type Sum = {
  readonly rated: readonly { readonly weight: number; readonly mean: number }[]
  readonly unrated: readonly number[]
}

const total = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)

/** The weight of what was not rated, as it adds up from weights printed with so many decimals. */
export const missingOf = (told: Told, of: { option: CardId; side: SideId }, decimals: number): number =>
  total(sumOf(told, of).unrated.map(weight => rounded(weight, decimals)))

const valuesFrom = (sums: readonly Sum[], decimals: number): Follows => {
  const results = (numbers: readonly number[]): number[] => {
    const rest = [...numbers]
    return sums.flatMap(({ rated, unrated }) => {
      const taken = rated.map(() => rest.splice(0, 2) as [number, number])
      const missing = total(rest.splice(0, unrated.length))
      const products = total(taken.map(([weight, mean]) => weight * mean))
      if (unrated.length === 0) return [products]
      const weight = total(taken.map(([weight]) => weight))
      return [products / weight, products / (1 - missing), products, products + 100 * missing]
    })
  }
  const inputs = sums.flatMap(({ rated, unrated }) => [
    ...rated.flatMap(({ weight, mean }) => [weight, mean]),
    ...unrated,
  ])
  return { inputs, results, decimals }
}

/** Two options by every criterion that weighs, the one whose weight is moved first. */
type Crossing = readonly { readonly weight: number; readonly means: readonly [number, number] }[]

const crossingsOf = (told: Told, sides: Source['report']['sides']): readonly Crossing[] =>
  nearFlips(told, sides).map(({ side, criterion, options }) => {
    const weights = told.weights?.[side] ?? {}
    const lineOf = (by: CardId) => {
      const [one, other] = options.map(option => told.ratings[option]?.[by]?.[side]?.mean ?? 0)
      return { weight: weights[by] ?? 0, means: [one ?? 0, other ?? 0] as const }
    }
    const others = (Object.keys(weights) as CardId[]).filter(by => by !== criterion && (weights[by] ?? null) !== null)
    return [criterion, ...others].map(lineOf)
  })

/**
 * t* = (R_b - R_a) / ((v_a - v_b) + (R_b - R_a)): the rest of the weight is what the others weigh together, or what is left
 * of 1, which printed weights need not both give.
 */
const flipsFrom = (crossings: readonly Crossing[], decimals: number): Follows => {
  const results = (numbers: readonly number[]): number[] => {
    let at = 0
    return crossings.flatMap(({ length }) => {
      const lines = Array.from(
        { length },
        (_, k) => numbers.slice(at + 3 * k, at + 3 * k + 3) as [number, number, number],
      )
      at += 3 * length
      const [[own = 0, ownOfOne = 0, ownOfOther = 0] = [], ...others] = lines
      const rest = total(others.map(([weight, one, other]) => weight * (other - one)))
      return [total(others.map(([weight]) => weight)), 1 - own].map(left => {
        const apart = rest / left
        return apart / (ownOfOne - ownOfOther + apart)
      })
    })
  }
  const inputs = crossings.flatMap(lines => lines.flatMap(({ weight, means }) => [weight, ...means]))
  return { inputs, results, decimals }
}

const sumsOf = (told: Told): Sum[] =>
  Object.entries(told.value ?? {}).flatMap(([option, row]) =>
    Object.entries(row).flatMap(([side, number]) =>
      // The keys of the report's tables.
      number === null ? [] : [sumOf(told, { option: option as CardId, side: side as SideId })],
    ),
  )

const sumOf = ({ ratings, weights }: Told, { option, side }: { option: CardId; side: SideId }): Sum => {
  const lines = Object.entries(weights?.[side] ?? {}).flatMap(([criterion, weight]) => {
    if (weight === null) return []
    const cell = ratings[option]?.[criterion as CardId]?.[side]
    return [{ weight, mean: cell === undefined || 'hidden' in cell ? null : cell.mean }]
  })
  return {
    rated: lines.flatMap(({ weight, mean }) => (mean === null ? [] : [{ weight, mean }])),
    // What weighs nothing is not missed.
    unrated: lines.flatMap(({ weight, mean }) => (mean === null && weight > 0 ? [weight] : [])),
  }
}

/** Of every two sides whose weights are compared, both weights of each criterion. */
type Pair = readonly (readonly [number, number])[]

const weightsApart = ({ betweenSides, criteria, weights }: Told): readonly Pair[] =>
  (betweenSides ?? [])
    .filter(({ weights: apart }) => apart !== null)
    .map(({ sides: [a, b] }) => criteria.map(by => [weights?.[a]?.[by] ?? 0, weights?.[b]?.[by] ?? 0]))

const apartFrom = (pairs: readonly Pair[], decimals: number): Follows => {
  const results = (numbers: readonly number[]): number[] => {
    let at = 0
    return pairs.map(({ length }) => {
      const own = numbers.slice(at, at + 2 * length)
      at += 2 * length
      return total(own.flatMap((one, i) => (i % 2 === 0 ? [Math.abs(one - (own[i + 1] ?? 0))] : []))) / 2
    })
  }
  return { inputs: pairs.flat(2), results, decimals }
}

/** [Q19] Whether values that are printed with so many decimals stand to each other, pair by pair, as they do in full. */
const showsOrders = ({ betweenSides, options, value }: Told, decimals: number): boolean =>
  (betweenSides ?? []).every(({ sides: [a, b], pairs }) => {
    const printed = options.flatMap(option => {
      const [one, other] = [value?.[option]?.[a] ?? null, value?.[option]?.[b] ?? null]
      return one === null || other === null ? [] : [[rounded(one, decimals), rounded(other, decimals)] as const]
    })
    return JSON.stringify(orderCounts(printed)) === JSON.stringify(pairs)
  })
