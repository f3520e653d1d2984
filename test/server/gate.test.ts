import {
  bodyOf,
  type CardId,
  cardOf,
  cardsOf,
  drawFrame,
  drawInk,
  linkCards,
  linksOf,
  type MarkId,
  MOST_POINTS,
  markOf,
  marksOf,
  postComment,
  setJointText,
} from '@jointly/board'
import { MANAGEMENT, UNION } from '@jointly/board/testing'
import { CLOSE, type CopyRefusal } from '@jointly/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { call, startWorld, type World } from '../world.ts'
import { cardFields, craft, docWithCard, element, entry, fragment, item, type Spot, value } from './craft.ts'
import { type Seated, seatTable, type Table } from './seats.ts'
import { joinWire, type Wire, writes } from './wire.ts'

/** What of an update is refused, and that a refusal leaves no trace: all of these go to one board, one after the other. */

const now = Date.parse('2026-09-01T09:00:00Z')
let world: World
let table: Table
let joint: string
/** Ana's card, with a link to Max's. */
let card: CardId
/** Ana's, about the agreement. */
let comment: CardId
/** Ana's. */
let frame: MarkId
let ink: MarkId
let other: Wire
beforeAll(async () => {
  world = await startWorld({ clock: () => now })
  table = await seatTable(world)
  joint = `joint:${table.board}`
  const { ana, max } = table
  const own = docWithCard({ by: ana.member.id, side: UNION, client: ANAS_PAGE })
  card = own.card
  const theirs = docWithCard({ by: max.member.id, side: MANAGEMENT, kind: 'option', client: MAXS_PAGE })
  linkCards(own.doc, { from: theirs.card, to: card, kind: 'serves', by: ana.member.id, side: UNION })
  frame = drawFrame(own.doc, { ...author(), ...FRAME })
  ink = drawInk(own.doc, { ...author(), colour: 'side', way: [{ x: 1, y: 2, pressure: 0.5 }] })[0] as MarkId // one dot
  comment = postComment(own.doc, { ...author(), about: 'agreement', text: 'Who is we?' })
  setJointText(own.doc, 'issue', 'How do we cover for absent teachers?')
  await writes(await wireOf(ana), Y.encodeStateAsUpdate(own.doc))
  await writes(await wireOf(max), theirs.update)
  other = await wireOf(max)
})
afterAll(() => world.stop())

const FRAME = { pos: { x: 0, y: 0 }, size: { w: 600, h: 400 }, title: 'Parking lot' }
const ANAS_PAGE = 1_000
const MAXS_PAGE = 2_000
/** A page that has not written yet. */
const FRESH = 3_000

const wireOf = (who: Seated, name = joint) => joinWire(world, name, { token: who.token, query: { saved: '1' } })
const recordNow = async () => {
  const at = { token: table.fay.token, params: { id: table.board } }
  const { rows } = await call(world.url, 'history', at)
  return { rows, report: await call(world.url, 'report', at), heard: other.heard.length }
}

/** What an editor would send for this change, made on a copy of what the socket knows. */
const edited = (change: (doc: Y.Doc) => void) => (wire: Wire) => {
  const copy = new Y.Doc()
  copy.clientID = FRESH
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(wire.doc))
  copy.transact(() => change(copy))
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(wire.doc))
}
const spotOf = ({ _item }: { _item: Y.Item | null }): Spot => [_item?.id.client ?? -1, _item?.id.clock ?? -1]
const cardSpot = ({ doc }: Wire) => spotOf(cardOf(doc, card) as Y.Map<unknown>)
const bodySpot = ({ doc }: Wire) => spotOf(bodyOf(doc, card) as Y.XmlFragment)
const author = () => ({ by: table.ana.member.id, side: UNION })

type Fields = readonly (readonly [string, unknown])[]
const newCard =
  (change: (fields: Fields) => Fields = fields => fields, id = 'fresh-card') =>
  () =>
    craft(entry(FRESH, { id, fields: change(cardFields(author())) }))
const without = (field: string) => (fields: Fields) => fields.filter(([name]) => name !== field)
const having = (field: string, content: unknown) => (fields: Fields) => [
  ...without(field)(fields),
  [field, content] as const,
]

const PASSAGE = { from: { client: 1, clock: 0 }, to: { client: 1, clock: 3 }, quote: 'How' }
const newComment = (change: Record<string, unknown>) => () =>
  craft(
    entry(FRESH, {
      ...{
        id: 'fresh-comment',
        fields: Object.entries({ ...Object.fromEntries(cardFields(author(), 'note')), ...change }),
      },
    }),
  )

