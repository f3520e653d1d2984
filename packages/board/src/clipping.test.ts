import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Clipping, clip, clippable, mayLay } from './clipping.ts'
import { drawFrame, drawInk, groupCards, linkCards, postTogether, putAway } from './edit.ts'
import { BoardId } from './ids.ts'
import { layClipping } from './laying.ts'
import { bodyOf } from './schema.ts'
import { emptyBoard, MANAGEMENT, people, post, UNION } from './testing.ts'
import { undoManagerFor } from './undo.ts'
import { type BoardView, watchBoard } from './view.ts'

const { ana, max } = people
const BOARD = BoardId.parse('board')

const idsIn = ({ cards, marks }: BoardView) => new Set([...cards, ...marks].map(({ id }) => id))
const FROM = { document: { kind: 'joint', board: BOARD }, board: BOARD, as: max.id } as const

/** Ana's interest and Max's option that serves it, on a clipboard of Max's. */
const table = () => {
  const doc = emptyBoard()
  const interest = post(doc, ana, { kind: 'interest', text: 'Experience that counts', pos: { x: 720, y: 0 } })
  const option = post(doc, max, { kind: 'option', text: 'Pilot in ten schools', pos: { x: 1720, y: 40 } })
  linkCards(doc, { from: option, to: interest, kind: 'serves', by: ana.id, side: ana.side })
  bodyOf(doc, interest)
    ?.toArray()
    .forEach(paragraph => {
      const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
      if (words instanceof Y.XmlText) words.format(0, 10, { bold: {} })
    })
  const board = watchBoard(doc).view()
  return {
    doc,
    clipping: clip(board, idsIn(board), FROM),
  }
}
const author = { by: max.id, side: max.side }

test('[D12] a pasted copy is the copier’s, says the same with the same marks, lies the same way and is connected the same', () => {
  const { clipping } = table()
  const there = emptyBoard()
  layClipping(there, Clipping.parse(JSON.parse(JSON.stringify(clipping))), { author, at: { x: 0, y: 0 } })
  const { cards, links } = watchBoard(there).view()
  const [interest, option] = cards
  expect(cards.map(({ kind, by, side, text }) => [kind, by, side, text])).toEqual([
    ['interest', max.id, max.side, 'Experience that counts'],
    ['option', max.id, max.side, 'Pilot in ten schools'],
  ])
  expect(interest?.body).toEqual(clipping.cards[0]?.body)
  expect([(option?.pos.x ?? 0) - (interest?.pos.x ?? 0), (option?.pos.y ?? 0) - (interest?.pos.y ?? 0)]).toEqual([
    1000, 40,
  ])
  expect(links.map(({ from, to, kind, by }) => [from, to, kind, by])).toEqual([
    [option?.id, interest?.id, 'serves', max.id],
  ])
})

test('[D12] a paste is one step of undo, and two updates', () => {
  const { clipping } = table()
  const there = emptyBoard()
  const undo = undoManagerFor(there)
  let updates = 0
  there.on('update', () => updates++)
  layClipping(there, clipping, { author, at: { x: 0, y: 0 } })
  expect(updates).toBe(2)
  undo.undo()
  const { cards, links } = watchBoard(there).view()
  expect([cards.map(card => card.gone), links.length, undo.canUndo()]).toEqual([[true, true], 0, false])
  undo.redo()
  const again = watchBoard(there).view()
  expect([again.cards.every(card => !card.gone), again.links.length]).toEqual([true, 1])
})

test('[D12] cards without a place each take one of their own', () => {
  const doc = emptyBoard()
  const card = { kind: 'note', ...author } as const
  postTogether(doc, { author, cards: ['One', 'Two', 'Three'].map(text => ({ ...card, text })) })
  const { cards } = watchBoard(doc).view()
  expect(cards.map(({ text }) => text)).toEqual(['One', 'Two', 'Three'])
  expect(new Set(cards.map(({ pos }) => `${pos.x} ${pos.y}`)).size).toBe(3)
})

