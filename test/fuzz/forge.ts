import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * Updates made by hand, byte by byte, so that they can say what no Yjs document would: the format of `Y.encodeUpdate` V1,
 * written without asking Yjs whether it makes sense.
 */
export type Id = { readonly client: number; readonly clock: number }

export type RawItem = {
  readonly origin?: Id | undefined
  readonly rightOrigin?: Id | undefined
  /** Written only where there is neither origin; the name of a root, or the id of an item. */
  readonly parent?: string | Id | undefined
  readonly key?: string | undefined
  readonly content: Content
}
export type Content = { readonly ref: number; readonly length: number; readonly write: (to: Y.UpdateEncoderV1) => void }
export type RawStruct = RawItem | { readonly gc: number } | { readonly skip: number }
export type RawBlock = { readonly client: number; readonly clock: number; readonly structs: readonly RawStruct[] }
export type RawDelete = Id & { readonly len: number }
export type RawUpdate = { readonly blocks: readonly RawBlock[]; readonly deletes: readonly RawDelete[] }

export const forge = ({ blocks, deletes }: RawUpdate): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  encoding.writeVarUint(rest, blocks.length)
  for (const { client, clock, structs } of blocks) {
    encoding.writeVarUint(rest, structs.length)
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(rest, deletes.length)
  for (const { client, clock, len } of deletes)
    for (const number of [client, 1, clock, len]) encoding.writeVarUint(rest, number)
  return encoder.toUint8Array()
}

const writeStruct = (encoder: Y.UpdateEncoderV1, struct: RawStruct) => {
  const rest = encoder.restEncoder
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(rest, 'gc' in struct ? 0 : 10)
    encoding.writeVarUint(rest, 'gc' in struct ? struct.gc : struct.skip)
    return
  }
  const { origin, rightOrigin, parent = '', key, content } = struct
  encoding.writeUint8(
    rest,
    content.ref | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20),
  )
  for (const id of [origin, rightOrigin]) if (id !== undefined) writeId(rest, id)
  if (origin === undefined && rightOrigin === undefined) {
    encoding.writeVarUint(rest, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(rest, parent)
    else writeId(rest, parent)
    if (key !== undefined) encoding.writeVarString(rest, key)
  }
  content.write(encoder)
}

const writeId = (rest: encoding.Encoder, { client, clock }: Id) => {
  encoding.writeVarUint(rest, client)
  encoding.writeVarUint(rest, clock)
}

const contentOf = (content: Y.Item['content']): Content => ({
  ref: content.getRef(),
  length: content.getLength(),
  write: to => content.write(to, 0),
})

export const text = (letters: string): Content => contentOf(new Y.ContentString(letters))
export const value = (...values: unknown[]): Content => contentOf(new Y.ContentAny(values))
/** Any of Yjs's types. */
export type YType = ConstructorParameters<typeof Y.ContentType>[0]
export const type = (made: YType): Content => contentOf(new Y.ContentType(made))
export const deleted = (length: number): Content => contentOf(new Y.ContentDeleted(length))
export const mark = (name: string, on: object): Content => contentOf(new Y.ContentFormat(name, on))
export const embed = (what: object): Content => contentOf(new Y.ContentEmbed(what))
export const binary = (bytes: Uint8Array): Content => contentOf(new Y.ContentBinary(bytes))
export const subdocument = (): Content => contentOf(new Y.ContentDoc(new Y.Doc({ guid: 'elsewhere' })))

export const lengthOf = (struct: RawStruct): number =>
  'gc' in struct ? struct.gc : 'skip' in struct ? struct.skip : struct.content.length

/** A valid update taken apart, so that a piece of it can be changed. */
export const unforge = (update: Uint8Array): RawUpdate => {
  const { structs, ds } = Y.decodeUpdate(update)
  const byClient = Map.groupBy(structs, struct => struct.id.client)
  return {
    blocks: [...byClient].map(([client, all]) => ({ client, clock: all[0]?.id.clock ?? 0, structs: all.map(rawOf) })),
    deletes: [...ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, len }))),
  }
}

const rawOf = (struct: Y.Item | Y.GC | Y.Skip): RawStruct => {
  if (struct instanceof Y.Skip) return { skip: struct.length }
  if (struct instanceof Y.GC) return { gc: struct.length }
  // Of a decoded item the parent is a root's name or an id, whatever the types of Yjs say.
  const parent = (struct.parent ?? undefined) as string | Id | undefined
  return {
    origin: struct.origin ?? undefined,
    rightOrigin: struct.rightOrigin ?? undefined,
    parent,
    key: struct.parentSub ?? undefined,
    content: contentOf(struct.content),
  }
}
