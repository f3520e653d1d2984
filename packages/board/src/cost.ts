import * as Y from 'yjs'

/**
 * [D30] Applies an update unless it would keep everybody waiting; false where it was given up, and then the document is half
 * changed and has to be built again.
 *
 * Yjs looks for an item's place among all that was written between the same two neighbours. Honest items meet only what
 * others wrote there at the same time; but 10,000 items made to name the same neighbour, in a frame of 70 kB, look past each
 * other 50 million times (9 s). What an item will meet is known only once those before it have their places, so the steps
 * are counted where they are taken: the patch of Yjs spends `conflictBudget`.
 */
export const applyWithin = (doc: Y.Doc, update: Uint8Array, { origin, steps = MOST_STEPS }: Applying): boolean => {
  const budgeted: Budgeted = doc
  budgeted.conflictBudget = steps
  try {
    Y.applyUpdate(doc, update, origin)
    return true
  } catch (error) {
    if (budgeted.conflictBudget < 0) return false
    throw error
  } finally {
    budgeted.conflictBudget = Number.POSITIVE_INFINITY
  }
}

type Applying = { readonly origin: unknown; readonly steps?: number }
type Budgeted = Y.Doc & { conflictBudget?: number }

/** Some 40 ms. Forty people who each wrote 200 pieces at one caret, none of them seen by another, take a hundred. */
export const MOST_STEPS = 200_000

/**
 * [D31] Where one transaction deletes very much, redundant marks stay. Yjs cleans up around each deleted item by itself, and
 * from each walks over all of the others beside it: an agreement typed from last letter to first and deleted at once would
 * take hours. A mark too many shows nothing.
 */
export const boundCleanUp = (doc: Y.Doc): void => {
  doc.on('afterTransaction', transaction => {
    if (!transaction._needFormattingCleanup) return
    let deleted = 0
    for (const ranges of transaction.deleteSet.clients.values()) for (const { len } of ranges) deleted += len
    if (deleted > MOST_CLEANED) transaction._needFormattingCleanup = false
  })
}

const MOST_CLEANED = 5_000
