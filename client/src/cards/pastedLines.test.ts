import { expect, test } from 'vitest'
import { pastedLines } from './pastedLines.ts'

test('a pasted list is a card per line, without its bullets and empty lines', () => {
  expect(pastedLines('- One\r\n\n • Two\n3. Three\nb) Four\n  plain  \n\n')).toEqual([
    'One',
    'Two',
    'Three',
    'Four',
    'plain',
  ])
})

test('a number that belongs to the sentence stays', () => {
  expect(pastedLines('118 absences\n2.5 posts')).toEqual(['118 absences', '2.5 posts'])
})
