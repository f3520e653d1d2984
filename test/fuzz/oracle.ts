import { type MemberId, OPEN_FIELDS, OPEN_MARK_FIELDS, ROOTS, type SideId, watchBoard } from '@jointly/board'
import * as Y from 'yjs'

/**
 * What may never come about, seen by looking at a document before and after: nothing here asks the gate, its tables of
 * places or its decoder. Whatever the update claimed, this is what the people at the board would be looking at.
 */
export type Seen = {
  readonly roots: readonly string[]
  readonly entries: ReadonlyMap<string, Entry>
  readonly meta: string
  /** What stands where the schema has no place: items of a list in a map, keys on a text. */
  readonly misplaced: readonly string[]
  readonly clocks: ReadonlyMap<number, number>
  readonly parked: boolean
  /** Cards, links and marks as a screen reads them; null where reading throws. */
  readonly readable: ReadonlySet<string> | null
}

/** A card or a link: which item it is, and each fixed field with the item that holds it. */
type Entry = {
  readonly item: string
  readonly fixed: string
  readonly by: unknown
  readonly side: unknown
  readonly flaws: readonly string[]
}

export const look = (doc: Y.Doc): Seen => ({
  roots: [...doc.share].filter(([, root]) => root._start !== null || root._map.size > 0).map(([name]) => name),
  entries: new Map(ENTRY_ROOTS.flatMap(root => entriesOf(doc, root))),
  meta: JSON.stringify(doc.getMap('meta').toJSON()),
  misplaced: misplacedIn(doc),
  clocks: Y.decodeStateVector(Y.encodeStateVector(doc)),
  parked: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
  readable: readableIn(doc),
})

/** What of the second look this person may not have done to the first; empty when all is well. */
export const forbidden = (before: Seen, after: Seen, who: Someone): string[] => [
  ...after.roots.filter(root => !(ROOTS as readonly string[]).includes(root)).map(root => `root ${root}`),
  ...(before.meta === after.meta ? [] : [`meta ${after.meta}`]),
  ...after.misplaced.map(place => `misplaced ${place}`),
  ...(after.parked ? ['parked'] : []),
  ...[...after.clocks]
    .filter(([client, clock]) => clock !== (before.clocks.get(client) ?? 0) && !who.mayUse(client))
    .map(([client]) => `wrote as client ${client}`),
  ...[...before.entries].flatMap(([name, entry]) => changedIn(name, entry, after)),
  ...[...after.entries].flatMap(([name, entry]) =>
    before.entries.has(name) ? entry.flaws.map(flaw => `${name} ${flaw}`) : bornWrong(name, entry, after, who),
  ),
]

type Someone = { readonly id: MemberId; readonly side: SideId | null; readonly mayUse: (client: number) => boolean }

