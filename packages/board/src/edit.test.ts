import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as edit from './edit.ts'
import type { CardId } from './ids.ts'
import { estimatedHeight } from './place.ts'
import { plainText, type RichNode, readRich } from './richtext.ts'
import { bodyOf, cardOf, cardsOf } from './schema.ts'
import { BORN_WITH, emptyBoard, people, post } from './testing.ts'
import { undoManagerFor } from './undo.ts'
import { watchBoard } from './view.ts'

const { ana, fay, max, mia } = people

test('[D1] a card is complete, and put away, in its first update', () => {
  const doc = emptyBoard()
  const empty = Y.encodeStateAsUpdate(doc)
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  const id = post(doc, ana, { kind: 'interest', text: 'Experience that counts' })
  const after = (count: number) => {
    const copy = new Y.Doc()
    for (const update of [empty, ...updates.slice(0, count)]) Y.applyUpdate(copy, update)
    return cardOf(copy, id)
  }
  expect(updates).toHaveLength(2)
  expect(BORN_WITH.every(field => after(1)?.has(field))).toBe(true)
  expect([after(1)?.get('gone'), after(2)?.has('gone')]).toEqual([true, false])
})

test('[D3] a card that was put away and brought back is the same card', () => {
  const doc = emptyBoard()
  const id = post(doc, ana, { kind: 'interest', text: 'Experience that counts' })
  const watch = watchBoard(doc)
  const before = watch.view().card(id)
  edit.putAway(doc, id)
  expect(watch.view().card(id)).toEqual({ ...before, gone: true })
  edit.bringBack(doc, id)
  expect(watch.view().card(id)).toEqual(before)
})

test('[D4] connecting twice is one link, and connecting again after taking it away shows the same one', () => {
  const doc = emptyBoard()
  const from = post(doc, max, { kind: 'option', text: 'Pilot in ten schools first' })
  const to = post(doc, ana, { kind: 'interest', text: 'Experience that counts' })
  const link = { from, to, kind: 'serves', by: max.id, side: max.side } as const
  const first = edit.linkCards(doc, link)
  const watch = watchBoard(doc)
  edit.unlinkCards(doc, first)
  expect(watch.view().links).toEqual([])
  expect(edit.linkCards(doc, { ...link, by: mia.id, side: mia.side })).toBe(first)
  expect(edit.linkCards(doc, { ...link, by: ana.id, side: ana.side })).toBe(first)
  expect(watch.view().links).toEqual([{ id: first, ...link }])
})

test('[D4] what another side took away is connected anew, under the name of who connects it', () => {
  const doc = emptyBoard()
  const from = post(doc, max, { kind: 'option', text: 'Pilot in ten schools first' })
  const to = post(doc, ana, { kind: 'interest', text: 'Experience that counts' })
  const link = { from, to, kind: 'serves', by: max.id, side: max.side } as const
  edit.unlinkCards(doc, edit.linkCards(doc, link))
  const own = { ...link, by: ana.id, side: ana.side }
  const second = edit.linkCards(doc, own)
  expect(watchBoard(doc).view().links).toEqual([{ id: second, ...own }])
})

test('[D5] undo puts a posted card away and redo shows it; nothing is deleted', () => {
  const doc = emptyBoard()
  const undo = undoManagerFor(doc)
  const id = post(doc, ana, { kind: 'interest', text: 'Experience that counts' })
  undo.undo()
  expect(cardOf(doc, id)?.get('gone')).toBe(true)
  undo.redo()
  expect([cardOf(doc, id)?.has('gone'), cardsOf(doc).size]).toEqual([false, 1])
})

test('[D5] undoing a move that somebody else’s move has met at once leaves the card on the board', () => {
  const mine = emptyBoard(2)
  const id = post(mine, ana, { kind: 'interest', text: 'Experience that counts' })
  const theirs = emptyBoard(1)
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
  const undo = undoManagerFor(mine)
  edit.placeCard(mine, id, { x: 1, y: 1 })
  edit.placeCard(theirs, id, { x: 2, y: 2 })
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  undo.undo()
  expect(cardOf(mine, id)?.get('pos')).toEqual({ x: 1, y: 1 })
})

test('[D5] undoing a heading or a list leaves it where somebody else has written in it', () => {
  for (const name of ['heading', 'listItem']) {
    const mine = emptyBoard(1)
    const id = post(mine, ana, { kind: 'option', text: '' })
    const undo = undoManagerFor(mine)
    const made = new Y.XmlElement(name)
    made.insert(0, [new Y.XmlText('mine')])
    mine.transact(() => bodyOf(mine, id)?.insert(0, [made]), edit.EDIT)
    const theirs = emptyBoard(2)
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    const heading = (bodyOf(theirs, id) as Y.XmlFragment).get(0) as Y.XmlElement
    const text = heading.get(0) as Y.XmlText
    text.insert(2, 'theirs')
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    undo.undo()
    expect(watchBoard(mine).view().card(id)?.text).toBe('theirs')
  }
})

