import {
  BORN_WITH,
  CardFields,
  JOINT_TEXTS,
  LinkFields,
  type Member,
  type MemberId,
  OPEN_FIELDS,
  type SideId,
} from '@jointly/board'
import type { CopyRefusal } from '@jointly/protocol'
import * as Y from 'yjs'

/**
 * The gate: what of an update may not even be tried. Integrity, not confidentiality. Everything here is asked before the
 * update touches the document, so a refusal leaves no trace; `Room.accept` checks the order of origins afterwards.
 *
 * 1. It decodes (a 7-byte frame that claims 30 million structs costs `applyUpdate` 215 MB; decoding refuses it at once).
 * 2. Known structs are ignored. A gap, or a reference to something unknown, is refused: Yjs would park the struct and
 *    integrate it later, under somebody else's name.
 * 3. A new struct's client id belongs to this member, or to nobody yet.
 * 4. A new item stands in a root that the schema has; a new card or link is whole and carries its writer's name and side;
 *    kind, by, side and body of a card, and everything of a link, stay as they were written.
 */
export const inspect = (question: Question): Verdict => {
  const decoded = decode(question.update)
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
  const refused = refusedPlace(question, fresh) ?? refusedDelete(question.doc, deletes)
  return refused === null ? { clients } : { refused }
}

export type Question = {
  readonly doc: Y.Doc
  readonly update: Uint8Array
  readonly member: Pick<Member, 'id' | 'side'>
  readonly ownerOf: (client: number) => MemberId | undefined
}

/** `clients`: the ids that the new structs were written under; null when the update says nothing new. */
export type Verdict = { readonly refused: CopyRefusal } | { readonly clients: readonly number[] | null }

type Struct = Y.Item | Y.GC
type Range = { readonly client: number; readonly clock: number; readonly len: number }
type Decoded = { readonly structs: readonly (Struct | Y.Skip)[]; readonly deletes: readonly Range[] }

/** New structs in the order of the update, and for each of their clients the clock behind the last one. */
type Fresh = { readonly structs: readonly Struct[]; readonly ends: ReadonlyMap<number, number>; readonly find: Find }
type Find = (id: Y.ID) => Struct | null

const decode = (update: Uint8Array): Decoded | null => {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const deletes = [...ds.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }) => ({ client, clock, len })),
    )
    return { structs, deletes }
  } catch {
    return null
  }
}

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
  const isKnown = ({ client, clock }: Y.ID) => clock < (ends.get(client) ?? Y.getState(doc.store, client))
  for (const struct of fresh) if (struct instanceof Y.Item && !referencesOf(struct).every(isKnown)) return null
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

/**
 * Where an item stands: a root; below it an entry (`id`: a card, a link); below that a field. `deep` is what lies inside a
 * body or a joint text: words. `nowhere`: its parent was collected, so it means nothing. `foreign`: no such place.
 */
type Place = { readonly root: string; readonly id?: string; readonly field?: string; readonly deep: boolean }
type Where = Place | 'nowhere' | 'foreign'

/** The parent of an item in the document stands there as a type; of a decoded item as a root's name, an id, or nowhere. */
type Parent = Y.AbstractType<unknown> | string | Y.ID | null

/** Places items, each once: Yjs leaves parent and key out where a neighbour says them, and such chains can be long. */
const placer = (find: Find) => {
  const known = new Map<Y.Item, Where>()

  const beside = (item: Y.Item): Y.Item | null => {
    const neighbour = item.origin ?? item.rightOrigin
    const found = neighbour === null ? null : find(neighbour)
    return found instanceof Y.Item ? found : null
  }
  const own = (item: Y.Item, depth: number): Where => {
    const parent = item.parent as Parent
    const key = item.parentSub
    if (parent === null) return 'nowhere'
    if (typeof parent === 'string') return inRoot(parent, key)
    const holder = parent instanceof Y.ID ? find(parent) : parent._item
    if (holder === null && !(parent instanceof Y.ID)) return inRoot(Y.findRootTypeKey(parent), key)
    return holder instanceof Y.Item ? below(place(holder, depth + 1), key) : 'nowhere'
  }
  const place = (item: Y.Item, depth = 0): Where => {
    if (depth > MAX_DEPTH) return 'foreign'
    const chain = new Set<Y.Item>()
    let last: Y.Item | null = item
    while (last !== null && (last.parent as Parent) === null && !known.has(last)) {
      if (chain.has(last)) return 'foreign'
      chain.add(last)
      last = beside(last)
    }
    const where = last === null ? 'nowhere' : (known.get(last) ?? own(last, depth))
    for (const one of chain) known.set(one, where)
    known.set(item, where)
    return where
  }
  return place
}

