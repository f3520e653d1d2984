import * as Y from 'yjs'

/**
 * The first item that does not stand between its origin and its right origin, or null if all do.
 *
 * Yjs converges only as long as every item was inserted between two neighbours that stand in that order. It does not
 * check: an item whose right origin is to the left of its origin ("crossed", as stock `redoItem` makes them: yjs#794,
 * #699) is integrated without a word, at a place that depends on how its update was batched and on what had been
 * collected by then. From there on two screens differ with equal state vectors, and no resync repairs it. So the server
 * asks this of the new items of every update, after applying and before the commit.
 *
 * Items of one list never change places, so one look at each new item is enough, and it may be taken in
 * `afterTransaction` or after the transaction, when Yjs has merged what it could.
 *
 * It walks outward from the item and stops at the origin: a step or two, and under half a microsecond, for typing. But
 * an update can be made so that every origin is far (50,000 letters, each typed in front of the last: 9 seconds), so
 * after `WALK_STEPS` each list is numbered once and places are compared by number.
 */
export const crossedOrigin = (items: Iterable<Y.Item>): Y.Item | null => {
  const search: Search = { steps: 0, places: new Map() }
  for (const item of items) if (!reachesOrigin(item, search) || !reachesRightOrigin(item, search)) return item
  return null
}

/**
 * The items that a transaction added, from `afterTransaction` on. The first of a client may begin earlier (Yjs merges
 * what is typed into the run before it); what was collected in the transaction itself has no place in a list and is
 * left out.
 */
export const newItems = ({ doc, beforeState, afterState }: Y.Transaction): Y.Item[] => {
  const items: Y.Item[] = []
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    const structs = doc.store.clients.get(client)
    if (structs === undefined || start >= end) continue
    for (let i = Y.findIndexSS(structs, start); i < structs.length; i++) {
      const struct = structs[i] as Y.Item | Y.GC // i < length
      if (struct.id.clock >= end) break
      if (struct instanceof Y.Item) items.push(struct)
    }
  }
  return items
}

/** About what numbering a long list costs. */
const WALK_STEPS = 200_000

type Search = { steps: number; readonly places: Map<Y.Item, number> }

// No origin means the start of the list and no right origin its end, so nothing can be beyond them. Entries of a map
// are a list per key, linked the same way, and an origin under another key or parent is never met. Collected items
// keep their links; what has no place any more is a GC, and only whole lists at once become that.
const reachesOrigin = (item: Y.Item, search: Search): boolean => {
  if (item.origin === null) return true
  for (let at = item.left; at !== null; at = at.left) {
    if (holds(at, item.origin)) return true
    if (++search.steps > WALK_STEPS) return inOrder({ left: item.origin, right: item.id, item }, search)
  }
  return false
}

const reachesRightOrigin = (item: Y.Item, search: Search): boolean => {
  if (item.rightOrigin === null) return true
  for (let at = item.right; at !== null; at = at.right) {
    if (holds(at, item.rightOrigin)) return true
    if (++search.steps > WALK_STEPS) return inOrder({ left: item.id, right: item.rightOrigin, item }, search)
  }
  return false
}

/** A range, because the origin of an item can lie in the middle of a run that was merged since. */
const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID): boolean =>
  id.client === client && id.clock <= clock && clock < id.clock + length

const inOrder = (ids: { left: Y.ID; right: Y.ID; item: Y.Item }, { places }: Search): boolean => {
  const { store } = (ids.item.parent as Y.AbstractType<unknown>).doc as Y.Doc // both are set when an item is integrated
  const left: Y.Item | Y.GC = Y.getItem(store, ids.left)
  const right: Y.Item | Y.GC = Y.getItem(store, ids.right)
  if (!(left instanceof Y.Item && right instanceof Y.Item)) return true // the whole list was collected since
  if (left.parent !== right.parent || left.parentSub !== right.parentSub) return false
  if (!places.has(left)) numberList(left, places)
  return (places.get(left) ?? 0) < (places.get(right) ?? 0)
}

const numberList = (item: Y.Item, places: Map<Y.Item, number>) => {
  let first = item
  while (first.left !== null) first = first.left
  for (let at: Y.Item | null = first, place = 0; at !== null; at = at.right) places.set(at, place++)
}
