import {
  BORN_WITH,
  CardFields,
  crossedOrigin,
  LinkFields,
  type Member,
  type MemberId,
  newItems,
  OnlyMarkFields,
  type SideId,
} from '@jointly/board'
import type { CopyRefusal } from '@jointly/protocol'
import * as Y from 'yjs'
import { z } from 'zod'
import { type Decoded, decode } from './decoded.ts'
import { ENTRIES, type Find, type Place, placer, type Struct } from './places.ts'
import { leavesWhole } from './whole.ts'

/**
 * The gate: what of an update may not even be tried. Integrity, not confidentiality. Everything here is asked before the
 * update touches the document, so a refusal leaves no trace; `flawOf` is asked
 * afterwards, of what only applying shows.
 *
 * 1. It decodes (a 7-byte frame that claims 30 million structs costs `applyUpdate` 215 MB; decoding refuses it at once).
 * 2. Known structs are ignored. A gap, or a reference to something unknown, is refused: Yjs would park the struct and
 *    integrate it later, under somebody else's name.
 * 3. A new struct's client id belongs to this member, or to nobody yet.
 * 4. A new item stands in a root that the schema has; a new card, link or mark is whole and carries its writer's name and side;
 *    kind, by, side and body of a card, everything of a link, and the points of ink stay as they were written; what may change keeps the
 *    form that the schema gives it, and where a card must have it, it is never without.
 */
export const inspect = (question: Question): Verdict => {
  const decoded = decode(question.doc, question.update)
  if (decoded === null) return { refused: 'bad_update' }
  const fresh = freshStructs(question.doc, decoded)
  if (fresh === null) return { refused: 'gap' }
  const deletes = newDeletes(question.doc, decoded, fresh)
  if (deletes === null) return { refused: 'gap' }

  const nothingNew = fresh.structs.length === 0 && deletes.length === 0
  if (nothingNew) return { clients: null }
  const clients = [...fresh.ends.keys()]
  for (const client of clients)
    if ((question.ownerOf(client) ?? question.member.id) !== question.member.id) return { refused: 'forged_client' }
  const written = writtenIn(question, fresh, decoded)
  const refused =
    typeof written === 'string'
      ? written
      : (refusedWriting(question, written) ?? refusedDelete(question.doc, deletes, written))
  if (refused !== null) return { refused }
  return { clients, update: decoded.update, cleansUp: fresh.structs.length === 0 && deletes.every(isMark) }
}

const isMark = ({ content }: Y.Item) => content instanceof Y.ContentFormat

/**
 * What shows only once an update is applied: structs that Yjs parked, origins out of order, a card or a link that nobody
 * could read any more. The document then has to be built again.
 */
export const flawOf = ({ store }: Y.Doc, transactions: readonly Y.Transaction[]): CopyRefusal | null => {
  if (store.pendingStructs !== null || store.pendingDs !== null) return 'bad_update'
  if (transactions.some(transaction => crossedOrigin(newItems(transaction)) !== null)) return 'crossed_origins'
  return transactions.every(leavesWhole) ? null : 'incomplete_card'
}

export type Question = {
  readonly doc: Y.Doc
  readonly update: Uint8Array
  readonly member: Pick<Member, 'id' | 'side'>
  readonly ownerOf: (client: number) => MemberId | undefined
}

/**
 * `clients`: the ids that the new structs were written under; null when the update says nothing new. `update`: what may be
 * applied. `cleansUp`: it only deletes marks, as Yjs does by itself on every screen that hears of formatting.
 */
export type Verdict =
  | { readonly refused: CopyRefusal }
  | { readonly clients: null }
  | { readonly clients: readonly number[]; readonly update: Uint8Array; readonly cleansUp: boolean }

/** New structs in the order of the update, and for each of their clients the clock behind the last one. */
type Fresh = { readonly structs: readonly Struct[]; readonly ends: ReadonlyMap<number, number>; readonly find: Find }

