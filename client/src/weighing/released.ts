import {
  type BoardView,
  type EarlierRatings,
  earlierRatings,
  type Process,
  type ReleasedRatings,
  releasedRatings,
} from '@jointly/board'

/** What the ratings say, and of which table: worked out once for all the tables and notes that show a part of it. */

const released = new WeakMap<Process['rounds'], ReleasedRatings | null>()
const earlier = new WeakMap<BoardView, { readonly of: ReleasedRatings; readonly ratings: EarlierRatings }>()

export const releasedOf = (rounds: Process['rounds']): ReleasedRatings | null => {
  const known = released.get(rounds)
  const ratings = known === undefined ? releasedRatings(rounds) : known
  if (known === undefined) released.set(rounds, ratings)
  return ratings
}

/** How the table differs from the one that the released ratings were given to; null where none were. */
export const earlierOf = (rounds: Process['rounds'], view: BoardView): EarlierRatings | null => {
  const of = releasedOf(rounds)
  if (of === null) return null
  const known = earlier.get(view)
  if (known?.of === of) return known.ratings
  const ratings = earlierRatings(of, view)
  earlier.set(view, { of, ratings })
  return ratings
}
