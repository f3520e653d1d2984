import { type CardId, putAway, watchBoard } from '@jointly/board'
import { emptyBoard, people, post } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import { type Arrivals, arrivalsAfter, NEW_FOR_MS } from './arrivals.ts'

test('cards of others that came while I am here are new for a while; mine and the old ones are not', () => {
  const doc = emptyBoard()
  const board = watchBoard(doc)
  post(doc, people.ana, { kind: 'interest', text: 'Old' })
  const known = new Set<CardId>(board.view().cards.map(card => card.id))
  let arrivals: Arrivals = new Map()
  const look = (now: number) => {
    const seen = arrivalsAfter(arrivals, { view: board.view(), known, me: people.ugo.id, now })
    arrivals = seen.arrivals
    return [seen.came.map(card => card.text), [...arrivals.keys()].map(id => board.view().card(id)?.text)]
  }
  post(doc, people.ugo, { kind: 'interest', text: 'Mine' })
  const theirs = post(doc, people.max, { kind: 'interest', text: 'Theirs' })
  expect([look(0), look(1_000)]).toEqual([
    [['Theirs'], ['Theirs']],
    [[], ['Theirs']],
  ])
  putAway(doc, theirs)
  expect(look(NEW_FOR_MS)).toEqual([[], []])
})
