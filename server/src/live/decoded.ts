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
export type Range = { readonly client: number; readonly clock: number; readonly len: number }

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
  const deletes = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len })),
  )
  // A range of nothing behind the last struct makes Yjs throw when it parks it.
  if (deletes.some(({ len }) => len === 0)) return null
  // `isDeleted` looks ranges up by halves, and an update may bring them in any order.
  const sorted = Y.mergeDeleteSets([ds])
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