test('[D5] undo takes back one’s own acts only, over all cards in one order', () => {
  const mine = emptyBoard(1)
  const theirs = emptyBoard(2)
  const sync = () => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  }
  const undo = undoManagerFor(mine)
  const act = <T>(what: () => T): T => {
    undo.stopCapturing()
    return what()
  }
  const first = act(() => post(mine, ana, { kind: 'interest', text: 'Experience that counts' }))
  const second = act(() => post(mine, ana, { kind: 'option', text: 'A rota' }))
  sync()
  const other = post(theirs, max, { kind: 'interest', text: 'Families’ trust rebuilt' })
  sync()
  act(() => edit.placeCard(mine, first, { x: 5, y: 5 }))
  const gone = () => [first, second, other].map(id => cardOf(mine, id)?.has('gone'))
  undo.undo()
  expect([cardOf(mine, first)?.get('pos'), ...gone()]).toEqual([
    expect.not.objectContaining({ x: 5 }),
    false,
    false,
    false,
  ])
  undo.undo()
  expect(gone()).toEqual([false, true, false])
  undo.undo()
  undo.undo()
  expect(gone()).toEqual([true, true, false])
})

test('[D8] a duplicate is the copier’s and says the same with the same marks', () => {
  const doc = emptyBoard()
  const text: RichNode[] = [
    {
      type: 'paragraph',
      attrs: {},
      content: [
        { type: 'text', text: 'Paid ', marks: {} },
        { type: 'text', text: 'volunteers', marks: { bold: {} } },
      ],
    },
    {
      type: 'bulletList',
      attrs: {},
      content: [
        {
          type: 'listItem',
          attrs: {},
          content: [{ type: 'paragraph', attrs: {}, content: [{ type: 'text', text: 'first', marks: {} }] }],
        },
      ],
    },
  ]
  const id = post(doc, ana, { kind: 'option', text })
  const copy = edit.duplicateCard(doc, id, { by: max.id, side: max.side })
  const body = (card: typeof id | null) => readRich(bodyOf(doc, card as typeof id) as Y.XmlFragment)
  expect(body(copy)).toEqual(body(id))
  expect(cardOf(doc, copy as typeof id)?.get('by')).toBe(max.id)
  expect(plainText(body(copy))).toBe('Paid volunteers\nfirst')
})

test('[D9] cards that were dragged together go back together', () => {
  const doc = emptyBoard()
  const undo = undoManagerFor(doc)
  const ids = ['One', 'Two', 'Three'].map(text => post(doc, ana, { kind: 'option', text }))
  const places = () => ids.map(id => cardOf(doc, id)?.get('pos'))
  const before = places()
  undo.stopCapturing()
  edit.placeCards(
    doc,
    ids.map((id, i) => ({ id, pos: { x: i, y: 7 }, ...(i === 0 && { size: { w: 300, h: 90 } }) })),
  )
  expect(places()).toEqual([
    { x: 0, y: 7 },
    { x: 1, y: 7 },
    { x: 2, y: 7 },
  ])
  undo.undo()
  expect([places(), cardOf(doc, ids[0] as CardId)?.has('size')]).toEqual([before, false])
})

test('[D10] first places overlap nobody, and each side of the interests keeps to its column', () => {
  const doc = emptyBoard()
  const long = 'A sentence that takes several lines of a card. '.repeat(6)
  const posts = [ana, max, ana, ana, max, fay].map((who, i) =>
    post(doc, who, { kind: 'interest', text: i % 2 === 0 ? long : 'Short' }),
  )
  const boxes = posts.map(id => {
    const card = cardOf(doc, id)?.toJSON() as { pos: { x: number; y: number }; side: string | null }
    return {
      ...card.pos,
      side: card.side,
      h: estimatedHeight(plainText(readRich(bodyOf(doc, id) as Y.XmlFragment)).length),
    }
  })
  const overlaps = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).filter(b => a.x === b.x && a.y < b.y + b.h && b.y < a.y + a.h),
  )
  expect(overlaps).toEqual([])
  const columns = (side: string | null) => new Set(boxes.filter(box => box.side === side).map(({ x }) => x)).size
  expect([columns('union'), columns('management')]).toEqual([1, 1])
})

test('[D5] what another put in between stands again after my later act is undone, and stays when my earlier one is', () => {
  const [mine, theirs] = [emptyBoard(1), new Y.Doc()]
  const id = post(mine, ana, { kind: 'note', text: 'n', pos: { x: 0, y: 0 } })
  const undo = undoManagerFor(mine)
  const meet = () => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  }
  const moves: [Y.Doc, number][] = [
    [mine, 1],
    [theirs, 2],
    [mine, 3],
  ]
  for (const [doc, x] of moves) {
    meet()
    undo.stopCapturing()
    edit.placeCard(doc, id, { x, y: 0 })
  }
  meet()
  undo.undo()
  undo.undo()
  expect(cardOf(mine, id)?.get('pos')).toEqual({ x: 2, y: 0 })
})

test('[D24] a criterion says when it is met, in a line that an empty one takes away and a copy keeps', () => {
  const doc = emptyBoard()
  const id = post(doc, fay, { kind: 'criterion', text: 'Workable in a hiring season' })
  edit.setAnchor(doc, id, '  Every post is filled by 15 August ')
  const copy = edit.duplicateCard(doc, id, { by: ana.id, side: ana.side })
  expect([id, copy].map(one => cardOf(doc, one as CardId)?.get('anchor'))).toEqual([
    'Every post is filled by 15 August',
    'Every post is filled by 15 August',
  ])
  edit.setAnchor(doc, id, ' ')
  expect(cardOf(doc, id)?.has('anchor')).toBe(false)
})
