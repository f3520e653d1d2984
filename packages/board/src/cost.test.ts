import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyWithin, boundCleanUp, MOST_STEPS } from './cost.ts'
import { documentOf } from './reading.ts'
import { emptyBoard, people, post, words } from './testing.ts'

/** A document and what it takes to apply an update to it: the fewest steps, doubled from one. */
const stepsOf = (state: Uint8Array, update: Uint8Array): number => {
  for (let steps = 1; ; steps *= 2) if (applyWithin(documentOf([state]), update, { origin: 'x', steps })) return steps
}
const base = () => {
  const doc = emptyBoard(1)
  const id = post(doc, people.ana, { kind: 'option', text: 'before after' })
  return { id, state: Y.encodeStateAsUpdate(doc) }
}
type Base = ReturnType<typeof base>

const copyOf = ({ state }: Base, client: number) => {
  const doc = documentOf([state])
  doc.clientID = client
  return doc
}
const newOf = (doc: Y.Doc, { state }: Base) => Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(state))

/** Pieces typed at one caret and partly taken back, so that they do not merge into one. */
const typeAt = (doc: Y.Doc, { id }: Base, pieces: number) => {
  const text = words(doc, id)
  for (let i = 0; i < pieces; i++) {
    text.insert(7, 'ab')
    if (i % 3 === 0) text.delete(7, 1)
  }
}

test('[D30] honest work takes few steps: pasting, a week offline, forty people at one caret', () => {
  const from = base()
  const paste = copyOf(from, 2)
  words(paste, from.id).insert(7, 'x'.repeat(10_000))
  const week = copyOf(from, 3)
  for (let i = 0; i < 1_000; i++) {
    words(week, from.id).insert(i % 12, 'y')
    if (i % 10 === 0) post(week, people.ana, { kind: 'option', text: 'One more' })
  }
  const crowd = documentOf([from.state])
  const others = Array.from({ length: 40 }, (_, i) => {
    const one = copyOf(from, 1_000 + i)
    typeAt(one, from, 200)
    return newOf(one, from)
  })
  for (const other of others.slice(1)) Y.applyUpdate(crowd, other)
  const crowded = Y.encodeStateAsUpdate(crowd)
  const steps = {
    paste: stepsOf(from.state, newOf(paste, from)),
    week: stepsOf(from.state, newOf(week, from)),
    crowd: stepsOf(crowded, others[0] as Uint8Array),
    all: stepsOf(from.state, Y.mergeUpdates(others)),
  }
  expect(Object.entries(steps).filter(([, taken]) => taken * 100 > MOST_STEPS)).toEqual([])
})

test('[D30] writes to one key that each begin before all others are given up', () => {
  const from = base()
  const states = Array.from({ length: 2_000 }, (_, i) => {
    const one = new Y.Doc()
    one.clientID = 10_000 + i
    one.getMap('meta').set('schema', i)
    return Y.encodeStateAsUpdate(one)
  })
  const update = Y.mergeUpdates(states)
  expect([
    applyWithin(documentOf([from.state]), update, { origin: 'x' }),
    applyWithin(documentOf([from.state]), Y.mergeUpdates(states.slice(0, 50)), { origin: 'x' }),
  ]).toEqual([false, true])
})

test('[D30] what Yjs throws for another reason is not taken for cost', () => {
  expect(() => applyWithin(new Y.Doc(), new Uint8Array([1, 255]), { origin: 'x' })).toThrow()
})

/** How many marks stand in a text after all of its letters, bold and not, are deleted at once. */
const marksLeft = (letters: number, bound: boolean): number => {
  const writer = new Y.Doc()
  const text = writer.getText('t')
  for (let i = 0; i < letters; i++) text.insert(0, 'x')
  text.format(1, letters - 2, { bold: {} })
  const before = Y.encodeStateAsUpdate(writer)
  const reader = documentOf([before])
  if (bound) boundCleanUp(reader)
  writer.transact(transaction => {
    for (let at = text._start; at !== null; at = at.right)
      if (at.content instanceof Y.ContentString) at.delete(transaction)
  })
  for (const own of [before, Y.encodeStateAsUpdate(writer, Y.encodeStateVectorFromUpdate(before))])
    Y.applyUpdate(reader, own)
  let marks = 0
  for (let at = reader.getText('t')._start; at !== null; at = at.right)
    if (!at.deleted && at.content instanceof Y.ContentFormat) marks++
  return marks
}

test('[D31] marks are cleaned up after an ordinary deletion, and stay where one deletes very much', () => {
  expect([marksLeft(1_000, true), marksLeft(6_000, true) > 0]).toEqual([marksLeft(1_000, false), true])
})
