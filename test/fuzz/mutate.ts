import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import type { Attack } from './attack.ts'
import {
  deleted,
  type Id,
  lengthOf,
  type RawBlock,
  type RawItem,
  type RawStruct,
  type RawUpdate,
  text,
  type,
  value,
} from './forge.ts'

/** One to three pieces of a valid update changed for others that might be there. */
export const mutate = (a: Attack, update: RawUpdate): RawUpdate => {
  let changed = update
  for (let i = prng.int32(a.random, 1, 3); i > 0; i--) {
    const hasStructs = changed.blocks.length > 0 && changed.blocks.every(({ structs }) => structs.length > 0)
    changed = (hasStructs ? prng.oneOf(a.random, CHANGES) : deleteSomething)(a, changed)
  }
  return changed
}

type Change = (a: Attack, update: RawUpdate) => RawUpdate

const inBlock =
  (change: (a: Attack, block: RawBlock) => RawBlock): Change =>
  (a, update) => {
    const chosen = prng.int32(a.random, 0, update.blocks.length - 1)
    return { ...update, blocks: update.blocks.map((block, i) => (i === chosen ? change(a, block) : block)) }
  }

const inItem = (change: (a: Attack, item: RawItem) => RawStruct): Change =>
  inBlock((a, block) => {
    const chosen = prng.int32(a.random, 0, block.structs.length - 1)
    return {
      ...block,
      structs: block.structs.map((struct, i) => (i === chosen && 'content' in struct ? change(a, struct) : struct)),
    }
  })

const someId = (a: Attack): Id => {
  const { clients } = a.doc.store
  const client = prng.oneOf(a.random, [...clients.keys(), a.mine])
  return { client, clock: prng.int32(a.random, 0, Y.getState(a.doc.store, client) + (client === a.mine ? 4 : 0)) }
}

const someName = ({ random, doc }: Attack): string =>
  prng.oneOf(random, [
    ...doc.getMap('cards').keys(),
    ...['by', 'side', 'kind', 'body', 'pos', 'order', 'gone', 'schema', 'cards', 'links', 'meta', 'issue', 'x'],
  ])

const deleteSomething: Change = (a, { blocks, deletes }) => ({
  blocks,
  deletes: [...deletes, { ...someId(a), len: prng.int32(a.random, 0, 5) }],
})

const CHANGES: Change[] = [
  inItem((a, item) => ({ ...item, origin: someId(a) })),
  inItem((a, item) => ({ ...item, rightOrigin: someId(a) })),
  inItem((_, item) => ({ ...item, origin: undefined })),
  inItem((_, item) => ({ ...item, rightOrigin: undefined })),
  inItem((a, item) => ({ ...item, origin: undefined, rightOrigin: undefined, parent: someId(a) })),
  inItem((a, item) => ({ ...item, origin: undefined, rightOrigin: undefined, parent: someName(a) })),
  inItem((a, item) => ({ ...item, key: prng.oneOf(a.random, [undefined, someName(a)]) })),
  inItem((a, item) => ({
    ...item,
    content: prng.oneOf(a.random, [
      value('ana'),
      value('union'),
      text(''),
      text('xyz'),
      deleted(1),
      deleted(0),
      type(new Y.Map()),
      type(new Y.XmlFragment()),
    ]),
  })),
  inItem((_, { content }) => ({ gc: content.length })),
  inBlock((a, block) => ({ ...block, clock: Math.max(0, block.clock + prng.int32(a.random, -3, 2)) })),
  inBlock((a, block) => ({ ...block, client: someId(a).client })),
  inBlock((a, block) => ({
    ...block,
    structs: block.structs.toSpliced(prng.int32(a.random, 0, block.structs.length - 1), 1),
  })),
  inBlock((a, block) => {
    const [one, other] = [prng.oneOf(a.random, [...block.structs]), prng.int32(a.random, 0, block.structs.length)]
    return { ...block, structs: block.structs.toSpliced(other, 0, one) }
  }),
  (a, { blocks, deletes }) => ({ blocks: [...blocks, prng.oneOf(a.random, [...blocks])], deletes }),
  deleteSomething,
  (a, { blocks, deletes }) => {
    const block = prng.oneOf(a.random, [...blocks])
    const end = block.structs.reduce((clock, struct) => clock + lengthOf(struct), block.clock)
    return {
      blocks,
      deletes: [...deletes, { client: block.client, clock: prng.int32(a.random, block.clock, end), len: 1 }],
    }
  },
]

/** The same bytes but for a few bits, cut off somewhere, or with a stretch twice. */
export const flipBits = ({ random, honest }: Attack): Uint8Array => {
  const bytes = Uint8Array.from(honest)
  for (let i = prng.int32(random, 1, 4); i > 0; i--) {
    const place = prng.int32(random, 0, bytes.length - 1)
    bytes[place] = (bytes[place] ?? 0) ^ (1 << prng.int32(random, 0, 7))
  }
  const cut = prng.int32(random, 0, bytes.length)
  return prng.oneOf(random, [
    bytes,
    bytes,
    bytes,
    bytes.subarray(0, cut),
    Uint8Array.from([...bytes, ...bytes.subarray(cut)]),
  ])
}
