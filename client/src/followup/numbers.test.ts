import { expect, test } from 'vitest'
import { numberIn, twoReadingsOf } from './numbers.ts'

test('[U7] a number is read with a point or a comma, and nothing else is one', () => {
  expect(['62.5', '62,5', ' -3 ', '−3', '0', '', 'x', '1e9', '1,000,000', '5 %', '.5'].map(numberIn)).toEqual([
    ...[62.5, 62.5, -3, -3, 0],
    ...[null, null, null, null, null, null],
  ])
})

test('[U7] what is a thousand to one reader and a one to another is not read, and both readings can be', () => {
  const typed = ['1,000', '80.500', '-1,250', '12.125', '100,250']
  const readings = typed.map(twoReadingsOf)
  expect(typed.map(numberIn)).toEqual([null, null, null, null, null])
  expect(readings).toEqual([
    { thousands: '1000', decimals: '1' },
    { thousands: '80500', decimals: '80.5' },
    { thousands: '-1250', decimals: '-1.25' },
    { thousands: '12125', decimals: '12.1250' },
    { thousands: '100250', decimals: '100.25' },
  ])
  expect(readings.flatMap(both => [both?.thousands, both?.decimals]).map(one => numberIn(one ?? ''))).toEqual([
    ...[1000, 1, 80500, 80.5, -1250, -1.25, 12125, 12.125, 100250, 100.25],
  ])
})

test('[U7] three decimals that can be nothing else are read', () => {
  expect(['0,125', '1234.567', '1,0000', '80500', '80,50'].map(numberIn)).toEqual([0.125, 1234.567, 1, 80500, 80.5])
})
