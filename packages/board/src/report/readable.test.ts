import { expect, test } from 'vitest'
import { decimalsOf, readable } from './readable.ts'

const shown = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]) => {
  const { columns: heads, rows: cells } = readable({ is: 'table', caption: 'Values', columns, rows })
  return [heads, ...cells]
}

test('[R10] what was computed is rounded, shares finer than values, and what people wrote stays', () => {
  expect(
    shown(
      ['Option', 'Weight', 'Value', 'Measured'],
      [
        ['Pilot', 0.344827586207, 62.7586206897, 27.125],
        ['Keep', 1, 37, 0.000125],
      ],
    ),
  ).toEqual([
    ['Option', 'Weight', 'Value', 'Measured'],
    ['Pilot', 0.34483, 62.76, 27.125],
    ['Keep', 1, 37, 0.000125],
  ])
})

test('[R10] a column that says nothing is left out, the first one never', () => {
  expect(
    shown(
      ['Text', 'Source', 'Side'],
      [
        ['', null, 'Union'],
        [null, '', 'Management'],
      ],
    ),
  ).toEqual([
    ['Text', 'Side'],
    ['', 'Union'],
    [null, 'Management'],
  ])
})

test('[R10] the points of a column stand below each other', () => {
  const rows = [
    ['Pilot', 62.76, 4],
    ['Keep', 37, 12],
  ]
  expect([1, 2].map(column => decimalsOf(rows, column))).toEqual([2, 0])
})