/** A mark as an honest client writes it, but for what is said here. */
const newMark = (change: Record<string, unknown>) => () => {
  const fields = { ...author(), ...FRAME, kind: 'frame', order: 'a0', ...change }
  return craft(
    entry(FRESH, {
      ...{ root: 'marks', id: 'fresh-mark' },
      fields: Object.entries(fields).filter(([, field]) => field !== undefined),
    }),
  )
}
const inkFields = { kind: 'ink', colour: 'side', points: [0, 0, 50], size: undefined, title: undefined }
const manyPoints = Array.from({ length: 3 * MOST_POINTS + 3 }, () => 1)

/** A list in an item of a list in an item of a list. */
const listsDeep = (levels: number) =>
  Array.from({ length: levels }, (_, i) =>
    item([FRESH, 7 + i], element(i % 2 === 0 ? 'bulletList' : 'listItem'), { parent: [FRESH, 6 + i] }),
  )

/** An item whose right origin stands to the left of its origin, as Yjs's own undo could make it. */
const crossed = edited(doc => {
  const text = (bodyOf(doc, card) as Y.XmlFragment).get(0) as Y.XmlElement
  const first = new Y.XmlText('b')
  text.push([first])
  const left = first._item as Y.Item
  const right = left.left as Y.Item
  doc.transact(transaction => {
    const id = Y.createID(FRESH, Y.getState(doc.store, FRESH))
    new Y.Item(
      id,
      left,
      left.lastId,
      right,
      right.id,
      text,
      null,
      new Y.ContentType(new Y.XmlText() as never),
    ).integrate(transaction, 0)
  })
})

