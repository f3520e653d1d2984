import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Struct } from './places.ts'

/** An update taken apart: only what the document does not hold yet, and what of its bytes may be applied. */
export type Decoded = {
  readonly update: Uint8Array
  readonly structs: readonly (Struct | Y.Skip)[]
  readonly deletes: readonly Range[]
  /** Whether the update itself deletes this one. */
  readonly takesBack: (item: Y.Item) => boolean
}
type Range = { readonly client: number; readonly clock: number; readonly len: number }

/**
 * Null for what is no update.
 *
 * What is known already is cut off before anything is looked at: a page that came back says it again to a new socket while
 * its old one is still being read. Yjs puts the rest of a struct behind what it knows, wherever the struct says that it
 * stands, and follows the references of known ones as well (measured: two copies with different text, and a throw in the
 * middle of a transaction). So the rest is taken as what it is, the next words of that client.
 */
export const decode = (doc: Y.Doc, update: Uint8Array): Decoded | null => {
  try {
    const whole = read(update)
    const isKnown = ({ id: { client, clock } }: Struct | Y.Skip) => clock < Y.getState(doc.store, client)
    return whole?.structs.some(isKnown) ? read(Y.diffUpdate(update, Y.encodeStateVector(doc))) : whole
  } catch {
    // The bytes do not decode: there is nothing else to know about them.
    return null
  }
}

const read = (update: Uint8Array): Decoded | null => {
  const { structs, ds } = Y.decodeUpdate(update)
  if (!structs.every(isCountable) || !areInRow(structs)) return null
  // A range of nothing behind the last struct makes Yjs throw when it parks it.
  if ([...ds.clients.values()].some(ranges => ranges.some(({ len }) => len === 0))) return null
  // In order and without overlaps: an update may bring ranges in any order, and one a thousand times.
  const sorted = Y.mergeDeleteSets([ds])
  const deletes = [...sorted.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len })),
  )
  return { update, structs, deletes, takesBack: ({ id }) => Y.isDeleted(sorted, id) }
}

/**
 * Beyond 2^53 numbers are no longer exact, and the log could not give a client id back. What has no length takes no number:
 * it would pass for known here, and Yjs would still put it in (over a whole card, and in a row that cannot be read again).
 */
const isCountable = ({ id: { client, clock }, length }: Struct | Y.Skip) =>
  length > 0 && Number.isSafeInteger(client) && Number.isSafeInteger(clock + length)

/** Each client's structs follow one another. Of two blocks of one client this decoder reads both, and Yjs only the last. */
const areInRow = (structs: readonly (Struct | Y.Skip)[]): boolean => {
  const ends = new Map<number, number>()
  return structs.every(({ id: { client, clock }, length }) => {
    const follows = (ends.get(client) ?? clock) === clock
    ends.set(client, clock + length)
    return follows
  })
}

/** The same update without the deletion of these. */
export const sparing = ({ structs, deletes }: Decoded, spared: readonly Y.Item[]): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  const byClient = Map.groupBy(structs, ({ id }) => id.client)
  encoding.writeVarUint(rest, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(rest, own.length)
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, own[0]?.id.clock ?? 0)
    for (const struct of own) struct.write(encoder, 0)
  }
  const left = Map.groupBy(without(deletes, spared), ({ client }) => client)
  encoding.writeVarUint(rest, left.size)
  for (const [client, ranges] of left) {
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(rest, clock)
      encoding.writeVarUint(rest, len)
    }
  }
  return encoder.toUint8Array()
}

/** What is left of the ranges, each in order, around the items that they all cover. */
const without = (ranges: readonly Range[], spared: readonly Y.Item[]): Range[] => {
  const byClient = Map.groupBy(spared, ({ id }) => id.client)
  return ranges.flatMap(({ client, clock, len }) => {
    const end = clock + len
    const left: Range[] = []
    let from = clock
    for (const { id, length } of byClient.get(client) ?? []) {
      if (id.clock < from || id.clock >= end) continue
      if (id.clock > from) left.push({ client, clock: from, len: id.clock - from })
      from = id.clock + length
    }
    return from < end ? [...left, { client, clock: from, len: end - from }] : left
  })
}
