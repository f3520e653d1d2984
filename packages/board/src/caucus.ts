import * as Y from 'yjs'
import { MemberId, type SideId } from './ids.ts'
import { migrate } from './migrations.ts'
import type { Process } from './process.ts'
import { metaOf } from './schema.ts'

/** A side that has left the table, and what it said about it. */
export type Caucus = {
  /** When the side left the table, however often it has extended since. */
  readonly began: string
  readonly by: MemberId
  readonly since: string
  readonly minutes: number | null
  readonly purpose: string | null
}

/**
 * What a side has decided about its own room. It stands in the caucus document itself, where nobody else reads, and is
 * written by the server alone.
 */
const KEYS = { writingOff: 'writingOff', purged: 'purged', guests: 'guests' } as const

/** Whether the side has switched off writing in its caucus. */
export const isWritingOff = (doc: Y.Doc): boolean => metaOf(doc).get(KEYS.writingOff) === true

export const switchWriting = (doc: Y.Doc, { off }: { off: boolean }): void => {
  if (isWritingOff(doc) !== off) metaOf(doc).set(KEYS.writingOff, off)
}

/** The guests whom the side has asked in, each with the beginning of the caucus that it is for. */
export const guestsOf = (doc: Y.Doc): ReadonlyMap<MemberId, string> => {
  const found = metaOf(doc).get(KEYS.guests)
  const entries = typeof found === 'object' && found !== null ? Object.entries(found) : []
  return new Map(entries.map(([id, began]) => [MemberId.parse(id), String(began)]))
}

/** `began: null`: not asked in any more. */
export const inviteGuest = (doc: Y.Doc, guest: MemberId, began: string | null): void => {
  const others = [...guestsOf(doc)].filter(([id]) => id !== guest)
  const guests = began === null ? others : [...others, [guest, began] as const]
  metaOf(doc).set(KEYS.guests, Object.fromEntries(guests))
}

/** [A21] Whether a guest is in: asked for this caucus, and it has not ended since. An invitation is for no later one. */
export const isGuestNow = (doc: Y.Doc, guest: MemberId, { caucuses }: Process, side: SideId): boolean => {
  const began = guestsOf(doc).get(guest)
  return began !== undefined && caucuses.get(side)?.began === began
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
