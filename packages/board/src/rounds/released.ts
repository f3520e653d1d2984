import type { CardId, RoundId, SideId } from '../ids.ts'
import type { Ratings } from '../weighing/ratings.ts'
import { releasedOf } from './result.ts'
import type { NamedAnswer } from './results.ts'
import type { Round, RoundScale } from './round.ts'
import { isShown, type ShownCell } from './tally.ts'

/** What all released rounds together say: the cards in the order in which they were first asked about. */
export type ReleasedRatings = {
  readonly options: readonly CardId[]
  readonly criteria: readonly CardId[]
  readonly ratings: Ratings<ShownCell>
  /** The round that each of these cells comes from. */
  readonly roundOf: (option: CardId, criterion: CardId, side: SideId) => Round | undefined
  /** What each of these cells was answered in: 50 points are no "partly". */
  readonly scaleOf: (option: CardId, criterion: CardId, side: SideId) => RoundScale
  /** The rounds that were released, the last one last. */
  readonly rounds: readonly Round[]
  /** Who answered what in the last round that asked and shows it. */
  readonly people: readonly (NamedAnswer & { readonly round: RoundId })[]
}

/**
 * [N7] Of every cell and side the latest result that is shown: a part that was asked again takes the place of the earlier
 * answer, and where it may not be shown beside it the earlier one stands ([Q18]). Null before the first release.
 */
export const releasedRatings = (rounds: ReadonlyMap<RoundId, Round>): ReleasedRatings | null => {
  const released = releasedOf(rounds, 'rating')
  if (released.length === 0) return null
  const options = new Set<CardId>()
  const criteria = new Set<CardId>()
  const ratings: Record<CardId, Record<CardId, Record<SideId, ShownCell>>> = {}
  const people: ReleasedRatings['people'][number][] = []
  const roundsOf = new Map<string, Round>()
  for (const { round, result } of released) {
    const { id, subject } = round
    for (const option of subject.options) options.add(option.id)
    for (const criterion of subject.criteria) criteria.add(criterion.id)
    for (const { id: option } of subject.options)
      for (const { id: criterion } of subject.criteria) {
        const before = ratings[option]?.[criterion] ?? {}
        const cells = Object.entries(result.ratings[option]?.[criterion] ?? {}) as [SideId, ShownCell][]
        const shown = cells.filter(([side, cell]) => isShown(cell) || !isShown(before[side]))
        for (const [side] of shown) roundsOf.set(`${option} ${criterion} ${side}`, round)
        ratings[option] = { ...ratings[option], [criterion]: { ...before, ...Object.fromEntries(shown) } }
      }
    people.push(...(result.people ?? []).map(answer => ({ ...answer, round: id })))
  }
  const roundOf: ReleasedRatings['roundOf'] = (option, criterion, side) =>
    roundsOf.get(`${option} ${criterion} ${side}`)
  /** What somebody said of a cell that has been answered anew since stands there no more. */
  const standing = ({ ratings: said, ...person }: (typeof people)[number]) => {
    const cells = Object.entries(said).flatMap(([option, row]) => {
      const left = Object.entries(row).filter(
        ([criterion]) => roundOf(option as CardId, criterion as CardId, person.side)?.id === person.round,
      )
      return left.length > 0 ? [[option, Object.fromEntries(left)]] : []
    })
    return cells.length > 0 ? [{ ...person, ratings: Object.fromEntries(cells) }] : []
  }
  return {
    ...{ options: [...options], criteria: [...criteria], ratings, people: people.flatMap(standing) },
    roundOf,
    scaleOf: (option, criterion, side) => roundOf(option, criterion, side)?.scale ?? 'words',
    rounds: released.map(({ round }) => round),
  }
}
