import * as Y from 'yjs'
import type { Decoded } from './decoded.ts'
import type { Find, Struct } from './places.ts'

/** New structs in the order of the update, and for each of their clients the clock behind the last one. */
export type Fresh = {
  readonly structs: readonly Struct[]
  readonly ends: ReadonlyMap<number, number>
  readonly find: Find
}

/**
 * What of an update the document does not hold yet; null where it leaves a gap or refers to something unknown. Yjs would
 * park such a struct, and integrate it later under somebody else's name.
 */
export const freshStructs = (doc: Y.Doc, { structs }: Decoded): Fresh | null => {
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

/** `length`: how much of the item is deleted. */
export type Deletion = { readonly item: Y.Item; readonly length: number }

/** What still stands and is deleted now; null where something unknown is deleted (Yjs would park that as well). */
export const newDeletes = (doc: Y.Doc, { deletes }: Decoded, { ends }: Fresh): Deletion[] | null => {
  const found: Deletion[] = []
  for (const { client, clock, len } of deletes) {
    const known = Y.getState(doc.store, client)
    if (clock + len > (ends.get(client) ?? known)) return null
    const structs = doc.store.clients.get(client)
    if (structs === undefined || clock >= known) continue
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i]
      if (struct === undefined || struct.id.clock >= clock + len) break
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      const from = Math.max(clock, struct.id.clock)
      found.push({ item: struct, length: Math.min(clock + len, struct.id.clock + struct.length) - from })
    }
  }
  return found
}
