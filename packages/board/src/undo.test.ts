import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { crossedOrigin, newItems } from './order-check.ts'

/**
 * Sessions whose screens differ on stock Yjs 13.6.33, so that this test fails without patches/yjs@13.6.33.patch (of
 * seeds 0-2999, 30 differ and 470 have an item out of order). Changing an act below changes every session: look for such
 * seeds again on an unpatched copy.
 */
const KNOWN = [
  67, 90, 349, 435, 446, 450, 467, 471, 484, 582, 956, 968, 1188, 1273, 1314, 1638, 1669, 1682, 1871, 1967, 2083, 2141,
  2227, 2373, 2439, 2510, 2740, 2764, 2872, 2960,
]
const MORE = Array.from({ length: 300 }, (_, i) => 3000 + i)

test('[D6] undo never emits an item whose right origin is not to the right of its left', () => {
  const sessions = [...KNOWN, ...MORE].map(playSession)
  expect(sessions.filter(({ crossed, differing }) => crossed.length > 0 || differing.length > 0)).toEqual([])
}, 30_000)

test('[D6] the order check finds a crossed item where it is made and where it arrives', () => {
  const { doc, text, a, b } = abc()
  const remote = docOf([Y.encodeStateAsUpdate(doc)])
  const found = [crossedIn(doc), crossedIn(remote)]
  doc.on('update', update => Y.applyUpdate(remote, update))
  doc.transact(insertBetween(text, { left: b, right: a }))
  expect(found).toEqual([['1:3'], ['1:3']])
})

test('[D6] the order check passes what is at an edge, in a merged run, under a map key, or collected', () => {
  const doc = new Y.Doc()
  const remote = new Y.Doc()
  const found = [crossedIn(doc), crossedIn(remote)]
  doc.on('update', update => Y.applyUpdate(remote, update))
  const text = doc.getText('text')
  for (const letters of ['run', 'ing', '>']) text.insert(text.length, letters)
  text.insert(3, '-')
  text.insert(0, '<')
  text.delete(2, 3)
  text.insert(2, 'again')
  const cards = doc.getMap('cards')
  cards.set('card', new Y.Text('one'))
  cards.set('card', new Y.Text('two'))
  doc.transact(() => cards.set('card', new Y.Text('three')) && cards.delete('card'))
  expect(found).toEqual([[], []])
})

test('[D6] the order check still sees when every item of an update is far from its origin', () => {
  const { doc, text, a, b } = abc()
  const found = crossedIn(doc)
  const typeBackwards = () => {
    for (let i = 0; i < 1000; i++) text.insert(1, 'x')
  }
  doc.transact(typeBackwards)
  expect(found).toEqual([])
  doc.transact(transaction => {
    typeBackwards()
    insertBetween(text, { left: b, right: a })(transaction)
  })
  expect(found).toEqual(['1:2003'])
})

/** A text of three items. */
const abc = () => {
  const doc = docWithId(1)
  const text = doc.getText('text')
  for (const letter of 'cba') text.insert(0, letter)
  const a = text._start as Y.Item
  return { doc, text, a, b: a.right as Y.Item }
}

/** What stock `redoItem` does. */
const insertBetween =
  (text: Y.Text, { left, right }: { left: Y.Item; right: Y.Item }) =>
  (transaction: Y.Transaction) => {
    const { clientID, store } = transaction.doc
    const id = Y.createID(clientID, Y.getState(store, clientID))
    const content = new Y.ContentString('!')
    new Y.Item(id, left, left.lastId, right, right.id, text, null, content).integrate(transaction, 0)
  }

/** The ids of crossed items in all that happens to a document from now on, seen before Yjs merges, after, and across. */
const crossedIn = (doc: Y.Doc): string[] => {
  const found: string[] = []
  let noted: Y.Item[] = []
  const look = (items: Y.Item[]) => {
    const item = crossedOrigin(items)
    const name = item === null ? null : `${item.id.client}:${item.id.clock}`
    if (name !== null && !found.includes(name)) found.push(name)
  }
  doc.on('afterTransaction', transaction => {
    noted = newItems(transaction)
    look(noted)
  })
  doc.on('afterTransactionCleanup', transaction => {
    look(noted)
    look(newItems(transaction))
  })
  return found
}

const STEPS = 80

/** One writer's screen, as an editor would drive it; `random` decides everything, so the seed is the whole session. */
type Writer = { random: prng.PRNG; doc: Y.Doc; cards: Y.Map<Y.Map<unknown>>; undo: Y.UndoManager }

/** `crossed`: the items found out of order, `differing`: the screens that do not show what the writer sees. */
type Session = { seed: number; crossed: string[]; differing: string[] }

