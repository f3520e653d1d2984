import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentOf, keepMarks } from './reading.ts'
import { emptyBoard, people, post, words } from './testing.ts'

/** Two who write each delete a half of the bold words; a third copy hears of both. How often does it delete a mark? */
const deletedBy = (reader: Y.Doc): number => {
  const one = emptyBoard(1)
  const id = post(one, people.ana, { kind: 'option', text: 'A rota drawn up each month' })
  words(one, id).format(2, 10, { bold: {} })
  const before = Y.encodeStateAsUpdate(one)
  const two = new Y.Doc()
  two.clientID = 2
  for (const doc of [two, reader]) Y.applyUpdate(doc, before, 'heard')
  words(one, id).delete(2, 5)
  words(two, id).delete(7, 5)
  let deleted = 0
  reader.on('update', (_update, origin) => {
    if (origin !== 'heard') deleted++
  })
  for (const doc of [one, two]) Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc), 'heard')
  return deleted
}

test('[D11] reading a log cleans up no marks that it does not say', () => {
  const log: Uint8Array[] = []
  const doc = new Y.Doc()
  doc.on('update', bytes => log.push(bytes))
  keepMarks(doc)
  deletedBy(doc)
  expect(Y.encodeStateAsUpdate(documentOf(log))).toEqual(Y.encodeStateAsUpdate(doc))
})

test('[D11] a copy that keeps its marks cleans up none, where another does', () => {
  expect(deletedBy(new Y.Doc())).toBeGreaterThan(0)
  const reader = new Y.Doc()
  keepMarks(reader)
  expect(deletedBy(reader)).toBe(0)
})
