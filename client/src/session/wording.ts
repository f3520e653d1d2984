import type { CardId, JointText } from '@jointly/board'
import { createStore, type Readable } from './store.ts'

/**
 * What this person is wording now. `at` tells apart two places that show the same card (its owner's column and the
 * mutual one): an editor stands in one of them.
 */
export type Wording = { readonly id: CardId | JointText; readonly at: string }

/** The one card or text being worded, and what the others are told of it. */
export const wordingStore = (): Readable<Wording | null> & {
  start: (wording: Wording) => void
  stop: () => void
  compose: (kind: string | null) => void
  onSay: (say: (writing: string | null) => void) => () => void
} => {
  const store = createStore<Wording | null>(null, (a, b) => a?.id === b?.id && a?.at === b?.at)
  const said = createStore<string | null>(null)
  return {
    get: store.get,
    subscribe: store.subscribe,
    start: wording => {
      store.set(wording)
      said.set(wording.id)
    },
    stop: () => {
      store.set(null)
      said.set(null)
    },
    compose: kind => {
      if (store.get() === null) said.set(kind === null ? null : `composer:${kind}`)
    },
    onSay: say => said.subscribe(() => say(said.get())),
  }
}
