import { additiveValue, CardId, INDICATOR_NAMES, printed } from '@jointly/board'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { arithmeticOf, decimalsOf, formulaOf, ordersOf, printedValue } from './arithmetic.ts'

const criteria = ['C1', 'C2', 'C3', 'C4', 'C5'].map(id => CardId.parse(id))
const along = <T>(entries: readonly T[]) =>
  Object.fromEntries(criteria.map((id, k) => [id, entries[k]])) as Readonly<Record<CardId, T>>
const sum = (numbers: readonly string[]) => numbers.reduce((total, number) => total + Number(number), 0)

/** What somebody with a calculator writes down, in as many decimals as stand there. */
const byHand = (number: number, like: string) => printed(number, like.split('.')[1]?.length ?? 0)

test('[Q19] a value opened on the screen adds up by hand from the digits printed, and so do the bounds of one from incomplete data', () => {
  for (let seed = 1; seed <= 4000; seed++) {
    const random = prng.create(seed)
    const points = criteria.map(() => prng.uint32(random, 1, 100))
    const all = points.reduce((total, point) => total + point, 0)
    const people = prng.uint32(random, 1, 7)
    const row = criteria.map(() => (prng.real53(random) < 0.25 ? null : prng.uint32(random, 0, 100 * people) / people))
    const given = { criteria, weights: along<number>(points.map(point => point / all)), row: along<number | null>(row) }
    const opened = arithmeticOf(given)
    if (opened === null) continue
    const { lines, divisor, value, bounds } = opened
    const message = `seed ${seed}`
    for (const { weight, mean, term } of lines) expect(byHand(Number(weight) * Number(mean), term), message).toBe(term)
    expect(byHand(sum(lines.map(({ term }) => term)), opened.sum), message).toBe(opened.sum)
    expect(byHand(Number(opened.sum) / Number(divisor ?? 1), value), message).toBe(value)
    expect(printedValue(Number(value)), message).toBe(printedValue(additiveValue(given).value ?? Number.NaN))
    expect(Math.max(...lines.map(({ weight }) => weight.length)), message).toBeLessThanOrEqual(10)
    expect(bounds === null, message).toBe(divisor === null)
    if (divisor === null || bounds === null) continue
    const { missing, low, high } = bounds
    expect(byHand(sum(lines.map(({ weight }) => weight)), divisor), message).toBe(divisor)
    expect(byHand(1 - Number(divisor), missing), message).toBe(missing)
    expect(byHand(Number(opened.sum), low), message).toBe(low)
    expect(byHand(Number(opened.sum) + 100 * Number(missing), high), message).toBe(high)
  }
})

// By hand: (30 + 60 + 106.35) / 3 = 65.45, which any number of thirds comes to from below only.
test('[Q19] a value on the edge between two roundings opens with a decimal more', () => {
  const three = criteria.slice(0, 3)
  const third = along<number>([1 / 3, 1 / 3, 1 / 3])
  const opened = arithmeticOf({ criteria: three, weights: third, row: along<number>([30, 60, 106.35]) })
  expect(opened).toMatchObject({ value: '65.45', decimals: 2 })
})

// By hand: the union's 15850 / 290 of the Minneapolis case.
test('[Q19] [Q22] the value of "keep bidding by seniority" to the union opens as its five products', () => {
  const opened = arithmeticOf({
    criteria,
    weights: along([60, 100, 70, 40, 20].map(point => point / 290)),
    row: along([20, 90, 15, 70, 90]),
  })
  expect(opened).toMatchObject({
    lines: [
      { weight: '0.207', mean: '20', term: '4.14' },
      { weight: '0.345', mean: '90', term: '31.05' },
      { weight: '0.241', mean: '15', term: '3.62' },
      { weight: '0.138', mean: '70', term: '9.66' },
      { weight: '0.069', mean: '90', term: '6.21' },
    ],
    sum: '54.68',
    divisor: null,
    value: '54.7',
    bounds: null,
  })
})

/** Computes a printed formula, as a pocket calculator would. */
const calculated = (formula: string): number =>
  Function(
    'min',
    'max',
    'sqrt',
    `return ${formula.replaceAll('−', '-').replaceAll('×', '*').replaceAll('√', 'sqrt')}`,
  )(Math.min, Math.max, Math.sqrt)

test('[Q19] every indicator opens as a formula that gives the number printed', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = prng.create(seed)
    const floors = [0, 1].map(() => prng.real53(random) * 40)
    const most = [0, 1].map(() => 10 + prng.real53(random) * 50)
    const values = floors.map((floor, p) => floor + prng.real53(random) * (most[p] ?? 0))
    for (const indicator of INDICATOR_NAMES) {
      const { formula, result } = formulaOf(indicator, { values, floors, most })
      const half = 0.5 * 10 ** -decimalsOf(indicator) + 1e-9
      expect(Math.abs(calculated(formula) - Number(result)), `${indicator}, seed ${seed}`).toBeLessThanOrEqual(half)
    }
  }
})

// By hand: a over b, a over c, b over c for one; a over c, b over a, b over c for the other. Two alike, one the other way.
test('[Q14] [Q19] how alike two orders are opens as a formula over values that tell the same order', () => {
  const opened = ordersOf([
    [54.31, 40],
    [54.29, 60],
    [20, 10],
  ])
  expect(opened).toEqual({
    values: [
      ['54.31', '40.00'],
      ['54.29', '60.00'],
      ['20.00', '10.00'],
    ],
    counts: { concordant: 2, discordant: 1, tiedInA: 0, tiedInB: 0 },
    formula: '(2 − 1) / √(3 × 3)',
    result: '0.33',
  })
  expect(calculated(opened?.formula ?? '')).toBeCloseTo(1 / 3, 9)
})
