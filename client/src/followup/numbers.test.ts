import { expect, test } from 'vitest'
import { numberIn } from './numbers.ts'

test('a number is read with a point or a comma, and nothing else is one', () => {
  expect(['62.5', '62,5', ' -3 ', '−3', '0', '', 'x', '1e9', '1,000,000', '5 %', '.5'].map(numberIn)).toEqual([
    ...[62.5, 62.5, -3, -3, 0],
    ...[null, null, null, null, null, null],
  ])
})
