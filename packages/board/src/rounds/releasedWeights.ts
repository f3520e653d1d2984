import type { CardId, RoundId, SideId } from '../ids.ts'
import { type BoardView, cardOnTable } from '../view.ts'
import { type CriterionId, type OptionId, rowsOf } from '../weighing/ratings.ts'
import { type Ranges, rangesOf, type StaleRange, staleRanges } from '../weighing/swing.ts'
import { tableOf } from '../weighing/table.ts'
import type { Weights } from '../weighing/weights.ts'
import { releasedRatings } from './released.ts'
import { releasedOf } from './result.ts'
import { idsOf, type Round } from './round.ts'
import { changesSince } from './subject.ts'
import { isShown } from './tally.ts'

type Rounds = ReadonlyMap<RoundId, Round>

/** A side's weights as they were last released, and the round that asked for them. */
export type ReleasedWeights = {
  readonly round: Round
  /** Sum 1 over the criteria of that round. */
  readonly weights: Weights
  /** How far its members' weights lie apart, by criterion; null where the side did not release it. */
  readonly spread: Weights | null
  readonly n: number
}

/**
 * [N11] Of every side the weights that were released last and are shown, however they were asked for; where the answers of
 * a later round may not be shown, the earlier ones stand. Null for a side without any.
 */
export const releasedWeights = (
  rounds: Rounds,
  sides: readonly SideId[],
): Readonly<Record<SideId, ReleasedWeights | null>> => {
  const released = [...releasedOf(rounds, 'weights'), ...releasedOf(rounds, 'ranks')].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  )
  const weightsIn = ({ round, result }: (typeof released)[number], side: SideId): readonly ReleasedWeights[] => {
    const { criteria } = idsOf(round.subject)
    const cells = criteria.flatMap(criterion => {
      const cell = result.weights[criterion]?.[side]
      return isShown(cell) && cell.mean !== null ? [{ mean: cell.mean, spread: cell.spread, n: cell.n }] : []
    })
    if (cells.length === 0 || cells.length < criteria.length) return []
    const at = (criterion: CriterionId) => cells[criteria.indexOf(criterion)]
    const spread = cells.some(cell => cell.spread === null)
      ? null
      : tableOf(criteria, criterion => at(criterion)?.spread ?? 0)
    return [{ round, weights: tableOf(criteria, one => at(one)?.mean ?? 0), spread, n: cells[0]?.n ?? 0 }]
  }
  return tableOf(sides, side => released.flatMap(one => weightsIn(one, side)).at(-1) ?? null)
}

/** How the table differs from the one that a side's weights were given to. All empty: the weights stand. */
export type StaleWeights = {
  readonly reworded: readonly CriterionId[]
  readonly gone: readonly CriterionId[]
  /** On the table now, and not asked about then: it weighs nothing yet. */
  readonly unweighed: readonly CriterionId[]
  /** What lies between the worst and the best option by this side's own ratings is no longer what it was ([Q6]). */
  readonly ranges: readonly StaleRange[]
}

const liveCards = (board: BoardView, cards: readonly CardId[]) =>
  cards.filter(id => cardOnTable(board, id) !== undefined)

/** [Q6] What makes a side's weights those of an earlier table: another set or wording of criteria, another range of ratings. */
export const staleWeights = (
  { round }: ReleasedWeights,
  { rounds, board, side }: { rounds: Rounds; board: BoardView; side: SideId },
): StaleWeights => {
  const { reworded, gone } = changesSince(round.subject, board)
  const { criteria } = idsOf(round.subject)
  const was = rangesBeside(round, { rounds, side })
  const unweighed = board.cards
    .filter(({ id, kind, gone }) => kind === 'criterion' && !gone && !criteria.includes(id))
    .map(({ id }) => id)
  const now = rangesIn(rounds, { side, criteria, options: options => liveCards(board, options) })
  return {
    reworded: criteria.filter(id => reworded.has(id)),
    gone: criteria.filter(id => gone.has(id)),
    unweighed,
    // Where nothing was rated yet, no range was shown that could have changed.
    ranges: staleRanges({ was, now }).filter(range => range.was !== null),
  }
}

/**
 * [Q6] The ranges that stand beside a round's question: of the options that lay on the table at its opening, by what the side
 * had released by then. Where the minutes do not tell which lay there, of all that it had rated.
 */
export const rangesBeside = (
  { openedAt, subject }: Round,
  { rounds, side }: { rounds: Rounds; side: SideId },
): Ranges => {
  const before = new Map([...rounds].filter(([, { state }]) => state.is === 'released' && state.at <= openedAt))
  const options = (all: readonly OptionId[]) => all.filter(id => subject.beside?.includes(id) ?? true)
  return rangesIn(before, { side, criteria: idsOf(subject).criteria, options })
}

/** The ranges of a side's own released ratings. */
const rangesIn = (
  rounds: Rounds,
  {
    side,
    criteria,
    options,
  }: {
    side: SideId
    criteria: readonly CriterionId[]
    options: (all: readonly OptionId[]) => readonly OptionId[]
  },
): Ranges => {
  const released = releasedRatings(rounds)
  const rated = options(released?.options ?? [])
  const rows = rowsOf({ options: rated, criteria, side, ratings: released?.ratings ?? {} })
  return rangesOf({ options: rated, criteria, rows })
}

/** [N10] What each side has released of what no agreement is worth to it; null where it released nothing that may be shown. */
export const releasedNoAgreement = (
  rounds: Rounds,
  sides: readonly SideId[],
): Readonly<Record<SideId, number | null>> => {
  const released = [...releasedOf(rounds, 'no-agreement')].sort((a, b) => (a.at < b.at ? -1 : 1))
  return tableOf(
    sides,
    side =>
      released
        .flatMap(({ result }) => {
          const cell = result.value[side]
          return isShown(cell) && cell.mean !== null ? [cell.mean] : []
        })
        .at(-1) ?? null,
  )
}
