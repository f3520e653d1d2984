import { expect, test } from 'vitest'
import { decimalsToReproduce, printed, rounded } from './print.ts'
import { rowsOf } from './ratings.ts'
import { along, forSeeds, minneapolisBoard, randomBoard } from './testing.ts'
import { additiveValue } from './value.ts'

test('[Q19] numbers are rounded as one does by hand, halves away from zero', () => {
  expect([1.005, 2.675, 8.345, -1.005, 0.5, -0.4, 54.65517].map(number => printed(number, 2))).toEqual([
    '1.01',
    '2.68',
    '8.35',
    '-1.01',
    '0.50',
    '-0.40',
    '54.66',
  ])
  expect([rounded(0.1 + 0.2, 15), rounded(-0.001, 2), rounded(1e-9, 3), rounded(707.0994, 0)]).toEqual([0.3, 0, 0, 707])
})

// By hand: 2/3 * 90 + 1/3 * 30 = 70.0. Printed as 1 and 0 they give 90, as 0.7 and 0.3 72, as 0.67 and 0.33 70.2, as
// 0.667 and 0.333 70.02, which is printed as 70.0: three decimals.
test('[Q19] inputs are printed with as many decimals as reproduce the result', () => {
  const decimals = decimalsToReproduce({
    inputs: [2 / 3, 1 / 3],
    results: ([w = 0, v = 0]) => [w * 90 + v * 30],
    decimals: 1,
  })
  expect(decimals).toBe(3)
})

test('[Q19] at least so many are printed, and whole numbers need none', () => {
  const sum = (inputs: readonly number[]) => [inputs.reduce((total, input) => total + input, 0)]
  expect(decimalsToReproduce({ inputs: [10, 20], results: sum, decimals: 1 })).toBe(0)
  expect(decimalsToReproduce({ inputs: [10, 20], results: sum, decimals: 1, atLeast: 2 })).toBe(2)
  expect(decimalsToReproduce({ inputs: [], results: () => [], decimals: 1 })).toBe(0)
})

/** What a reader does with a printed table: multiplies and adds what stands there. */
const byHand = (numbers: readonly number[]) => {
  const n = numbers.length / 2
  return [numbers.slice(0, n).reduce((sum, weight, k) => sum + weight * (numbers[n + k] ?? 0), 0)]
}

test('[Q19] [Q22] the printed weights and ratings of the Minneapolis case give its printed values', () => {
  const board = minneapolisBoard
  for (const side of board.sides) {
    const rows = rowsOf({ ...board, side })
    const weights = board.criteria.map(criterion => board.weights[side]?.[criterion] ?? 0)
    for (const option of board.options) {
      const inputs = [...weights, ...board.criteria.map(criterion => rows[option]?.[criterion] ?? 0)]
      const decimals = decimalsToReproduce({ inputs, results: byHand, decimals: 1 })
      const [read] = byHand(inputs.map(input => Number(printed(input, decimals))))
      expect(printed(read ?? 0, 1)).toBe(printed(board.values[option]?.[side]?.value ?? 0, 1))
      expect(decimals).toBeLessThanOrEqual(4)
    }
  }
})

test('[Q19] what is printed reproduces what is printed, for any weights and ratings', () => {
  forSeeds(150, random => {
    const board = randomBoard(random, { missing: 0 })
    for (const side of board.sides) {
      const own = board.weights[side]
      if (own == null) continue
      const rows = rowsOf({ ...board, side })
      for (const option of board.options) {
        const inputs = [...board.criteria.map(c => own[c] ?? 0), ...board.criteria.map(c => rows[option]?.[c] ?? 0)]
        const decimals = decimalsToReproduce({ inputs, results: byHand, decimals: 1 })
        const read = inputs.map(input => Number(printed(input, decimals)))
        const half = read.length / 2
        const value = additiveValue({
          criteria: board.criteria,
          weights: along(board.criteria, read.slice(0, half)),
          row: along(board.criteria, read.slice(half)),
        })
        expect(printed(value.low, 1)).toBe(printed(board.values[option]?.[side]?.value ?? 0, 1))
      }
    }
  })
})
