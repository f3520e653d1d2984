import { bodyOf, type CardId, EDIT, watchBoard } from '@jointly/board'
import { emptyBoard, people, post } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardUndo, undoFacade } from './undo.ts'

const EDITOR = Symbol('what an editor writes with')

const wordsOf = (doc: Y.Doc, id: CardId) =>
  ((bodyOf(doc, id)?.get(0) as Y.XmlElement | undefined)?.get(0) as Y.XmlText | undefined) ?? new Y.XmlText()

const type = (doc: Y.Doc, id: CardId, text: string) =>
  doc.transact(() => wordsOf(doc, id).insert(wordsOf(doc, id).length, text), EDITOR)

const textsOf = (doc: Y.Doc) =>
  watchBoard(doc)
    .view()
    .cards.map(card => (card.gone ? `(${card.text})` : card.text))

test('closing an editor ends nothing: the next one, and the board, undo in the one order', () => {
  const doc = emptyBoard()
  const undo = boardUndo(doc)
  undo.addTrackedOrigin(EDITOR)
  const first = post(doc, people.ana, { kind: 'interest', text: 'A' })
  undo.stopCapturing()
  const second = post(doc, people.ana, { kind: 'interest', text: 'B' })
  undo.stopCapturing()

  const one = undoFacade(undo)
  type(doc, first, '1')
  one.stopCapturing()
  one.destroy() // y-tiptap does so when its view goes, and hangs this on the manager:
  Object.assign(one, { restore: () => {} })
  const other = undoFacade(undo)
  type(doc, second, '2')
  other.stopCapturing()

  const seen = [textsOf(doc)]
  for (const manager of [other, undo, undo, one]) {
    manager.undo()
    seen.push(textsOf(doc))
  }
  expect(seen).toEqual([
    ['A1', 'B2'],
    ['A1', 'B'],
    ['A', 'B'],
    ['A', '(B)'],
    ['(A)', '(B)'],
  ])
  for (let i = 0; i < 4; i++) undo.redo()
  expect([textsOf(doc), 'restore' in undo]).toEqual([['A1', 'B2'], false])
})

test('a façade shows the manager’s stacks as they are, and gives away no listener', () => {
  const doc = emptyBoard()
  const undo = boardUndo(doc)
  const facade = undoFacade(undo)
  let told = 0
  facade.on('stack-item-added', () => told++)
  post(doc, people.ana, { kind: 'interest', text: 'A' })
  expect([facade.undoStack.length, facade.trackedOrigins.has(EDIT), facade.doc === doc, told]).toEqual([
    1,
    true,
    true,
    0,
  ])
  undo.clear()
  expect(facade.undoStack.length).toBe(0)
})

test('undo takes back my words and leaves the paragraph in which somebody else has written since', () => {
  const doc = emptyBoard(1)
  const undo = boardUndo(doc)
  undo.addTrackedOrigin(EDITOR)
  const id = post(doc, people.ana, { kind: 'option', text: '' })
  undo.stopCapturing()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('mine')])
    bodyOf(doc, id)?.insert(1, [paragraph])
  }, EDITOR)
  undo.stopCapturing()

  const other = emptyBoard(2)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const theirs = bodyOf(other, id)?.get(1) as Y.XmlElement | undefined
  ;(theirs?.get(0) as Y.XmlText | undefined)?.insert(4, ' and theirs')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'network')

  undo.undo()
  expect(textsOf(doc)).toEqual(['and theirs'])
})

test('what an editor does without history is not undone', () => {
  const doc = emptyBoard()
  const undo = boardUndo(doc)
  undo.addTrackedOrigin(EDITOR)
  const id = post(doc, people.ana, { kind: 'interest', text: 'A' })
  undo.clear()
  doc.transact(transaction => {
    transaction.meta.set('addToHistory', false)
    wordsOf(doc, id).insert(1, '!')
  }, EDITOR)
  expect(undo.canUndo()).toBe(false)
})
