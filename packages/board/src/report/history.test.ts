import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { agreementEntry } from '../agreement/entry.ts'
import { linkCards, setJointText } from '../edit.ts'
import { RoundId } from '../ids.ts'
import type { Move } from '../moves.ts'
import { applyMove } from '../process.ts'
import { copyRich, type RichNode } from '../richtext.ts'
import { playRounds } from '../rounds/testing.ts'
import { NO_RULES } from '../rules.ts'
import { jointTextOf } from '../schema.ts'
import { emptyBoard, people, post, processAfter } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { report } from './index.ts'
import { printReport } from './print.ts'

const { ana, ugo, max, mia, fay } = people

test('[G9] a version keeps what its clauses serve, and the report tells how each came about', () => {
  const doc = emptyBoard()
  const option = post(doc, fay, { kind: 'option', text: 'Two floating teachers' })
  const interest = post(doc, ana, { kind: 'interest', text: 'Preparation time' })
  const suggested = post(doc, max, { kind: 'interest', text: 'A cost that can be planned' })
  const criterion = post(doc, fay, { kind: 'criterion', text: 'Works on the worst day' })
  const link = linkCards(doc, { from: option, to: interest, kind: 'serves', by: max.id, side: max.side })
  linkCards(doc, { from: option, to: suggested, kind: 'serves', by: ana.id, side: ana.side })
  const clause = 'Two floating teachers cover the first day.'
  const words: RichNode = {
    ...{ type: 'text', text: clause },
    marks: { link: { href: `https://jointly.example/board/board#card=${option}` } },
  }
  const line: RichNode = { type: 'paragraph', attrs: {}, content: [words] }
  jointTextOf(doc, 'agreement').insert(0, copyRich([line]) as Y.XmlElement[])
  const { view } = watchBoard(doc)

  const ruled = processAfter([
    [fay, { type: 'rules.propose', rules: NO_RULES }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
    [ana, { type: 'link.confirm', link }],
  ])
  const round = RoundId.parse('round')
  const answer = (word: 'meets' | 'partly') => ({ ratings: { [option]: { [criterion]: word } } })
  const { process: weighed } = playRounds(
    ruled,
    [
      [fay, { type: 'round.open', round, kind: 'rating', anonymity: 'named' }],
      [ana, { type: 'round.submit', round, answer: answer('meets') }],
      [ugo, { type: 'round.submit', round, answer: answer('partly') }],
      [max, { type: 'round.submit', round, answer: answer('partly') }],
      [mia, { type: 'round.submit', round, answer: answer('partly') }],
      [fay, { type: 'round.close', round }],
      [ana, { type: 'round.release', round }],
      [max, { type: 'round.release', round }],
    ],
    view,
  )
  const proposed = agreementEntry({ type: 'agreement.propose' }, { process: weighed, board: view(), member: fay })
  const process = applyMove(weighed, {
    ...{ ...proposed, seq: weighed.seq + 1, at: '2026-09-02T09:00:00.000Z', by: fay.id, side: null },
  } as Move)
  // What is written afterwards belongs to another version.
  setJointText(doc, 'agreement', 'Something else altogether.')
  const minutes = [
    { type: 'rules.propose', rules: NO_RULES, seq: 2, at: '2026-09-01T09:01:00.000Z', by: fay.id, side: null },
    { ...proposed, seq: 14, at: '2026-09-02T09:00:00.000Z', by: fay.id, side: null },
  ] as Move[]
  const told = report({ process, board: view(), minutes, head: { joint: 9, minutes: 9, chain: 'abc' } })
  expect(told.agreement.clauses).toEqual([{ text: clause, cards: [option] }])

  const page = printReport(told, { format: 'md', language: 'en' })
  const row = page.split('\n').find(line => line.startsWith('|') && line.includes(clause)) ?? ''
  expect(row.split('|').map(cell => cell.trim().replaceAll('\\', ''))).toEqual([
    ...['', clause, 'Two floating teachers', 'Works on the worst day: Union 75, Management 50'],
    ...['Union: Preparation time', ''],
  ])
  expect(page).toContain('2026-09-01')
  expect(page).toContain('2026-09-02')
})
