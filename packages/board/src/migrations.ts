import type * as Y from 'yjs'
import { metaOf, SCHEMA_VERSION } from './schema.ts'

/** One step: takes a document of version `index` to version `index + 1`, by plain edits that everybody receives. */
export type Migration = (doc: Y.Doc) => void

/** Version 0 is the empty document. A later change of the schema appends a step here, with a fixture of the old form. */
export const MIGRATIONS: readonly Migration[] = [doc => void metaOf(doc)]

/** A document that a newer Jointly wrote: opening it here could lose what this one does not know. */
export class NewerSchema extends Error {
  constructor(found: number) {
    super(`this document has schema ${found}, newer than the ${SCHEMA_VERSION} that this version of Jointly knows`)
  }
}

export const schemaOf = (doc: Y.Doc): number => {
  const found = metaOf(doc).get('schema')
  return typeof found === 'number' ? found : 0
}

/**
 * [D7] Brings a document to the present schema, in one transaction. The server alone does this, as the system; it runs
 * before anybody reads. Throws `NewerSchema` and touches nothing when the document is ahead.
 */
export const migrate = (doc: Y.Doc, steps: readonly Migration[] = MIGRATIONS): void => {
  const found = schemaOf(doc)
  if (found > steps.length) throw new NewerSchema(found)
  if (found === steps.length) return
  doc.transact(() => {
    for (const step of steps.slice(found)) step(doc)
    metaOf(doc).set('schema', steps.length)
  })
}
