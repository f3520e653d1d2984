import { generateKeyBetween } from 'fractional-indexing'

type Ordered = { readonly id: string; readonly order: string }

/** Reading order: by `order`, and by id where two people chose the same place at once. */
export const inReadingOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

const isKey = (order: string): boolean => {
  try {
    generateKeyBetween(order, null)
    return true
  } catch {
    return false
  }
}

/**
 * A key that sorts after `before` and ahead of `after`. Where the two leave no room (equal keys, made at the same time),
 * it sorts right behind `before`. A key that no honest client makes is read as "no neighbour".
 */
export const orderBetween = (before: string | null, after: string | null): string => {
  const low = before !== null && isKey(before) ? before : null
  const high = after !== null && isKey(after) ? after : null
  return generateKeyBetween(low, low !== null && high !== null && low >= high ? null : high)
}
