import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import type { CardId } from './ids.ts'
import { documentOf } from './reading.ts'
import { cardsOf } from './schema.ts'

/** What of an erased card stays: whose it is, where it lies or what it is about, an empty body. All else is content, and goes. */
const KEPT: ReadonlySet<string | null> = new Set([
  ...['kind', 'by', 'side', 'spokenBy', 'about', 'pos', 'size', 'order', 'in', 'gone', 'body'],
])

type Update = { readonly seq: number; readonly bytes: Uint8Array }

/**
 * [D50] The rows of a log that held content of these cards, each without it; a row that held none is not among them.
 *
 * Later rows lean on every item that was ever written: they name their neighbours by id, and each client counts its items
 * without a gap. So no item is taken out; each says its length and no more. What stood in the body or in a field becomes a
 * deleted item in the same place (`gap`), what stood inside of such a block is collected, as Yjs itself does it. The log
 * then replays, up to any row, to what it told before without these words, and every copy counts as before.
 *
 * Which items these are shows only in a document that has collected nothing; it holds every wording that the cards ever had.
 */
export const withoutContent = (log: readonly Update[], cards: ReadonlySet<CardId>): Update[] => {
  const doc = documentOf(
    log.map(({ bytes }) => bytes),
    { gc: false },
  )
  const formOf = formsIn(doc, cards)
  const left = log.flatMap(({ seq, bytes }) => {
    const rewritten = rewrite(bytes, formOf)
    return rewritten === null ? [] : [{ seq, bytes: rewritten }]
  })
  doc.destroy()
  return left
}

/** What becomes of an item; null: it stays as it is. */
type Form = 'gap' | 'collected' | null
type Place = 'cards' | 'card' | 'body' | 'within' | 'elsewhere'

const FORMS: Record<Place, (field: string | null) => Form> = {
  cards: () => null,
  card: field => (KEPT.has(field) ? null : 'gap'),
  body: () => 'gap',
  within: () => 'collected',
  elsewhere: () => null,
}

const formsIn = (doc: Y.Doc, cards: ReadonlySet<string>): ((id: Y.ID) => Form) => {
  const known = new Map<unknown, Place>([[cardsOf(doc), 'cards']])
  const placeOf = (type: Y.AbstractType<unknown>): Place => {
    const place = known.get(type) ?? (type._item === null ? 'elsewhere' : placeWithin(type._item))
    known.set(type, place)
    return place
  }
  const placeWithin = ({ parent, parentSub }: Y.Item): Place => {
    const around = placeOf(parent as Y.AbstractType<unknown>) // in a document every item has found its parent
    if (around === 'cards') return cards.has(parentSub ?? '') ? 'card' : 'elsewhere'
    if (around === 'card') return parentSub === 'body' ? 'body' : 'within'
    return around === 'elsewhere' ? 'elsewhere' : 'within'
  }
  return ({ client, clock }) => {
    const structs = doc.store.clients.get(client) ?? []
    const struct = structs[Y.findIndexSS(structs, clock)]
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return null
    return FORMS[placeOf(struct.parent)](struct.parentSub)
  }
}

const rewrite = (bytes: Uint8Array, formOf: (id: Y.ID) => Form): Uint8Array | null => {
  const { structs, ds } = Y.decodeUpdate(bytes)
  let isTouched = false
  const left = structs.map(struct => {
    const form = struct instanceof Y.Item ? formOf(struct.id) : null
    if (!(struct instanceof Y.Item) || form === null || struct.content instanceof Y.ContentDeleted) return struct
    isTouched = true
    if (form === 'collected') return new Y.GC(struct.id, struct.length)
    const { id, origin, rightOrigin, parent, parentSub, length } = struct
    return new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, new Y.ContentDeleted(length))
  })
  return isTouched ? encode(left, ds) : null
}

type Decoded = ReturnType<typeof Y.decodeUpdate>

/** An update in the form of the wire: the structs of each client in a row, then what is deleted. */
const encode = (structs: readonly (Y.Item | Y.GC | Y.Skip)[], ds: Decoded['ds']): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const write = (n: number) => writeVarUint(encoder.restEncoder, n)
  const clients = Map.groupBy(structs, ({ id }) => id.client)
  write(clients.size)
  for (const [client, own] of clients) {
    write(own.length)
    encoder.writeClient(client)
    write(own[0]?.id.clock ?? 0)
    for (const struct of own) struct.write(encoder, 0)
  }
  write(ds.clients.size)
  for (const [client, ranges] of ds.clients) {
    encoder.resetDsCurVal()
    write(client)
    write(ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}
