import type { CardId, MemberId, RoundId, SideId } from '../ids.ts'
import { type Anonymity, discloseCells, type HiddenCell, shownOf, shownOfTwo } from '../weighing/disclosure.ts'
import {
  type Cell,
  pointsOf,
  type Rating,
  type RatingAnswer,
  type Ratings,
  ratingsBySide,
} from '../weighing/ratings.ts'
import { entryOf, tableOf } from '../weighing/table.ts'
import { idsOf, type Round, type SealedAnswer } from './round.ts'

/**
 * A side's cell as it is shown. `marks`: each answer in points, the highest first, so that their order says nothing of who
 * gave them; absent where single answers are not shown. `spread` is null as well where the side did not release it.
 */
export type ShownCell = (Cell & { readonly marks?: readonly number[] }) | HiddenCell

/** What one person answered, where a round shows names. */
export type NamedAnswer = {
  readonly member: MemberId
  readonly side: SideId
  readonly ratings: RatingAnswer['ratings']
}

export type SideOfResult = {
  /** How many of the side answered. */
  readonly answered: number
  /** Too few answers without names to show anything of them, or too few that changed since an earlier round ([Q17], [Q18]). */
  readonly hidden?: 'few' | 'few-changed'
  readonly spread: boolean
}

export type RatingResult = {
  readonly sides: Readonly<Record<SideId, SideOfResult>>
  readonly ratings: Ratings<ShownCell>
  readonly people?: readonly NamedAnswer[]
}

/** How much of a side's answers is shown beside its means. */
type Depth = 'names' | 'marks' | 'spread' | 'means'

/** [N4] Never more than the anonymity allows, and beside the means only where the side wants its spread shown. */
const depthOf = (anonymity: Anonymity, spread: boolean): Depth =>
  spread ? ({ named: 'names', side: 'marks', none: 'spread' } as const)[anonymity] : 'means'

/** The answers of one side to one cell in points, the highest first. */
const marksAt = (answers: readonly SealedAnswer[], option: CardId, criterion: CardId): readonly number[] =>
  answers
    .flatMap(({ answer }) => pointsOf(entryOf(entryOf(answer.ratings, option), criterion)) ?? [])
    .sort((a, b) => b - a)

/** Each answer of a cell, those that did not rate it as null. */
const allMarks = ({ n, missing, marks }: Extract<ShownCell, { n: number }>): readonly (number | null)[] | null =>
  marks === undefined && n > 0 ? null : [...(marks ?? []), ...Array.from({ length: missing }, () => null)]

/**
 * How many people at least must have answered one cell otherwise: from the marks where both were shown, else from the
 * sums, which one person moves by at most 100. Counted from what is shown and not from who said what: after a release
 * without names nothing is left that would tell.
 */
const fewestChanged = (before: Extract<ShownCell, { n: number }>, after: Extract<ShownCell, { n: number }>): number => {
  const [was, now] = [allMarks(before), allMarks(after)]
  const size = Math.max(before.n + before.missing, after.n + after.missing)
  if (was === null || now === null) {
    const moved = Math.abs((before.mean ?? 0) * before.n - (after.mean ?? 0) * after.n)
    return Math.max(Math.ceil(moved / 100 - 1e-9), Math.abs(before.n - after.n))
  }
  const left = [...now]
  for (const mark of was) if (left.includes(mark)) left.splice(left.indexOf(mark), 1)
  return size - (now.length - left.length)
}

const isShown = (cell: ShownCell | undefined): cell is Extract<ShownCell, { n: number }> =>
  cell !== undefined && !('hidden' in cell)

/** [Q18] Whether every released round about the same cells leaves this one to be shown. */
const standsBeside = (
  { anonymity }: Round,
  {
    side,
    ratings,
    answered,
    earlier,
  }: { side: SideId; ratings: Ratings<ShownCell>; answered: number; earlier: readonly RatingResult[] },
): boolean =>
  earlier.every(result => {
    const both = Object.entries(ratings).flatMap(([option, row]) =>
      Object.entries(row).flatMap(([criterion, cells]) => {
        // The keys of a record of cards are cards.
        const before = result.ratings[option as CardId]?.[criterion as CardId]?.[side]
        const after = cells[side]
        return isShown(before) && isShown(after) ? [fewestChanged(before, after)] : []
      }),
    )
    if (both.length === 0) return true
    const before = result.sides[side]?.answered ?? 0
    return shownOfTwo({ anonymity, before, after: answered, changed: Math.max(...both) }) === 'both'
  })

