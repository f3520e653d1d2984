import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { MANAGEMENT } from '../testing.ts'
import { everyTwo } from './divergence.ts'
import { type Flip, flipsOf, MOST_FLIPS, nearestFlip, reweighted } from './flips.ts'
import { type CriterionId, rowsOf } from './ratings.ts'
import { tableOf } from './table.ts'
import { along, forSeeds, id, ids, minneapolisBoard, randomBoard, rowsFrom, shuffled } from './testing.ts'
import { tied } from './ties.ts'
import { additiveValue } from './value.ts'
import type { Weights } from './weights.ts'

const two = ids('C1 C2')
const half = along(two, [0.5, 0.5])
const flipsAmong = (
  table: Parameters<typeof rowsFrom>[1],
  weights: Weights = half,
  criteria: readonly CriterionId[] = two,
) => flipsOf({ options: ids(Object.keys(table).join(' ')), criteria, weights, rows: rowsFrom(criteria, table) })

// Goodwin and Wright, "Decision Analysis for Management Judgment", 3rd ed., fig. 3.7 and p. 48: Elton Street is highest
// as long as turnover weighs less than 52.1 (of 100), then Addison Square; now it weighs 81. Turnover and working
// conditions here are the swing points of their criteria (100 80 70 and 30 20 10) over the ratings of table 3.2:
// Addison (100*100 + 80*60 + 70*100) / 250 = 87.2 and (30*75 + 20*0 + 10*90) / 60 = 52.5; Elton 60.4 and 81.67.
test('[Q7] the weight on turnover at which the best office changes is the one that Goodwin and Wright print', () => {
  const criteria = ids('turnover conditions')
  const table = { Addison: [87.2, 52.5], Elton: [60.4, 4900 / 60] }
  const { flips } = flipsAmong(table, along(criteria, [250 / 310, 60 / 310]), criteria)
  const flip = nearestFlip(flips, id('turnover'))
  expect([(100 * (flip?.weight ?? 0)).toFixed(0), (100 * (flip?.at ?? 0)).toFixed(1)]).toEqual(['81', '52.1'])
  expect(flip).toMatchObject({ options: ['Addison', 'Elton'], first: true })
})

// By hand, management of the Minneapolis case, O2 against O4 (25600 and 25050 over 340):
//   fair (C2, 50 of 340): ratings 30, 75; the rest weighs 290: R = 24100/290, 21300/290; t = (2800/290) / (45 +
//     2800/290) = 2800 / 15850 = .1767, now .1471
//   fit (C1, 100 of 340): ratings 90, 80; R = 16600/240, 17050/240; t = 1.875 / 11.875 = .1579, now .2941
//   stable (C3, 90 of 340): ratings 70, 90; R = 19300/250, 16950/250; t = 9.4 / 29.4 = .3197, now .2647
test('[Q7] [Q22] the flips of the Minneapolis case are those computed by hand, the nearest first', () => {
  const board = minneapolisBoard
  const rows = rowsOf({ ...board, side: MANAGEMENT })
  const { flips, incomplete } = flipsOf({ ...board, weights: board.weights[MANAGEMENT] ?? {}, rows })
  const between = flips.filter(flip => flip.options.join() === 'O2,O4')
  const at = (criterion: string) => between.find(flip => flip.criterion === criterion)?.at
  expect([at('C1'), at('C2'), at('C3')]).toEqual([450 / 2850, 2800 / 15850, 9.4 / 29.4].map(t => expect.closeTo(t, 12)))
  expect(between[0]).toEqual({
    criterion: 'C2',
    weight: 50 / 340,
    at: expect.closeTo(0.17666, 5),
    options: ['O2', 'O4'],
    first: true,
  })
  expect([flips[0], incomplete]).toEqual([between[0], []])
})

// By hand: a(t) = 100 t, b(t) = 100 (1 - t), c = 40 always: a and b meet at .5, above c; a meets c at .4, b meets c at
// .6, both below the other.
test('[Q7] a flip says whether the first place flips or only the order below it', () => {
  const { flips } = flipsAmong({ a: [100, 0], b: [0, 100], c: [40, 40] })
  expect(flips.filter(flip => flip.criterion === 'C1')).toEqual([
    { criterion: 'C1', weight: 0.5, at: 0.5, options: ['a', 'b'], first: true },
    { criterion: 'C1', weight: 0.5, at: expect.closeTo(0.4, 12), options: ['a', 'c'], first: false },
    { criterion: 'C1', weight: 0.5, at: expect.closeTo(0.6, 12), options: ['b', 'c'], first: false },
  ])
})

test('[Q7] a tie at the end of the scale is a flip there: all weight, or none', () => {
  const { flips } = flipsAmong({ a: [50, 20], b: [50, 80] })
  expect(flips.map(({ criterion, at }) => [criterion, at])).toEqual([
    ['C1', 1],
    ['C2', 0],
  ])
})

