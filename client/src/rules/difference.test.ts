import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

test('a changed word is shown whole, between what stayed', () => {
  expect(differenceOf('Two meetings are enough.', 'Three meetings are enough.')).toEqual([
    { is: 'out', text: 'Two' },
    { is: 'in', text: 'Three' },
    { is: 'same', text: ' meetings are enough.' },
  ])
})

test('what did not change is one piece, and nothing is no piece', () => {
  expect([differenceOf('Nobody alone.', 'Nobody alone.'), differenceOf('', '')]).toEqual([
    [{ is: 'same', text: 'Nobody alone.' }],
    [],
  ])
})

test('without what was put in a difference is the text before, without what was taken out the text after', () => {
  const texts = [
    '',
    'aa',
    'a',
    'aba',
    'Wer führt das Protokoll?',
    'Wer führte das Protokoll?',
    'the press',
    'press the press',
  ]
  for (const before of texts)
    for (const after of texts) {
      const pieces = differenceOf(before, after)
      const without = (is: 'in' | 'out') =>
        pieces
          .filter(piece => piece.is !== is)
          .map(({ text }) => text)
          .join('')
      expect([without('in'), without('out')]).toEqual([before, after])
    }
})
