/** A text in what stayed, what was taken out and what was put in, in reading order. */
export type Piece = { readonly is: 'same' | 'out' | 'in'; readonly text: string }

/** [D61] What changed between two texts, to be read: in whole words, since half a word struck out cannot be. */
export const differenceOf = (before: string, now: string): Piece[] => {
  const pieces: Piece[] = []
  const add = (is: Piece['is'], text: string) => {
    const last = pieces.at(-1)
    if (text === '') return
    if (last?.is === is) pieces[pieces.length - 1] = { is, text: last.text + text }
    else pieces.push({ is, text })
  }
  for (const { out, put, same } of wholeWords(before, now)) {
    add('out', out)
    add('in', put)
    add('same', same)
  }
  return pieces
}

/** What was taken out and put in at one place, and what stayed behind it. */
type Change = { readonly out: string; readonly put: string; readonly same: string }

const changesOf = (before: string, now: string): Change[] => {
  const changes: Change[] = [{ out: '', put: '', same: '' }]
  for (const { at, to, text } of differences(before, now)) {
    const last = changes[changes.length - 1] as Change // there is one from the beginning
    const old = before.slice(at, to)
    if (text === null) changes[changes.length - 1] = { ...last, same: last.same + old }
    else if (last.same === '') changes[changes.length - 1] = { ...last, out: last.out + old, put: last.put + text }
    else changes.push({ out: old, put: text, same: '' })
  }
  return changes
}

const WORD_AT_END = /[\p{L}\p{N}\p{M}]+$/u
const WORD_AT_START = /^[\p{L}\p{N}\p{M}]+/u
const isEndOfWord = (text: string) => WORD_AT_END.test(text)
const isStartOfWord = (text: string) => WORD_AT_START.test(text)

/** What stays within a word that changed counts as changed with it, on both ends. */
const wholeWords = (before: string, now: string): Change[] => {
  const changes = changesOf(before, now)
  for (const [i, { out, put, same }] of changes.entries()) {
    if (out === '' && put === '') continue
    const left = i === 0 ? undefined : changes[i - 1]
    const stump = left?.same.match(WORD_AT_END)?.[0] ?? ''
    const head = isStartOfWord(out || same) || isStartOfWord(put || same) ? stump : ''
    const joins = isEndOfWord(head + out) || isEndOfWord(head + put)
    const tail = joins ? (same.match(WORD_AT_START)?.[0] ?? '') : ''
    if (left !== undefined) changes[i - 1] = { ...left, same: left.same.slice(0, left.same.length - head.length) }
    changes[i] = { out: head + out + tail, put: head + put + tail, same: same.slice(tail.length) }
  }
  return changes
}

/** A stretch of the text before that stays (`text` null), or that other words stand for now. */
export type Difference = { readonly at: number; readonly to: number; readonly text: string | null }

const isHalf = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

/** What became of a text, in order; words for words, and of several changes each by itself. */
export const differences = (before: string, now: string): Difference[] => {
  const most = Math.min(before.length, now.length)
  let head = 0
  while (head < most && before.charCodeAt(head) === now.charCodeAt(head)) head++
  // A letter of two halves is one letter.
  if (isHalf(before, head) || isHalf(now, head)) head--
  let tail = 0
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail))
    tail++
  if (tail > 0 && (isHalf(before, before.length - tail) || isHalf(now, now.length - tail))) tail--
  // Words for words are compared word by word; what is only added or taken away may stand within one.
  if (head + tail < most) {
    while (head > 0 && isWithinWord(before, head)) head--
    while (tail > 0 && isWithinWord(before, before.length - tail)) tail--
  }
  const end = before.length - tail
  return [
    { at: 0, to: head, text: null },
    ...betweenEnds(before.slice(head, end), now.slice(head, now.length - tail), head),
    { at: end, to: before.length, text: null },
  ]
}

const LETTER = /[\p{L}\p{N}\p{M}]/u
const isWithinWord = (text: string, at: number): boolean =>
  LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at] ?? '')

const WORDS = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]+/gu
/** Cells of a comparison, each of some nanoseconds; beyond it a rewritten stretch counts as rewritten. */
const MOST_CELLS = 1_000_000

/** Several changes at once (all words that were replaced, a list made of lines): the words that both have stay. */
const betweenEnds = (before: string, now: string, offset: number): Difference[] => {
  const whole = [{ at: offset, to: offset + before.length, text: now }]
  if (before === '' || now === '') return whole
  const [a, b] = [before.match(WORDS) ?? [], now.match(WORDS) ?? []]
  if (a.length * b.length > MOST_CELLS) return whole
  const found: Difference[] = []
  let at = offset
  const kept = commonOf(a, b)
  let [i, j] = [0, 0]
  for (const [ai, bj] of [...kept, [a.length, b.length] as const]) {
    const gone = a.slice(i, ai).join('').length
    const text = b.slice(j, bj).join('')
    if (gone > 0 || text !== '') found.push({ at, to: at + gone, text })
    at += gone
    const word = a[ai]
    if (word !== undefined) found.push({ at, to: at + word.length, text: null })
    at += word?.length ?? 0
    ;[i, j] = [ai + 1, bj + 1]
  }
  return found
}

/** The longest sequence of words that both have, as pairs of places. */
const commonOf = (a: readonly string[], b: readonly string[]): (readonly [number, number])[] => {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length)
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (length(i + 1, j) >= length(i, j + 1)) i++
    else j++
  return pairs
}
