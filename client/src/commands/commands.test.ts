import { expect, test } from 'vitest'
import { COMMANDS, commandFor } from './commands.ts'

const asked = (keys: string, typing: 'no' | 'in-empty-field' | 'in-words' = 'no', letters = true) =>
  commandFor({ keys, typing, letters }, COMMANDS)?.id ?? null

test('no two commands share a key', () => {
  const keys = COMMANDS.flatMap(command => command.keys)
  expect(keys.length).toBe(new Set(keys).size)
})

test('a letter is a word while one types, and no command once letters are switched off', () => {
  expect([asked('n'), asked('n', 'in-words'), asked('n', 'in-empty-field'), asked('n', 'no', false)]).toEqual([
    'compose',
    null,
    null,
    null,
  ])
  expect([asked('Ctrl+K', 'in-words'), asked('Ctrl+K', 'no', false)]).toEqual(['palette', 'palette'])
})

test('in a field with words undo is the field’s own; in an empty one it is the board’s', () => {
  expect([asked('Ctrl+Z', 'in-words'), asked('Ctrl+Z', 'in-empty-field'), asked('Ctrl+Y')]).toEqual([
    null,
    'undo',
    'redo',
  ])
})
