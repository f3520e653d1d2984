import { expect, test } from 'vitest'
import { type CardId, RoundId } from '../ids.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, MANAGEMENT, member, people, post, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { report } from './index.ts'
import { printReport } from './print.ts'
import { fullReport, player } from './testing.ts'
import { REPORT_WORDS } from './words/index.ts'

const { ana, ugo, max, mia, fay } = people
const crowd = ['Eva', 'Ivo'].map(name => member(name, { side: UNION }))
const FORMATS = ['md', 'html', 'csv'] as const
const { ordinal: say } = REPORT_WORDS.en

/** One cell in words: the union splits in two, the management agrees; each side releases its spread, or the union alone does not. */
const worded = (anonymity: 'named' | 'side' | 'none', { ofUnion }: { ofUnion: boolean }) => {
  const doc = emptyBoard()
  const option = post(doc, fay, { kind: 'option', text: 'A rota' })
  const criterion = post(doc, fay, { kind: 'criterion', text: 'Fair' })
  const { view } = watchBoard(doc)
  const play = player(processAfter([], { members: [...Object.values(people), ...crowd] }), view)
  const round = RoundId.parse('words')
  const said = [ana, ugo, ...crowd, max, mia].map((who, i) => {
    const rating = who.side === MANAGEMENT ? 'partly' : i % 2 === 0 ? 'meets' : 'not'
    return [who, { type: 'round.submit', round, answer: { ratings: { [option]: { [criterion]: rating } } } }] as const
  })
  play([
    [fay, { type: 'rules.propose', rules: NO_RULES }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
    [fay, { type: 'round.open', round, kind: 'rating', anonymity }],
    ...said,
    [fay, { type: 'round.close', round }],
    [ana, { type: 'round.release', round, ...(ofUnion && { spread: true as const }) }],
    [max, { type: 'round.release', round, spread: true }],
  ])
  const made = report({
    ...{ process: play.process(), board: view(), minutes: play.minutes() },
    head: { joint: 1, minutes: 1, chain: 'c' },
  })
  return { made, at: (side: string) => ({ option: option as CardId, criterion: criterion as CardId, side }) }
}

test('[Q15] the report tells how alike the words of a side are, where each of them is shown', () => {
  const { made, at } = worded('named', { ofUnion: true })
  expect(made.weighing?.ordinal).toEqual([
    { ...at(UNION), vanDerEijkA: -1, tastleWierman: 0 },
    { ...at(MANAGEMENT), vanDerEijkA: 1, tastleWierman: 1 },
  ])
  for (const format of FORMATS) {
    const text = printReport(made, { format, language: 'en' })
    expect(text).toContain(say.how)
    expect(text).toMatch(
      format === 'csv' ? /"100 · 100 · 0 · 0",-1,0/ : /100 · 100 · 0 · 0(<br>|\n)*A \\?-1, consensus measure 0/,
    )
  }
  expect(printReport(made, { format: 'md', language: 'es' })).toContain(REPORT_WORDS.es.ordinal.how)
})

test('[Q15] and of no others: not of a side that released its means alone, not where no answer is shown by itself', () => {
  const kept = worded('named', { ofUnion: false })
  expect(kept.made.weighing?.ordinal).toEqual([{ ...kept.at(MANAGEMENT), vanDerEijkA: 1, tastleWierman: 1 }])
  const nameless = worded('none', { ofUnion: true }).made
  expect(nameless.weighing?.ordinal).toEqual([])
  for (const format of FORMATS) expect(printReport(nameless, { format, language: 'en' })).not.toContain(say.how)
})

// By hand: endorse and reservations are two of eight rungs, so are discuss and veto; hardly and mostly two of five.
test('[Q15] of consensus tests and pulses too, in the rungs of their scales', () => {
  const { consensus, pulses } = fullReport()
  expect(consensus[0]?.ordinal).toMatchObject({
    [UNION]: { tastleWierman: expect.closeTo(1 + Math.log2(1 - 1 / 7), 12) },
    [MANAGEMENT]: { tastleWierman: expect.closeTo(1 + Math.log2(1 - 1.5 / 7), 12) },
  })
  expect(pulses[0]?.ordinal).toEqual({
    [UNION]: { vanDerEijkA: expect.any(Number), tastleWierman: expect.closeTo(1 + Math.log2(1 - 1 / 4), 12) },
    [MANAGEMENT]: { vanDerEijkA: 1, tastleWierman: 1 },
  })
})