/** What is shown of some sides of a closed round; `spread` says for each whether more than its means is. */
const resultOf = ({
  round,
  answers,
  spread,
  earlier,
}: {
  round: Round
  answers: readonly SealedAnswer[]
  spread: Readonly<Record<SideId, boolean>>
  earlier: readonly RatingResult[]
}): RatingResult => {
  const { options, criteria } = idsOf(round.subject)
  // Object.keys forgets what its keys are.
  const sides = Object.keys(spread) as SideId[]
  const answersOf = tableOf(sides, side => answers.filter(answer => answer.side === side))
  const given = answers.map(({ side, answer }) => ({ side, ratings: answer.ratings as RatingAnswer['ratings'] }))
  const cells = discloseCells(ratingsBySide({ options, criteria, sides, answers: given }), round.anonymity)

  const deepened = (
    cell: Cell | HiddenCell | undefined,
    option: CardId,
    criterion: CardId,
    side: SideId,
  ): ShownCell => {
    if (cell === undefined || 'hidden' in cell) return cell ?? hiddenCell(0)
    const depth = depthOf(round.anonymity, spread[side] ?? false)
    if (depth === 'means') return { ...cell, spread: null }
    return depth === 'spread' ? cell : { ...cell, marks: marksAt(answersOf[side] ?? [], option, criterion) }
  }
  const ratings = tableOf(options, option =>
    tableOf(criteria, criterion =>
      tableOf(sides, side => deepened(cells[option]?.[criterion]?.[side], option, criterion, side)),
    ),
  )

  const ofSide = (side: SideId): SideOfResult => {
    const answered = answersOf[side]?.length ?? 0
    const own = { answered, spread: spread[side] ?? false }
    if (shownOf({ anonymity: round.anonymity, answered }) === 'answered') return { ...own, hidden: 'few' }
    return standsBeside(round, { side, ratings, answered, earlier }) ? own : { ...own, hidden: 'few-changed' }
  }
  const standing = tableOf(sides, ofSide)
  const shown = (cell: ShownCell, side: SideId) =>
    standing[side]?.hidden === undefined ? cell : hiddenCell(standing[side]?.answered ?? 0)
  const named = answers.filter(({ side }) => depthOf(round.anonymity, spread[side] ?? false) === 'names')
  return {
    sides: standing,
    ratings: tableOf(options, option =>
      tableOf(criteria, criterion =>
        // Every side of the row was put there above.
        tableOf(sides, side => shown(ratings[option]?.[criterion]?.[side] as ShownCell, side)),
      ),
    ),
    ...(named.length > 0 && {
      people: named
        .map(({ member, side, answer }) => ({
          member,
          side,
          ratings: answer.ratings as Record<CardId, Record<CardId, Rating>>,
        }))
        .sort((a, b) => (a.member < b.member ? -1 : 1)),
    }),
  }
}

const hiddenCell = (answered: number): HiddenCell => ({ hidden: true, answered, mean: null, spread: null })

/** The released results of the other rounds that asked the same, whatever became of the cards since. */
const earlierResults = (rounds: ReadonlyMap<RoundId, Round>, round: Round): readonly RatingResult[] =>
  [...rounds.values()].flatMap(other =>
    other.id !== round.id && other.kind === round.kind && other.state.is === 'released' ? [other.state.result] : [],
  )

/** [N3] What a side learns of its own answers once the round is closed: all that the anonymity allows. */
export const sideResult = ({
  rounds,
  round,
  side,
  answers,
}: {
  rounds: ReadonlyMap<RoundId, Round>
  round: Round
  side: SideId
  answers: readonly SealedAnswer[]
}): RatingResult =>
  resultOf({
    round,
    answers: answers.filter(answer => answer.side === side),
    spread: { [side]: true },
    earlier: earlierResults(rounds, round),
  })

/** [N5] What everybody learns once every deciding side has released. A side that advises shows its means alone. */
export const jointResult = ({
  rounds,
  round,
  answers,
  spread,
}: {
  rounds: ReadonlyMap<RoundId, Round>
  round: Round
  answers: readonly SealedAnswer[]
  spread: Readonly<Record<SideId, boolean>>
}): RatingResult => resultOf({ round, answers, spread, earlier: earlierResults(rounds, round) })
