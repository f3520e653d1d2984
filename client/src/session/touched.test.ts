import { bodyOf, type CardId, jointTextOf, linkCards, putAway } from '@jointly/board'
import { emptyBoard, people, post } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { placesTouched } from './touched.ts'

const touchedBy = (doc: Y.Doc, act: () => void): string[] => {
  const places = new Set<string>()
  const see = (transaction: Y.Transaction) => {
    for (const place of placesTouched(transaction)) places.add(place)
  }
  doc.on('afterTransaction', see)
  act()
  doc.off('afterTransaction', see)
  return [...places]
}

const typeInto = (doc: Y.Doc, id: CardId) => {
  const paragraph = bodyOf(doc, id)?.get(0) as Y.XmlElement
  ;(paragraph.get(0) as Y.XmlText).insert(0, 'more ')
}

test('a change is placed by card, link or joint text, however deep in it', () => {
  const doc = emptyBoard()
  const option = post(doc, people.fay, { kind: 'option', text: 'A rota' })
  const interest = post(doc, people.ana, { kind: 'interest', text: 'Rest' })
  let link = ''
  expect({
    words: touchedBy(doc, () => typeInto(doc, option)),
    field: touchedBy(doc, () => putAway(doc, interest)),
    issue: touchedBy(doc, () => jointTextOf(doc, 'issue').insert(0, [new Y.XmlElement('paragraph')])),
  }).toEqual({ words: [option], field: [interest], issue: ['issue'] })
  const linked = touchedBy(doc, () => {
    link = linkCards(doc, { from: option, to: interest, kind: 'serves', by: people.ana.id, side: people.ana.side })
  })
  expect(linked).toEqual([link])
})