const REFUSED: Record<string, readonly [CopyRefusal, (wire: Wire) => Uint8Array]> = {
  'bytes that are no update': ['bad_update', () => new Uint8Array([1, 255, 255])],
  'a header that claims thirty million structs': ['bad_update', () => new Uint8Array([1, 128, 135, 167, 14, 1, 0])],
  'a client id beyond 2^53': ['bad_update', () => craft(entry(2 ** 54, { id: 'big', fields: cardFields(author()) }))],
  'an update that begins later than its client': [
    'gap',
    () => craft([item([FRESH, 5], value(1), { parent: 'cards', key: 'c' })]),
  ],
  'an origin that nobody wrote': [
    'gap',
    wire => craft([item([FRESH, 0], element(), { origin: [9_999, 0], parent: bodySpot(wire) })]),
  ],
  'an item that refers to a later one of its own': [
    'gap',
    wire =>
      craft([
        item([FRESH, 0], element(), { right: [FRESH, 1] }),
        item([FRESH, 1], element(), { parent: bodySpot(wire) }),
      ]),
  ],
  'the deletion of what nobody wrote': ['gap', () => craft([], [[9_999, 0, 1]])],
  'words under another member’s client id': [
    'forged_client',
    wire => craft([item([MAXS_PAGE, Y.getState(wire.doc.store, MAXS_PAGE)], element(), { parent: bodySpot(wire) })]),
  ],
  'a root that no board has': [
    'unknown_place',
    () => craft([item([FRESH, 0], value(1), { parent: 'rules', key: 'a' })]),
  ],
  'the root that is the server’s alone': ['unknown_place', edited(doc => doc.getMap('meta').set('schema', 99))],
  'a root named like what every object has': [
    'unknown_place',
    () => craft(entry(FRESH, { root: 'constructor', id: 'a', fields: cardFields(author()) })),
  ],
  'a card whose id every object seems to have': ['unknown_place', newCard(undefined, 'constructor')],
  'a card whose id could not stand in an address': ['unknown_place', newCard(undefined, 'no id!')],
  'words in a hundred and more levels': [
    'unknown_place',
    () => craft([...entry(FRESH, { id: 'deep', fields: cardFields(author()) }), ...listsDeep(120)]),
  ],
  'a card without a writer': ['wrong_author', newCard(without('by'))],
  'a card without a side': ['wrong_author', newCard(without('side'))],
  'a card in another’s name': ['wrong_author', () => docWithCard({ by: table.max.member.id, side: UNION }).update],
  'a card for the other side': [
    'wrong_author',
    () => docWithCard({ by: table.ana.member.id, side: MANAGEMENT }).update,
  ],
  'a card for no side': ['wrong_author', () => docWithCard({ by: table.ana.member.id, side: null }).update],
  'a card with two writers': ['fixed_field', newCard(fields => [['by', table.max.member.id], ...fields])],
  'a link in another’s name': [
    'wrong_author',
    edited(doc => linkCards(doc, { ...linkOf(doc), kind: 'relates', by: table.max.member.id })),
  ],
  'a link with words of its own': [
    'incomplete_card',
    () => {
      const fields = { ...author(), from: card, to: card, kind: 'relates', body: null }
      return craft(entry(FRESH, { root: 'links', id: 'fresh-link', fields: Object.entries(fields) }))
    },
  ],
  'a mark with words of its own': ['incomplete_card', newMark({ body: null })],
  'a card without words': ['incomplete_card', newCard(without('body'))],
  'a card without a kind': ['incomplete_card', newCard(without('kind'))],
  'a card of an unknown kind': ['incomplete_card', newCard(having('kind', 'demand'))],
  'a card with a field that cards do not have': ['incomplete_card', newCard(having('colour', 'red'))],
  'a comment that is an interest': ['incomplete_card', newCard(having('about', 'issue'))],
  'a comment on no place that there could be': ['incomplete_card', newComment({ about: 'no place' })],
  'a comment on what has a passage and is no text': [
    'incomplete_card',
    newComment({ about: 'a-card', passage: PASSAGE }),
  ],
  'a passage of nothing': ['incomplete_card', newComment({ passage: PASSAGE })],
  'a passage without a quote': ['incomplete_card', newComment({ about: 'issue', passage: { ...PASSAGE, quote: '' } })],
  'a quote as long as a book': [
    'incomplete_card',
    newComment({ about: 'issue', passage: { ...PASSAGE, quote: 'x'.repeat(301) } }),
  ],
  'a passage that says more': ['incomplete_card', newComment({ about: 'issue', passage: { ...PASSAGE, by: 'max' } })],
  'a comment in another’s name': ['wrong_author', newComment({ about: 'issue', by: 'max' })],
  'a comment for the other side': ['wrong_author', newComment({ about: 'issue', side: MANAGEMENT })],
  'a comment on two things': [
    'fixed_field',
    () =>
      craft(
        entry(FRESH, { id: 'fresh', fields: [...cardFields(author(), 'note'), ['about', 'issue'], ['about', 'x']] }),
      ),
  ],
  'a card that takes its own place back': [
    'incomplete_card',
    () => craft(entry(FRESH, { id: 'fresh-card', fields: cardFields(author()) }), [[FRESH, 4, 1]]),
  ],
  'a new place that says more than where': [
    'incomplete_card',
    newCard(having('pos', { x: 0, y: 0, note: 'Jonathan' })),
  ],
  'a picture that says more than a picture does': [
    'incomplete_card',
    newCard(fields => [...fields, ['image', { id: 'a', w: 1, h: 1, note: 'Jonathan' }]]),
  ],
  'a place that says more than where': [
    'incomplete_card',
    edited(doc => cardOf(doc, card)?.set('pos', { x: 0, y: 0, note: ['Jonathan'] })),
  ],
  'a frame whose size says more': ['incomplete_card', newMark({ size: { w: 400, h: 300, note: 'Jonathan' } })],
  'a frame that is given a size that says more': [
    'incomplete_card',
    edited(doc => markOf(doc, frame)?.set('size', { w: 400, h: 300, note: 'Jonathan' })),
  ],
  'an order that is words': ['incomplete_card', edited(doc => cardOf(doc, card)?.set('order', 'Jonathan was hurt'))],
  'a place that is none': ['incomplete_card', edited(doc => cardOf(doc, card)?.set('pos', 'nowhere'))],
  'no place at all': ['incomplete_card', edited(doc => cardOf(doc, card)?.delete('pos'))],
  'a frame full of writes to one place': [
    'incomplete_card',
    wire =>
      craft(
        Array.from({ length: 60_000 }, (_, i) => item([FRESH, i], value(1), { parent: cardSpot(wire), key: 'pos' })),
      ),
  ],
  'a mark in another’s name': ['wrong_author', newMark({ by: 'max' })],
  'a mark for the other side': ['wrong_author', newMark({ side: MANAGEMENT })],
  'a mark of an unknown kind': ['incomplete_card', newMark({ kind: 'stamp' })],
  'a mark without a kind': ['incomplete_card', newMark({ kind: undefined })],
  'a frame without a place': ['incomplete_card', newMark({ pos: undefined })],
  'a frame with points': ['incomplete_card', newMark({ points: [1, 2, 3] })],
  'a frame larger than any board': ['incomplete_card', newMark({ size: { w: 1e9, h: 400 } })],
  'a frame with a title as long as a book': ['incomplete_card', newMark({ title: 'a'.repeat(10_000) })],
  'ink with a title': ['incomplete_card', newMark({ ...inkFields, title: 'no' })],
  'ink in a colour that is none': ['incomplete_card', newMark({ ...inkFields, colour: 'url(javascript:)' })],
  'ink with more points than a stroke holds': ['incomplete_card', newMark({ ...inkFields, points: manyPoints })],
  'ink with half a point': ['incomplete_card', newMark({ ...inkFields, points: [1, 2, 3, 4] })],
  'ink that leads nowhere': ['incomplete_card', newMark({ ...inkFields, points: ['a', null, {}] })],
  'a size for ink that stands': ['incomplete_card', edited(doc => markOf(doc, ink)?.set('size', { w: 100, h: 100 }))],
  'a title that is no text': ['incomplete_card', edited(doc => markOf(doc, frame)?.set('title', { a: 1 }))],
  'a frame without a size': ['incomplete_card', edited(doc => markOf(doc, frame)?.delete('size'))],
  'origins that are crossed': ['crossed_origins', crossed],
}

