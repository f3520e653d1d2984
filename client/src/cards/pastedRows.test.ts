import { expect, test } from 'vitest'
import { pastedRows, wordsOfRow } from './pastedRows.ts'

const rows = (text: string) => pastedRows({ html: '', text })

test('tabs between words are a table, row by row', () => {
  expect(rows('Need\tWho\r\nRest\tNurses\r\n\r\nCover\tSchools\r\n')).toEqual([
    ['Need', 'Who'],
    ['Rest', 'Nurses'],
    ['Cover', 'Schools'],
  ])
})

test('a cell with a line break and quotes in it is one cell', () => {
  expect(rows('"One\nof ""two"""\tB\n\tlast')).toEqual([
    ['One of "two"', 'B'],
    ['', 'last'],
  ])
})

test('lines without tabs are no table', () => {
  expect([rows('One\nTwo'), rows(''), rows('"just a quotation"')]).toEqual([null, null, null])
})

test('a row says its cells in their order, without the empty ones', () => {
  expect(wordsOfRow(['Rest', '', 'Nurses'])).toBe('Rest · Nurses')
})