const ENTRY_ROOTS = ['cards', 'links', 'marks'] as const
/** Whatever is not open stays as it was written. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  cards: OPEN_FIELDS,
  links: ['gone'],
  marks: Object.keys(OPEN_MARK_FIELDS),
}

const changedIn = (name: string, entry: Entry, after: Seen): string[] => {
  const now = after.entries.get(name)
  if (now === undefined) return [`${name} is gone`]
  if (now.item !== entry.item) return [`${name} is another`]
  if (now.fixed !== entry.fixed) return [`${name}: ${entry.fixed} -> ${now.fixed}`]
  return after.readable?.has(name) ? [] : [`${name} cannot be read`]
}

const bornWrong = (name: string, entry: Entry, after: Seen, who: Someone): string[] => [
  ...(entry.by === who.id && entry.side === who.side ? [] : [`${name} is by ${entry.by} of ${entry.side}`]),
  ...entry.flaws.map(flaw => `${name} ${flaw}`),
  ...(after.readable?.has(name) ? [] : [`${name} cannot be read`]),
]

const entriesOf = (doc: Y.Doc, root: (typeof ENTRY_ROOTS)[number]): [string, Entry][] =>
  [...doc.getMap(root)._map].flatMap(([id, item]): [string, Entry][] => {
    const name = `${root}/${id}`
    const map = item.content instanceof Y.ContentType ? item.content.type : null
    if (item.deleted) return []
    if (!(map instanceof Y.Map) || map.constructor !== Y.Map)
      return [[name, { item: idOf(item), fixed: '', by: null, side: null, flaws: ['is no map'] }]]
    const fields = [...map._map].filter(([, { deleted }]) => !deleted)
    const fixed = fields
      .filter(([field]) => !OPEN[root]?.includes(field))
      .map(([field, held]) => `${field}=${idOf(held)}`)
    return [
      [
        name,
        {
          ...{ item: idOf(item), fixed: fixed.sort().join(' '), by: map.get('by'), side: map.get('side') },
          flaws: [...fields.flatMap(([field, held]) => flawsOf(root, field, held)), ...flawsOfComment(map)],
        },
      ],
    ]
  })

const flawsOf = (root: string, field: string, { content }: Y.Item): string[] => {
  if (content instanceof Y.ContentAny)
    return content.arr.length === 1 ? [] : [`${field} has ${content.arr.length} values`]
  const isBody = root === 'cards' && field === 'body'
  const ok = isBody && content instanceof Y.ContentType && content.type.constructor === Y.XmlFragment
  return ok ? [] : [`${field} is a ${content.constructor.name}`]
}

/** What is said about something is a note or a question; a card has no words to point at. */
const flawsOfComment = (map: Y.Map<unknown>): string[] => {
  const [kind, about, passage] = ['kind', 'about', 'passage'].map(field => map.get(field))
  return [
    ...(about === undefined || kind === 'note' || kind === 'question' ? [] : [`is a ${kind} about something`]),
    ...(passage === undefined || about === 'issue' || about === 'agreement' ? [] : ['points at words of no text']),
  ]
}

const idOf = ({ id }: Y.Item) => `${id.client}:${id.clock}`

const misplacedIn = (doc: Y.Doc): string[] => [
  ...[...ENTRY_ROOTS, 'meta'].filter(root => doc.getMap(root)._start !== null),
  ...['issue', 'agreement'].filter(root => doc.getXmlFragment(root)._map.size > 0),
  ...ENTRY_ROOTS.flatMap(root =>
    [...doc.getMap(root)].flatMap(([id, map]) =>
      map instanceof Y.Map && map._start !== null ? [`${root}/${id}`] : [],
    ),
  ),
]

const readableIn = (doc: Y.Doc): Seen['readable'] => {
  const watch = watchBoard(doc)
  try {
    const { cards, comments, links, marks } = watch.view()
    const gone = (root: string) =>
      [...doc.getMap<Y.Map<unknown>>(root)].flatMap(([id, map]) =>
        map instanceof Y.Map && map.get('gone') === true ? [id] : [],
      )
    return new Set([
      ...[...cards, ...comments].map(({ id }) => `cards/${id}`),
      ...[...links.map(({ id }) => id as string), ...gone('links')].map(id => `links/${id}`),
      ...[...marks.map(({ id }) => id as string), ...gone('marks')].map(id => `marks/${id}`),
    ])
  } catch {
    // What no screen can read is what the caller asks about.
    return null
  } finally {
    watch.stop()
  }
}

/**
 * Items that do not stand between their origin and their right origin, by numbering every list from left to right. Two
 * copies that hold such an item come to differ, sooner or later and for ever.
 */
export const crossedIn = ({ store }: Y.Doc): string[] => {
  const items = [...store.clients.values()].flat().filter(struct => struct instanceof Y.Item)
  const places = new Map<Y.Item, { first: Y.Item; at: number }>()
  for (const first of items)
    if (first.left === null)
      for (let item: Y.Item | null = first, at = 0; item !== null; item = item.right)
        places.set(item, { first, at: at++ })
  const isLeft = (a: Y.Item | Y.GC, b: Y.Item | Y.GC) => {
    if (!(a instanceof Y.Item && b instanceof Y.Item)) return true // collected: it has no place any more
    const [left, right] = [places.get(a), places.get(b)]
    return left !== undefined && left.first === right?.first && left.at < right.at
  }
  const held = (id: Y.ID) => Y.getItem(store, id)
  return items
    .filter(item => {
      const { origin, rightOrigin } = item
      return (
        (origin !== null && !isLeft(held(origin), item)) || (rightOrigin !== null && !isLeft(item, held(rightOrigin)))
      )
    })
    .map(idOf)
}
