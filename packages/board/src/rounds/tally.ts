import type { MemberId, SideId } from '../ids.ts'
import {
  type Anonymity,
  discloseCell,
  type HiddenCell,
  hiddenCell,
  shownOf,
  shownOfTwo,
} from '../weighing/disclosure.ts'
import { type Cell, cellOf } from '../weighing/ratings.ts'
import type { Answer } from './answers.ts'
import type { Round, SealedAnswer } from './round.ts'

/**
 * A side's cell as it is shown. `marks`: each answer as a number, the highest first, so that their order says nothing of who
 * gave them; absent where single answers are not shown. `spread` is null as well where the side did not release it.
 */
export type ShownCell = (Cell & { readonly marks?: readonly number[] }) | HiddenCell
type OpenCell = Extract<ShownCell, { n: number }>

export type SideOfResult = {
  /** How many of the side answered. */
  readonly answered: number
  /** Too few answers without names to show anything of them, or too few that changed since an earlier round ([Q17], [Q18]). */
  readonly hidden?: 'few' | 'few-changed'
  readonly spread: boolean
}

/** What some sides say to each question of a round, as deep as the round and they allow. */
export type Tally = {
  readonly sides: Readonly<Record<SideId, SideOfResult>>
  readonly cellsAt: (question: string) => Readonly<Record<SideId, ShownCell>>
  /** The answers that are shown with their names, by name: an order that says nothing of when they came. */
  readonly named: readonly SealedAnswer[]
}

/** A round whose answers are numbers, question by question; a question is named by a key of its own. */
export type Counted = {
  readonly round: Pick<Round, 'anonymity'>
  readonly questions: readonly string[]
  /** What an answer says to a question; null where it says nothing. */
  readonly numberIn: (answer: Answer, question: string) => number | null
  /** The most by which one answer to one question can differ from another. */
  readonly range: number
  readonly answers: readonly SealedAnswer[]
  /** The sides that are shown, and for each whether more than its means is. */
  readonly spread: Readonly<Record<SideId, boolean>>
  /** The released results of the other rounds that asked the same. */
  readonly earlier: readonly {
    readonly sides: Tally['sides']
    readonly cellsAt: (question: string) => Readonly<Record<SideId, ShownCell>> | undefined
  }[]
}

/** How much of a side's answers is shown beside its means. */
type Depth = 'names' | 'marks' | 'spread' | 'means'

/** [N4] Never more than the anonymity allows, and beside the means only where the side wants its spread shown. */
export const depthOf = (anonymity: Anonymity, spread: boolean): Depth =>
  spread ? ({ named: 'names', side: 'marks', none: 'spread' } as const)[anonymity] : 'means'

/** [Q17] One side's answers to one question, as they may be shown. */
const shownCell = (
  numbers: readonly (number | null)[],
  { anonymity, depth }: { anonymity: Anonymity; depth: Depth },
): ShownCell => {
  const cell = discloseCell(cellOf(numbers), anonymity)
  if ('hidden' in cell) return cell
  if (depth === 'means') return { ...cell, spread: null }
  if (depth === 'spread') return cell
  return { ...cell, marks: numbers.filter(number => number !== null).sort((a, b) => b - a) }
}

/** Each answer of a cell, those that say nothing as null. */
const allMarks = ({ n, missing, marks }: OpenCell): readonly (number | null)[] | null =>
  marks === undefined && n > 0 ? null : [...(marks ?? []), ...Array.from({ length: missing }, () => null)]

/**
 * How many people at least must have answered one cell otherwise: from the marks where both were shown, else from the
 * sums, which one person moves by at most `range`. Counted from what is shown and not from who said what: after a release
 * without names nothing is left that would tell.
 */
const fewestChanged = (before: OpenCell, after: OpenCell, range: number): number => {
  const [was, now] = [allMarks(before), allMarks(after)]
  const size = Math.max(before.n + before.missing, after.n + after.missing)
  if (was === null || now === null) {
    const moved = Math.abs((before.mean ?? 0) * before.n - (after.mean ?? 0) * after.n)
    return Math.max(Math.ceil(moved / range - 1e-9), Math.abs(before.n - after.n))
  }
  const left = [...now]
  for (const mark of was) if (left.includes(mark)) left.splice(left.indexOf(mark), 1)
  return size - (now.length - left.length)
}

export const isShown = (cell: ShownCell | undefined): cell is OpenCell => cell !== undefined && !('hidden' in cell)

/** [Q18] Whether every released round about the same questions leaves this one to be shown. */
const standsBeside = (
  { round, questions, earlier, range }: Counted,
  { side, cellAt, answered }: { side: SideId; cellAt: (question: string) => ShownCell; answered: number },
): boolean =>
  earlier.every(result => {
    const both = questions.flatMap(question => {
      const before = result.cellsAt(question)?.[side]
      const after = cellAt(question)
      return isShown(before) && isShown(after) ? [fewestChanged(before, after, range)] : []
    })
    if (both.length === 0) return true
    const before = result.sides[side]?.answered ?? 0
    const changed = Math.max(...both)
    return shownOfTwo({ anonymity: round.anonymity, before, after: answered, changed }) === 'both'
  })

/** What is shown of some sides of a round whose answers are numbers. */
export const tally = (counted: Counted): Tally => {
  const { round, questions, numberIn, answers, spread } = counted
  const { anonymity } = round
  // Object.keys forgets what its keys are.
  const sides = Object.keys(spread) as SideId[]
  const tallySide = (side: SideId) => {
    const own = answers.filter(answer => answer.side === side)
    const answered = own.length
    const depth = depthOf(anonymity, spread[side] ?? false)
    const cells = new Map(
      questions.map(question => {
        const numbers = own.map(({ answer }) => numberIn(answer, question))
        return [question, shownCell(numbers, { anonymity, depth })]
      }),
    )
    const cellAt = (question: string) => cells.get(question) ?? hiddenCell(answered)
    const standing: SideOfResult = { answered, spread: spread[side] ?? false }
    if (shownOf({ anonymity, answered }) === 'answered') return hidden(standing, 'few')
    return standsBeside(counted, { side, cellAt, answered }) ? { standing, cellAt } : hidden(standing, 'few-changed')
  }
  const tallied = sides.map(side => [side, tallySide(side)] as const)
  return {
    sides: Object.fromEntries(tallied.map(([side, { standing }]) => [side, standing])),
    cellsAt: question => Object.fromEntries(tallied.map(([side, { cellAt }]) => [side, cellAt(question)])),
    named: answers
      .filter(({ side }) => depthOf(anonymity, spread[side] ?? false) === 'names')
      .sort((a, b) => (a.member < b.member ? -1 : 1)),
  }
}

const hidden = (standing: SideOfResult, why: SideOfResult['hidden'] & string) => ({
  standing: { ...standing, hidden: why },
  cellAt: () => hiddenCell(standing.answered),
})

/** What one person answered, where a round shows names. */
export type NamedBy<Content> = { readonly member: MemberId; readonly side: SideId } & Content