const freshStructs = (doc: Y.Doc, { structs }: Decoded): Fresh | null => {
  const ends = new Map<number, number>()
  const fresh: Struct[] = []
  for (const struct of structs) {
    const { client, clock } = struct.id
    const known = ends.get(client) ?? Y.getState(doc.store, client)
    if (clock + struct.length <= known) continue
    if (struct instanceof Y.Skip || clock > known) return null
    ends.set(client, clock + struct.length)
    fresh.push(struct)
  }
  // Of its own client's items only those before it: Yjs throws in the middle of a transaction where one names itself.
  const isKnown = (from: Y.ID) => (id: Y.ID) =>
    id.clock < (id.client === from.client ? from.clock : (ends.get(id.client) ?? Y.getState(doc.store, id.client)))
  for (const struct of fresh)
    if (struct instanceof Y.Item && !referencesOf(struct).every(isKnown(struct.id))) return null
  return { structs: fresh, ends, find: finder(doc, fresh) }
}

const referencesOf = ({ origin, rightOrigin, parent }: Y.Item): Y.ID[] =>
  [origin, rightOrigin, parent instanceof Y.ID ? parent : null].filter(id => id !== null)

/** Looks an id up among the new structs first, then in the document. */
const finder = (doc: Y.Doc, fresh: readonly Struct[]): Find => {
  const byClient = Map.groupBy(fresh, struct => struct.id.client)
  const among = (structs: Struct[] | undefined, clock: number): Struct | null => {
    const first = structs?.[0]
    const last = structs?.at(-1)
    if (structs === undefined || first === undefined || last === undefined) return null
    if (clock < first.id.clock || clock >= last.id.clock + last.length) return null
    return structs[Y.findIndexSS(structs, clock)] ?? null
  }
  return ({ client, clock }) =>
    among(byClient.get(client), clock) ?? among(doc.store.clients.get(client) as Struct[] | undefined, clock)
}

/** Deletions of what still stands; null where something unknown is deleted (Yjs would park that as well). */
const newDeletes = (doc: Y.Doc, { deletes }: Decoded, { ends }: Fresh): Y.Item[] | null => {
  const found: Y.Item[] = []
  for (const { client, clock, len } of deletes) {
    const known = Y.getState(doc.store, client)
    if (clock + len > (ends.get(client) ?? known)) return null
    const structs = doc.store.clients.get(client)
    if (structs === undefined || clock >= known) continue
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i]
      if (struct === undefined || struct.id.clock >= clock + len) break
      if (struct instanceof Y.Item && !struct.deleted) found.push(struct)
    }
  }
  return found
}

/** What an update writes outside of words: which entries are new, and by entry and field the items. */
type Written = { readonly born: ReadonlySet<string>; readonly entries: ReadonlyMap<string, EntryWritten> }
type EntryWritten = { readonly root: string; readonly fields: Map<string, FieldWritten> }
/** `stands`: the last item that the same update does not take back. */
type FieldWritten = { readonly items: Y.Item[]; stands: Y.Item | null }
const keyOf = ({ root, id }: Place) => `${root}/${id}`

/** In any order: a later stretch offline, under another client id, may stand in the update before the card it is about. */
const writtenIn = ({ doc }: Question, { structs, find }: Fresh, { takesBack }: Decoded): Written | CopyRefusal => {
  const place = placer(find)
  const born = new Set<string>()
  const entries = new Map<string, EntryWritten>()
  for (const struct of structs) {
    const where = struct instanceof Y.Item ? place(struct) : 'nowhere'
    if (where === 'foreign') return 'unknown_place'
    if (where === 'nowhere' || where.deep > 0) continue
    const item = struct as Y.Item
    const key = keyOf(where)
    const { fields } = entries.get(key) ?? { fields: new Map<string, FieldWritten>() }
    entries.set(key, { root: where.root, fields })
    if (where.field !== undefined) {
      // Added to, not copied: one frame can hold a hundred thousand writes to one place.
      const written = fields.get(where.field) ?? { items: [], stands: null }
      written.items.push(item)
      if (isOne(item) && !takesBack(item)) written.stands = item
      fields.set(where.field, written)
    } else if (born.has(key) || doc.getMap(where.root).has(where.id ?? '')) return 'fixed_field'
    else if (typeOf(item.content)?.constructor !== Y.Map) return 'incomplete_card'
    else born.add(key)
  }
  return { born, entries }
}

