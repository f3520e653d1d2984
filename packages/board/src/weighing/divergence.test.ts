import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { MANAGEMENT, UNION } from '../testing.ts'
import { cellDivergences, kendallTauB, orderAgreement, totalVariation } from './divergence.ts'
import { type Rating, ratingsBySide } from './ratings.ts'
import { along, answer, forSeeds, id, ids, minneapolisBoard, PARENTS, shuffled, valuesFrom } from './testing.ts'

const both = [UNION, MANAGEMENT] as const

/** One row of cells: per criterion the points of each side's members. */
const diverging = (...cells: readonly (readonly [readonly Rating[], readonly Rating[]])[]) => {
  const criteria = cells.map((_, i) => id(`C${i + 1}`))
  const answersOf = (side: 0 | 1) =>
    Array.from({ length: Math.max(...cells.map(cell => cell[side].length)) }, (_, member) =>
      answer(both[side], criteria, { O1: cells.map(cell => cell[side][member] ?? 'cannot-judge') }),
    )
  const board = { options: ids('O1'), criteria, sides: both, answers: [...answersOf(0), ...answersOf(1)] }
  return cellDivergences({ ...board, ratings: ratingsBySide(board) })
}

// By hand: C1: means 20 and 80, spreads 10 and 0: 60 apart, 50 clear. C2: means 50 and 60, spreads 50 and 0: one is
// split. C3: means 50 and 65, spreads 10 and 10: the bands touch. All three first by what is clear: 50, -5, -40.
test('[Q13] "the sides differ" and "one side is split" look different', () => {
  expect(
    diverging(
      [[10, 30], [80]],
      [[0, 100], [60]],
      [
        [40, 60],
        [55, 75],
      ],
    ),
  ).toEqual([
    { option: 'O1', criterion: 'C1', sides: both, difference: 60, spreads: [10, 0], clear: 50, kind: 'apart' },
    { option: 'O1', criterion: 'C3', sides: both, difference: 15, spreads: [10, 10], clear: -5, kind: 'close' },
    { option: 'O1', criterion: 'C2', sides: both, difference: 10, spreads: [50, 0], clear: -40, kind: 'split' },
  ])
})

test('[Q13] sides that say the same are not apart, nor are bands that only just touch', () => {
  expect(
    diverging(
      [[40], [40]],
      [
        [40, 60],
        [60, 80],
      ],
    ).map(({ kind, clear }) => [kind, clear]),
  ).toEqual([
    ['close', 0],
    ['close', 0],
  ])
})

test('[Q13] a cell that one side has not rated is not compared', () => {
  expect(diverging([['cannot-judge'], [80]])).toEqual([])
})

test('[Q13] three sides are compared two by two, one side with nobody', () => {
  const options = ids('O1')
  const criteria = ids('C1')
  const sides = [...both, PARENTS]
  const answers = [0, 50, 100].map((points, i) => answer(sides[i] ?? UNION, criteria, { O1: [points] }))
  const ratings = ratingsBySide({ options, criteria, sides, answers })
  expect(
    cellDivergences({ options, criteria, sides, ratings }).map(({ sides, difference }) => [...sides, difference]),
  ).toEqual([
    ['union', 'parents', 100],
    ['union', 'management', 50],
    ['management', 'parents', 50],
  ])
  expect(cellDivergences({ options, criteria, sides: [UNION], ratings })).toEqual([])
})

// By hand, one answer a side, so no spread: O1 C2 |90 - 60| = 30, O2 C1 |65 - 90| = 25, O2 C2 |10 - 30| = 20,
// O2 C3 |50 - 70| = 20; the next is 10.
test('[Q13] [Q22] the three cells of the Minneapolis case to talk about', () => {
  const cells = cellDivergences({ ...minneapolisBoard, ratings: minneapolisBoard.ratings })
  expect(cells.slice(0, 4).map(({ option, criterion, clear }) => [option, criterion, clear])).toEqual([
    ['O1', 'C2', 30],
    ['O2', 'C1', 25],
    ['O2', 'C2', 20],
    ['O2', 'C3', 20],
  ])
})

