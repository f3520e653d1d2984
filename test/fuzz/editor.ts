import { EDIT, type WordsPlace } from '@jointly/board'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { anyOf, byShare, type Random } from './seeds.ts'

/**
 * What an editor does to a fragment, in the Yjs operations that y-tiptap makes of it: text is inserted and deleted in
 * place; Enter takes the tail out of its paragraph and writes it anew into the next; a paragraph that becomes a list, or
 * a list that is lifted, is deleted and written anew.
 */
export const word = (random: Random, fragment: Y.XmlFragment, place: WordsPlace): void => {
  const act = ACTS[byShare(random, SHARES)]
  ;(fragment.doc as Y.Doc).transact(() => {
    const block = anyOf(random, textBlocks(fragment))
    if (block === undefined) fragment.insert(0, [paragraph([{ insert: words(random) }])])
    else act({ random, place, block, siblings: block.parent as Y.XmlFragment, at: indexOf(block) })
  }, EDIT)
}

export const words = (random: Random): string =>
  Array.from({ length: prng.int32(random, 1, 3) }, () => prng.oneOf(random, WORDS)).join(' ')

/** Emoji are two code units each: an index in their middle is one that no editor uses. */
const WORDS = ['pay', 'cover', 'rota', 'früh', '休み', '👩‍🏫', 'the', 'a', 'who?', '🙂', 'relief', '—', 'x']

type Place = {
  readonly random: Random
  readonly place: WordsPlace
  readonly block: Y.XmlElement
  readonly siblings: Y.XmlFragment
  readonly at: number
}
type Run = { insert: string; attributes?: Record<string, unknown> }

const SHARES = {
  type: 12,
  erase: 5,
  mark: 4,
  split: 3,
  join: 3,
  list: 1,
  lift: 1,
  recreate: 1,
  heading: 1,
  breakLine: 1,
  paste: 1,
  clear: 0.3,
}

const ACTS: Readonly<Record<keyof typeof SHARES, (place: Place) => void>> = {
  type: ({ random, block }) => {
    const text = textOf(block)
    text.insert(position(random, text), prng.oneOf(random, [words(random), 'e', 'n', ' ']))
  },
  erase: ({ random, block }) => {
    const { text, from, length } = stretch(random, block)
    if (length > 0) text.delete(from, length)
  },
  mark: ({ random, block }) => {
    const { text, from, length } = stretch(random, block)
    if (length > 0) text.format(from, length, prng.oneOf(random, MARKS))
  },
  split: ({ random, block, siblings, at }) => {
    const text = textOf(block)
    const from = position(random, text)
    const tail = runsFrom(text, from)
    text.delete(from, text.length - from)
    siblings.insert(at + 1, [paragraph(tail)])
  },
  join: ({ block, siblings, at }) => {
    const before = at > 0 ? siblings.get(at - 1) : null
    if (!(before instanceof Y.XmlElement) || !TEXT_BLOCKS.has(before.nodeName)) return
    const text = textOf(before)
    let end = text.length
    for (const { insert, attributes } of runsFrom(textOf(block), 0)) {
      text.insert(end, insert, attributes)
      end += insert.length
    }
    siblings.delete(at)
  },
  list: ({ random, block, siblings, at }) => {
    const item = new Y.XmlElement('listItem')
    item.insert(0, [paragraph(runsFrom(textOf(block), 0))])
    const list = new Y.XmlElement(prng.oneOf(random, ['bulletList', 'orderedList']))
    if (list.nodeName === 'orderedList') list.setAttribute('start', 1 as never)
    list.insert(0, [item])
    siblings.delete(at)
    siblings.insert(at, [list])
  },
  lift: ({ block, siblings }) => {
    const list = siblings.parent
    if (!(siblings instanceof Y.XmlElement) || !(list instanceof Y.XmlElement)) return
    const runs = runsFrom(textOf(block), 0)
    const outer = list.parent as Y.XmlFragment
    const place = indexOf(list)
    list.delete(indexOf(siblings))
    outer.insert(place + 1, [paragraph(runs)])
  },
  recreate: ({ block, siblings, at }) => {
    const runs = runsFrom(textOf(block), 0)
    siblings.delete(at)
    siblings.insert(at, [paragraph(runs)])
  },
  heading: ({ random, place, block, siblings, at }) => {
    if (block.nodeName === 'heading') block.setAttribute('level', prng.oneOf(random, [2, 3]) as never)
    else if (place === 'text') {
      const made = filled('heading', runsFrom(textOf(block), 0))
      made.setAttribute('level', 2 as never)
      siblings.delete(at)
      siblings.insert(at, [made])
    }
  },
  breakLine: ({ random, block }) => {
    const tail = new Y.XmlText()
    tail.insert(0, words(random))
    block.insert(block.length, [new Y.XmlElement('hardBreak'), tail])
  },
  paste: ({ random, place, siblings, at }) => {
    const first = filled(place === 'text' ? 'heading' : 'paragraph', [{ insert: words(random) }])
    if (place === 'text') first.setAttribute('level', 2 as never)
    siblings.insert(at + 1, [first, paragraph([{ insert: words(random), attributes: { italic: {} } }])])
  },
  clear: ({ siblings }) => {
    siblings.delete(0, siblings.length)
    siblings.insert(0, [paragraph([])])
  },
}

const MARKS = [{ bold: {} }, { bold: null }, { italic: {} }, { link: { href: 'https://example.org' } }, { link: null }]
const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading'])

const textBlocks = (fragment: Y.XmlFragment): Y.XmlElement[] =>
  fragment.toArray().flatMap(child => {
    if (!(child instanceof Y.XmlElement)) return []
    return TEXT_BLOCKS.has(child.nodeName) ? [child] : textBlocks(child)
  })

const indexOf = (node: Y.XmlElement): number => (node.parent as Y.XmlFragment).toArray().indexOf(node)

const textOf = (block: Y.XmlElement): Y.XmlText => {
  const first = block.toArray().find(child => child instanceof Y.XmlText)
  if (first !== undefined) return first
  const made = new Y.XmlText()
  block.insert(0, [made])
  return made
}

const plain = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : ' ')).join('')

/** A caret's place: never inside a pair of code units. */
const position = (random: Random, text: Y.XmlText): number => {
  const letters = [...plain(text)]
  return letters.slice(0, prng.int32(random, 0, letters.length)).join('').length
}

const stretch = (random: Random, block: Y.XmlElement) => {
  const text = textOf(block)
  const [one, other] = [position(random, text), position(random, text)]
  return { text, from: Math.min(one, other), length: Math.abs(one - other) }
}

/** The words behind a place, with their marks. */
const runsFrom = (text: Y.XmlText, from: number): Run[] => {
  let at = 0
  return (text.toDelta() as Run[]).flatMap(run => {
    const rest = run.insert.slice(Math.max(0, from - at))
    at += run.insert.length
    return rest === '' ? [] : [{ ...run, insert: rest }]
  })
}

const paragraph = (runs: readonly Run[]): Y.XmlElement => filled('paragraph', runs)

const filled = (node: string, runs: readonly Run[]): Y.XmlElement => {
  const made = new Y.XmlElement(node)
  if (runs.length > 0) {
    const text = new Y.XmlText()
    text.applyDelta([...runs])
    made.insert(0, [text])
  }
  return made
}