test('[Q7] identical options and one that is better by everything never flip', () => {
  expect(flipsAmong({ a: [30, 60], b: [30, 60] }).flips).toEqual([])
  expect(flipsAmong({ a: [80, 60], b: [30, 10] }).flips).toEqual([])
})

test('[Q7] an option with a missing cell is left out and named', () => {
  expect(flipsAmong({ a: [80, null], b: [30, 10], c: [10, 30] })).toMatchObject({
    flips: [{ options: ['b', 'c'] }, { options: ['b', 'c'] }],
    incomplete: [{ option: 'a', unrated: ['C2'] }],
  })
})

test('[Q7] with one criterion, all weight on one, one option or none there is no flip', () => {
  expect(flipsAmong({ a: [80], b: [30] }, along(ids('C1'), [1]), ids('C1')).flips).toEqual([])
  expect(flipsAmong({ a: [100, 0], b: [0, 100] }, along(two, [1, 0])).flips).toMatchObject([
    { criterion: 'C2', at: 0.5 },
  ])
  expect([flipsAmong({ a: [80, 3] }).flips, flipsAmong({}).flips]).toEqual([[], []])
  expect(nearestFlip([], id('C1'))).toBeUndefined()
})

test('[Q7] flip points really tie, and the order is opposite on their two sides', () => {
  forSeeds(150, random => {
    const board = randomBoard(random, { missing: 0 })
    for (const side of board.sides) {
      const weights = board.weights[side]
      if (weights == null) continue
      const rows = rowsOf({ ...board, side })
      const { flips } = flipsOf({ ...board, weights, rows })
      const lead = ({ criterion, options: [a, b] }: Flip, t: number) => {
        const moved = reweighted({ ...board, weights, criterion, t })
        const value = (row = {}) => additiveValue({ ...board, weights: moved, row }).low
        return value(rows[a]) - value(rows[b])
      }
      for (const flip of flips) {
        expect(tied(lead(flip, flip.at), 0)).toBe(true)
        expect(lead(flip, flip.at - 0.01) * lead(flip, flip.at + 0.01)).toBeLessThan(0)
        expect(flip.at).toBeGreaterThanOrEqual(0)
        expect(flip.at).toBeLessThanOrEqual(1)
      }
      const distances = flips.map(flip => Math.abs(flip.at - flip.weight))
      expect(distances).toEqual([...distances].sort((a, b) => a - b))
    }
  })
})

test('[Q7] weights keep their sum and their ratios while one of them moves', () => {
  const criteria = ids('C1 C2 C3')
  const moved = reweighted({ criteria, weights: along(criteria, [0.5, 0.3, 0.2]), criterion: id('C1'), t: 0.75 })
  expect(moved).toEqual({ C1: 0.75, C2: expect.closeTo(0.15, 12), C3: expect.closeTo(0.1, 12) })
})

test('[Q7] of more flips than anybody reads the nearest are told, and how many there are', () => {
  forSeeds(3, random => {
    const criteria = ids('C1 C2 C3')
    const options = ids(Array.from({ length: 50 }, (_, i) => `O${i}`).join(' '))
    // In tens, so that many are as near as each other.
    const rows = tableOf(options, () =>
      along(
        criteria,
        criteria.map(() => 10 * prng.uint32(random, 0, 10)),
      ),
    )
    const weights = along(criteria, [0.5, 0.3, 0.2])
    const given = { criteria, weights, rows }
    const { flips, all } = flipsOf({ ...given, options })
    const each = everyTwo(options).flatMap(pair => flipsOf({ ...given, options: pair }).flips)
    const distances = each.map(({ at, weight }) => Math.abs(at - weight)).sort((a, b) => a - b)
    expect([flips.length, all]).toEqual([MOST_FLIPS, each.length])
    expect(flips.map(({ at, weight }) => Math.abs(at - weight))).toEqual(distances.slice(0, MOST_FLIPS))
    const named = (of: readonly Flip[]) =>
      of.map(({ criterion, options: [a, b] }) => [criterion, ...[a, b].sort()].join())
    const again = flipsOf({ criteria: shuffled(random, criteria), weights, rows, options: shuffled(random, options) })
    expect(new Set(named(again.flips)).size).toBe(MOST_FLIPS)
  })
})

test('[Q7] [Q21] the options in another order have the same flips', () => {
  const named = ({ options, ...flip }: Flip) =>
    JSON.stringify({ ...flip, at: flip.at.toFixed(9), options: [...options].sort() })
  forSeeds(50, random => {
    const board = randomBoard(random)
    const side = board.sides[0]
    const weights = side && board.weights[side]
    if (weights == null || side === undefined) return
    const rows = rowsOf({ ...board, side })
    const again = flipsOf({ ...board, options: shuffled(random, board.options), weights, rows })
    expect(again.flips.map(named).sort()).toEqual(
      flipsOf({ ...board, weights, rows })
        .flips.map(named)
        .sort(),
    )
  })
})
