import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as edit from './edit.ts'
import { type InkPoint, MOST_POINTS, OnlyMarkFields, strokesOf, wayOf } from './marks.ts'
import { cardOf, markOf, marksOf } from './schema.ts'
import { emptyBoard, people, post } from './testing.ts'
import { undoManagerFor } from './undo.ts'
import { type MarkView, watchBoard } from './view.ts'

const { ana, max } = people
const author = { by: ana.id, side: ana.side }
const frame = { ...author, pos: { x: 10, y: 20 }, size: { w: 600, h: 400 }, title: 'Parking lot' }
const line = (length: number): InkPoint[] => Array.from({ length }, (_, i) => ({ x: i, y: i / 2, pressure: 0.5 }))

const standing = (doc: Y.Doc): readonly MarkView[] => {
  const watch = watchBoard(doc)
  const { marks } = watch.view()
  watch.stop()
  return marks
}

test('[D20] a frame and ink are whole, and put away, in their first update', () => {
  for (const make of [
    (doc: Y.Doc) => edit.drawFrame(doc, frame),
    (doc: Y.Doc) =>
      edit.drawInk(doc, { ...author, colour: 'side', way: line(3) })[0] as ReturnType<typeof edit.drawFrame>,
  ]) {
    const doc = emptyBoard()
    const empty = Y.encodeStateAsUpdate(doc)
    const updates: Uint8Array[] = []
    doc.on('update', update => updates.push(update))
    const id = make(doc)
    const after = (count: number) => {
      const copy = new Y.Doc()
      for (const update of [empty, ...updates.slice(0, count)]) Y.applyUpdate(copy, update)
      return markOf(copy, id)?.toJSON()
    }
    expect(updates).toHaveLength(2)
    expect(OnlyMarkFields.safeParse(after(1)).success).toBe(true)
    expect([after(1)?.gone, after(2)?.gone]).toEqual([true, undefined])
  }
})

test('[D20] undo puts a mark away and redo shows the same one; nothing is ever deleted', () => {
  const doc = emptyBoard()
  const undo = undoManagerFor(doc)
  const id = edit.drawFrame(doc, frame)
  const drawn = standing(doc)
  undo.undo()
  expect([standing(doc), marksOf(doc).has(id)]).toEqual([[], true])
  undo.redo()
  expect(standing(doc)).toEqual(drawn)
})

test('[D20] when two people move and title one frame at once, undo leaves it a place, a size and a title', () => {
  const [one, other] = [emptyBoard(1), new Y.Doc()]
  const id = edit.drawFrame(one, frame)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  const undo = undoManagerFor(one)
  edit.placeMarks(one, [{ id, pos: { x: 1, y: 1 }, size: { w: 100, h: 100 } }])
  edit.titleFrame(one, id, 'Later')
  edit.placeMarks(other, [{ id, pos: { x: 2, y: 2 }, size: { w: 200, h: 200 } }])
  edit.titleFrame(other, id, 'Now')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  undo.undo()
  expect(standing(one)).toHaveLength(1)
})

test('[D20] ink takes no size and no title, and a frame is never too large or its title too long to be written', () => {
  const doc = emptyBoard()
  const [ink] = edit.drawInk(doc, { ...author, colour: 'red', way: line(2) })
  const id = edit.drawFrame(doc, { ...frame, size: { w: 1, h: 1e9 }, title: ` a\n b ${'c'.repeat(400)}` })
  if (ink !== undefined) {
    edit.titleFrame(doc, ink, 'no')
    edit.placeMarks(doc, [{ id: ink, pos: { x: 0, y: 0 }, size: { w: 50, h: 50 } }])
  }
  for (const mark of [ink, id]) expect(OnlyMarkFields.safeParse(mark && markOf(doc, mark)?.toJSON()).success).toBe(true)
  expect(String(markOf(doc, id)?.get('title'))).toMatch(/^a b c+$/)
})

