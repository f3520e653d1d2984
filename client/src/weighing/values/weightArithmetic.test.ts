import { CardId, printed } from '@jointly/board'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { apartOf, weightsOpened } from './weightArithmetic.ts'

const criteria = ['C1', 'C2', 'C3', 'C4', 'C5'].map(id => CardId.parse(id))
const along = <T>(entries: readonly T[]) =>
  Object.fromEntries(criteria.map((id, k) => [id, entries[k]])) as Readonly<Record<CardId, T>>
const sum = (numbers: readonly string[]) => numbers.reduce((total, number) => total + Number(number), 0)
/** What somebody with a calculator writes down, in as many decimals as stand there. */
const byHand = (number: number, like: string) => printed(number, like.split('.')[1]?.length ?? 0)

test('[Q14] [Q19] how far two weightings lie apart opens as differences that add up, half of them the number printed', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = prng.create(seed)
    const weightings = [0, 1].map(() => {
      const points = criteria.map(() => prng.uint32(random, 1, 100))
      return along(points.map(point => point / points.reduce((total, one) => total + one, 0)))
    })
    const { lines, sum: all, result } = apartOf({ criteria, weights: weightings as never })
    for (const { weights, difference } of lines)
      expect(Math.abs(Number(weights[0]) - Number(weights[1])), `seed ${seed}`).toBeCloseTo(Number(difference), 9)
    expect(sum(lines.map(({ difference }) => difference)), `seed ${seed}`).toBeCloseTo(Number(all), 9)
    expect(Math.abs(Number(all) / 2 - Number(result)), `seed ${seed}`).toBeLessThanOrEqual(0.0005 + 1e-9)
  }
})

const opening = (rows: readonly (readonly number[])[], gone: readonly number[] = []) =>
  weightsOpened(rows.map((numbers, k) => ({ numbers, isLeft: !gone.includes(k) })))

// By hand: a third and two thirds make a half; rounded to three decimals each they still do.
test('[Q4] [Q19] a side’s weight opens as the mean of its members’ that are printed', () => {
  expect(
    opening([
      [1 / 3, 2 / 3],
      [0.25, 0.25],
    ]),
  ).toEqual({
    lines: [
      { numbers: ['0.333', '0.667'], mean: '0.500', now: null },
      { numbers: ['0.250', '0.250'], mean: '0.250', now: null },
    ],
    left: null,
  })
})

// By hand: means of .5, .3 and .2; without the second .7 is left, and 5/7 and 2/7 are printed as .714 and .286.
test('[Q4] [Q19] once a criterion is put away, a weight opens as the mean’s part of what is left', () => {
  const opened = opening(
    [
      [0.4, 0.6],
      [0.4, 0.2],
      [0.2, 0.2],
    ],
    [1],
  )
  expect(opened.lines.map(({ mean, now }) => [mean, now])).toEqual([
    ['0.500', '0.714'],
    ['0.300', null],
    ['0.200', '0.286'],
  ])
  expect(opened.left).toBe('0.700')
})

test('[Q4] [Q19] the same for any weights, whichever criteria are put away', () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const random = prng.create(seed)
    const people = Array.from({ length: prng.uint32(random, 1, 9) }, () => {
      const points = criteria.map(() => prng.uint32(random, 1, 100))
      return points.map(point => point / points.reduce((total, one) => total + one, 0))
    })
    const rows = criteria.map((_, k) => people.map(weights => weights[k] ?? 0))
    const gone = criteria.flatMap((_, k) => (k > 0 && prng.real53(random) < 0.3 ? [k] : []))
    const { lines, left } = opening(rows, gone)
    const message = `seed ${seed}`
    for (const { numbers, mean } of lines) expect(byHand(sum(numbers) / people.length, mean), message).toBe(mean)
    expect(left === null, message).toBe(gone.length === 0)
    const means = rows.map(row => row.reduce((total, one) => total + one, 0) / row.length)
    const whole = means.reduce((total, mean, k) => (gone.includes(k) ? total : total + mean), 0)
    for (const [k, { mean, now }] of lines.entries()) {
      if (gone.includes(k)) continue
      const weight = now ?? mean
      if (left !== null) expect(byHand(Number(mean) / Number(left), weight), message).toBe(weight)
      // The table of weights prints three decimals.
      expect(printed(Number(weight), 3), message).toBe(printed((means[k] ?? 0) / whole, 3))
    }
    const kept = lines.filter(({ now }) => now !== null).map(({ mean }) => mean)
    if (left !== null) expect(byHand(sum(kept), left), message).toBe(left)
  }
})
