import * as Y from 'yjs'
import { type Letter, LONGEST_QUOTE, type Passage } from './cards.ts'

/**
 * A stretch of a text by the count of letters before it, in reading order: lists, headings and breaks are no letters, so an
 * editor and plain words count the same.
 */
export type Span = { readonly from: number; readonly to: number }

type YType = Y.ContentType['type'] | Y.XmlFragment

/** A run of letters that stand, `at` so many letters; `text`: which run of one node it belongs to. */
type Stretch = { readonly item: Y.Item; readonly at: number; readonly text: YType; readonly str: string }

/** Everything in order, what was deleted too: it keeps its place and holds no letter. */
const stretchesOf = (fragment: Y.XmlFragment): Stretch[] => {
  const found: Stretch[] = []
  let at = 0
  const walk = (type: YType) => {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.content instanceof Y.ContentType) {
        if (!item.deleted) walk(item.content.type)
        continue
      }
      const str = !item.deleted && item.content instanceof Y.ContentString ? item.content.str : ''
      found.push({ item, at, text: type, str })
      at += str.length
    }
  }
  walk(fragment)
  return found
}

/** Half of a sign that is written as two, where a quote was cut between them: no update can carry it. */
const HALVES = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g

/** [D81] The passage of so many letters; null where there is none between. */
export const passageAt = (fragment: Y.XmlFragment, { from, to }: Span): Passage | null => {
  const stretches = stretchesOf(fragment).filter(({ at, str }) => str !== '' && at < to && at + str.length > from)
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (first === undefined || last === undefined) return null
  const letterOf = ({ item, at }: Stretch, index: number): Letter => ({
    client: item.id.client,
    clock: item.id.clock + index - at,
  })
  const lines = new Map<YType, string>()
  for (const { text, at, str } of stretches)
    lines.set(text, (lines.get(text) ?? '') + str.slice(Math.max(0, from - at), to - at))
  const quote = [...lines.values()].join('\n').slice(0, LONGEST_QUOTE).replace(HALVES, '')
  return quote.trim() === ''
    ? null
    : {
        from: letterOf(first, Math.max(from, first.at)),
        to: letterOf(last, Math.min(to, last.at + last.str.length) - 1),
        quote,
      }
}

/** Letters that do not come twice by chance. */
const UNLIKELY = 12

/**
 * [D81] Where a passage stands now, or null where its words are gone. Its letters are looked for first. An editor makes a
 * paragraph's letters anew when it becomes a list or is parted, and undo brings back other letters than were taken: where
 * the letters no longer say it, the words as they were are looked for, and hold where they stand once; else what is left of
 * the letters. Yjs itself could follow what undo brought back, but on the screen of whoever undid alone.
 */
export const spansOf = (fragment: Y.XmlFragment, passages: readonly Passage[]): (Span | null)[] => {
  const stretches = stretchesOf(fragment)
  const letters = stretches.map(({ str }) => str).join('')
  const indexOf = ({ client, clock }: Letter, past: 0 | 1): number | null => {
    const held = stretches.find(
      ({ item: { id, length } }) => id.client === client && id.clock <= clock && clock < id.clock + length,
    )
    if (held === undefined) return null
    return held.at + (held.str === '' ? 0 : clock - held.item.id.clock + past)
  }
  return passages.map(({ from, to, quote }) => {
    const [start, end] = [indexOf(from, 0), indexOf(to, 1)]
    const left = start !== null && end !== null && start < end ? { from: start, to: end } : null
    const words = quote.replaceAll('\n', '')
    if (left !== null && letters.startsWith(words, left.from)) return left
    const found = letters.indexOf(words)
    const isAlone = words.length >= UNLIKELY && found >= 0 && letters.indexOf(words, found + 1) < 0
    return isAlone ? { from: found, to: found + words.length } : left
  })
}