/** A frame of Ana's with a card and a line on it, and a group of hers. */
const drawn = () => {
  const doc = emptyBoard()
  const anas = { by: ana.id, side: ana.side }
  const card = post(doc, ana, { kind: 'note', text: 'To come back to', pos: { x: 40, y: 40 } })
  drawFrame(doc, { ...anas, pos: { x: 0, y: 0 }, size: { w: 600, h: 400 }, title: 'Parking lot' })
  const way = [10, 60, 90].map(x => ({ x, y: 300, pressure: 0.5 }))
  drawInk(doc, { ...anas, colour: 'red', way })
  groupCards(doc, { ...anas, heading: 'Later', cards: [card], pos: { x: 0, y: 0 } })
  return doc
}
const shape = ({ cards, marks }: BoardView) => ({
  cards: cards.map(({ text, by, in: group, gone }) => [text, by, cards.find(({ id }) => id === group)?.text, gone]),
  marks: marks.map(({ id: _id, order: _order, ...mark }) => mark),
})

test('[D14] frames, ink and groups are copied with what they hold, as they lay, and in the copier’s name', () => {
  const from = watchBoard(drawn()).view()
  const there = emptyBoard()
  const clipping = Clipping.parse(JSON.parse(JSON.stringify(clip(from, idsIn(from), FROM))))
  layClipping(there, clipping, { author, at: { x: 300 + 1_000, y: 200 } })
  const maxs = { by: max.id, side: max.side }
  const points = from.marks.flatMap(mark => (mark.kind === 'ink' ? [mark.points] : []))[0]
  expect(shape(watchBoard(there).view())).toEqual({
    cards: [
      ['To come back to', max.id, 'Later', undefined],
      ['Later', max.id, undefined, undefined],
    ],
    marks: [
      { ...maxs, kind: 'frame', pos: { x: 1_000, y: 0 }, size: { w: 600, h: 400 }, title: 'Parking lot' },
      { ...maxs, kind: 'ink', pos: { x: 1_010, y: 300 }, colour: 'red', points },
    ],
  })
})

test('[D14] what lies in a group that is not copied lies in none', () => {
  const doc = drawn()
  const board = watchBoard(doc).view()
  const one = new Set(board.cards.filter(({ text }) => text === 'To come back to').map(({ id }) => id))
  expect(clip(board, one, FROM).cards.map(card => card.in)).toEqual([undefined])
})

test('[D14] cards, links, frames and ink are one step of undo, and two updates', () => {
  const from = watchBoard(drawn()).view()
  const there = emptyBoard()
  const undo = undoManagerFor(there)
  let updates = 0
  there.on('update', () => updates++)
  layClipping(there, clip(from, idsIn(from), FROM), { author, at: { x: 0, y: 0 } })
  expect(updates).toBe(2)
  const standing = shape(watchBoard(there).view())
  undo.undo()
  const { cards, marks } = watchBoard(there).view()
  expect([cards.every(({ gone }) => gone), marks, undo.canUndo()]).toEqual([true, [], false])
  undo.redo()
  expect(shape(watchBoard(there).view())).toEqual(standing)
})

test('[D14] no more comes onto a clipboard than can be laid again, and what is put away does not', () => {
  const doc = emptyBoard()
  const by = { by: ana.id, side: ana.side }
  const { cards } = postTogether(doc, {
    author: by,
    cards: Array.from({ length: 205 }, (_, i) => ({ ...by, kind: 'note', text: `${i}`, pos: { x: 0, y: 0 } }) as const),
  })
  putAway(doc, cards[0] as (typeof cards)[number])
  const way = Array.from({ length: 45_000 }, (_, x) => ({ x, y: 0, pressure: 0 }))
  drawInk(doc, { ...by, colour: 'ink', way })
  const board = watchBoard(doc).view()
  const clipping = clip(board, idsIn(board), FROM)
  expect([clipping.cards[0]?.body, clipping.cards.length]).toEqual([board.cards[1]?.body, 200])
  expect([board.marks.length, clipping.marks.length]).toEqual([91, 80])
  expect(Clipping.safeParse(clipping).success).toBe(true)
  expect(clippable(board, idsIn(board)).size).toBe(280)
})

