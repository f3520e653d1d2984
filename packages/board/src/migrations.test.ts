import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { MIGRATIONS, migrate, NewerSchema, schemaOf } from './migrations.ts'
import { cardsOf, metaOf, SCHEMA_VERSION } from './schema.ts'

test('[D7] a document is brought to the present schema in one transaction, and a second time changes nothing', () => {
  const doc = new Y.Doc()
  let updates = 0
  doc.on('update', () => updates++)
  const steps = [...MIGRATIONS, (old: Y.Doc) => void cardsOf(old).set('made', new Y.Map())]
  migrate(doc, steps)
  migrate(doc, steps)
  expect([schemaOf(doc), cardsOf(doc).has('made'), updates]).toEqual([2, true, 1])
})

test('[D7] a document of a newer schema is refused and stays as it is', () => {
  const doc = new Y.Doc()
  metaOf(doc).set('schema', SCHEMA_VERSION + 1)
  const before = Y.encodeStateAsUpdate(doc)
  expect(() => migrate(doc)).toThrow(NewerSchema)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

test('[D7] the number of steps is the version', () => {
  expect(MIGRATIONS).toHaveLength(SCHEMA_VERSION)
})
