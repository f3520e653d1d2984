import type { MemberId, SideId } from '../ids.ts'
import {
  type Anonymity,
  discloseCell,
  fewestChanged,
  type HiddenCell,
  hiddenCell,
  mayFollow,
  shownOf,
} from '../weighing/disclosure.ts'
import { type Cell, cellOf } from '../weighing/ratings.ts'
import { tableOf } from '../weighing/table.ts'
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
  /** Too few answers without names to show anything of them; of some questions too few that changed ([Q17], [Q18]). */
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
  /** The largest number that one answer to one question can say; the smallest is 0 or more. */
  readonly most: number
  /** What is said to one question follows from what is said to the others: all of them are shown, or none. */
  readonly linked: boolean
  readonly answers: readonly SealedAnswer[]
  /** The sides that are shown, and for each whether more than its means is. */
  readonly spread: Readonly<Record<SideId, boolean>>
  /** What a side has seen of its answers in other rounds that asked the same, each as deep as it saw it. */
  readonly earlier: (side: SideId) => readonly ((question: string) => ShownCell | undefined)[]
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
 * How many people at least must have answered one cell otherwise: from the marks where both were seen, else from the sums,
 * which one person moves by at most `most`. Counted from what is seen and not from who said what: after a round nothing is
 * left that would tell.
 */
const changedBetween = (before: OpenCell, after: OpenCell, most: number): number => {
  const [was, now] = [allMarks(before), allMarks(after)]
  if (was !== null && now !== null) return fewestChanged(was, now)
  const moved = Math.abs((before.mean ?? 0) * before.n - (after.mean ?? 0) * after.n)
  return Math.max(Math.ceil(moved / most - 1e-9), Math.abs(before.n - after.n))
}

export const isShown = (cell: ShownCell | undefined): cell is OpenCell => cell !== undefined && !('hidden' in cell)

/** What is shown of some sides of a round whose answers are numbers. */
export const tally = ({ round, questions, numberIn, most, linked, answers, spread, earlier }: Counted): Tally => {
  const { anonymity } = round
  // Object.keys forgets what its keys are.
  const sides = Object.keys(spread) as SideId[]
  const tallySide = (side: SideId) => {
    const own = answers.filter(answer => answer.side === side)
    const standing: SideOfResult = { answered: own.length, spread: spread[side] ?? false }
    const cells = new Map<string, ShownCell>()
    if (shownOf({ anonymity, answered: own.length }) === 'answered')
      return { standing: { ...standing, hidden: 'few' as const }, cells }
    const seen = earlier(side)
    let fewChanged = false
    for (const question of questions) {
      // In an order of their own: the last digit of a sum tells in which order it was added up.
      const numbers = own.map(({ answer }) => numberIn(answer, question)).sort((a, b) => (b ?? -1) - (a ?? -1))
      // The side itself sees all that the anonymity allows, and it and the table are shown the same questions.
      const whole = shownCell(numbers, { anonymity, depth: depthOf(anonymity, true) })
      const follows = seen.every(cellAt => {
        const before = cellAt(question)
        if (!isShown(before) || !isShown(whole)) return true
        return mayFollow({ anonymity, changed: changedBetween(before, whole, most) })
      })
      const depth = depthOf(anonymity, standing.spread)
      cells.set(question, follows ? shownCell(numbers, { anonymity, depth }) : hiddenCell(own.length))
      fewChanged ||= !follows
    }
    if (!fewChanged) return { standing, cells }
    if (linked) cells.clear()
    return { standing: { ...standing, hidden: 'few-changed' as const }, cells }
  }
  const tallied = new Map(sides.map(side => [side, tallySide(side)]))
  return {
    sides: tableOf(sides, side => tallied.get(side)?.standing as SideOfResult), // each of them was tallied
    cellsAt: question =>
      tableOf(sides, side => {
        const { cells, standing } = tallied.get(side) as ReturnType<typeof tallySide>
        return cells.get(question) ?? hiddenCell(standing.answered)
      }),
    named: answers
      .filter(({ side }) => depthOf(anonymity, spread[side] ?? false) === 'names')
      .sort((a, b) => (a.member < b.member ? -1 : 1)),
  }
}

/** What one person answered, where a round shows names. */
export type NamedBy<Content> = { readonly member: MemberId; readonly side: SideId } & Content
