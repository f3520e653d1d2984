import { type Author, type CardId, type CardKind, postCard } from '@jointly/board'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Updates that no honest Yjs makes: structs put together by hand. */

export type Spot = readonly [client: number, clock: number]
type Range = readonly [client: number, clock: number, length: number]

/** One item. Without neighbours it needs a parent: a root's name, or the id of the item that holds it. */
export const item = (
  id: Spot,
  content: Y.ContentAny | Y.ContentString | Y.ContentType | Y.ContentDeleted,
  where: { origin?: Spot; right?: Spot; parent?: string | Spot; key?: string } = {},
): Y.Item => {
  const { origin, right, parent, key } = where
  const made = new Y.Item(at(id), null, spot(origin), null, spot(right), null, key ?? null, content)
  // The declared type knows only what an integrated item has; a decoded one names its parent by root or by id.
  made.parent = (typeof parent === 'string' ? parent : spot(parent)) as never
  return made
}

const at = ([client, clock]: Spot): Y.ID => Y.createID(client, clock)
const spot = (id: Spot | undefined): Y.ID | null => (id === undefined ? null : at(id))

export const value = (...values: unknown[]) => new Y.ContentAny(values)
const map = () => new Y.ContentType(new Y.Map() as never)
export const fragment = () => new Y.ContentType(new Y.XmlFragment() as never)
export const element = (name = 'paragraph') => new Y.ContentType(new Y.XmlElement(name) as never)

/** The update that holds these structs, each client's in the order given, and deletes these ranges. */
export const craft = (structs: readonly (Y.Item | Y.GC | Y.Skip)[], deletes: readonly Range[] = []): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  const clients = Map.groupBy(structs, ({ id }) => id.client)
  encoding.writeVarUint(rest, clients.size)
  for (const [client, own] of clients) {
    encoding.writeVarUint(rest, own.length)
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, own[0]?.id.clock ?? 0)
    for (const struct of own) struct.write(encoder, 0)
  }
  const deleted = Map.groupBy(deletes, ([client]) => client)
  encoding.writeVarUint(rest, deleted.size)
  for (const [client, ranges] of deleted) {
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, ranges.length)
    for (const [, clock, length] of ranges) {
      encoding.writeVarUint(rest, clock)
      encoding.writeVarUint(rest, length)
    }
  }
  return encoder.toUint8Array()
}

/** The items of a whole new entry, as `fields` says, in one root; the first one is the entry itself, at clock 0. */
export const entry = (
  client: number,
  { root = 'cards', id, fields }: { root?: string; id: string; fields: readonly (readonly [string, unknown])[] },
): Y.Item[] => [
  item([client, 0], map(), { parent: root, key: id }),
  ...fields.map(([name, field], i) =>
    item([client, i + 1], name === 'body' ? fragment() : value(field), { parent: [client, 0], key: name }),
  ),
]

/** The fields of a card as an honest client writes them. */
export const cardFields = ({ by, side }: Author, kind: CardKind = 'interest') =>
  [
    ['kind', kind],
    ['by', by],
    ['side', side],
    ['pos', { x: 0, y: 0 }],
    ['order', 'a0'],
    ['body', null],
  ] as const

/** A document of one client with one card in it, as an honest page would have it. */
export const docWithCard = ({
  by,
  side,
  kind = 'interest',
  text = 'Substitutes who know the school',
  client,
}: Author & { kind?: CardKind; text?: string; client?: number }): { doc: Y.Doc; card: CardId; update: Uint8Array } => {
  const doc = new Y.Doc()
  if (client !== undefined) doc.clientID = client
  const card = postCard(doc, { by, side, kind, text })
  return { doc, card, update: Y.encodeStateAsUpdate(doc) }
}
