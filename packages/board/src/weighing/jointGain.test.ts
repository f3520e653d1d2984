import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import type { SideId } from '../ids.ts'
import { MANAGEMENT, UNION } from '../testing.ts'
import { INDICATOR_NAMES, INDICATORS, jointGain, noAgreementOf, pointedAt } from './jointGain.ts'
import type { OptionId } from './ratings.ts'
import { tableOf } from './table.ts'
import { deciding, forSeeds, id, ids, minneapolisBoard, PARENTS, randomBoard, shuffled, valuesFrom } from './testing.ts'
import { tied } from './ties.ts'
import type { Values } from './value.ts'

const both = [UNION, MANAGEMENT]
const released = (union: number | null, management: number | null) => ({ [UNION]: union, [MANAGEMENT]: management })
const gain = (
  table: Parameters<typeof valuesFrom>[1],
  { sides = deciding(...both), released: values = released(0, 0), current = null as OptionId | null } = {},
) =>
  jointGain({
    options: ids(Object.keys(table).join(' ')),
    sides,
    values: valuesFrom(
      sides.map(side => side.id),
      table,
    ),
    released: values,
    current,
  })

// Nash 1950, "The bargaining problem", Econometrica 18, p. 161-162: Bill and Jack may swap nine goods (worth to Bill,
// to Jack). Without agreement each keeps his own. His solution: Bill gives book, whip, ball and bat, Jack gives pen,
// toy and knife: gains 12 and 5, product 60.
test('[Q10] of the 512 swaps in the example of Nash (1950) the highest product is his solution, and no other', () => {
  const goods = {
    book: [2, 4],
    whip: [2, 2],
    ball: [2, 1],
    bat: [2, 2],
    box: [4, 1],
    pen: [10, 1],
    toy: [4, 1],
    knife: [6, 2],
    hat: [2, 2],
  }
  const names = Object.keys(goods) as (keyof typeof goods)[]
  const bills = new Set(['book', 'whip', 'ball', 'bat', 'box'])
  const swaps = Array.from({ length: 512 }, (_, bits) => names.filter((_, i) => (bits >> i) & 1))
  const worth = (toBill: readonly string[], who: 0 | 1) =>
    names.filter(name => toBill.includes(name) === (who === 0)).reduce((sum, name) => sum + (goods[name][who] ?? 0), 0)
  const table = Object.fromEntries(swaps.map((toBill, bits) => [`swap${bits}`, [worth(toBill, 0), worth(toBill, 1)]]))
  const before = names.filter(name => bills.has(name))
  const result = gain(table, { released: released(worth(before, 0), worth(before, 1)) })
  const best = pointedAt(ids(Object.keys(table).join(' ')), result).nash
  expect(best.map(option => swaps[Number(option.slice(4))])).toEqual([['box', 'pen', 'toy', 'knife']])
  expect(result.scores.nash[best[0] ?? id('none')]).toBe(60)
})

// By hand: d = (10, 20). a: gains 40, 20; b: 20, 40; c: 60, 5; e: 70, -5, below for management. The most each can gain
// with nobody below: 60 (c) and 40 (b). Shares: a 40/60, 20/40; b 20/60, 40/40; c 60/60, 5/40; smallest .5, .3333, .125.
test('[Q10] Nash and Kalai-Smorodinsky by hand', () => {
  const table = { a: [50, 40], b: [30, 60], c: [70, 25], e: [80, 15] }
  const { scores, below } = gain(table, { released: released(10, 20) })
  expect(scores.nash).toEqual({ a: 800, b: 800, c: 300, e: null })
  expect(scores.kalaiSmorodinsky).toEqual({ a: 0.5, b: expect.closeTo(1 / 3, 12), c: 0.125, e: null })
  expect(below).toEqual({ a: [], b: [], c: [], e: ['management'] })
})

// By hand: sums 90, 90, 95, 95; smallest 40, 30, 25, 15; gaps 10, 30, 45, 65.
test('[Q20] maximin, sum and gap need no no-agreement value', () => {
  const table = { a: [50, 40], b: [30, 60], c: [70, 25], e: [80, 15] }
  const result = gain(table, { released: released(null, null) })
  expect(result.scores).toEqual({
    nash: { a: null, b: null, c: null, e: null },
    kalaiSmorodinsky: { a: null, b: null, c: null, e: null },
    maximin: { a: 40, b: 30, c: 25, e: 15 },
    sum: { a: 90, b: 90, c: 95, e: 95 },
    gap: { a: 10, b: 30, c: 45, e: 65 },
  })
  expect(pointedAt(ids('a b c e'), result)).toEqual({
    nash: [],
    kalaiSmorodinsky: [],
    maximin: ['a'],
    sum: ['c', 'e'],
    gap: ['a'],
  })
})

