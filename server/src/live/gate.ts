import { type Circumstances, crossedOrigin, type Member, type MemberId, newItems } from '@jointly/board'
import type { CopyRefusal } from '@jointly/protocol'
import * as Y from 'yjs'
import { asker } from './acts.ts'
import { type Decoded, decode, sparing } from './decoded.ts'
import { keyOf, note, nothingWritten, refusedForm, refusedLoss, type Written } from './entries.ts'
import { type Deletion, type Fresh, freshStructs, newDeletes } from './fresh.ts'
import { isTooLong, type LettersChange } from './lengths.ts'
import { type Place, placer } from './places.ts'
import { leavesWhole } from './whole.ts'
import { isInWords } from './words.ts'

/**
 * The gate: what of an update may not even be tried. Integrity, not confidentiality. Everything here is asked before the
 * update touches the document, so a refusal leaves no trace; `flawOf` is asked afterwards, of what only applying shows.
 *
 * 1. It decodes (a 7-byte frame that claims 30 million structs costs `applyUpdate` 215 MB; decoding refuses it at once).
 * 2. Known structs are ignored. A gap, or a reference to something unknown, is refused: Yjs would park the struct and
 *    integrate it later, under somebody else's name.
 * 3. A new struct's client id belongs to this member, or to nobody yet.
 * 4. Each new item stands in a place that the schema has, in the form that it gives it: a new card or link is whole and
 *    carries its writer's name and side; what is fixed stays as it was written; words hold what editors know.
 * 5. Whoever writes it, or deletes what stands there, may do so: every act is asked of the one table in packages/board. A
 *    write to a map's key counts as deleting its old value, and is the same act.
 * 6. Marks deleted where this member may not write are spared: neither applied nor refused. Yjs deletes such by itself on
 *    every screen that hears of formatting, and by deleting one closing mark somebody could strike out a sentence. A
 *    deletion moves no clock, so sparing it leaves no gap.
 */
export const inspect = (question: Question): Verdict => {
  const { doc, member, readOnly } = question
  const decoded = decode(doc, question.update)
  if (decoded === null) return { refused: 'bad_update' }
  const fresh = freshStructs(doc, decoded)
  if (fresh === null) return { refused: 'gap' }
  const deletes = newDeletes(doc, decoded, fresh)
  if (deletes === null) return { refused: 'gap' }
  const clients = [...fresh.ends.keys()]
  if (clients.length > MOST_CLIENTS) return { refused: 'too_costly' }
  for (const client of clients)
    if ((question.ownerOf(client) ?? member.id) !== member.id) return { refused: 'forged_client' }

  const isSilent = fresh.structs.length === 0 && deletes.every(({ item }) => isMark(item))
  if (readOnly !== null) return isSilent ? NOTHING_NEW : { refused: readOnly }
  const placed = placesOf(doc, fresh, decoded)
  if (typeof placed === 'string') return { refused: placed }
  const form = refusedForm(placed.written, member)
  if (form !== null) return { refused: form }
  const deleted = placesOfDeleted(fresh, deletes)
  const spared = refusedActs(question, { ...placed, deleted })
  if (typeof spared === 'string') return { refused: spared }
  if (isTooLong(doc, lettersChanged(placed, deleted))) return { refused: 'too_long' }
  if (isSilent && spared.length === deletes.length) return NOTHING_NEW
  return { clients, update: spared.length === 0 ? decoded.update : sparing(decoded, spared) }
}

export type Question = {
  readonly doc: Y.Doc
  readonly update: Uint8Array
  readonly member: Member
  readonly ownerOf: (client: number) => MemberId | undefined
  /** Why this member may not write here at all now, or null. */
  readonly readOnly: CopyRefusal | null
  /** What the table of acts is asked in: as the minutes have it in this very step. */
  readonly now: Circumstances
}

/**
 * `clients`: the ids that the new structs were written under; null when the update says nothing new. `update`: what may be
 * applied.
 */