const said = (body: unknown) => ({
  jointly: 1,
  from: { board: BOARD, document: 'joint', as: max.id },
  cards: [{ kind: 'note', pos: { x: 0, y: 0 }, body }],
  links: [],
})
const words = (marks: object = {}) => ({ type: 'text', text: 'words', marks })
const nested = (deep: number): object => {
  let node: object = words()
  for (let i = 0; i < deep; i++) node = { type: i % 2 === 0 ? 'listItem' : 'bulletList', attrs: {}, content: [node] }
  return node
}

const FRAME = { kind: 'frame', pos: { x: 0, y: 0 }, size: { w: 100, h: 100 }, title: '' }
const INK = { kind: 'ink', pos: { x: 0, y: 0 }, colour: 'ink', points: [0, 0, 50] }

const STRANGE = [
  ['a block that no editor knows', said([{ type: 'script', attrs: {}, content: [words()] }])],
  ['words outside of a block', said([words()])],
  ['no words at all', said([])],
  ['a list too deep to read', said([nested(10_000)])],
  ['a name of its own', { ...said([{ type: 'paragraph', content: [words()] }]), by: 'ana' }],
  [
    'a place beyond every board',
    { ...said([]), cards: [{ kind: 'note', pos: { x: 1e9, y: 0 }, body: [{ type: 'paragraph' }] }] },
  ],
  ['a caucus', { ...said([{ type: 'paragraph' }]), from: { board: BOARD, document: 'caucus', as: max.id } }],
  [
    'two hundred and one cards',
    { ...said([]), cards: Array(201).fill({ kind: 'note', pos: { x: 0, y: 0 }, body: [{ type: 'paragraph' }] }) },
  ],
  ['nothing on it', { ...said([]), cards: [] }],
  ['a mark in somebody’s name', { ...said([{ type: 'paragraph' }]), marks: [{ ...FRAME, by: 'ana' }] }],
  ['a frame larger than any', { ...said([{ type: 'paragraph' }]), marks: [{ ...FRAME, size: { w: 1e6, h: 40 } }] }],
  ['half a point of ink', { ...said([{ type: 'paragraph' }]), marks: [{ ...INK, points: [1, 2] }] }],
  [
    'more ink than one update bears',
    { ...said([{ type: 'paragraph' }]), marks: Array(100).fill({ ...INK, points: Array(1_500).fill(1) }) },
  ],
  ['something else', { hello: 'there' }],
  ['nothing', null],
] as const

test.each(STRANGE)('[D13] a clipboard with %s is not one of ours', (_what, clipping) => {
  expect(Clipping.safeParse(clipping).success).toBe(false)
})

test('[D13] a mark or an attribute that no editor knows is left behind, and its words stay', () => {
  const marks = { bold: { onclick: 'x' }, evil: {}, link: { href: 'https://example.org', target: 'x' } }
  const read = Clipping.parse(said([{ type: 'paragraph', attrs: { style: 'x' }, content: [words(marks)] }]))
  expect(read.cards[0]?.body).toEqual([
    {
      type: 'paragraph',
      attrs: {},
      content: [{ type: 'text', text: 'words', marks: { bold: {}, link: { href: 'https://example.org' } } }],
    },
  ])
})

test('[D42] what is copied in a caucus is laid in it again and nowhere else', () => {
  const table = { kind: 'joint', board: BOARD } as const
  const caucus = { kind: 'caucus', board: BOARD, side: UNION } as const
  const other = { kind: 'caucus', board: BOARD, side: MANAGEMENT } as const
  const elsewhere = { ...caucus, board: BoardId.parse('elsewhere') }
  const board = watchBoard(emptyBoard()).view()
  const copied = (document: typeof table | typeof caucus) =>
    clip(board, new Set(), { document, board: BOARD, as: max.id })
  const places = [table, caucus, other, elsewhere]
  expect([table, caucus].map(from => places.map(to => mayLay(copied(from), to)))).toEqual([
    [true, true, true, true],
    [false, true, false, false],
  ])
})
