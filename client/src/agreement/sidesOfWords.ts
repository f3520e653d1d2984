import { clean, type Run, type SideId } from '@jointly/board'

/** A stretch of a text and the side whose words they are; undefined for what nobody wrote: a bullet, a number. */
export type Stretch = { readonly text: string; readonly side: SideId | null | undefined }

type Side = Stretch['side']
type Written = Pick<Run, 'text' | 'side'>

/** What stands before the words of a line of a fixed text: what it is of, and where it stands. */
const MARKER = /^(?:\s+|- |\d+\. |#+ )*/
const isSpace = (letter: string | undefined) => letter !== undefined && /\s/.test(letter)

/**
 * Whose words a fixed text is made of, from who wrote which words of the text that it was fixed from: that one has no bullets
 * and numbers, and may have lines and spaces that say nothing. Null where the two are not of the same words, as while
 * somebody writes.
 */
export const sidesOfWords = (
  fixed: string,
  runs: readonly Written[],
): ((from: number, to: number) => Stretch[]) | null => {
  const readable = runs.map(({ text, side }) => ({ text: clean(text), side }))
  const written = readable.map(({ text }) => text).join('')
  const owners = readable.flatMap(({ text, side }) => Array.from({ length: text.length }, () => side))
  const letters: Side[] = []
  let at = 0
  /** The sides of these words, where they are the next ones that were written; what lies between is passed over. */
  const next = (words: string): Side[] | null => {
    let seen = at
    const sides: Side[] = []
    for (const letter of words.split('')) {
      if (!isSpace(letter)) while (isSpace(written[seen])) seen++
      const isNext = written[seen] === letter
      if (!isNext && !isSpace(letter)) return null
      sides.push(isNext ? owners[seen] : undefined)
      if (isNext) seen++
    }
    at = seen
    return sides
  }
  for (const line of fixed.split('\n')) {
    const marker = MARKER.exec(line)?.[0].length ?? 0
    // A line that somebody began with a dash of their own is no bullet.
    const words = next(line.slice(marker))
    const sides = words === null ? next(line) : [...Array.from({ length: marker }, () => undefined), ...words]
    if (sides === null) return null
    letters.push(...sides, undefined)
  }
  if (written.slice(at).trim() !== '') return null
  return (from, to) => stretchesOf(fixed.slice(from, to), letters.slice(from, to))
}

const stretchesOf = (text: string, sides: readonly Side[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const [i, side] of sides.entries()) {
    const last = stretches.at(-1)
    const letter = text[i] ?? ''
    if (last !== undefined && last.side === side) stretches[stretches.length - 1] = { side, text: last.text + letter }
    else stretches.push({ text: letter, side })
  }
  return stretches
}
