import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setJointText } from './edit.ts'
import { passageAt, type Span, spansOf } from './passages.ts'
import { paragraphs } from './richtext.ts'
import { jointTextOf } from './schema.ts'
import { emptyBoard } from './testing.ts'

const TEXT = 'The committee meets each month.\nIts minutes are open to all staff.'
/** The board, its agreement, and a passage on the given words of it. */
const chosen = (words: string, text = TEXT) => {
  const doc = emptyBoard()
  setJointText(doc, 'agreement', text)
  const fragment = jointTextOf(doc, 'agreement')
  const from = text.replaceAll('\n', '').indexOf(words)
  const passage = passageAt(fragment, { from, to: from + words.length })
  if (passage === null) throw new Error('no such words')
  return { doc, fragment, passage, run: (i: number) => (fragment.get(i) as Y.XmlElement).get(0) as Y.XmlText }
}
const lettersOf = (fragment: Y.XmlFragment) =>
  [...fragment.createTreeWalker(node => node instanceof Y.XmlText)].map(text => (text as Y.XmlText).toString()).join('')
const at = (fragment: Y.XmlFragment, span: Span | null | undefined) =>
  span ? lettersOf(fragment).slice(span.from, span.to) : null
const shown = ({ fragment, passage }: ReturnType<typeof chosen>) => at(fragment, spansOf(fragment, [passage])[0])

test('[D81] a passage goes with its letters: others write before it, within it and behind it', () => {
  const of = chosen('meets each month')
  of.run(0).insert(0, 'From May on: ')
  of.fragment.insert(0, paragraphs('A first clause'))
  of.run(1).insert(of.run(1).length, ' Never else.')
  expect(shown(of)).toBe('meets each month')
  of.run(1).insert(35, 'and decides ')
  expect(shown(of)).toBe('meets eaand decides ch month')
})

test('[D81] what is deleted of it is no longer in it, its first letter too', () => {
  const of = chosen('meets each month')
  of.run(0).delete(14, 6)
  expect(shown(of)).toBe('each month')
  of.run(0).delete(14, of.run(0).length - 14)
  expect(shown(of)).toBe(null)
})

test('[D81] it reaches over paragraphs, and says them in lines', () => {
  const of = chosen('each month.Its minutes')
  expect(of.passage.quote).toBe('each month.\nIts minutes')
  expect(shown(of)).toBe('each month.Its minutes')
})

test('[D81] where an editor has made the letters anew it is where the same words stand, unless they stand twice', () => {
  const of = chosen('meets each month')
  of.fragment.delete(0, 1)
  expect(shown(of)).toBe(null)
  of.fragment.insert(1, paragraphs('The board meets each month.'))
  expect(shown(of)).toBe('meets each month')
  of.fragment.insert(0, paragraphs('A school meets each month.'))
  expect(shown(of)).toBe(null)
})

test('[D81] few letters are not looked for: they may stand elsewhere by chance', () => {
  const of = chosen('month')
  of.fragment.delete(0, 1)
  of.fragment.insert(0, paragraphs('One month of notice.'))
  expect(shown(of)).toBe(null)
})

test('[D81] letters that nobody has, or that were collected, are nowhere and break nothing', () => {
  const { fragment, passage } = chosen('meets each month')
  const strange = { ...passage, from: { client: 7, clock: 1e15 }, quote: 'never said here' }
  expect(spansOf(fragment, [strange, passage]).map(span => at(fragment, span))).toEqual([null, 'meets each month'])
})

test('[D81] every copy finds it in the same place, also where somebody undid a deletion', () => {
  const of = chosen('meets each month')
  const undo = new Y.UndoManager(of.fragment)
  of.run(0).delete(10, 15)
  undo.undo()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(of.doc))
  const fragment = jointTextOf(other, 'agreement')
  expect([shown(of), at(fragment, spansOf(fragment, [of.passage])[0])]).toEqual([
    'meets each month',
    'meets each month',
  ])
})

test('[D81] between no letters there is no passage', () => {
  const { fragment } = chosen('meets')
  expect([passageAt(fragment, { from: 3, to: 3 }), passageAt(fragment, { from: 900, to: 999 })]).toEqual([null, null])
  expect(passageAt(jointTextOf(emptyBoard(), 'issue'), { from: 0, to: 9 })).toBe(null)
})

test('[D81] a passage past the end ends with the last letter that stands, not before what somebody deleted there', () => {
  const { doc, fragment, run } = chosen('staff', 'Open to all staff')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const theirs = (jointTextOf(other, 'agreement').get(0) as Y.XmlElement).get(0) as Y.XmlText
  theirs.insert(17, ' and guests')
  theirs.delete(17, 11)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  const passage = passageAt(fragment, { from: 12, to: 900 })
  expect([run(0).toString(), passage?.to.client]).toEqual(['Open to all staff', doc.clientID])
})

test('[D81] a quote holds no half of a sign: an update could not carry it', () => {
  const fragment = chosen('One', 'One 🙂 two 🙂').fragment
  const quoteOf = (span: Span) => passageAt(fragment, span)?.quote
  expect([quoteOf({ from: 0, to: 5 }), quoteOf({ from: 5, to: 10 }), quoteOf({ from: 5, to: 6 })]).toEqual([
    ...['One ', ' two', undefined],
  ])
})
