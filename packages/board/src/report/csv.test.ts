import { expect, test } from 'vitest'
import { csv } from './csv.ts'
import type { Cell } from './page.ts'

const lineOf = (...cells: Cell[]): string => {
  const blocks = [{ is: 'table', caption: 'Table', columns: ['Text'], rows: [cells] }] as const
  const section = { id: 'facts', title: 'Facts', blocks }
  const text = csv({ language: 'en', title: 'Report', intro: [], sides: [], sections: [section] })
  return text.slice(text.indexOf('"Facts","Text"')).split('\r\n').slice(1, -1).join('\r\n')
}

test.each([
  ['see;=1+1', `"see;'=1+1"`],
  ['see; @SUM(A1);+2', `"see;' @SUM(A1);'+2"`],
  ['see;"=1+1"', `"see;'""=1+1"""`],
  ['see\n=1+1', `"see\r\n'=1+1"`],
  ['Setext;\n===', `"Setext;'\r\n'==="`],
  ['one; two', '"one; two"'],
])('[R6] %j begins no formula where the list separator is another', (text, written) => {
  expect(lineOf(text)).toBe(`"Facts",${written}`)
})

test('[R6] text is quoted, and numbers are numbers in all their digits', () => {
  expect(lineOf('words', -4.5, 0.0000005, null, { side: 'Union' })).toBe('"Facts","words",-4.5,0.0000005,,"Union"')
})
