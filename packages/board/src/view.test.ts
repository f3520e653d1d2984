import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { linkCards, placeCard, putAway } from './edit.ts'
import { orderBetween } from './order.ts'
import { cardsOf } from './schema.ts'
import { emptyBoard, people, post, words } from './testing.ts'
import { watchBoard } from './view.ts'
import { wordingOf } from './wording.ts'

const { ana, max } = people

test('[V1] after an edit of one card every other card, link and text is the same object', () => {
  const doc = emptyBoard()
  const a = post(doc, ana, { kind: 'interest', text: 'a' })
  const b = post(doc, ana, { kind: 'option', text: 'b' })
  linkCards(doc, { from: b, to: a, kind: 'serves', by: max.id, side: max.side })
  const watch = watchBoard(doc)
  const before = watch.view()
  words(doc, a).insert(0, 'new ')
  const after = watch.view()
  expect(after.card(a)?.text).toBe('new a')
  expect([after.card(b) === before.card(b), after.links === before.links, after.issue === before.issue]).toEqual([
    true,
    true,
    true,
  ])
  expect(watch.view()).toBe(after)
})

test('[V1] a listener hears of every change, and of none after it stopped', () => {
  const doc = emptyBoard()
  const watch = watchBoard(doc)
  let heard = 0
  const stop = watch.subscribe(() => heard++)
  const id = post(doc, ana, { kind: 'note', text: 'n' })
  expect(heard).toBe(2)
  stop()
  putAway(doc, id)
  expect(heard).toBe(2)
})

test('[V2] cards stand by order, then by id', () => {
  const doc = emptyBoard()
  const ids = ['x', 'y', 'z'].map(text => post(doc, ana, { kind: 'note', text }))
  cardsOf(doc)
    .get(ids[2] as string)
    ?.set(
      'order',
      orderBetween(
        null,
        String(
          cardsOf(doc)
            .get(ids[0] as string)
            ?.get('order'),
        ),
      ),
    )
  const shown = watchBoard(doc).view().cards
  expect(shown.map(card => card.text)).toEqual(['z', 'x', 'y'])
})

test('[V2] a key between two equal ones sorts behind them, and a broken key breaks nothing', () => {
  expect(orderBetween('a1', 'a1') > 'a1').toBe(true)
  expect(typeof orderBetween('!!', '~~')).toBe('string')
})

test('[V3] a wording is its text: marks do not change it, a letter does', () => {
  const doc = emptyBoard()
  const id = post(doc, ana, { kind: 'interest', text: 'Experience that counts' })
  const watch = watchBoard(doc)
  const wording = () => wordingOf(watch.view().card(id) as never)
  const before = wording()
  words(doc, id).format(0, 4, { bold: {} })
  expect(wording()).toBe(before)
  words(doc, id).insert(0, 'E')
  expect(wording()).not.toBe(before)
})

test('[V6] what is not a card is not shown as one and breaks nothing', () => {
  const doc = emptyBoard()
  const id = post(doc, ana, { kind: 'interest', text: 'a' })
  const watch = watchBoard(doc)
  cardsOf(doc).set('text', 'not a map' as never)
  cardsOf(doc).set('empty', new Y.Map())
  cardsOf(doc).get(id)?.set('pos', 'nowhere')
  expect(watch.view().cards).toEqual([])
  placeCard(doc, id, { x: 1, y: 2 })
  expect(watch.view().cards.map(card => card.id)).toEqual([id])
})
