import * as prng from 'lib0/prng'
import minneapolis from '../cases/minneapolis.json' with { type: 'json' }
import { CardId, SideId } from '../ids.ts'
import { MANAGEMENT, UNION } from '../testing.ts'
import { type CriterionId, type OptionId, type Rating, type RatingAnswer, type Rows, ratingsBySide } from './ratings.ts'
import { tableOf } from './table.ts'
import { type Values, valuesOf } from './value.ts'
import { normalised, sideWeights, type Weights } from './weights.ts'

/** Builders for the tests of weighing: each names only what matters to the test that calls it. */

export const id = (word: string): CardId => CardId.parse(word)
export const ids = (words: string): readonly CardId[] => words.split(' ').filter(Boolean).map(id)
export const PARENTS = SideId.parse('parents')

/** One number per criterion (or option), in their order. */
export const along = <T>(keys: readonly CardId[], entries: readonly T[]): Readonly<Record<CardId, T>> =>
  // A test gives as many entries as keys.
  tableOf(keys, key => entries[keys.indexOf(key)] as T)

/** A side's rows: `{ O1: [20, 90] }` by criteria in their order. */
export const rowsFrom = (
  criteria: readonly CriterionId[],
  table: Readonly<Record<string, readonly (number | null)[]>>,
): Rows => tableOf(ids(Object.keys(table).join(' ')), option => along(criteria, table[option] ?? []))

/** Values from complete data: `{ O1: [54, 37] }` by sides in their order. */
export const valuesFrom = (
  sides: readonly SideId[],
  table: Readonly<Record<string, readonly (number | null)[]>>,
): Values =>
  tableOf(ids(Object.keys(table).join(' ')), option =>
    tableOf(sides, side => {
      const value = table[option]?.[sides.indexOf(side)] ?? null
      return value === null ? { value, missing: 1, low: 0, high: 100 } : { value, missing: 0, low: value, high: value }
    }),
  )

/** A member's answer: `{ O1: [20, 'cannot-judge'] }` by criteria in their order. */
export const answer = (
  side: SideId,
  criteria: readonly CriterionId[],
  table: Readonly<Record<string, readonly Rating[]>>,
): RatingAnswer => ({
  side,
  ratings: tableOf(ids(Object.keys(table).join(' ')), option => along(criteria, table[option] ?? [])),
})

export const deciding = (...sides: readonly SideId[]) => sides.map(side => ({ id: side, decides: true }))

/** Everything that is weighed on one board, and what follows from it. */
export type Weighed = {
  readonly options: readonly OptionId[]
  readonly criteria: readonly CriterionId[]
  readonly sides: readonly SideId[]
  readonly answers: readonly RatingAnswer[]
  readonly weights: Readonly<Record<SideId, Weights | null>>
}

const weighed = (board: Weighed) => {
  const ratings = ratingsBySide(board)
  return { ...board, ratings, values: valuesOf({ ...board, ratings }) }
}

/** The Minneapolis case, its ratings and points as the answer of one member a side. */
export const minneapolisBoard = (() => {
  const points: Readonly<Record<string, Readonly<Record<string, number>>>> = minneapolis.weighing.points
  const ratings: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = minneapolis.weighing.ratings
  const options = ids('O1 O2 O3 O4 O5')
  const criteria = ids('C1 C2 C3 C4 C5')
  const sides = [UNION, MANAGEMENT]
  const answers = sides.map(side =>
    answer(
      side,
      criteria,
      tableOf(options, option => ratings[option]?.[side] ?? []),
    ),
  )
  const weights = tableOf(sides, side => normalised({ criteria, points: points[side] ?? {} }))
  return weighed({ options, criteria, sides, answers, weights })
})()

/** Runs a property over these many seeds; a failure names the seed that makes it happen again. */
export const forSeeds = (count: number, property: (random: prng.PRNG) => void): void => {
  for (let seed = 1; seed <= count; seed++)
    try {
      property(prng.create(seed))
    } catch (cause) {
      throw new Error(`seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    }
}

const times = <T>(n: number, make: (i: number) => T): readonly T[] => Array.from({ length: n }, (_, i) => make(i))

/**
 * A board of 1-3 sides, 0-6 options, 1-5 criteria, 0-4 members a side. Ratings are tens, so that ties are common;
 * `missing` is the chance that a member leaves a cell out.
 */
export const randomBoard = (random: prng.PRNG, { missing = 0.1 }: { missing?: number } = {}) => {
  const whole = (low: number, high: number) => prng.uint32(random, low, high)
  const options = times(whole(0, 6), i => id(`O${i}`))
  const criteria = times(whole(1, 5), i => id(`C${i}`))
  const sides = [UNION, MANAGEMENT, PARENTS].slice(0, whole(1, 3))
  const rating = (): Rating => (prng.real53(random) < missing ? 'cannot-judge' : 10 * whole(0, 10))
  const answers = sides.flatMap(side =>
    times(whole(missing === 0 ? 1 : 0, 4), () => ({
      side,
      ratings: tableOf(options, () => tableOf(criteria, rating)),
    })),
  )
  const member = () => normalised({ criteria, points: tableOf(criteria, () => whole(0, 100)) })
  const weights = tableOf(sides, () => sideWeights({ criteria, members: times(whole(1, 3), member) }).weights)
  return weighed({ options, criteria, sides, answers, weights })
}

/** The items in a random order. */
export const shuffled = <T>(random: prng.PRNG, items: readonly T[]): readonly T[] =>
  items
    .map(item => ({ item, at: prng.real53(random) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
