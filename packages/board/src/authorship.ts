import { differences } from './difference.ts'
import type { MemberId, SideId } from './ids.ts'

/** Who wrote some words, and the side they were written for: it stays theirs when the writer changes sides. */
export type Writer = { readonly by: MemberId; readonly side: SideId | null }
export type Run = Writer & { readonly text: string }

/** What a stretch of a text was before it was taken out, and where that was. */
type Removed = { readonly at: number; readonly runs: readonly Run[] }

/** Who wrote which words of one text; `removed` remembers what was taken out, the last first. */
export type Credit = { readonly runs: readonly Run[]; readonly removed: readonly Removed[] }

export const NO_CREDIT: Credit = { runs: [], removed: [] }

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/**
 * [D60] The credit after somebody made the text what it is now. It comes from the difference in plain text, so that whoever
 * turns a paragraph into a list, a heading or two has written none of its words, though they re-created all of them. What
 * comes back as it was taken out (undo, a paragraph that is moved) keeps the writers it had.
 */
export const credited = (credit: Credit, now: string, writer: Writer): Credit => {
  const before = textOf(credit.runs)
  if (before === now) return credit
  const changes = differences(before, now)
  const taken = changes
    .filter(({ at, to, text }) => text !== null && to > at)
    .map(({ at, to }): Removed => ({ at, runs: cut(credit.runs, at, to) }))
  const removed = [...taken, ...credit.removed].slice(0, MOST_REMOVED)
  const runs: Run[] = []
  for (const { at, to, text } of changes)
    if (text === null) runs.push(...cut(credit.runs, at, to))
    else if (text !== '') runs.push(...written({ text, at: lengthOf(runs), writer, removed }))
  return { runs: joined(runs), removed }
}

/** How many stretches are remembered. Undo takes back one's own last acts; others wrote some in between. */
const MOST_REMOVED = 100
/** Letters that do not come twice by chance. Fewer count as brought back only where they stood. */
const UNLIKELY = 12

type New = { readonly text: string; readonly at: number; readonly writer: Writer; readonly removed: readonly Removed[] }

const written = ({ text, at, writer, removed }: New): Run[] => {
  const undone = removed.find(one => one.at === at && textOf(one.runs) === text)
  if (undone !== undefined) return [...undone.runs]
  // Where a stretch begins and ends among equal signs is not told by a text: the words within count.
  const from = text.search(/[\p{L}\p{N}]/u)
  const core = text.slice(from).replace(/[^\p{L}\p{N}]+$/u, '')
  if (from < 0 || core.length < UNLIKELY) return [{ ...writer, text }]
  for (const { runs } of removed) {
    const found = textOf(runs).indexOf(core)
    if (found < 0) continue
    const around = [text.slice(0, from), text.slice(from + core.length)].map(part => ({ ...writer, text: part }))
    return [...around.slice(0, 1), ...cut(runs, found, found + core.length), ...around.slice(1)].filter(run => run.text)
  }
  return [{ ...writer, text }]
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0)

/** The runs of a stretch, from one place in the text to another. */
const cut = (runs: readonly Run[], from: number, to: number): Run[] => {
  const found: Run[] = []
  let start = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    if (text !== '') found.push({ ...run, text })
    start += run.text.length
    if (start >= to) break
  }
  return found
}

const joined = (runs: readonly Run[]): Run[] => {
  const all: Run[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last !== undefined && last.by === run.by && last.side === run.side)
      all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push(run)
  }
  return all
}
