import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { actRefusal, type Circumstances, UNBOUND } from './access.ts'
import { CardFields, isRightlyAbout } from './cards.ts'
import { clip } from './clipping.ts'
import { openComments, strayComments, threadsOn } from './comments.ts'
import { postComment, putAway, setJointText } from './edit.ts'
import { withoutContent } from './erase.ts'
import { BoardId, CardId } from './ids.ts'
import { passageAt } from './passages.ts'
import { firstPlace } from './place.ts'
import { cardOf, jointTextOf } from './schema.ts'
import { emptyBoard, member, people, post, UNION } from './testing.ts'
import { undoManagerFor } from './undo.ts'
import { watchBoard } from './view.ts'

const { ana, max, ugo, fay } = people
const say = (doc: Y.Doc, who: typeof ana, comment: Omit<Parameters<typeof postComment>[1], 'by' | 'side'>) =>
  postComment(doc, { by: who.id, side: who.side, ...comment })

test('[D80] a comment is a note, or a question where it asks, about one thing; it takes no place among the cards', () => {
  const doc = emptyBoard()
  const about = post(doc, ana, { kind: 'interest', text: 'Time to prepare' })
  const ids = [say(doc, max, { about, text: 'How much of it? ' }), say(doc, ana, { about, text: 'An hour a day.' })]
  expect(ids.map(id => cardOf(doc, id)?.toJSON()).map(card => [card?.kind, card?.about, card?.pos])).toEqual([
    ['question', about, { x: 0, y: 0 }],
    ['note', about, { x: 0, y: 0 }],
  ])
  const note = { kind: 'note', side: null } as const
  expect(firstPlace(doc, note)).toEqual(firstPlace(emptyBoard(), note))
})

test('[D80] only a note and a question are about something, and only a joint text has passages', () => {
  const passage = { from: { client: 1, clock: 0 }, to: { client: 1, clock: 3 }, quote: 'once' }
  const card = CardId.parse('card')
  expect(
    [
      { kind: 'note' },
      { kind: 'note', about: card },
      { kind: 'question', about: 'issue' },
      { kind: 'note', about: 'agreement', passage },
      { kind: 'interest', about: card },
      { kind: 'option', about: 'issue' },
      { kind: 'note', about: card, passage },
      { kind: 'note', passage },
    ].map(fields => isRightlyAbout(fields as Parameters<typeof isRightlyAbout>[0])),
  ).toEqual([true, true, true, true, false, false, false, false])
})

test.each([
  ['a place that is none', { about: 'no place' }],
  [
    'a letter before the first',
    { passage: { from: { client: -1, clock: 0 }, to: { client: 1, clock: 0 }, quote: 'x' } },
  ],
  ['half a letter', { passage: { from: { client: 1, clock: 0.5 }, to: { client: 1, clock: 1 }, quote: 'x' } }],
  ['no words', { passage: { from: { client: 1, clock: 0 }, to: { client: 1, clock: 0 }, quote: '' } }],
  [
    'a quote as long as a page',
    { passage: { from: { client: 1, clock: 0 }, to: { client: 1, clock: 0 }, quote: 'x'.repeat(301) } },
  ],
  [
    'more than a passage says',
    { passage: { from: { client: 1, clock: 0 }, to: { client: 1, clock: 0 }, quote: 'x', by: 'ana' } },
  ],
])('[D80] a comment on %s has no form', (_what, fields) => {
  const whole = { kind: 'note', by: ana.id, side: UNION, pos: { x: 0, y: 0 }, order: 'a0', about: 'issue' }
  expect([CardFields.safeParse(whole).success, CardFields.safeParse({ ...whole, ...fields }).success]).toEqual([
    true,
    false,
  ])
})

test('[D80] an erased comment keeps whose it is and what it was about, and neither its words nor its quote', () => {
  const doc = emptyBoard()
  const log: Uint8Array[] = [Y.encodeStateAsUpdate(doc)]
  doc.on('update', update => log.push(update))
  setJointText(doc, 'agreement', 'A pool of relief teachers from March on.')
  const passage = passageAt(jointTextOf(doc, 'agreement'), { from: 2, to: 25 }) ?? undefined
  const id = say(doc, ana, { about: 'agreement', passage, text: 'Ann Smith of class 4b needs this.' })
  const rows = log.map((bytes, i) => ({ seq: i + 1, bytes }))
  const after = new Y.Doc()
  const erased = new Map(withoutContent(rows, new Set([id])).map(({ seq, bytes }) => [seq, bytes]))
  for (const { seq, bytes } of rows) Y.applyUpdate(after, erased.get(seq) ?? bytes)
  const [comment] = watchBoard(after).view().comments
  expect([comment?.id, comment?.by, comment?.about, comment?.text, comment?.passage]).toEqual([
    ...[id, ana.id, 'agreement', '', undefined],
  ])
})