/** Deeper than any list in a list that a person makes. */
const MAX_DEPTH = 100

/** Roots that hold entries by id, with the fields that may change once an entry stands. `meta` is the server's alone. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = { cards: OPEN_FIELDS, links: ['gone'], marks: ['gone'] }

const inRoot = (root: string, key: string | null): Where => {
  if (root in ENTRIES) return key === null ? 'foreign' : { root, id: key, deep: false }
  return key === null && (JOINT_TEXTS as readonly string[]).includes(root) ? { root, deep: true } : 'foreign'
}

const below = (where: Where, key: string | null): Where => {
  if (typeof where === 'string') return where
  if (where.deep || where.field === 'body') return { ...where, deep: true }
  return where.field === undefined && key !== null ? { ...where, field: key } : 'foreign'
}

/** A new card or link as far as this update tells it. */
type Newborn = { readonly root: string; readonly fields: Map<string, unknown> }

const refusedPlace = ({ doc, member }: Question, { structs, find }: Fresh): CopyRefusal | null => {
  const place = placer(find)
  const newborn = new Map<string, Newborn>()
  for (const struct of structs) {
    const where = struct instanceof Y.Item ? place(struct) : 'nowhere'
    if (where === 'foreign') return 'unknown_place'
    if (where === 'nowhere' || where.deep) continue
    const key = `${where.root}/${where.id}`
    const born = newborn.get(key)
    if (where.field === undefined) {
      if (born !== undefined || doc.getMap(where.root).has(where.id ?? '')) return 'fixed_field'
      newborn.set(key, { root: where.root, fields: new Map() })
    } else if (born !== undefined) born.fields.set(where.field, contentOf(struct as Y.Item))
    else {
      if (!ENTRIES[where.root]?.includes(where.field)) return 'fixed_field'
      if (!isPlain(struct as Y.Item)) return 'unknown_place'
    }
  }
  for (const { root, fields } of newborn.values()) {
    const refused = refusedBirth(root, fields, member)
    if (refused !== null) return refused
  }
  return null
}

const isPlain = ({ content }: Y.Item) => content instanceof Y.ContentAny || content instanceof Y.ContentDeleted

const contentOf = ({ content }: Y.Item): unknown => {
  if (content instanceof Y.ContentAny) return content.arr.at(-1)
  return content instanceof Y.ContentType ? content.type : undefined
}

const refusedBirth = (
  root: string,
  fields: ReadonlyMap<string, unknown>,
  member: { id: MemberId; side: SideId | null },
): CopyRefusal | null => {
  if (fields.get('by') !== member.id || fields.get('side') !== member.side) return 'wrong_author'
  if (root === 'marks') return null
  const plain = Object.fromEntries([...fields].filter(([name, value]) => name !== 'body' && value !== undefined))
  if (root === 'links') return LinkFields.safeParse(plain).success ? null : 'incomplete_card'
  const whole = BORN_WITH.every(name => fields.has(name)) && fields.get('body') instanceof Y.XmlFragment
  return whole && CardFields.safeParse(plain).success ? null : 'incomplete_card'
}

/** Cards and links are never deleted, nor are their fixed fields; words and open fields may be. */
const refusedDelete = (doc: Y.Doc, deletes: readonly Y.Item[]): CopyRefusal | null => {
  const place = placer(finder(doc, []))
  for (const item of deletes) {
    const where = place(item)
    if (where === 'foreign') return 'unknown_place'
    if (where === 'nowhere' || where.deep) continue
    if (where.field === undefined || !ENTRIES[where.root]?.includes(where.field)) return 'fixed_field'
  }
  return null
}
