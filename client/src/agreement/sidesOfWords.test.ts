import { SideId } from '@jointly/board'
import { expect, test } from 'vitest'
import { sidesOfWords } from './sidesOfWords.ts'

const [union, management] = ['union', 'management'].map(id => SideId.parse(id)) as [SideId, SideId]
const runs = [
  { text: 'Cover\nTwo floating ', side: union },
  { text: 'teachers\nBy noon', side: management },
]

test('the words of a fixed text are the sides’ who wrote them, its bullets and numbers nobody’s', () => {
  const fixed = '## Cover\n1. Two floating teachers\n   By noon'
  const split = sidesOfWords(fixed, runs)
  expect(split?.(0, fixed.length)).toEqual([
    { text: '## ', side: undefined },
    { text: 'Cover', side: union },
    { text: '\n1. ', side: undefined },
    { text: 'Two floating ', side: union },
    { text: 'teachers', side: management },
    { text: '\n   ', side: undefined },
    { text: 'By noon', side: management },
  ])
  expect(split?.(12, 15)).toEqual([{ text: 'Two', side: union }])
})

test('signs that a fixed text leaves out, and tabs, are no other words', () => {
  const split = sidesOfWords('Two floating teachers', [{ text: 'Two\t\u202efloating\u202c teachers', side: union }])
  expect(split?.(4, 12)).toEqual([{ text: 'floating', side: union }])
})

test('of other words nothing is told', () => {
  expect(sidesOfWords('## Cover\nThree', runs)).toBeNull()
})

test('lines and spaces that say nothing stand between the words, and a dash of one’s own is no bullet', () => {
  const fixed = '- Cover\n- pay\nBy noon'
  const split = sidesOfWords(fixed, [
    { text: 'Cover  \n\n- pay', side: union },
    { text: ' \n\nBy noon\n', side: management },
  ])
  expect(split?.(0, fixed.length)).toEqual([
    { text: '- ', side: undefined },
    { text: 'Cover', side: union },
    { text: '\n', side: undefined },
    { text: '- pay', side: union },
    { text: '\n', side: undefined },
    { text: 'By noon', side: management },
  ])
})