test('[V7] comments stand apart, in the order in which they were said, and a new one leaves the cards as they were', () => {
  const doc = emptyBoard()
  const about = post(doc, ana, { kind: 'option', text: 'A rota' })
  const watch = watchBoard(doc)
  const before = watch.view()
  const first = say(doc, max, { about, text: 'Who keeps it?' })
  const second = say(doc, ugo, { about, text: 'We do.' })
  const after = watch.view()
  expect([after.cards === before.cards, after.comments.map(({ id }) => id), after.card(second)?.text]).toEqual([
    ...[true, [first, second], 'We do.'],
  ])
  const from = {
    board: BoardId.parse('b'),
    document: { kind: 'joint', board: BoardId.parse('b') },
    as: ana.id,
  } as const
  expect(clip(after, new Set([about, first]), from).cards.length).toBe(1)
})

test('[V7] a thread is what is said of the same passage; first what is said of all of it', () => {
  const doc = emptyBoard()
  setJointText(doc, 'agreement', 'A pool of relief teachers from March on.')
  const [pool, march] = [
    { from: 0, to: 6 },
    { from: 26, to: 39 },
  ].map(span => passageAt(jointTextOf(doc, 'agreement'), span) ?? undefined)
  say(doc, ana, { about: 'agreement', passage: march, text: 'Too late' })
  say(doc, max, { about: 'agreement', passage: pool, text: 'How many?' })
  say(doc, max, { about: 'agreement', passage: march, text: 'The budget year begins then.' })
  say(doc, ugo, { about: 'agreement', text: 'I can support this.' })
  const threads = threadsOn(watchBoard(doc).view(), 'agreement')
  expect(threads.map(({ passage, comments }) => [passage?.quote, ...comments.map(({ text }) => text)])).toEqual([
    [undefined, 'I can support this.'],
    ['from March on', 'Too late', 'The budget year begins then.'],
    ['A pool', 'How many?'],
  ])
})

test('[V7] what is settled is not counted; what is about nothing that is there is found by itself', () => {
  const doc = emptyBoard()
  const about = post(doc, ana, { kind: 'option', text: 'A rota' })
  const first = say(doc, max, { about, text: 'Who keeps it?' })
  say(doc, ana, { about, text: 'We do.' })
  say(doc, ana, { about: first, text: 'about a comment' })
  say(doc, ana, { about: CardId.parse('never'), text: 'about nothing' })
  putAway(doc, first)
  const view = watchBoard(doc).view()
  expect([openComments(view).get(about), strayComments(view).map(({ text }) => text)]).toEqual([
    ...[1, ['about a comment', 'about nothing']],
  ])
})

test('[A30] a comment is said and worded in every stage, by its writer alone', () => {
  const only: Circumstances = { locked: true, only: 'weighing' }
  const card = { kind: 'question', by: ana.id, side: UNION, about: 'agreement' } as const
  expect([
    actRefusal(ana, { act: 'make card', kind: 'note', about: 'agreement' }, only),
    actRefusal(ana, { act: 'make card', kind: 'note' }, only),
    actRefusal(ana, { act: 'word card', card }, only),
  ]).toEqual([null, 'stage_only', null])
  expect([ugo, max, fay].map(one => actRefusal(one, { act: 'word card', card }, UNBOUND))).toEqual([
    ...['not_your_words', 'not_your_words', 'not_your_words'],
  ])
  expect(actRefusal(people.obi, { act: 'make card', kind: 'note', about: 'issue' }, UNBOUND)).toBe('read_only')
  const late = member('Nia', { side: UNION, admitted: false })
  expect(actRefusal(late, { act: 'make card', kind: 'note', about: 'issue' }, UNBOUND)).toBe('read_only')
})

test('[D5] undo of a comment puts it away, and redo shows it', () => {
  const doc = emptyBoard()
  const undo = undoManagerFor(doc)
  say(doc, ana, { about: 'issue', text: 'Whose question is this?' })
  const gone = () =>
    watchBoard(doc)
      .view()
      .comments.map(comment => comment.gone === true)
  undo.undo()
  const undone = gone()
  undo.redo()
  expect([undone, gone()]).toEqual([[true], [false]])
})
