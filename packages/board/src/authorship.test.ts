import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { type Credit, credited, NO_CREDIT, type Run, type Writer } from './authorship.ts'
import { setJointText } from './edit.ts'
import { copyRich, plainText, readRich, readWords } from './richtext.ts'
import { jointTextOf } from './schema.ts'
import { emptyBoard, people } from './testing.ts'

const writer = ({ id, side }: { id: Writer['by']; side: Writer['side'] }): Writer => ({ by: id, side })
const ANA = writer(people.ana)
const MAX = writer(people.max)
const ARTICLE = 'The committee meets each month.\nNotice is given a week before.\nEither side may ask for more.'

const after = (...steps: readonly (readonly [Writer, string])[]): Credit =>
  steps.reduce<Credit>((credit, [who, text]) => credited(credit, text, who), NO_CREDIT)
const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
const said = ({ runs }: Credit) => runs.map(({ by, text }) => [by, text])

test('[D60] a word in the middle is its writer’s, and the sentence around it stays whose it was', () => {
  const credit = after([ANA, 'We meet each month.'], [MAX, 'We meet in private each month.'])
  expect(said(credit)).toEqual([
    ['ana', 'We meet '],
    ['max', 'in private '],
    ['ana', 'each month.'],
  ])
})

test('[D60] words replaced in several places at once are the replacer’s, and no word between them is', () => {
  const credit = after(
    [ANA, 'The board pays and the board reports.'],
    [MAX, 'The district pays and the district reports.'],
  )
  expect(said(credit)).toEqual([
    ['ana', 'The '],
    ['max', 'district'],
    ['ana', ' pays and the '],
    ['max', 'district'],
    ['ana', ' reports.'],
  ])
})

test('[D60] what is deleted and comes back by undo is its first writer’s again, whoever undoes', () => {
  const cutOut = ARTICLE.replace('Notice is given a week before.\n', '')
  const credit = after([ANA, ARTICLE], [MAX, cutOut], [ANA, `${cutOut} Always.`], [MAX, `${ARTICLE} Always.`])
  expect(said(credit)).toEqual([['ana', `${ARTICLE} Always.`]])
})

test('[D60] a paragraph that is moved keeps its writer', () => {
  const [first, second, third] = ARTICLE.split('\n')
  const { runs } = after([ANA, ARTICLE], [MAX, [third, first, second].join('\n')])
  expect(runs.filter(({ by, text }) => by === 'max' && /\p{L}/u.test(text))).toEqual([])
})

test('[D60] a text that the other side deletes and writes anew is theirs', () => {
  expect(said(after([ANA, 'alpha beta'], [MAX, ''], [MAX, 'gamma']))).toEqual([['max', 'gamma']])
})

test('[D60] letters of two halves are never cut in two', () => {
  const credit = after([ANA, 'a 👩🏽 b'], [MAX, 'a 👨🏽 b'])
  expect(credit.runs.every(({ text }) => text.isWellFormed())).toBe(true)
})

/** What an editor does to a text: each re-creates what it needs to, as y-tiptap does. */
const RESTRUCTURES: Record<string, (fragment: Y.XmlFragment) => void> = {
  list: fragment => {
    const blocks = readRich(fragment)
    const items = blocks.map(block => ({ type: 'listItem', attrs: {}, content: [block] }))
    fragment.delete(0, fragment.length)
    fragment.insert(0, copyRich([{ type: 'bulletList', attrs: {}, content: items }]))
  },
  heading: fragment => {
    const [first] = readRich(fragment)
    if (first === undefined || !('content' in first)) return
    fragment.delete(0, 1)
    fragment.insert(0, copyRich([{ type: 'heading', attrs: { level: 2 }, content: first.content }]))
  },
  split: fragment => {
    const text = plainText(readRich(fragment))
    const at = text.indexOf(' ', 10)
    setLines(fragment, [text.slice(0, at), ...text.slice(at).split('\n')])
  },
  join: fragment => setLines(fragment, [plainText(readRich(fragment)).replaceAll('\n', ' ')]),
}
const setLines = (fragment: Y.XmlFragment, lines: readonly string[]) => {
  fragment.delete(0, fragment.length)
  fragment.insert(
    0,
    copyRich(
      lines.map(line => ({
        type: 'paragraph',
        attrs: {},
        content: [{ type: 'text' as const, text: line, marks: {} }],
      })),
    ),
  )
}

