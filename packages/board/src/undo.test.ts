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

/** Of 0-2999, the sessions of two writers in which undo throws without the part of the patch for collected parents. */
const KNOWN_TOGETHER = [
  96, 143, 400, 410, 583, 632, 635, 905, 1247, 1293, 1335, 1349, 1361, 1521, 1535, 1781, 1809, 1852, 1873, 1963, 2319,
  2335, 2488, 2491, 2591, 2720, 2749, 2955,
]

test('[D6] undo never emits an item whose right origin is not to the right of its left', () => {
  const sessions = [...KNOWN, ...MORE].map(playSession)
  expect(sessions.filter(({ crossed, differing }) => crossed.length > 0 || differing.length > 0)).toEqual([])
}, 30_000)

test('[D6] undo gives up what another has removed for good, and never throws', () => {
  const sessions = [...KNOWN_TOGETHER, ...MORE.slice(0, 100)].map(playTogether)
  const good = { threw: [], crossed: [], differing: [] }
  expect(sessions).toEqual(sessions.map(({ seed }) => ({ seed, ...good })))
}, 30_000)

test('[D6] undo gives up what was erased in a text, a paragraph or a card that another has removed since', () => {
  const ends = [
    afterRemoval({ erase: eraseLetter, cut: dropParagraph, remove: dropText }),
    afterRemoval({ erase: eraseLetter, cut: dropParagraph, remove: dropParagraph }),
    afterRemoval({ erase: eraseTitle, cut: dropCard, remove: dropCard }),
  ]
  const boards = [
    '[["card",{"body":"<paragraph></paragraph>","title":"?"}]]',
    '[["card",{"body":"","title":"?"}]]',
    '[]',
  ]
  expect(ends).toEqual(boards.map(board => ({ undone: null, one: board, two: board })))
})

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
  const random = prng.create(seed)
  const writer = openWriter(random, 1)
  const { doc } = writer
  const remote = new Y.Doc()
  const found = [crossedIn(doc), crossedIn(remote)]
  const updates: Uint8Array[] = []
  doc.on('update', update => {
    updates.push(update)
    Y.applyUpdate(remote, update)
  })
  for (let step = 0; step < STEPS; step++) prng.oneOf(random, ACTIONS)(writer)
  const differing = differingFrom(doc, { remote, ...otherScreens(writer, updates) })
  return { seed, crossed: [...new Set(found.flat())], differing }
}

/** Two writers who see each other's work late. What throws is noted and the session goes on, as in a browser. */
const playTogether = (seed: number): Session & { threw: string[] } => {
  const random = prng.create(seed)
  const { one, two, seats } = openTwo(random)
  const found = [crossedIn(one.doc), crossedIn(two.doc)]
  const threw: string[] = []
  for (let step = 0; step < 2 * STEPS; step++) {
    const seat = prng.oneOf(random, seats)
    if (prng.int32(random, 0, 4) === 0) catchUp(seat)
    try {
      prng.oneOf(random, ACTIONS)(seat.writer)
    } catch (error) {
      threw.push(String(error))
    }
  }
  seats.forEach(catchUp)
  const differing = differingFrom(one.doc, { two: two.doc, atOnce: docOf([Y.encodeStateAsUpdate(one.doc)]) })
  return { seed, threw, crossed: [...new Set(found.flat())], differing }
}

/** One writer erases something, cuts what it was in and takes the cut back, then the other removes what came back. */
const afterRemoval = ({ erase, cut, remove }: { erase: Edit; cut: Edit; remove: Edit }) => {
  const { one, two, seats } = openTwo(prng.create(0))
  const act = (edit: Edit) => {
    one.doc.transact(() => edit(one.cards))
    one.undo.stopCapturing()
  }
  two.cards.set('card', cardOf(['abc'], '?'))
  seats.forEach(catchUp)
  act(erase)
  act(cut)
  one.undo.undo()
  // Once an act in there was taken back and cannot be redone any more, Yjs no longer keeps what the undo brought back.
  act(typeLetter)
  one.undo.undo()
  act(cards => cards.set('other', cardOf([])))
  seats.forEach(catchUp)
  remove(two.cards)
  seats.forEach(catchUp)
  one.undo.undo()
  const undone = one.undo.undo()
  seats.forEach(catchUp)
  return { undone, one: shown(one.doc), two: shown(two.doc) }
}

type Edit = (cards: Writer['cards']) => unknown

const eraseTitle: Edit = cards => cards.get('card')?.delete('title')
const eraseLetter: Edit = cards => textOf(bodyOf(cards, 'card'), 0).delete(1, 1)
const typeLetter: Edit = cards => textOf(bodyOf(cards, 'card'), 0).insert(0, '!')
const dropText: Edit = cards => (bodyOf(cards, 'card').get(0) as Y.XmlElement).delete(0, 1)
const dropParagraph: Edit = cards => bodyOf(cards, 'card').delete(0)
const dropCard: Edit = cards => cards.delete('card')

/** A writer, and what that writer has not seen of the other's. */
type Seat = { writer: Writer; unseen: Uint8Array[] }

const openTwo = (random: prng.PRNG) => {
  const [one, two] = [openWriter(random, 1), openWriter(random, 2)]
  const seats: Seat[] = [
    { writer: one, unseen: updatesOf(two.doc) },
    { writer: two, unseen: updatesOf(one.doc) },
  ]
  return { one, two, seats }
}

const updatesOf = (doc: Y.Doc): Uint8Array[] => {
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  return updates
}

/** With an origin that undo does not track. */
const catchUp = ({ writer, unseen }: Seat) => {
  for (const update of unseen.splice(0)) Y.applyUpdate(writer.doc, update, 'network')
}

const openWriter = (random: prng.PRNG, id: number): Writer => {
  const doc = docWithId(id)
  const cards = doc.getMap<Y.Map<unknown>>('cards')
  // What one undo takes back is decided by the session and not by the clock.
  const undo = new Y.UndoManager(cards, { captureTimeout: Number.POSITIVE_INFINITY })
  return { random, doc, cards, undo }
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

const differingFrom = (doc: Y.Doc, screens: Record<string, Y.Doc>): string[] =>
  Object.entries(screens).flatMap(([name, screen]) => (shown(screen) === shown(doc) ? [] : [name]))

/** Cards by name: Yjs lists a map's keys in the order in which they came. */
const shown = (doc: Y.Doc): string =>
  JSON.stringify(Object.entries(doc.getMap('cards').toJSON()).sort(([a], [b]) => (a < b ? -1 : 1)))

type Action = (writer: Writer) => void

const addCard: Action = ({ random, doc, cards }) =>
  doc.transact(() => {
    const card = cardOf([prng.word(random), prng.word(random)])
    cards.set(`card${prng.int32(random, 0, 2)}`, card)
  })

const cardOf = (paragraphs: readonly string[], title?: string): Y.Map<unknown> => {
  const card = new Y.Map<unknown>()
  const body = new Y.XmlFragment()
  body.insert(0, paragraphs.map(paragraphOf))
  card.set('body', body)
  if (title !== undefined) card.set('title', title)
  return card
}

const bodyOf = (cards: Writer['cards'], name: string) => cards.get(name)?.get('body') as Y.XmlFragment

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
  const body = bodyOf(cards, prng.oneOf(random, [...cards.keys()]))
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
