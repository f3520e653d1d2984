import type { Run, SideId } from '@jointly/board'

/** A stretch of a text and the side whose words they are; undefined for what nobody wrote: a bullet, a number. */
export type Stretch = { readonly text: string; readonly side: SideId | null | undefined }

/** What stands before the words of a line of a fixed text: what it is of, and where it stands. */
const MARKER = /^(?:\s+|- |\d+\. |#+ )*/

/**
 * Whose words a fixed text is made of, from who wrote which words of the text on the table: that one has no bullets and
 * numbers. Null where the two are not of the same words, as while somebody writes.
 */
export const sidesOfWords = (
  fixed: string,
  runs: readonly Pick<Run, 'text' | 'side'>[],
): ((from: number, to: number) => Stretch[]) | null => {
  const letters: (SideId | null | undefined)[] = []
  const owners = runs.flatMap(({ text, side }) => Array.from({ length: text.length }, () => side))
  const words: string[] = []
  let at = 0
  for (const line of fixed.split('\n')) {
    const marker = MARKER.exec(line)?.[0].length ?? 0
    const rest = line.slice(marker)
    words.push(rest)
    letters.push(...Array.from({ length: marker }, () => undefined), ...owners.slice(at, at + rest.length), undefined)
    at += rest.length + 1
  }
  if (words.join('\n') !== runs.map(({ text }) => text).join('')) return null
  return (from, to) => {
    const stretches: Stretch[] = []
    for (let i = from; i < to; i++) {
      const last = stretches.at(-1)
      const text = fixed.slice(i, i + 1)
      if (last !== undefined && last.side === letters[i])
        stretches[stretches.length - 1] = { ...last, text: last.text + text }
      else stretches.push({ text, side: letters[i] })
    }
    return stretches
  }
}
