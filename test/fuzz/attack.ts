import { CARD_KINDS, CardId, type Member, newId } from '@jointly/board'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import {
  type Content,
  deleted,
  forge,
  type Id,
  type RawDelete,
  type RawStruct,
  text,
  type,
  value,
  type YType,
} from './forge.ts'
import { anyOf, type Random } from './seeds.ts'

/** Somebody who may write here and means harm: they know all that stands on the board. */
export type Attack = {
  readonly random: Random
  readonly doc: Y.Doc
  readonly who: Member
  /** A client id of the attacker's, and one of somebody else's. */
  readonly mine: number
  readonly theirs: number
  /** An update that the attacker's page really made and has not sent. */
  readonly honest: Uint8Array
}

export const oneOf = <T>({ random }: Attack, list: readonly T[]): T => prng.oneOf(random, list as T[])
export const clockOf = ({ doc }: Attack, client: number) => Y.getState(doc.store, client)
/** The id that the attacker's struct so many places ahead will have. */
export const at = (a: Attack, ahead: number): Id => ({ client: a.mine, clock: clockOf(a, a.mine) + ahead })
export const rangeOf = ({ id, length }: Y.Item): RawDelete => ({ client: id.client, clock: id.clock, len: length })

export const sent = (
  a: Attack,
  { structs, skipped = 0, deletes = [] }: { structs: readonly RawStruct[]; skipped?: number; deletes?: RawDelete[] },
): Uint8Array =>
  forge({
    blocks: structs.length === 0 ? [] : [{ client: a.mine, clock: clockOf(a, a.mine) + skipped, structs }],
    deletes,
  })

/** A whole card as items, with some of its fields replaced, or left out where null. */
export const card = (
  a: Attack,
  fields: Readonly<Record<string, Content | null>>,
  { root = 'cards', id = newId(CardId) as string, holder = new Y.Map() as YType } = {},
): RawStruct[] => {
  const whole: Record<string, Content | null> = {
    ...{ kind: value(oneOf(a, Object.keys(CARD_KINDS))), by: value(a.who.id), side: value(a.who.side) },
    ...{ pos: value({ x: 1, y: 2 }), order: value('a0'), gone: value(true), body: type(new Y.XmlFragment()) },
    ...fields,
  }
  const items = Object.entries(whole).flatMap(([key, content]) =>
    content === null ? [] : [{ parent: at(a, 0), key, content }],
  )
  return [{ parent: root, key: id, content: type(holder) }, ...items]
}

export const strangeTypes = (): YType[] => [
  new Y.Array(),
  new Y.Text(),
  new Y.XmlElement('p'),
  new Y.XmlText(),
  new Y.XmlFragment(),
  new Y.XmlHook('h'),
]

export const badValue = (a: Attack): Content =>
  oneOf(a, [
    value('x y'),
    value(null),
    value(undefined),
    value({}),
    value({ x: 'left', y: 0 }),
    value(false),
    value(''),
    value('a0'.repeat(200)),
    value(1n),
    value(Number.NaN),
    value(true, false),
    deleted(1),
    deleted(2),
  ])

/** A card that stands. */
export const victim = ({ random, doc }: Attack) => {
  const [id, item] = anyOf(random, [...doc.getMap('cards')._map]) as [string, Y.Item] // a session posts cards
  return {
    id,
    item,
    map: item.content instanceof Y.ContentType && item.content.type instanceof Y.Map ? item.content.type : null,
  }
}

/** Writes to a field of a standing card, behind its value or as if there were none. */
export const over = (a: Attack, field: string, content: Content): RawStruct => {
  const { item, map } = victim(a)
  const held = map?._map.get(field)
  return held === undefined || prng.bool(a.random)
    ? { parent: item.id, key: field, content }
    : { origin: held.lastId, content }
}

export const allItems = ({ doc }: Attack): Y.Item[] =>
  [...doc.store.clients.values()].flat().filter(struct => struct instanceof Y.Item)
export const someItem = (a: Attack): Y.Item => oneOf(a, allItems(a))

export const anything = (a: Attack): RawStruct =>
  oneOf<RawStruct>(a, [
    { parent: 'issue', content: type(new Y.XmlText()) },
    { parent: victim(a).item.id, key: 'pos', content: value({ x: 0, y: 0 }) },
    { origin: someItem(a).lastId, content: text('x') },
    { gc: 2 },
  ])