/** What never changes once it stands, whoever asks. */
const FIXED: typeof REFUSED = {
  'another kind for a card': ['fixed_field', edited(doc => cardOf(doc, card)?.set('kind', 'fact'))],
  'another writer for a card': ['fixed_field', edited(doc => cardOf(doc, card)?.set('by', table.ugo.member.id))],
  'another side for a card': ['fixed_field', edited(doc => cardOf(doc, card)?.set('side', MANAGEMENT))],
  'another body for a card': ['fixed_field', edited(doc => cardOf(doc, card)?.set('body', new Y.XmlFragment()))],
  'a second body beside the first': [
    'fixed_field',
    wire => craft([item([FRESH, 0], fragment(), { parent: cardSpot(wire), key: 'body' })]),
  ],
  'a card made a comment later': ['fixed_field', edited(doc => cardOf(doc, card)?.set('about', 'issue'))],
  'another thing that a comment is about': ['fixed_field', edited(doc => cardOf(doc, comment)?.set('about', 'issue'))],
  'a comment made a card later': ['fixed_field', edited(doc => cardOf(doc, comment)?.delete('about'))],
  'another passage for a comment': ['fixed_field', edited(doc => cardOf(doc, comment)?.set('passage', PASSAGE))],
  'a field that cards do not have': ['fixed_field', edited(doc => cardOf(doc, card)?.set('colour', 'red'))],
  'a card deleted': ['fixed_field', edited(doc => cardsOf(doc).delete(card))],
  'a card written over': ['fixed_field', edited(doc => cardsOf(doc).set(card, new Y.Map()))],
  'a card without its writer': ['fixed_field', edited(doc => cardOf(doc, card)?.delete('by'))],
  'another end for a link': ['fixed_field', edited(doc => [...linksOf(doc).values()][0]?.set('to', 'elsewhere'))],
  'other points for ink': ['fixed_field', edited(doc => markOf(doc, ink)?.set('points', [0, 0, 1]))],
  'another colour for ink': ['fixed_field', edited(doc => markOf(doc, ink)?.set('colour', 'red'))],
  'another kind for a mark': ['fixed_field', edited(doc => markOf(doc, frame)?.set('kind', 'ink'))],
  'another writer for a mark': ['fixed_field', edited(doc => markOf(doc, frame)?.set('by', table.ugo.member.id))],
  'a field that marks do not have': ['fixed_field', edited(doc => markOf(doc, frame)?.set('href', 'x'))],
  'a mark deleted': ['fixed_field', edited(doc => marksOf(doc).delete(frame))],
  'a link deleted': ['fixed_field', edited(doc => linksOf(doc).delete([...linksOf(doc).keys()][0] as string))],
}

const linkOf = (doc: Y.Doc) => [...linksOf(doc).values()][0]?.toJSON() as Parameters<typeof linkCards>[1]

const refuses = async (reason: CopyRefusal, make: (wire: Wire) => Uint8Array) => {
  const before = await recordNow()
  const wire = await wireOf(table.ana)
  const closed = await writes(wire, make(wire))
  expect([closed, await recordNow()]).toEqual([{ code: CLOSE.discard.code, reason }, before])
}
const REFUSALS = Object.entries(REFUSED)
const CHANGES = Object.entries(FIXED)

test.each(REFUSALS)(
  '[L6] %s: refused, and the log, the report and other screens know nothing of it',
  (_, [reason, make]) => refuses(reason, make),
)

test.each(CHANGES)(
  '[D2] %s: refused, and the log, the report and other screens know nothing of it',
  (_, [reason, make]) => refuses(reason, make),
)

test('[L6] after all of them everybody else is still there, and writes', async () => {
  const { max } = table
  expect(await writes(other, docWithCard({ by: max.member.id, side: MANAGEMENT }).update)).toBe('saved')
})
