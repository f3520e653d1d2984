import type { Document } from '@jointly/board'

/** Where words wait that are not on the server: drafts, and what the server did not take. */
export type WordStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const held = new Map<string, string>()
const inMemory: WordStore = {
  getItem: key => held.get(key) ?? null,
  setItem: (key, value) => void held.set(key, value),
  removeItem: key => void held.delete(key),
}

/** Of the table in this tab's storage, so that they outlive a reload; of a caucus nowhere but in this page. */
export const wordStoreOf = ({ kind }: Pick<Document, 'kind'>): WordStore =>
  kind === 'joint' ? sessionStorage : inMemory

/** After signing out. */
export const forgetHeldWords = (): void => held.clear()