/** What stands at a key is one value; several in one item, or none, are what was replaced and taken back. */
const isOne = ({ content, length }: Y.Item) => length === 1 && !(content instanceof Y.ContentDeleted)

const refusedWriting = ({ member }: Question, { born, entries }: Written): CopyRefusal | null => {
  for (const [key, { root, fields }] of entries) {
    const form = ENTRIES[root]
    for (const [field, { items, stands }] of fields) {
      const isOpen = form?.open.includes(field) ?? false
      // Of two values at one key Yjs keeps the one that it sorts last, which need not be the one that was looked at.
      if (!isOpen && (!born.has(key) || items.length > 1 || stands === null)) return 'fixed_field'
      if (isOpen && !items.every(item => isInForm(item, form?.fields[field]))) return 'incomplete_card'
    }
    const refused = born.has(key) ? refusedBirth(root, fields, member) : null
    if (refused !== null) return refused
  }
  return null
}

/** A value that was replaced or taken back since may have been collected. */
const isInForm = ({ content }: Y.Item, schema: z.ZodType | undefined): boolean =>
  content instanceof Y.ContentDeleted ||
  (content instanceof Y.ContentAny &&
    (schema === undefined || content.arr.every(value => schema.safeParse(value).success)))

const contentOf = (content: Y.Item['content'] | undefined): unknown => {
  if (content instanceof Y.ContentAny) return content.arr[0]
  return typeOf(content)
}

const typeOf = (content: Y.Item['content'] | undefined) => (content instanceof Y.ContentType ? content.type : undefined)

const NewCard = z.strictObject(CardFields.shape)
const NewLink = z.strictObject(LinkFields.shape)

const refusedBirth = (
  root: string,
  written: ReadonlyMap<string, FieldWritten>,
  member: { id: MemberId; side: SideId | null },
): CopyRefusal | null => {
  const { body, ...fields } = Object.fromEntries(
    [...written].flatMap(([name, { stands }]) => (stands === null ? [] : [[name, contentOf(stands.content)]])),
  )
  if (fields.by !== member.id || fields.side !== member.side) return 'wrong_author'
  if (root === 'marks') return OnlyMarkFields.safeParse(fields).success ? null : 'incomplete_card'
  if (root === 'links') return NewLink.safeParse(fields).success ? null : 'incomplete_card'
  const whole = BORN_WITH.every(name => written.has(name)) && body?.constructor === Y.XmlFragment
  return whole && NewCard.safeParse(fields).success ? null : 'incomplete_card'
}

/** Cards and links are never deleted, nor are their fixed fields; words and open fields may be, if a card can do without. */
const refusedDelete = (doc: Y.Doc, deletes: readonly Y.Item[], { entries }: Written): CopyRefusal | null => {
  const place = placer(finder(doc, []))
  for (const item of deletes) {
    const where = place(item)
    if (where === 'foreign') return 'unknown_place'
    if (where === 'nowhere' || where.deep > 0) continue
    const form = ENTRIES[where.root]
    if (where.field === undefined || !form?.open.includes(where.field)) return 'fixed_field'
    const stands = entries.get(keyOf(where))?.fields.get(where.field)?.stands ?? null
    if (stands === null && form.fields[where.field]?.safeParse(undefined).success === false) return 'incomplete_card'
  }
  return null
}
