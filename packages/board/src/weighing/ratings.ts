import { z } from 'zod'
import type { CardId, SideId } from '../ids.ts'
import { tableOf } from './table.ts'

export type OptionId = CardId
export type CriterionId = CardId

/** The everyday form of a rating, and the points (0..100) that each word stands for; null is no answer. */
export const WORDS = {
  meets: 100,
  partly: 50,
  not: 0,
  'cannot-judge': null,
} as const satisfies Record<string, number | null>
export type Word = keyof typeof WORDS
export const Word = z.enum(Object.keys(WORDS) as [Word, ...Word[]])

/** What a member says of one option by one criterion: a word, or points from 0 (not met) to 100 (fully met). */
export const Rating = z.union([Word, z.number().min(0).max(100)])
export type Rating = z.infer<typeof Rating>

/** [Q1] A rating in points, 0..100. Null, never zero, for what was not rated or cannot be judged. */
export const pointsOf = (rating: Rating | undefined): number | null =>
  rating === undefined ? null : typeof rating === 'number' ? rating : WORDS[rating]

/** One member's answer of a rating round, without the member. */
export type RatingAnswer = {
  readonly side: SideId
  readonly ratings: Readonly<Record<OptionId, Readonly<Record<CriterionId, Rating>>>>
}

/**
 * What one side says of one option by one criterion. `n` of its members rated it; `missing` answered the round and left
 * it out or cannot judge. `mean` is in points; `spread` is the standard deviation of these n ratings in points (divided
 * by n, since they are the whole side and not a sample of one): 0 when they agree or when one person answered, at most
 * 50. Both are null when n is 0.
 */
export type Cell = {
  readonly mean: number | null
  readonly spread: number | null
  readonly n: number
  readonly missing: number
}

/** The cell of these members' points; null stands for a member who did not rate it. */
export const cellOf = (points: readonly (number | null)[]): Cell => {
  const rated = points.filter(point => point !== null)
  const n = rated.length
  const missing = points.length - n
  if (n === 0) return { mean: null, spread: null, n, missing }
  const mean = rated.reduce((sum, point) => sum + point, 0) / n
  const variance = rated.reduce((sum, point) => sum + (point - mean) ** 2, 0) / n
  return { mean, spread: Math.sqrt(variance), n, missing }
}

/** Option, criterion, side: the cells of a round, in the shape of the report. */
export type Ratings<One = Cell> = Readonly<
  Record<OptionId, Readonly<Record<CriterionId, Readonly<Record<SideId, One>>>>>
>

/**
 * [Q2] The cells of a round: each side's mean is over its own members alone. Answers about options, criteria or sides
 * that are not asked for are left aside.
 */
export const ratingsBySide = ({
  options,
  criteria,
  sides,
  answers,
}: {
  options: readonly OptionId[]
  criteria: readonly CriterionId[]
  sides: readonly SideId[]
  answers: readonly RatingAnswer[]
}): Ratings => {
  const answersOf = tableOf(sides, side => answers.filter(answer => answer.side === side))
  const cell = (option: OptionId, criterion: CriterionId, side: SideId) =>
    cellOf((answersOf[side] ?? []).map(({ ratings }) => pointsOf(ratings[option]?.[criterion])))
  return tableOf(options, option =>
    tableOf(criteria, criterion => tableOf(sides, side => cell(option, criterion, side))),
  )
}

/** What one side gives one option, by criterion: its means in points, null where it has none. */
export type Row = Readonly<Record<CriterionId, number | null>>

/** A side's rows, by option. */
export type Rows = Readonly<Record<OptionId, Row>>

/** The means of one side. A hidden cell (`disclosure.ts`) has none. */
export const rowsOf = ({
  options,
  criteria,
  side,
  ratings,
}: {
  options: readonly OptionId[]
  criteria: readonly CriterionId[]
  side: SideId
  ratings: Ratings<{ readonly mean: number | null }>
}): Rows =>
  tableOf(options, option => tableOf(criteria, criterion => ratings[option]?.[criterion]?.[side]?.mean ?? null))