// By hand: only on C2 does the union weigh more: 100/290 - 50/340 = 1950/9860; total variation is the sum of such
// excesses.
test('[Q14] [Q22] the total variation between the weights of the Minneapolis case', () => {
  const { criteria, weights } = minneapolisBoard
  const pair = [weights[UNION] ?? {}, weights[MANAGEMENT] ?? {}] as const
  expect(totalVariation({ criteria, weights: pair })).toBeCloseTo(1950 / 9860, 12)
})

// Levin, Peres and Wilmer 2009, ch. 4: 0 for one distribution, 1 for two that have nothing in common.
test('[Q14] total variation runs from 0, the same weights, to 1, nothing in common', () => {
  const criteria = ids('C1 C2 C3')
  const apart = (a: readonly number[], b: readonly number[]) =>
    totalVariation({ criteria, weights: [along(criteria, a), along(criteria, b)] })
  expect([apart([0.5, 0.3, 0.2], [0.5, 0.3, 0.2]), apart([1, 0, 0], [0, 0.5, 0.5])]).toEqual([0, 1])
  expect(apart([0.6, 0.4, 0], [0.2, 0.4, 0.4])).toBeCloseTo(0.4, 12)
  expect(totalVariation({ criteria: [], weights: [{}, {}] })).toBe(0)
})

// The documentation of scipy.stats.kendalltau (tau-b): x = 12 2 1 12 2, y = 1 4 7 1 0, tau = -0.47140452079103173. By
// hand: 2 concordant, 6 discordant, 1 tied in x alone, 1 tied in both: (2 - 6) / sqrt(9 * 8).
test("[Q14] Kendall's tau-b is the one that SciPy prints for data with ties", () => {
  const x = [12, 2, 1, 12, 2]
  const y = [1, 4, 7, 1, 0]
  expect(kendallTauB(x.map((one, i) => [one, y[i] ?? 0]))).toBeCloseTo(-0.471_404_520_791_031_73, 14)
})

// By hand: (1 1) (1 2) (2 2) (3 3): four pairs concordant, one tied in the first alone, one in the second alone:
// 4 / sqrt(5 * 5).
test("[Q14] Kendall's tau-b counts the ties of each order on its own", () => {
  const items = [
    [1, 1],
    [1, 2],
    [2, 2],
    [3, 3],
  ] as const
  expect(kendallTauB(items)).toBe(0.8)
})

// By hand: the union orders 4 3 5 1 2, management 2 4 3 5 1: O2 against the other four is discordant, six pairs agree.
test('[Q14] [Q22] the orders of the Minneapolis case agree by (6 - 4) / 10', () => {
  expect(orderAgreement({ ...minneapolisBoard, sides: both })).toBeCloseTo(0.2, 12)
})

test('[Q14] the same order is 1, the opposite -1, and an order of nothing is none', () => {
  const items = [1, 2, 3, 4]
  expect(kendallTauB(items.map(n => [n, n * n]))).toBe(1)
  expect(kendallTauB(items.map(n => [n, -n]))).toBe(-1)
  expect([kendallTauB([]), kendallTauB([[1, 2]]), kendallTauB(items.map(n => [n, 7]))]).toEqual([null, null, null])
})

test('[Q14] values that differ by rounding alone are tied, and options without a value are left out', () => {
  const values = valuesFrom(both, { a: [0.1 + 0.2, 10], b: [0.3, 20], c: [50, 30], e: [99, null] })
  const exact = valuesFrom(both, { a: [0.3, 10], b: [0.3, 20], c: [50, 30] })
  const tau = orderAgreement({ options: ids('a b c e'), sides: both, values })
  expect(tau).toBe(orderAgreement({ options: ids('a b c'), sides: both, values: exact }))
  expect(tau).toBeCloseTo(2 / Math.sqrt(6), 12)
})

test("[Q14] [Q21] Kendall's tau-b does not ask which item is named first, or which order", () => {
  forSeeds(100, random => {
    const items = Array.from({ length: 6 }, () => [prng.uint32(random, 0, 3), prng.uint32(random, 0, 3)] as const)
    const tau = kendallTauB(items)
    expect(kendallTauB(shuffled(random, items))).toBe(tau)
    expect(kendallTauB(items.map(([a, b]) => [b, a]))).toBe(tau)
    if (tau !== null) expect(Math.abs(tau)).toBeLessThanOrEqual(1 + 1e-12)
  })
})
