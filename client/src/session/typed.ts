import { type Swallowed, swallowedBy } from '@jointly/board'
import * as Y from 'yjs'
import { placeOfItem } from './touched.ts'

/** Whoever took a paragraph away can have read what was typed before that. */
const READ_MS = 10_000

/**
 * Tells of own words that another's restructuring took: somebody turns a paragraph into a list while one types in it, and
 * what they had not read yet is deleted with it. `saved`: everything typed until now is committed.
 */
export const watchTyped = (doc: Y.Doc, onSwallowed: (swallowed: readonly Swallowed[]) => void) => {
  let savedUpTo = 0
  let typed: readonly { readonly from: number; readonly at: number }[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const { local, beforeState, deleteSet } = transaction
    typed = typed.filter(({ at }) => at > Date.now() - READ_MS)
    if (local) typed = [...typed, { from: beforeState.get(doc.clientID) ?? 0, at: Date.now() }]
    else if (deleteSet.clients.has(doc.clientID)) {
      const youngFrom = Math.min(savedUpTo, typed[0]?.from ?? savedUpTo)
      const swallowed = swallowedBy(transaction, {
        isYoung: clock => clock >= youngFrom,
        placeOf: item => placeOfItem(doc, item),
      })
      if (swallowed.length > 0) onSwallowed(swallowed)
    }
  })
  return {
    saved: () => {
      savedUpTo = Y.getState(doc.store, doc.clientID)
    },
  }
}