test('[D21] a long stroke is several that touch, and one step of undo', () => {
  const doc = emptyBoard()
  const undo = undoManagerFor(doc)
  const way = line(2 * MOST_POINTS + 7)
  expect(edit.drawInk(doc, { ...author, colour: 'ink', way })).toHaveLength(3)
  const pieces = standing(doc).flatMap(mark => (mark.kind === 'ink' ? [wayOf(mark)] : []))
  expect(pieces.flatMap((piece, i) => (i === 0 ? piece : piece.slice(1)))).toEqual(way)
  undo.undo()
  expect(standing(doc)).toEqual([])
})

test('[D21] a press is a dot, and ink beyond the board ends at its edge', () => {
  expect(strokesOf([{ x: 4.26, y: 5, pressure: 2 }])).toEqual([{ pos: { x: 4, y: 5 }, points: [3, 0, 100] }])
  const [far] = strokesOf([
    { x: 0, y: 0, pressure: 0 },
    { x: 1e9, y: -1e9, pressure: 0 },
  ])
  expect(far?.points).toEqual([0, 0, 0, 1e7, -1e7, 0])
})

test('[V1] after an edit of one mark every other one, and every card, is the same object', () => {
  const doc = emptyBoard()
  const card = post(doc, ana, { kind: 'note', text: 'n' })
  const [a, b] = [edit.drawFrame(doc, frame), edit.drawFrame(doc, frame)]
  const watch = watchBoard(doc)
  const before = watch.view()
  edit.titleFrame(doc, a, 'Another')
  const after = watch.view()
  expect(after.mark(a)).toMatchObject({ title: 'Another' })
  expect([
    after.mark(b) === before.mark(b),
    after.card(card) === before.card(card),
    after.cards === before.cards,
  ]).toEqual([true, true, true])
})

test('[V6] a mark in no known form is not shown and breaks nothing', () => {
  const doc = emptyBoard()
  marksOf(doc).set('old', new Y.Map(Object.entries({ ...author, kind: 'stamp' })))
  marksOf(doc).set('none', 'nothing' as never)
  expect(standing(doc)).toEqual([])
})

test('[D22] a group leaves its cards their words, authors and places, and undo takes only the group', () => {
  const doc = emptyBoard()
  const undo = undoManagerFor(doc)
  const cards = [post(doc, ana, { kind: 'interest', text: 'a' }), post(doc, max, { kind: 'interest', text: 'b' })]
  undo.stopCapturing()
  const before = cards.map(id => cardOf(doc, id)?.toJSON())
  const group = edit.groupCards(doc, { ...author, heading: 'Both', cards, pos: { x: 0, y: 0 } })
  expect(cards.map(id => cardOf(doc, id)?.toJSON())).toEqual(before.map(card => ({ ...card, in: group })))
  undo.undo()
  expect(cards.map(id => cardOf(doc, id)?.toJSON())).toEqual(before)
  undo.redo()
  edit.putInGroup(doc, cards, null)
  expect([cards.map(id => cardOf(doc, id)?.toJSON()), cardOf(doc, group)?.has('gone')]).toEqual([before, false])
})

test('[D22] a group is never put into itself', () => {
  const doc = emptyBoard()
  const group = edit.groupCards(doc, { ...author, heading: 'g', cards: [], pos: { x: 0, y: 0 } })
  edit.putInGroup(doc, [group], group)
  expect(cardOf(doc, group)?.has('in')).toBe(false)
})

test('[D23] several cards are ordered together, as one step, and keep their order among themselves', () => {
  const doc = emptyBoard()
  const ids = ['a', 'b', 'c', 'd'].map(text => post(doc, ana, { kind: 'note', text }))
  const [a, b, c, d] = ids as [(typeof ids)[0], (typeof ids)[0], (typeof ids)[0], (typeof ids)[0]]
  const undo = undoManagerFor(doc)
  const texts = () =>
    watchBoard(doc)
      .view()
      .cards.map(({ text }) => text)
      .join('')
  edit.orderCards(doc, [a, b], c, d)
  expect(texts()).toBe('cabd')
  undo.undo()
  expect(texts()).toBe('abcd')
})