test('[Q20] the indicators stand in one order, Nash first, and those that compare scales say so', () => {
  expect(INDICATOR_NAMES.map(name => [name, INDICATORS[name].comparesScales])).toEqual([
    ['nash', false],
    ['kalaiSmorodinsky', false],
    ['maximin', true],
    ['sum', true],
    ['gap', true],
  ])
})

// By hand, from the values in value.test.ts, "as it is now" (O1: 15850/290, 12600/340) standing in for both sides:
// gains O2 -2350/290, below for the union; O3 3600/290, 11800/340; O4 5600/290, 12450/340; O5 2350/290, 7700/340.
// Nash: O3 3600 * 11800 / 98600 = 430.83, O4 5600 * 12450 / 98600 = 707.10, O5 2350 * 7700 / 98600 = 183.52.
// The most: 5600/290 and 12450/340, both O4. Smallest shares: O3 3600/5600, O4 1, O5 2350/5600.
test('[Q10] [Q22] the joint-gain indicators of the Minneapolis case', () => {
  const result = jointGain({
    ...minneapolisBoard,
    sides: deciding(...both),
    released: {},
    current: id('O1'),
  })
  const near = (table: Record<string, number | null>) =>
    Object.fromEntries(Object.entries(table).map(([key, n]) => [key, n === null ? null : expect.closeTo(n, 9)]))
  expect(result.noAgreement).toEqual({
    union: { from: 'as it is now', value: expect.closeTo(15850 / 290, 9), missing: 0 },
    management: { from: 'as it is now', value: expect.closeTo(12600 / 340, 9), missing: 0 },
  })
  expect(result.below).toEqual({ O1: [], O2: ['union'], O3: [], O4: [], O5: [] })
  const nash = { O3: (3600 * 11800) / 98600, O4: (5600 * 12450) / 98600, O5: (2350 * 7700) / 98600 }
  expect(result.scores).toEqual({
    nash: near({ O1: 0, O2: null, ...nash }),
    kalaiSmorodinsky: near({ O1: 0, O2: null, O3: 3600 / 5600, O4: 1, O5: 2350 / 5600 }),
    maximin: near({ O1: 12600 / 340, O2: 13500 / 290, O3: 19450 / 290, O4: 25050 / 340, O5: 20300 / 340 }),
    sum: near({
      O1: 15850 / 290 + 12600 / 340,
      O2: 13500 / 290 + 25600 / 340,
      O3: 19450 / 290 + 24400 / 340,
      O4: 21450 / 290 + 25050 / 340,
      O5: 18200 / 290 + 20300 / 340,
    }),
    gap: near({
      O1: 15850 / 290 - 12600 / 340,
      O2: 25600 / 340 - 13500 / 290,
      O3: 24400 / 340 - 19450 / 290,
      O4: 21450 / 290 - 25050 / 340,
      O5: 18200 / 290 - 20300 / 340,
    }),
  })
})

test('[Q11] a value that a side released counts before "as it is now", which says that it stands in', () => {
  const values = valuesFrom(both, { now: [30, 35], a: [50, 60] })
  const of = (side: SideId, given: ReturnType<typeof released>, current: OptionId | null) =>
    noAgreementOf({ side, released: given, current, values })
  expect(of(UNION, released(45, null), id('now'))).toEqual({ from: 'side', value: 45 })
  expect(of(UNION, released(0, null), id('now'))).toEqual({ from: 'side', value: 0 })
  expect(of(MANAGEMENT, released(45, null), id('now'))).toEqual({ from: 'as it is now', value: 35, missing: 0 })
})

test('[Q11] without a released value and without an option "as it is now" there is no Nash and no Kalai-Smorodinsky', () => {
  const values = valuesFrom(both, { now: [30, null] })
  for (const current of [null, id('now'), id('gone')])
    expect(noAgreementOf({ side: MANAGEMENT, released: released(45, null), current, values })).toBe(null)
  const result = gain({ a: [50, 60] }, { released: released(45, null) })
  expect([result.scores.nash, result.noAgreement]).toEqual([
    { a: null },
    { union: { from: 'side', value: 45 }, management: null },
  ])
  expect(result.below).toEqual({ a: [] })
})

test('[Q10] an option exactly at the no-agreement value of a side is not below it', () => {
  const result = gain({ a: [0.1 + 0.2, 60], b: [0.4, 50] }, { released: released(0.3, 10) })
  expect([result.below[id('a')], result.scores.nash[id('a')]]).toEqual([[], 0])
  const other = gain({ a: [0.3, 60], b: [0.4, 50] }, { released: released(0.1 + 0.2, 10) })
  expect([other.below[id('a')], other.scores.nash[id('a')]]).toEqual([[], 0])
})

