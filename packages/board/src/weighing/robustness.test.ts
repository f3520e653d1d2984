import { expect, test } from 'vitest'
import { type CriterionId, rowsOf } from './ratings.ts'
import { robustnessOf } from './robustness.ts'
import { forSeeds, id, ids, randomBoard, rowsFrom, shuffled } from './testing.ts'

const three = ids('C1 C2 C3')
const shares = (table: Parameters<typeof rowsFrom>[1], criteria: readonly CriterionId[] = three, samples = 40_000) =>
  robustnessOf({ options: ids(Object.keys(table).join(' ')), criteria, rows: rowsFrom(criteria, table), samples })

// By hand: a is first where 80 w_1 > 20, above 1/4: on 3/4 of the segment. Standard error .0022.
test('[Q8] with two criteria the share is the length of the segment of weights', () => {
  const { share } = shares({ a: [80, 0], b: [20, 20] }, ids('C1 C2'))
  expect(Math.abs((share[id('a')] ?? 0) - 0.75)).toBeLessThan(0.01)
  expect((share[id('a')] ?? 0) + (share[id('b')] ?? 0)).toBeCloseTo(1, 12)
})

// Lahdelma, Hokkanen and Salminen 1998 define the index as a volume of the weight simplex; this volume by hand: d (40
// whatever the weights) is first where no weight is above .4, which leaves 1 - 3 (.6)^2 + 3 (.2)^2 = .04 of the triangle;
// the other three share the rest alike, .32 each. Standard errors .0010 and .0023.
test('[Q8] with three criteria the share is the volume of the simplex of weights', () => {
  const { share } = shares({ a: [100, 0, 0], b: [0, 100, 0], c: [0, 0, 100], d: [40, 40, 40] })
  const [a, b, c, d] = Object.values(share)
  for (const corner of [a, b, c]) expect(Math.abs((corner ?? 0) - 0.32)).toBeLessThan(0.01)
  expect(Math.abs((d ?? 0) - 0.04)).toBeLessThan(0.005)
})

test('[Q8] options that tie for first share it exactly', () => {
  expect(shares({ a: [30, 60, 10], b: [30, 60, 10] }, three, 100).share).toEqual({ a: 0.5, b: 0.5 })
  expect(shares({ a: [30], b: [30], c: [20] }, ids('C1'), 100).share).toEqual({ a: 0.5, b: 0.5, c: 0 })
})

test('[Q8] an option that is better by everything is always first, and one alone is too', () => {
  expect(shares({ a: [30, 60, 10], b: [40, 70, 20] }, three, 500).share).toEqual({ a: 0, b: 1 })
  expect(shares({ a: [0, 0, 0] }, three, 500).share).toEqual({ a: 1 })
})

// B is worth 95 by what was rated, more than A; the share of A says nothing about B.
test('[Q8] what is worth most by all that was rated of it is left out, and says by which criterion', () => {
  const two = ids('C1 C2')
  expect(shares({ A: [90, 90], B: [95, null], X: [10, 10] }, two, 100)).toMatchObject({
    share: { A: 1, X: 0 },
    incomplete: [{ option: 'B', unrated: ['C2'] }],
  })
})

test('[Q8] an option with a missing cell has no share and is named; nothing to weigh has none', () => {
  expect(shares({ a: [30, null, 10], b: [1, 2, 3] }, three, 10)).toEqual({
    share: { b: 1 },
    incomplete: [{ option: 'a', unrated: ['C2'] }],
    samples: 10,
    seed: 1,
  })
  expect([shares({}), shares({ a: [] }, [])].map(({ share }) => share)).toEqual([{}, {}])
})

test('[Q8] the same seed gives the same shares, another one others', () => {
  const rows = rowsFrom(three, { a: [90, 10, 50], b: [20, 80, 60] })
  const [one, same, other] = [5, 5, 6].map(seed => robustnessOf({ options: ids('a b'), criteria: three, rows, seed }))
  expect(same).toEqual(one)
  expect(other?.share).not.toEqual(one?.share)
})

test('[Q8] what is no seed is refused, zero above all', () => {
  for (const seed of [0, -1, 1.5, 2 ** 31, Number.NaN])
    expect(() => robustnessOf({ options: [], criteria: three, rows: {}, seed })).toThrow(RangeError)
})

test('[Q8] [Q21] shares sum to 1, and are the same when options and criteria are named in another order', () => {
  forSeeds(30, random => {
    const board = randomBoard(random)
    for (const side of board.sides) {
      const rows = rowsOf({ ...board, side })
      const { share } = robustnessOf({ ...board, rows, samples: 200 })
      if (Object.keys(share).length > 0)
        expect(Object.values(share).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
      const another = { options: shuffled(random, board.options), criteria: shuffled(random, board.criteria) }
      expect(robustnessOf({ ...board, ...another, rows, samples: 200 }).share).toEqual(share)
    }
  })
})