export type Verdict =
  | { readonly refused: CopyRefusal }
  | { readonly clients: null }
  | { readonly clients: readonly number[]; readonly update: Uint8Array }

/** A page has one id: so many pages were opened, written on and closed while there was no line. */
const MOST_CLIENTS = 500

const NOTHING_NEW: Verdict = { clients: null }

/**
 * What shows only once an update is applied: structs that Yjs parked, origins out of order, a card or a link that nobody
 * could read any more. The document then has to be built again.
 */
export const flawOf = ({ store }: Y.Doc, transactions: readonly Y.Transaction[]): CopyRefusal | null => {
  if (store.pendingStructs !== null || store.pendingDs !== null) return 'bad_update'
  if (transactions.some(transaction => crossedOrigin(newItems(transaction)) !== null)) return 'crossed_origins'
  return transactions.every(leavesWhole) ? null : 'incomplete_card'
}

const isMark = ({ content }: Y.Item) => content instanceof Y.ContentFormat

/** `changes`: where the new items stand, with the letters that each brings. */
type Placed = { readonly written: Written; readonly changes: ReadonlyMap<Place, number> }
type Deleted = Deletion & { readonly where: Place | 'nowhere' | 'foreign' }

const placesOf = (doc: Y.Doc, { structs, find }: Fresh, { takesBack }: Decoded): Placed | CopyRefusal => {
  const place = placer(find)
  const written = nothingWritten()
  const changes = new Map<Place, number>()
  for (const item of structs) {
    const where = item instanceof Y.Item ? place(item) : 'nowhere'
    if (where === 'foreign') return 'unknown_place'
    if (where === 'nowhere' || !(item instanceof Y.Item)) continue
    if (where.at !== 'words') {
      const refused = note(written, item, where, { doc, takesBack })
      if (refused !== null) return refused
    } else if (!isInWords(item, where)) return 'unknown_words'
    changes.set(where, (changes.get(where) ?? 0) + lettersOf(item))
  }
  return { written, changes }
}

const lettersOf = ({ content }: Y.Item, length?: number) =>
  content instanceof Y.ContentString ? (length ?? content.getLength()) : 0

const placesOfDeleted = ({ find }: Fresh, deletes: readonly Deletion[]): Deleted[] => {
  const place = placer(find)
  return deletes.map(deletion => ({ ...deletion, where: place(deletion.item) }))
}

/** By body and joint text; where no letter comes, nothing can grow too long. */
const lettersChanged = ({ changes }: Placed, deleted: readonly Deleted[]): Iterable<LettersChange> => {
  const byWords = new Map<string, LettersChange>()
  for (const [where, added] of changes) {
    if (where.at !== 'words' || added === 0) continue
    const change = byWords.get(keyOf(where)) ?? { where, added: 0, taken: 0 }
    change.added += added
    byWords.set(keyOf(where), change)
  }
  for (const { item, where, length } of deleted) {
    const change = typeof where === 'string' ? undefined : byWords.get(keyOf(where))
    if (change !== undefined) change.taken += lettersOf(item, length)
  }
  return byWords.values()
}

/** The first refusal, or the deleted marks that are to be spared. */
const refusedActs = (
  question: Question,
  { written, changes, deleted }: Placed & { deleted: readonly Deleted[] },
): Y.Item[] | CopyRefusal => {
  const { make, change } = asker({ ...question, born: written.born })
  for (const key of written.born) {
    const refused = make(written, key)
    if (refused !== null) return refused
  }
  for (const where of changes.keys()) {
    const refused = change(where)
    if (refused !== null) return refused
  }
  const spared: Y.Item[] = []
  for (const { item, where } of deleted) {
    if (where === 'foreign') return 'unknown_place'
    if (where === 'nowhere') continue
    const refused = (where.at === 'words' ? null : refusedLoss(where, written)) ?? change(where)
    if (refused === null) continue
    if (!isMark(item)) return refused
    spared.push(item)
  }
  return spared
}
