import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { rowsOf } from './ratings.ts'
import { rangesOf, staleRanges, weightsPerPoint } from './swing.ts'
import { along, forSeeds, ids, minneapolisBoard, randomBoard, rowsFrom } from './testing.ts'
import { additiveValue } from './value.ts'
import { normalised } from './weights.ts'

const criteria = ids('C1 C2')
const options = ids('O1 O2 O3')
const rows = rowsFrom(criteria, { O1: [20, 90], O2: [70, 50], O3: [45, null] })

test('[Q6] the swing question shows the worst and the best of each criterion among the live options', () => {
  expect(rangesOf({ options, criteria, rows })).toEqual({
    C1: { worst: 20, best: 70 },
    C2: { worst: 50, best: 90 },
  })
  expect(rangesOf({ options: ids('O3'), criteria, rows })).toEqual({ C1: { worst: 45, best: 45 }, C2: null })
})

test('[Q6] [Q22] the ranges of the Minneapolis case, read off its table', () => {
  const board = minneapolisBoard
  const ranges = board.sides.map(side => rangesOf({ ...board, rows: rowsOf({ ...board, side }) }))
  expect(ranges.map(range => Object.values(range).map(one => [one?.worst, one?.best]))).toEqual([
    [
      [20, 75],
      [10, 90],
      [15, 85],
      [45, 85],
      [60, 90],
    ],
    [
      [15, 90],
      [30, 75],
      [10, 90],
      [50, 90],
      [55, 90],
    ],
  ])
})

test('[Q6] weights are stale when an option stretches a range, and the criterion is named', () => {
  const was = rangesOf({ options: ids('O1 O2'), criteria, rows })
  const with10 = rowsFrom(criteria, { O1: [20, 90], O2: [70, 50], O4: [10, 60] })
  const now = rangesOf({ options: ids('O1 O2 O4'), criteria, rows: with10 })
  expect(staleRanges({ was, now })).toEqual([
    { criterion: 'C1', was: { worst: 20, best: 70 }, now: { worst: 10, best: 70 } },
  ])
})

test('[Q6] an option inside every range, or taken away from inside, leaves the weights as they were', () => {
  const was = rangesOf({ options: ids('O1 O2'), criteria, rows })
  expect(staleRanges({ was, now: rangesOf({ options, criteria, rows }) })).toEqual([])
})

test('[Q6] a criterion that came or went makes the weights stale', () => {
  const was = rangesOf({ options, criteria: ids('C1'), rows })
  const now = rangesOf({ options, criteria: ids('C2'), rows })
  expect(staleRanges({ was, now })).toEqual([
    { criterion: 'C1', was: { worst: 20, best: 70 }, now: null },
    { criterion: 'C2', was: null, now: { worst: 50, best: 90 } },
  ])
})

// By hand: a step of 50 rating points is worth 100, one of 40 is worth 40: 2 and 1 for each rating point; weights 2/3,
// 1/3.
test('[Q6] swing points count per rating point, by the length of the step they price', () => {
  const ranges = rangesOf({ options: ids('O1 O2'), criteria, rows })
  const weights = weightsPerPoint({ criteria, points: along(criteria, [100, 40]), ranges })
  expect(weights).toEqual({ C1: expect.closeTo(2 / 3, 12), C2: expect.closeTo(1 / 3, 12) })
})

test('[Q6] a criterion by which the options do not differ has no swing; unknown ranges give no weights', () => {
  const flat = rowsFrom(criteria, { O1: [20, 60], O2: [70, 60] })
  const points = along(criteria, [100, 40])
  expect(weightsPerPoint({ criteria, points, ranges: rangesOf({ options, criteria, rows: flat }) })).toEqual({
    C1: 1,
    C2: 0,
  })
  expect(weightsPerPoint({ criteria, points, ranges: { ...along(ids('C1'), [null]) } })).toBe(null)
})

// Edwards and Barron 1994 define swing weights over ratings stretched to 0..100 between worst and best.
test('[Q6] values with weights per point differ as the values over stretched ratings do, but for one common factor', () => {
  forSeeds(100, random => {
    const board = randomBoard(random, { missing: 0 })
    const { options, criteria, sides } = board
    const points = along(
      criteria,
      criteria.map(() => prng.uint32(random, 1, 100)),
    )
    for (const side of sides) {
      const rows = rowsOf({ ...board, side })
      const ranges = rangesOf({ options, criteria, rows })
      const [swings, perPoint] = [normalised({ criteria, points }), weightsPerPoint({ criteria, points, ranges })]
      if (swings === null || perPoint === null) continue
      const stretched = (option: (typeof options)[number]) =>
        criteria.reduce((sum, criterion) => {
          const { worst, best } = ranges[criterion] ?? { worst: 0, best: 0 }
          const rating = rows[option]?.[criterion] ?? 0
          return best === worst ? sum : sum + (100 * (swings[criterion] ?? 0) * (rating - worst)) / (best - worst)
        }, 0)
      const value = (option: (typeof options)[number]) =>
        additiveValue({ criteria, weights: perPoint, row: rows[option] ?? {} }).value ?? 0
      const [first, ...others] = options
      if (first === undefined) continue
      const steps = others.map(other => [stretched(other) - stretched(first), value(other) - value(first)] as const)
      const [wide, narrow] = steps.reduce((a, b) => (Math.abs(b[0]) > Math.abs(a[0]) ? b : a), [0, 0] as const)
      for (const [stretchedStep, step] of steps) expect(step * wide).toBeCloseTo(stretchedStep * narrow, 6)
    }
  })
})
