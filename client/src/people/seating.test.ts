import { people, processAfter } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import { inTurns, seatingOf } from './seating.ts'

test('everybody sits with their side, those who are here first, and who waits stands apart', () => {
  const uwe = { ...people.ugo, id: people.obi.id, name: 'Uwe', role: 'member' as const, admitted: false }
  const process = processAfter([], { members: [people.ana, people.ugo, people.max, people.fay, uwe] })
  const here = [{ id: people.ugo.id, name: 'Ugo', side: 'union', role: 'member', writing: [], asks: [] }]
  const { benches, waiting } = seatingOf(process, here)
  expect({
    benches: benches.map(({ side, seats }) => [side?.id ?? null, seats.map(seat => [seat.member.name, seat.isHere])]),
    waiting: waiting.map(member => member.name),
  }).toEqual({
    benches: [
      [
        'union',
        [
          ['Ugo', true],
          ['Ana', false],
        ],
      ],
      ['management', [['Max', false]]],
      [null, [['Fay', false]]],
    ],
    waiting: ['Uwe'],
  })
})

test('where not all have room each side is seen, and they stay side by side', () => {
  expect(inTurns([['a', 'b', 'c'], ['d'], [], ['e', 'f']], 4)).toEqual(['a', 'b', 'd', 'e'])
})
