import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { along, forSeeds, ids, minneapolisBoard, randomBoard, shuffled } from './testing.ts'
import { equalWeights, normalised, rankOrderCentroid, sideWeights, type Weights } from './weights.ts'

const criteria = ids('C1 C2 C3 C4')
const ranked = (ranks: readonly number[]) => {
  const some = criteria.slice(0, ranks.length)
  return Object.values(rankOrderCentroid({ criteria: some, ranks: along(some, ranks) }) ?? {})
}
const sum = (weights: Weights | null) => Object.values(weights ?? {}).reduce((total, weight) => total + weight, 0)

// Goodwin and Wright, "Decision Analysis for Management Judgment", 3rd ed., p. 43-44: swings 100 80 70 30 20 10 (sum 310)
// normalise to 32 26 23 10 6 3 (per cent).
test('[Q4] swing points become the weights of the office location problem of Goodwin and Wright', () => {
  const six = ids('closeness visibility image size comfort parking')
  const weights = normalised({ criteria: six, points: along(six, [100, 80, 70, 30, 20, 10]) })
  expect(Object.values(weights ?? {}).map(weight => Math.round(100 * weight))).toEqual([32, 26, 23, 10, 6, 3])
})

// By hand: 60 + 100 + 70 + 40 + 20 = 290, 100 + 50 + 90 + 60 + 40 = 340.
test('[Q4] [Q22] the weights of the Minneapolis case are its points by their sum', () => {
  const { sides, weights } = minneapolisBoard
  expect(sides.map(side => Object.values(weights[side] ?? {}))).toEqual([
    [60 / 290, 100 / 290, 70 / 290, 40 / 290, 20 / 290],
    [100 / 340, 50 / 340, 90 / 340, 60 / 340, 40 / 340],
  ])
})

test('[Q4] points for some criteria only, nothing but zeros, or nothing at all are no weights', () => {
  const points = along(ids('C1'), [50])
  expect(normalised({ criteria: ids('C1 C2'), points })).toBe(null)
  expect(normalised({ criteria, points: along(criteria, [0, 0, 0, 0]) })).toBe(null)
  expect(normalised({ criteria: [], points: {} })).toBe(null)
  expect(normalised({ criteria: ids('C1'), points: along(ids('C1 C2'), [50, 50]) })).toEqual({ C1: 1 })
})

test('[Q4] points below zero, or that are no number, are a mistake of the caller', () => {
  for (const point of [-1, Number.NaN])
    expect(() => normalised({ criteria, points: along(criteria, [10, point, 0, 0]) })).toThrow(RangeError)
})

test('[Q4] criteria weigh alike when nobody weighed them', () => {
  expect([equalWeights(criteria), equalWeights([])]).toEqual([{ C1: 0.25, C2: 0.25, C3: 0.25, C4: 0.25 }, {}])
})

// Edwards and Barron 1994 (SMARTER), Barron and Barrett 1996: for n = 4, 25/48, 13/48, 7/48, 3/48 = .5208 .2708 .1458
// .0625; for n = 3, 11/18, 5/18, 2/18 = .6111 .2778 .1111; for n = 2, .75 .25.
test('[Q5] rank-order centroid weights are the published ones', () => {
  const round = (weights: readonly number[]) => weights.map(weight => weight.toFixed(4))
  expect(round(ranked([1, 2, 3, 4]))).toEqual(['0.5208', '0.2708', '0.1458', '0.0625'])
  expect(round(ranked([3, 1, 2]))).toEqual(['0.1111', '0.6111', '0.2778'])
  expect([ranked([1, 2]), ranked([1])]).toEqual([[0.75, 0.25], [1]])
})

// By hand: the places 2 and 3 of four weigh 13/48 and 7/48; two criteria that share them weigh 10/48 each.
test('[Q5] criteria of one rank share the weights of the places they take', () => {
  const shared = [25 / 48, 10 / 48, 10 / 48, 3 / 48].map(weight => expect.closeTo(weight, 12))
  expect(ranked([1, 2, 2, 4])).toEqual(shared)
  expect(ranked([1, 2, 2, 3])).toEqual(shared)
  expect(ranked([7, 7, 7, 7])).toEqual(Array(4).fill(expect.closeTo(0.25, 12)))
})

test('[Q5] a ranking that leaves a criterion out, or has none, gives no weights', () => {
  expect(rankOrderCentroid({ criteria, ranks: along(ids('C1 C2'), [1, 2]) })).toBe(null)
  expect(rankOrderCentroid({ criteria: [], ranks: {} })).toBe(null)
})

// Barron and Barrett 1996: the centroid is the mean of all weights in that order. 20,000 weights drawn evenly from the
// simplex and sorted have the mean .6111 .2778 .1111 within the error of that many draws (standard error below .0015).
test('[Q5] the centroid is the mean of all weights that keep the ranking', () => {
  const random = prng.create(7)
  const totals = [0, 0, 0]
  for (let drawn = 0; drawn < 20_000; drawn++) {
    const [low = 0, high = 1] = [prng.real53(random), prng.real53(random)].sort((a, b) => a - b)
    for (const [k, weight] of [low, high - low, 1 - high].sort((a, b) => b - a).entries())
      totals[k] = (totals[k] ?? 0) + weight / 20_000
  }
  expect(totals).toEqual(ranked([1, 2, 3]).map(weight => expect.closeTo(weight, 2)))
})

// By hand: 80 : 20 and 2 : 2 normalise to (.8, .2) and (.5, .5); their mean is (.65, .35), each .15 from both.
test('[Q4] a side weighs as the mean of its members, each normalised first', () => {
  const two = ids('C1 C2')
  const members = [
    normalised({ criteria: two, points: along(two, [80, 20]) }),
    normalised({ criteria: two, points: along(two, [2, 2]) }),
    null,
  ]
  expect(sideWeights({ criteria: two, members })).toEqual({
    weights: { C1: expect.closeTo(0.65, 12), C2: expect.closeTo(0.35, 12) },
    spread: { C1: expect.closeTo(0.15, 12), C2: expect.closeTo(0.15, 12) },
    n: 2,
    missing: 1,
  })
})

test('[Q4] a side in which nobody gave weights has none', () => {
  expect(sideWeights({ criteria, members: [null, null] })).toEqual({ weights: null, spread: null, n: 0, missing: 2 })
  expect(sideWeights({ criteria, members: [] })).toEqual({ weights: null, spread: null, n: 0, missing: 0 })
})

test('[Q4] [Q5] weights sum to 1 and none is below 0', () => {
  forSeeds(300, random => {
    const { criteria, sides, weights } = randomBoard(random)
    const ranks = along(
      criteria,
      criteria.map(() => prng.uint32(random, 1, 4)),
    )
    const all = [...sides.map(side => weights[side] ?? null), rankOrderCentroid({ criteria, ranks })]
    for (const one of all.filter(weights => weights !== null)) {
      expect(sum(one)).toBeCloseTo(1, 12)
      expect(Math.min(...Object.values(one))).toBeGreaterThanOrEqual(0)
    }
  })
})

test('[Q5] [Q21] ranking the criteria in another order of asking gives the same weights', () => {
  forSeeds(50, random => {
    const ranks = along(
      criteria,
      criteria.map(() => prng.uint32(random, 1, 4)),
    )
    const again = rankOrderCentroid({ criteria: shuffled(random, criteria), ranks })
    expect(again).toEqual(rankOrderCentroid({ criteria, ranks }))
  })
})
