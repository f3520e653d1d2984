import { simpleDiffString } from 'lib0/diff'

/** A text in what stayed, what was taken out and what was put in, in reading order. */
export type Piece = { readonly is: 'same' | 'out' | 'in'; readonly text: string }

const PART_OF_WORD = /[\p{L}\p{N}’'-]/u

/** What changed between two texts, in whole words: half a word struck out cannot be read. */
export const differenceOf = (before: string, after: string): Piece[] => {
  const { index, remove } = simpleDiffString(before, after)
  let from = index
  let kept = before.length - index - remove
  while (from > 0 && PART_OF_WORD.test(before[from - 1] ?? '')) from--
  while (kept > 0 && PART_OF_WORD.test(before[before.length - kept] ?? '')) kept--
  const pieces: Piece[] = [
    { is: 'same', text: before.slice(0, from) },
    { is: 'out', text: before.slice(from, before.length - kept) },
    { is: 'in', text: after.slice(from, after.length - kept) },
    { is: 'same', text: before.slice(before.length - kept) },
  ]
  return pieces.filter(({ text }) => text !== '')
}
