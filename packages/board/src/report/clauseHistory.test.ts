import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { linkCards, putAway } from '../edit.ts'
import type { CardId, LinkId } from '../ids.ts'
import { linkEntry } from '../linkStanding.ts'
import { copyRich, type RichNode } from '../richtext.ts'
import { NO_RULES } from '../rules.ts'
import { jointTextOf } from '../schema.ts'
import { emptyBoard, people, post, processAfter, words } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { type BoardAt, report } from './index.ts'
import { printReport } from './print.ts'
import { player, round } from './testing.ts'

const { ana, max, fay } = people
const CLAUSE = 'Two floating teachers cover the first day.'

/** An option that a clause takes up, rated and signed; and what is said of it afterwards. */
const signedBoard = () => {
  const doc = emptyBoard()
  const option = post(doc, fay, { kind: 'option', text: 'Two floating teachers' })
  const criterion = post(doc, fay, { kind: 'criterion', text: 'Works on the worst day' })
  const interests = ['Preparation time', 'Lessons that go on'].map(text => post(doc, ana, { kind: 'interest', text }))
  const links = interests.map(to => linkCards(doc, { from: option, to, kind: 'serves', by: max.id, side: max.side }))
  const clause: RichNode = {
    ...{ type: 'text', text: CLAUSE },
    marks: { link: { href: `https://jointly.example/board/board#card=${option}` } },
  }
  jointTextOf(doc, 'agreement').insert(
    0,
    copyRich([{ type: 'paragraph', attrs: {}, content: [clause] }]) as Y.XmlElement[],
  )
  const { view } = watchBoard(doc)
  const play = player(processAfter(), view)
  const rate = (name: string, [union, management]: readonly ['meets' | 'not', 'meets' | 'not']) => {
    const answer = (rating: 'meets' | 'not') => ({ ratings: { [option]: { [criterion]: rating } } })
    const answers = { ana: answer(union), ugo: answer(union), max: answer(management), mia: answer(management) }
    play(round(name, { kind: 'rating' }, answers))
  }
  const confirm = (i: number) => play([[ana, linkEntry({ type: 'link.confirm', link: links[i] as LinkId }, view())]])
  play([
    [fay, { type: 'rules.propose', rules: NO_RULES }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
  ])
  rate('before', ['meets', 'not'])
  confirm(0)
  play([
    [fay, { type: 'agreement.propose' }],
    [ana, { type: 'agreement.sign', version: 1 }],
  ])
  const told = (signed: BoardAt | null = null) =>
    report({
      signed,
      process: play.process(),
      board: view(),
      minutes: play.minutes(),
      head: { joint: 9, minutes: 9, chain: 'abc' },
    })
  const reword = () => words(doc, option).insert(0, 'Not ')
  return { doc, play, rate, confirm, reword, told, cards: { option, criterion, interests } }
}

test('[G11] what is rated and confirmed after the last signature is none of the history of the version', () => {
  const { play, rate, confirm, reword, told, cards } = signedBoard()
  play([[max, { type: 'agreement.sign', version: 1 }]])
  const { at } = play.process()
  const fixed = told().agreement.history
  expect(fixed).toEqual({
    ...{ asOf: at, cardsAsOf: null },
    words: {
      [cards.option]: 'Two floating teachers',
      [cards.criterion]: 'Works on the worst day',
      [cards.interests[0] as CardId]: 'Preparation time',
      [cards.interests[1] as CardId]: 'Lessons that go on',
    },
    clauses: [
      {
        text: CLAUSE,
        options: [{ option: cards.option, means: { [cards.criterion]: { union: 100, management: 0 } } }],
        interests: [cards.interests[0]],
        others: [],
      },
    ],
  })

  rate('after', ['not', 'meets'])
  confirm(1)
  const later = told()
  expect(later.agreement.history).toEqual(fixed)
  expect(later.weighing?.ratings[cards.option]?.[cards.criterion]).toMatchObject({
    union: { mean: 0 },
    management: { mean: 100 },
  })
  const page = printReport(later, { format: 'md', language: 'en' })
  expect(page).toContain(`as they stood at the last signature, ${at.slice(0, 10)} ${at.slice(11, 16)} UTC;`)
  expect(page).toContain('Works on the worst day: Union 100, Management 0')
  // Nor is what was confirmed by then undone by words of now.
  reword()
  expect(told().agreement.history.clauses).toEqual(fixed.clauses)
})

test('[G11] what is reworded or put away after the last signature changes no word of the history', () => {
  const { doc, play, told, cards } = signedBoard()
  play([[max, { type: 'agreement.sign', version: 1 }]])
  const row = play.process().agreement[0]?.agreedRow ?? 0
  const lay = new Y.Doc()
  Y.applyUpdate(lay, Y.encodeStateAsUpdate(doc))
  const signed = { row, board: watchBoard(lay).view() }
  const before = told(signed).agreement
  words(doc, cards.option).insert(0, 'Not even one of the ')
  putAway(doc, cards.interests[1] as CardId)
  expect(told(signed).agreement).toEqual(before)
  expect(before.history.cardsAsOf).toBe(before.agreedAt)
  const clauseRow = (of: BoardAt | null) =>
    printReport(told(of), { format: 'csv', language: 'en' })
      .split('\r\n')
      .find(line => line.includes(`"${CLAUSE}","`))
  expect(clauseRow(signed)).toContain('"Two floating teachers"')
  expect(clauseRow(null)).toContain('"Not even one of the Two floating teachers"')
  // What lay there at another moment tells nothing of this one.
  expect(told({ ...signed, row: row - 1 }).agreement.history.cardsAsOf).toBeNull()
})

test('[G11] until then the history is that of now', () => {
  const { rate, confirm, told, cards } = signedBoard()
  rate('after', ['not', 'meets'])
  confirm(1)
  expect(told().agreement.history).toMatchObject({
    asOf: null,
    clauses: [
      { options: [{ means: { [cards.criterion]: { union: 0, management: 100 } } }], interests: cards.interests },
    ],
  })
})

test('[G8] the report names the interests that no clause serves, as things stood at the last signature', () => {
  const { play, confirm, told, cards } = signedBoard()
  const [, suggested] = cards.interests
  expect(told().agreement.leftOut).toEqual([{ card: suggested, suggested: true }])
  play([[max, { type: 'agreement.sign', version: 1 }]])
  confirm(1)
  expect(told().agreement.leftOut).toEqual([{ card: suggested, suggested: true }])
  for (const format of ['md', 'html', 'csv'] as const) {
    const page = printReport(told(), { format, language: 'es' })
    expect(page.slice(page.indexOf('Intereses que ninguna cláusula atiende'))).toMatch(
      /^[\s\S]{0,200}Union: Lessons that go on \\?\(sugerida\\?\)/,
    )
  }
})

test('[G9] a fact or a criterion that a clause leads to is none of the interests that it serves', () => {
  const doc = emptyBoard()
  const option = post(doc, fay, { kind: 'option', text: 'Two floating teachers' })
  const fact = post(doc, max, { kind: 'fact', text: 'Absences cost 2 million a year' })
  const criterion = post(doc, max, { kind: 'criterion', text: 'Works on the worst day' })
  const interest = post(doc, ana, { kind: 'interest', text: 'Preparation time' })
  const cards = [fact, option, criterion, interest]
  const content = cards.map(
    (id): RichNode => ({
      ...{ type: 'text', text: `${id} ` },
      marks: { link: { href: `https://jointly.example/board/board#card=${id}` } },
    }),
  )
  jointTextOf(doc, 'agreement').insert(0, copyRich([{ type: 'paragraph', attrs: {}, content }]) as Y.XmlElement[])
  const head = { joint: 1, minutes: 1, chain: 'abc' }
  const told = report({ process: processAfter(), board: watchBoard(doc).view(), minutes: [], head })
  expect(told.agreement.history.clauses).toMatchObject([
    { options: [{ option }], interests: [interest], others: [fact, criterion] },
  ])
  const page = printReport(told, { format: 'csv', language: 'en' })
  expect(page).toContain(
    '"Union: Preparation time","Fact: Absences cost 2 million a year\r\nCriterion: Works on the worst day"',
  )
})
