import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

test('[D61] a changed word is shown whole, between what stayed', () => {
  expect(differenceOf('Two meetings are enough.', 'Three meetings are enough.')).toEqual([
    { is: 'out', text: 'Two' },
    { is: 'in', text: 'Three' },
    { is: 'same', text: ' meetings are enough.' },
  ])
})

test('[D61] of several changes each is shown by itself, and what stands within a word with all of it', () => {
  const before = 'Two teachers cover the first day of each absence.'
  const now = 'Three teachers cover the first days of every absence.'
  expect(differenceOf(before, now)).toEqual([
    { is: 'out', text: 'Two' },
    { is: 'in', text: 'Three' },
    { is: 'same', text: ' teachers cover the first ' },
    { is: 'out', text: 'day' },
    { is: 'in', text: 'days' },
    { is: 'same', text: ' of ' },
    { is: 'out', text: 'each' },
    { is: 'in', text: 'every' },
    { is: 'same', text: ' absence.' },
  ])
  expect(differenceOf('undo', 'unjustly do').map(({ text }) => text)).toEqual(['undo', 'unjustly do'])
})

test('[D61] what did not change is one piece, and nothing is no piece', () => {
  expect([differenceOf('Nobody alone.', 'Nobody alone.'), differenceOf('', '')]).toEqual([
    [{ is: 'same', text: 'Nobody alone.' }],
    [],
  ])
})

test('[D61] without what was put in a difference is the text before, without what was taken out the text after', () => {
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
