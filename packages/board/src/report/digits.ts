import type { CardId, SideId } from '../ids.ts'
import { INDICATOR_NAMES, type Indicator, jointGain } from '../weighing/jointGain.ts'
import { decimalsToReproduce, rounded } from '../weighing/print.ts'
import type { Values } from '../weighing/value.ts'
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
const MOST_DECIMALS = Math.max(...Object.values(INDICATOR_DECIMALS))

/** To how many decimals people are printed what was rated and weighed, and the values that follow from it. */
export type Digits = { readonly inputs: number; readonly values: number }

/**
 * [Q19] As few as will do for whoever computes by hand: the means and weights that are printed give the values that are
 * printed, and these, with what gains are counted from, the indicators.
 */
export const digitsOf = (told: Told, sides: Source['report']['sides']): Digits => {
  const values = digitsOfValues(told, sides)
  return { values, inputs: digitsOfInputs(told, values) }
}

const digitsOfValues = ({ options, value, countedFrom }: Told, sides: Source['report']['sides']): number => {
  if (value === null || countedFrom === null) return 1
  const floors = Object.entries(countedFrom).flatMap(([side, floor]) => (floor === null ? [] : [[side, floor.value]]))
  const all = Object.entries(value).flatMap(([option, row]) =>
    Object.entries(row).flatMap(([side, number]) => (number === null ? [] : [{ option, side, number }])),
  )
  const results = (numbers: readonly number[]): number[] => {
    const values: Record<string, Record<string, Values[CardId][SideId]>> = {}
    for (const [i, { option, side }] of all.entries()) {
      const number = numbers[i] ?? 0
      values[option] = { ...values[option], [side]: { value: number, missing: 0, low: number, high: number } }
    }
    const released = Object.fromEntries(floors.map(([side], i) => [side, numbers[all.length + i] ?? 0]))
    const { scores } = jointGain({ options, sides, values: values as Values, released, current: null })
    return INDICATOR_NAMES.flatMap(name =>
      options.flatMap(option => {
        const score = scores[name][option] ?? null
        return score === null ? [] : [rounded(score, INDICATOR_DECIMALS[name])]
      }),
    )
  }
  const inputs = [...all.map(({ number }) => number), ...floors.map(([, number]) => Number(number))]
  return decimalsToReproduce({ inputs, results, decimals: MOST_DECIMALS, atLeast: 1 })
}

type Sum = { readonly lines: readonly { readonly weight: number; readonly mean: number }[]; readonly isWhole: boolean }

const digitsOfInputs = (told: Told, decimals: number): number => {
  const sums = sumsOf(told)
  const results = (numbers: readonly number[]): number[] => {
    const rest = [...numbers]
    return sums.map(({ lines, isWhole }) => {
      const taken = lines.map(() => rest.splice(0, 2) as [number, number])
      const products = taken.reduce((sum, [weight, mean]) => sum + weight * mean, 0)
      return isWhole ? products : products / taken.reduce((sum, [weight]) => sum + weight, 0)
    })
  }
  const inputs = sums.flatMap(({ lines }) => lines.flatMap(({ weight, mean }) => [weight, mean]))
  return decimalsToReproduce({ inputs, results, decimals, atLeast: 2 })
}

/** What each value is the sum of. */
const sumsOf = ({ value, ratings, weights, incomplete }: Told): Sum[] =>
  Object.entries(value ?? {}).flatMap(([of, row]) =>
    Object.entries(row).flatMap(([by, number]) => {
      const [option, side] = [of as CardId, by as SideId] // the keys of the report's tables
      if (number === null) return []
      const lines = Object.entries(weights?.[side] ?? {}).flatMap(([criterion, weight]) => {
        const cell = ratings[option]?.[criterion as CardId]?.[side]
        const mean = cell === undefined || 'hidden' in cell ? null : cell.mean
        return mean === null ? [] : [{ weight, mean }]
      })
      const isWhole = incomplete?.every(one => one.option !== option || one.side !== side) ?? true
      return [{ lines, isWhole }]
    }),
  )
