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
 * It walks outward from the item and stops at the origin: a step or two for typing. Comparing positions in the list
 * instead would cost every keystroke the length of its text.
 */
export const crossedOrigin = (items: Iterable<Y.Item>): Y.Item | null => {
  for (const item of items) if (!reachesOrigin(item) || !reachesRightOrigin(item)) return item
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

// No origin means the start of the list and no right origin its end, so nothing can be beyond them. Entries of a map
// are a list per key, linked the same way, and an origin under another key or parent is never met. Collected items
// keep their links; what has no place any more is a GC, and only whole lists at once become that.
const reachesOrigin = ({ origin, left }: Y.Item): boolean => {
  if (origin === null) return true
  for (let item = left; item !== null; item = item.left) if (holds(item, origin)) return true
  return false
}

const reachesRightOrigin = ({ rightOrigin, right }: Y.Item): boolean => {
  if (rightOrigin === null) return true
  for (let item = right; item !== null; item = item.right) if (holds(item, rightOrigin)) return true
  return false
}

/** A range, because the origin of an item can lie in the middle of a run that was merged since. */
const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID): boolean =>
  id.client === client && id.clock <= clock && clock < id.clock + length
