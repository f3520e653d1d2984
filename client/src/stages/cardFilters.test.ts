import { linkCards, putAway, watchBoard } from '@jointly/board'
import { emptyBoard, people, post } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import { servingLinks, unservedInterests } from './cardFilters.ts'

test('an interest counts as served while the option and the interest both lie on the table', () => {
  const doc = emptyBoard()
  const board = watchBoard(doc)
  const rest = post(doc, people.ana, { kind: 'interest', text: 'Rest' })
  const cover = post(doc, people.max, { kind: 'interest', text: 'Cover' })
  const rota = post(doc, people.fay, { kind: 'option', text: 'A rota' })
  linkCards(doc, { from: rota, to: rest, kind: 'serves', by: people.ana.id, side: people.ana.side })
  const unserved = () => unservedInterests(board.view()).map(card => card.text)

  expect([unserved(), servingLinks(board.view()).length]).toEqual([['Cover'], 1])
  putAway(doc, rota)
  expect([unserved(), servingLinks(board.view()).length]).toEqual([['Rest', 'Cover'], 0])
  putAway(doc, cover)
  expect(unserved()).toEqual(['Rest'])
})