test('[Q10] where a side can gain nothing from any option there is no Kalai-Smorodinsky', () => {
  const { scores } = gain({ a: [50, 60], b: [40, 70] }, { released: released(50, 10) })
  expect([scores.nash, scores.kalaiSmorodinsky]).toEqual([
    { a: 0, b: null },
    { a: null, b: null },
  ])
})

test('[Q10] an option that a deciding side has no value for has no score', () => {
  const { scores } = gain({ a: [50, null], b: [40, 70] })
  expect(INDICATOR_NAMES.map(name => scores[name][id('a')])).toEqual([null, null, null, null, null])
})

test('[Q10] one side, three sides, identical options and no options', () => {
  expect(gain({ a: [50], b: [80] }, { sides: deciding(UNION) }).scores).toMatchObject({
    nash: { a: 50, b: 80 },
    kalaiSmorodinsky: { a: 0.625, b: 1 },
    gap: { a: 0, b: 0 },
  })
  const three = { sides: deciding(...both, PARENTS), released: { ...released(0, 0), [PARENTS]: 10 } }
  expect(gain({ a: [50, 20, 20], b: [10, 40, 60] }, three).scores.nash).toEqual({ a: 10_000, b: 20_000 })
  expect(gain({}).scores).toEqual(tableOf(INDICATOR_NAMES, () => ({})))
  expect(gain({ a: [] }, { sides: [] }).scores).toEqual(tableOf(INDICATOR_NAMES, () => ({ a: null })))
})

// By hand: d = (50, 60), and every option leaves one side with no gain: each product, and each smallest share, is 0.
test('[Q20] an indicator that sets no option apart points at none', () => {
  const floor = { released: released(50, 60) }
  const nothingGained = gain({ a: [50, 90], b: [80, 60], c: [50, 60] }, floor)
  expect(nothingGained.scores.nash).toEqual({ a: 0, b: 0, c: 0 })
  expect(pointedAt(ids('a b c'), nothingGained)).toEqual({
    ...{ nash: [], kalaiSmorodinsky: [], maximin: ids('b'), sum: ids('a b'), gap: ids('c') },
  })
  const same = gain({ a: [50, 60], b: [50, 60] })
  expect(pointedAt(ids('a b'), same)).toEqual(tableOf(INDICATOR_NAMES, () => []))
  // One alone has nothing to be level with: it is pointed at by what it gains.
  expect(pointedAt(ids('a b'), gain({ a: [60, 70], b: [40, 50] }, floor)).nash).toEqual(ids('a'))
  expect(pointedAt(ids('a b'), gain({ a: [50, 60], b: [40, 50] }, floor)).nash).toEqual([])
})

test('[Q12] an advising side changes no joint-gain indicator', () => {
  const sides = [...deciding(...both), { id: PARENTS, decides: false }]
  const table = { a: [50, 40, 0], b: [30, 60, 100] }
  const with3 = gain(table, { sides, released: { ...released(10, 20), [PARENTS]: 90 } })
  expect(with3).toEqual(gain({ a: [50, 40], b: [30, 60] }, { released: released(10, 20) }))
})

/** A side's whole scale, no-agreement value and all, stretched and shifted. */
const rescaled = (values: Values, side: SideId, change: (value: number) => number): Values =>
  tableOf(Object.keys(values) as OptionId[], option => {
    const own = values[option]?.[side]
    if (own === undefined || own.value === null) return values[option] ?? {}
    return { ...values[option], [side]: { ...own, value: change(own.value) } }
  })

test('[Q10] rescaling one side does not change the Nash ranking, nor any share of Kalai and Smorodinsky', () => {
  forSeeds(200, random => {
    const board = randomBoard(random)
    const side = prng.oneOf(random, board.sides as SideId[])
    const [stretch, shift] = [0.05 + 4 * prng.real53(random), 50 * prng.real53(random)]
    const change = (value: number) => stretch * value + shift
    const floor = tableOf(board.sides, () => prng.uint32(random, 0, 40))
    const given = { ...board, sides: deciding(...board.sides), current: null }
    const before = jointGain({ ...given, released: floor })
    const after = jointGain({
      ...given,
      values: rescaled(board.values, side, change),
      released: { ...floor, [side]: change(floor[side] ?? 0) },
    })
    expect(after.below).toEqual(before.below)
    for (const option of board.options) {
      const [was, is] = [before.scores.nash[option] ?? null, after.scores.nash[option] ?? null]
      expect(is === null).toBe(was === null)
      if (was !== null && is !== null) expect(is).toBeCloseTo(was * stretch, 5)
      const share = before.scores.kalaiSmorodinsky[option] ?? null
      const shareNow = after.scores.kalaiSmorodinsky[option] ?? null
      expect(shareNow === null || share === null ? shareNow === share : tied(share, shareNow)).toBe(true)
    }
    expect(pointedAt(board.options, after).nash).toEqual(pointedAt(board.options, before).nash)
  })
})

