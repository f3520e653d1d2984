import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Clipping, clip, layClipping, mayLay } from './clipping.ts'
import { linkCards, postCards } from './edit.ts'
import { BoardId } from './ids.ts'
import { bodyOf } from './schema.ts'
import { emptyBoard, MANAGEMENT, people, post, UNION } from './testing.ts'
import { undoManagerFor } from './undo.ts'
import { watchBoard } from './view.ts'

const { ana, max } = people
const BOARD = BoardId.parse('board')

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
    clipping: clip(board, board.cards, { document: { kind: 'joint', board: BOARD }, board: BOARD, as: max.id }),
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
  postCards(doc, { author, cards: ['One', 'Two', 'Three'].map(text => ({ ...card, text })) })
  const { cards } = watchBoard(doc).view()
  expect(cards.map(({ text }) => text)).toEqual(['One', 'Two', 'Three'])
  expect(new Set(cards.map(({ pos }) => `${pos.x} ${pos.y}`)).size).toBe(3)
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
  const copied = (document: typeof table | typeof caucus) => clip(board, [], { document, board: BOARD, as: max.id })
  const places = [table, caucus, other, elsewhere]
  expect([table, caucus].map(from => places.map(to => mayLay(copied(from), to)))).toEqual([
    [true, true, true, true],
    [false, true, false, false],
  ])
})
