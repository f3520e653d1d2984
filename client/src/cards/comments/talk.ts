import type { Passage, Topic } from '@jointly/board'
import { createStore } from '../../session/store.ts'

/** What one reads and writes comments on: a card, a joint text, or some words of one. */
export type Talk = { readonly about: Topic; readonly passage?: Passage | undefined }

/** The talk that stands open beside the board; one at a time, and of this screen alone. */
export const talk = createStore<Talk | null>(null)