test('[Q10] [Q21] options and sides in another order have the same indicators', () => {
  forSeeds(100, random => {
    const board = randomBoard(random)
    const given = { ...board, sides: deciding(...board.sides), released: tableOf(board.sides, () => 20), current: null }
    const again = jointGain({
      ...given,
      options: shuffled(random, board.options),
      sides: shuffled(random, given.sides),
    })
    const before = jointGain(given)
    for (const name of INDICATOR_NAMES)
      for (const option of board.options) {
        const [a, b] = [before.scores[name][option] ?? null, again.scores[name][option] ?? null]
        expect(a === null || b === null ? a === b : Math.abs(a - b) < 1e-6).toBe(true)
      }
  })
})

test('[Q9] [Q10] a Nash or Kalai-Smorodinsky leader is beaten by no option that every side likes better', () => {
  forSeeds(100, random => {
    const board = randomBoard(random)
    const given = { ...board, sides: deciding(...board.sides), released: tableOf(board.sides, () => 10), current: null }
    const result = jointGain(given)
    const leaders = pointedAt(board.options, result)
    const at = (option: OptionId) => board.sides.map(side => board.values[option]?.[side]?.value ?? Number.NaN)
    for (const leader of [...leaders.nash, ...leaders.kalaiSmorodinsky]) {
      const score = result.scores.nash[leader] ?? 0
      const better = board.options.filter(o => at(o).every((value, p) => value > (at(leader)[p] ?? 0) + 1e-6))
      expect(score > 0 ? better : []).toEqual([])
    }
  })
})

// By hand: d = (40, 40). B is rated in part by the union alone; whatever has B among what it is computed from says so.
test('[Q3] an indicator that rests on a value from incomplete data says so, and what is measured against the most does too', () => {
  const at = (value: number, missing = 0) => ({
    value,
    missing,
    low: value * (1 - missing),
    high: value + 50 * missing,
  })
  const values = {
    A: { [UNION]: at(60), [MANAGEMENT]: at(70) },
    B: { [UNION]: at(90, 0.5), [MANAGEMENT]: at(50) },
    C: { [UNION]: at(30, 0.5), [MANAGEMENT]: at(50) },
    D: { [UNION]: at(30), [MANAGEMENT]: at(50) },
  }
  const given = { options: ids('A B C D'), sides: deciding(...both), values }
  expect(jointGain({ ...given, released: released(40, 40), current: null }).incomplete).toEqual({
    nash: ['B'],
    kalaiSmorodinsky: ['A', 'B'],
    maximin: ['B', 'C'],
    sum: ['B', 'C'],
    gap: ['B', 'C'],
    below: ['C'],
  })
  // "As it is now" is C: what is counted from it rests on what was rated of it.
  expect(jointGain({ ...given, released: released(null, 40), current: id('C') }).incomplete).toMatchObject({
    nash: ['A', 'B', 'C', 'D'],
    maximin: ['B', 'C'],
  })
})

// By hand: d = (10, 10). A gains (40, 40) and B (50, 30); the most is (50, 40), so the shares of A are 0.8 and 1. C, worth 90
// to the union, makes the most of the union 80 should management find it worth 10 or more.
test('[Q3] a share says that the most it is measured against may be what a side has not rated yet', () => {
  const incompleteWith = (ofUnion: number) =>
    jointGain({
      options: ids('A B C'),
      sides: deciding(...both),
      values: valuesFrom(both, { A: [50, 50], B: [60, 40], C: [ofUnion, null] }),
      released: released(10, 10),
      current: null,
    }).incomplete
  const none = { nash: [], kalaiSmorodinsky: [], maximin: [], sum: [], gap: [], below: [] }
  expect(incompleteWith(90)).toEqual({ ...none, kalaiSmorodinsky: ids('A B') })
  // Management may find C worth 100, and then its most is 90.
  expect(incompleteWith(60)).toEqual({ ...none, kalaiSmorodinsky: ids('A B') })
  // Below what no agreement is worth to the union, C counts for no side's most.
  expect(incompleteWith(5)).toEqual(none)
})
