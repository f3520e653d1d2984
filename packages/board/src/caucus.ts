import * as Y from 'yjs'
import { migrate } from './migrations.ts'
import type { Process } from './process.ts'
import { metaOf } from './schema.ts'

/**
 * What a side has decided about its own room. It stands in the caucus document itself, where nobody else reads, and is
 * written by the server alone.
 */
const KEYS = { writingOff: 'writingOff', purged: 'purged' } as const

/** Whether the side has switched off writing in its caucus. */
export const isWritingOff = (doc: Y.Doc): boolean => metaOf(doc).get(KEYS.writingOff) === true

export const switchWriting = (doc: Y.Doc, { off }: { off: boolean }): void => {
  if (isWritingOff(doc) !== off) metaOf(doc).set(KEYS.writingOff, off)
}

/** The number of the last row whose content was purged; 0: none was. */
export const purgedUpTo = (doc: Y.Doc): number => {
  const found = metaOf(doc).get(KEYS.purged)
  return typeof found === 'number' ? found : 0
}

/** [D40] A caucus that begins anew after a purge: empty, it says up to which row it was purged, and writing stays as it was. */
export const purgedDocument = ({ upTo, writingOff }: { upTo: number; writingOff: boolean }): Y.Doc => {
  const doc = new Y.Doc()
  doc.transact(() => {
    migrate(doc)
    metaOf(doc).set(KEYS.purged, upTo)
    switchWriting(doc, { off: writingOff })
  })
  return doc
}

/**
 * [D41] The process as it holds in a caucus: no stage, pause or lock of the table reaches into it, and what the table said
 * of its own cards says nothing of these.
 */
export const inCaucus = (process: Process): Process => ({
  ...process,
  stage: { ...process.stage, only: false },
  locked: false,
  pause: null,
  late: NONE,
  adoptions: NONE,
  confirmations: NONE,
  linkConfirmations: NONE,
})
const NONE: ReadonlyMap<never, never> = new Map<never, never>()

/** When a side that left the table means to be back (milliseconds since 1970), or null where it did not say. */
export const backAt = ({ since, minutes }: { since: string; minutes: number | null }): number | null =>
  minutes === null ? null : Date.parse(since) + minutes * 60_000