test.each(Object.keys(RESTRUCTURES))('[D60] a %s made by one side takes no word from the other', name => {
  const doc = emptyBoard()
  setJointText(doc, 'agreement', ARTICLE)
  const fragment = jointTextOf(doc, 'agreement')
  const before = after([ANA, plainText(readRich(fragment))])
  RESTRUCTURES[name]?.(fragment)
  const now = plainText(readRich(fragment))
  const credit = credited(before, now, MAX)
  expect(textOf(credit.runs)).toBe(now)
  expect(credit.runs.filter(({ by, text }) => by === 'max' && /\p{L}/u.test(text))).toEqual([])
})

test('[D60] whatever is written, the runs joined are the text, and no words are credited to who did not write', () => {
  const seed = Math.floor(Math.random() * 1e9)
  let state = seed
  const below = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  const words = (who: Writer) => Array.from({ length: 1 + below(4) }, () => `${who.by}${below(50)}`).join(' ')
  let credit: Credit = NO_CREDIT
  let text = ''
  for (let step = 0; step < 3000; step++) {
    const who = below(2) === 0 ? ANA : MAX
    const at = below(text.length + 1)
    const end = Math.min(text.length, at + (below(3) === 0 ? below(40) : 0))
    const start = text.lastIndexOf(' ', at) + 1
    const stop = text.indexOf(' ', end) < 0 ? text.length : text.indexOf(' ', end)
    text =
      below(4) === 0
        ? text.slice(0, start) + text.slice(stop)
        : `${text.slice(0, start)}${words(who)} ${text.slice(start)}`
    credit = credited(credit, text, who)
    if (text.length > 2000) {
      text = text.slice(text.indexOf(' ', 1000) + 1)
      credit = credited(credit, text, who)
    }
    const wrong = credit.runs.filter(({ by, text: run }: Run) => run.includes(by === 'ana' ? 'max' : 'ana'))
    expect({ seed, step, text: textOf(credit.runs), wrong }).toEqual({ seed, step, text, wrong: [] })
  }
})

test('[D60] where two type in turns, of thousands of runs those beside the change alone are made anew', () => {
  let credit: Credit = NO_CREDIT
  let made = 0
  const STEPS = 2_000
  for (let step = 0; step < STEPS; step++) {
    const before = new Set(credit.runs)
    const at = (step * 7919) % (credit.text.length + 1)
    const text = `${credit.text.slice(0, at)}${step % 2 === 0 ? 'abc' : 'xyz'}${credit.text.slice(at)}`
    credit = credited(credit, text, step % 2 === 0 ? ANA : MAX)
    made += credit.runs.filter(run => !before.has(run)).length
  }
  expect(credit.runs.length).toBeGreaterThan(1_000)
  // What was written, and the two halves of the run that it was written into.
  expect(made).toBeLessThanOrEqual(3 * STEPS)
})

test('[D60] the words alone are those that stand there with their marks', () => {
  const doc = emptyBoard()
  setJointText(doc, 'agreement', ARTICLE)
  const fragment = jointTextOf(doc, 'agreement')
  const first = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  first.format(4, 9, { bold: {} })
  first.delete(0, 4)
  RESTRUCTURES.list?.(fragment)
  expect(plainText(readWords(fragment))).toBe(plainText(readRich(fragment)))
  expect(plainText(readWords(fragment))).toMatch(/^committee meets/)
})