const playSession = (seed: number): Session => {
  const writer = openWriter(seed)
  const { random, doc } = writer
  const remote = new Y.Doc()
  const found = [crossedIn(doc), crossedIn(remote)]
  const updates: Uint8Array[] = []
  doc.on('update', update => {
    updates.push(update)
    Y.applyUpdate(remote, update)
  })
  for (let step = 0; step < STEPS; step++) prng.oneOf(random, ACTIONS)(writer)
  const screens = { remote, ...otherScreens(writer, updates) }
  const differing = Object.entries(screens).flatMap(([name, screen]) => (shown(screen) === shown(doc) ? [] : [name]))
  return { seed, crossed: [...new Set(found.flat())], differing }
}

const openWriter = (seed: number): Writer => {
  const doc = docWithId(1)
  const cards = doc.getMap<Y.Map<unknown>>('cards')
  // What one undo takes back is decided by the session and not by the clock.
  const undo = new Y.UndoManager(cards, { captureTimeout: Number.POSITIVE_INFINITY })
  return { random: prng.create(seed), doc, cards, undo }
}

/** The id that Yjs draws would make two runs of one seed differ. */
const docWithId = (id: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = id
  return doc
}

/** Documents that got the same updates at once, merged, or in batches out of order. */
const otherScreens = ({ random, doc }: Writer, updates: readonly Uint8Array[]) => ({
  atOnce: docOf([Y.encodeStateAsUpdate(doc)]),
  merged: docOf([Y.mergeUpdates([...updates])]),
  batched: docOf(shuffle(random, batch(random, updates))),
})

const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const shuffle = <T>(random: prng.PRNG, list: readonly T[]): T[] =>
  list
    .map(entry => ({ entry, at: prng.real53(random) }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry)

const batch = (random: prng.PRNG, updates: readonly Uint8Array[]): Uint8Array[] => {
  const batches: Uint8Array[] = []
  for (let i = 0; i < updates.length; ) {
    const size = prng.int32(random, 1, 8)
    batches.push(Y.mergeUpdates(updates.slice(i, i + size)))
    i += size
  }
  return batches
}

/** Cards by name: Yjs lists a map's keys in the order in which they came. */
const shown = (doc: Y.Doc): string =>
  JSON.stringify(Object.entries(doc.getMap('cards').toJSON()).sort(([a], [b]) => (a < b ? -1 : 1)))

type Action = (writer: Writer) => void

const addCard: Action = ({ random, doc, cards }) =>
  doc.transact(() => {
    const card = new Y.Map<unknown>()
    const body = new Y.XmlFragment()
    body.insert(0, [paragraphOf(prng.word(random)), paragraphOf(prng.word(random))])
    card.set('body', body)
    cards.set(`card${prng.int32(random, 0, 2)}`, card)
  })

const paragraphOf = (words: string): Y.XmlElement => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  return paragraph
}

const type: Action = writer =>
  inParagraph(writer, ({ text }) =>
    text.insert(prng.int32(writer.random, 0, text.length), prng.word(writer.random, 1, 4)),
  )

const erase: Action = writer =>
  inParagraph(writer, ({ text }) => {
    const from = prng.int32(writer.random, 0, text.length)
    text.delete(from, prng.int32(writer.random, 0, text.length - from))
  })

/** Enter, as y-tiptap does it: the tail leaves its paragraph and is written anew into the next. */
const split: Action = writer =>
  inParagraph(writer, ({ body, index, text }) => {
    const at = prng.int32(writer.random, 0, text.length)
    const tail = text.toString().slice(at)
    text.delete(at, text.length - at)
    body.insert(index + 1, [paragraphOf(tail)])
  })

const join: Action = writer =>
  inParagraph(writer, ({ body, index, text }) => {
    const before = index > 0 ? textOf(body, index - 1) : null
    if (before === null) return
    before.insert(before.length, text.toString())
    body.delete(index)
  })

/** A paragraph that becomes a list is deleted and written anew. */
const recreate: Action = writer =>
  inParagraph(writer, ({ body, index, text }) => {
    const words = text.toString()
    body.delete(index)
    body.insert(index, [paragraphOf(words)])
  })

const inParagraph = (
  { random, doc, cards }: Writer,
  edit: (place: { body: Y.XmlFragment; index: number; text: Y.XmlText }) => void,
) => {
  if (cards.size === 0) return
  const body = prng.oneOf(random, [...cards.values()]).get('body') as Y.XmlFragment
  if (body.length === 0) return
  const index = prng.int32(random, 0, body.length - 1)
  const text = textOf(body, index)
  doc.transact(() => edit({ body, index, text }))
}

const textOf = (body: Y.XmlFragment, index: number) => (body.get(index) as Y.XmlElement).get(0) as Y.XmlText

const pause: Action = ({ undo }) => undo.stopCapturing()
const takeBack: Action = ({ undo }) => undo.undo()
const redo: Action = ({ undo }) => undo.redo()

/** One entry per share of the acts. */
const ACTIONS = [type, type, erase, split, join, recreate, addCard, pause, pause, takeBack, takeBack, redo]
