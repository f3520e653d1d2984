import { differences } from './difference.ts'
import type { MemberId, SideId } from './ids.ts'

/** Who wrote some words, and the side they were written for: it stays theirs when the writer changes sides. */
export type Writer = { readonly by: MemberId; readonly side: SideId | null }
export type Run = Writer & { readonly text: string }

/** What a stretch of a text was before it was taken out, and where that was. */
type Removed = { readonly at: number; readonly runs: readonly Run[]; readonly text: string }

/** Who wrote which words of one text; `text` is the runs joined, `removed` remembers what was taken out, the last first. */
export type Credit = {
  readonly runs: readonly Run[]
  readonly text: string
  readonly removed: readonly Removed[]
}

export const NO_CREDIT: Credit = { runs: [], text: '', removed: [] }

/**
 * [D60] The credit after somebody made the text what it is now. It comes from the difference in plain text, so that whoever
 * turns a paragraph into a list, a heading or two has written none of its words, though they re-created all of them. What
 * comes back as it was taken out (undo, a paragraph that is moved) keeps the writers it had.
 *
 * Runs beside the change stay the very objects that they were: two sides that type in turns make thousands of them.
 */
export const credited = (credit: Credit, now: string, writer: Writer): Credit => {
  if (credit.text === now) return credit
  const next = cutter(credit.runs)
  const changes = differences(credit.text, now).map(change => ({ ...change, before: next(change.at, change.to) }))
  const taken = changes
    .filter(({ at, to, text }) => text !== null && to > at)
    .map(({ at, to, before }): Removed => ({ at, runs: before, text: credit.text.slice(at, to) }))
  const removed = [...taken, ...credit.removed].slice(0, MOST_REMOVED)
  const runs: Run[] = []
  let length = 0
  for (const { at, to, text, before } of changes) {
    if (text === null) append(runs, before)
    else if (text !== '') append(runs, written({ text, at: length, writer, removed }))
    length += text === null ? to - at : text.length
  }
  return { runs, text: now, removed }
}

/** How many stretches are remembered. Undo takes back one's own last acts; others wrote some in between. */
const MOST_REMOVED = 100
/** Letters that do not come twice by chance. Fewer count as brought back only where they stood. */
const UNLIKELY = 12

type New = { readonly text: string; readonly at: number; readonly writer: Writer; readonly removed: readonly Removed[] }

const written = ({ text, at, writer, removed }: New): Run[] => {
  const undone = removed.find(one => one.at === at && one.text === text)
  if (undone !== undefined) return [...undone.runs]
  // Where a stretch begins and ends among equal signs is not told by a text: the words within count.
  const from = text.search(/[\p{L}\p{N}]/u)
  const core = text.slice(from).replace(/[^\p{L}\p{N}]+$/u, '')
  if (from < 0 || core.length < UNLIKELY) return [{ ...writer, text }]
  for (const { runs, text: before } of removed) {
    const found = before.indexOf(core)
    if (found < 0) continue
    const around = [text.slice(0, from), text.slice(from + core.length)].map(part => ({ ...writer, text: part }))
    return [...around.slice(0, 1), ...cutter(runs)(found, found + core.length), ...around.slice(1)].filter(
      run => run.text,
    )
  }
  return [{ ...writer, text }]
}

/**
 * Asked for one stretch of a text after the other, from one place to another, tells the runs of each; a run that is whole
 * within its stretch is the same object.
 */
const cutter = (runs: readonly Run[]) => {
  let i = 0
  let start = 0
  return (from: number, to: number): Run[] => {
    const found: Run[] = []
    for (; i < runs.length; i++) {
      const run = runs[i] as Run // within the length
      const end = start + run.text.length
      if (end > from && start < to) {
        const isWhole = start >= from && end <= to
        found.push(isWhole ? run : { ...run, text: run.text.slice(Math.max(0, from - start), to - start) })
      }
      // The rest of it is the next stretch's.
      if (end > to) break
      start = end
    }
    return found
  }
}

/** What stands behind these; where it goes on in the same name, it is one run. */
const append = (runs: Run[], more: readonly Run[]): void => {
  for (const run of more) {
    const last = runs.at(-1)
    if (last !== undefined && last.by === run.by && last.side === run.side)
      runs[runs.length - 1] = { ...last, text: last.text + run.text }
    else runs.push(run)
  }
}
