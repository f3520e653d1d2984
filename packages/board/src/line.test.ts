import { expect, test } from 'vitest'
import { line } from './line.ts'

const read = (text: string) => line(60).safeParse(text).data ?? null

test.each([
  ['a sign of no width', 'Ana\u200b', 'Ana'],
  ['a soft hyphen', 'A\u00adna', 'Ana'],
  ['a turn of direction', 'Ana\u202e noinU', 'Ana noinU'],
  ['an isolate', '\u2066Ana\u2069', 'Ana'],
  ['a control character', 'Ana\u0007\u0000', 'Ana'],
  ['a letter that is not seen', 'Ana\u3164\u115f', 'Ana'],
  ['another line', 'Ana\nfor the other side', 'Ana for the other side'],
  ['a separator of lines', 'Ana\u2028Max', 'Ana Max'],
  ['spaces of every kind', ' Ana\u00a0\t  Lopez\ufeff ', 'Ana Lopez'],
  ['a letter and its accent apart', 'Jose\u0301', 'José'],
])('[P7] a name with %s is the name that is seen', (_what, text, name) => {
  expect(read(text)).toBe(name)
})

test('[P7] a name of which nothing is seen is none', () => {
  const unseen = ['', '   ', '\u200b', '\u2060\u2060', '\u3164', '\u200d', '\ufe0f', '\u2800\u2800', '\u0301', '\u202e']
  expect(unseen.map(read)).toEqual(unseen.map(() => null))
})

test('[P7] names of every script, and what they need to be written, stay as they are', () => {
  const names = [
    'Ana María Ñúñez',
    'O’Brien-Smith',
    '李小龍',
    'نازنین\u200cزهرا',
    'क्\u200dष',
    '👩\u200d🏫 Faye',
    'Local 59',
    '♥️ Eve',
  ]
  expect(names.map(read)).toEqual(names)
})

test('[P7] what is not seen does not count, and what is too long is refused', () => {
  expect([read(`${'x'.repeat(60)}\u200b`), read('x'.repeat(61))]).toEqual(['x'.repeat(60), null])
})
