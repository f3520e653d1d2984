import { people } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import { peopleHere, samePeople } from './presence.ts'

const stamp = ({ id, name, side, role }: (typeof people)['ana']) => ({ user: { id, name, side, role } })
const me = { id: people.fay.id, name: 'Fay', side: null, role: 'facilitator' }

test('several tabs of one member are one person, and I am always here', () => {
  const here = peopleHere(
    [
      { ...stamp(people.ugo), writing: null },
      { ...stamp(people.ana), writing: 'composer:interest' },
      { ...stamp(people.ana), writing: 'card1' },
      { ...stamp(people.ana), writing: 'card1' },
      { writing: 'not stamped, so nobody' },
    ],
    me,
  )
  expect(here.map(({ name, writing }) => [name, writing])).toEqual([
    ['Ana', ['composer:interest', 'card1']],
    ['Fay', []],
    ['Ugo', []],
  ])
})

test('the same people doing the same wake nobody', () => {
  const here = (writing: string | null) => peopleHere([{ ...stamp(people.ana), writing }], me)
  expect([
    samePeople(here('a'), here('a')),
    samePeople(here('a'), here(null)),
    samePeople(here('a'), peopleHere([], me)),
  ]).toEqual([true, false, false])
})
