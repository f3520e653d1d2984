import { expect, test } from 'vitest'
import { reportFor, showsName, unnamedSides } from './attribution.ts'
import { linkCards, postComment } from './edit.ts'
import { report } from './report/index.ts'
import { NO_RULES } from './rules.ts'
import { emptyBoard, MANAGEMENT, people, post, processAfter, UNION } from './testing.ts'
import { watchBoard } from './view.ts'
import { wordingOf } from './wording.ts'

const { ana, max, fay } = people
const SIDE = { ...NO_RULES, attribution: 'side' } as const

const table = () => {
  const doc = emptyBoard()
  const interest = post(doc, ana, { kind: 'interest', text: 'Experience that counts' })
  const option = post(doc, max, { kind: 'option', text: 'A rota drawn up each month' })
  const note = post(doc, fay, { kind: 'note', text: 'Second session' })
  postComment(doc, { about: interest, text: 'Which experience?', by: max.id, side: MANAGEMENT })
  linkCards(doc, { from: option, to: interest, kind: 'serves', by: max.id, side: MANAGEMENT })
  const board = watchBoard(doc).view()
  const wording = wordingOf(board.card(interest) as NonNullable<ReturnType<typeof board.card>>)
  const adopt = { type: 'interest.adopt', card: interest, wording } as const
  const process = processAfter([
    [ana, { type: 'rules.propose', rules: SIDE }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
    [max, adopt],
  ])
  const stamp = { at: '2026-09-01T09:00:00.000Z', by: max.id, side: MANAGEMENT }
  const minutes = [{ ...stamp, ...adopt, seq: 4 }, { ...stamp, type: 'rules.accept', version: 1, seq: 3 } as const]
  const made = report({ process, board, minutes, head: { joint: 9, minutes: 4, chain: 'abc' } })
  return { process, made, cards: { interest, option, note } }
}

test('[M34] with attribution by side the other sides see no name, their own side and everybody of a neutral does', () => {
  const sees = (rules: typeof SIDE | typeof NO_RULES) =>
    [UNION, MANAGEMENT, null].map(side => [ana, max, fay].map(reader => showsName({ side }, reader, rules)))
  expect(sees(NO_RULES)).toEqual([1, 2, 3].map(() => [true, true, true]))
  expect(sees(SIDE)).toEqual([
    [true, false, false],
    [false, true, false],
    [true, true, true],
  ])
  const { process } = table()
  expect([ana, fay].map(reader => unnamedSides(process, reader))).toEqual([[MANAGEMENT], [UNION, MANAGEMENT]])
})

test('[M34] the report leaves them out for that reader, says so, and keeps who acted for a side and every number', () => {
  const { process, made, cards } = table()
  const { namesLeftOut, ...hers } = reportFor(made, process, ana)
  expect(namesLeftOut).toEqual({ sides: [MANAGEMENT], note: expect.stringContaining('record still holds them') })
  const byOf = (of: readonly { id: string; by: unknown }[]) => new Map(of.map(({ id, by }) => [id, by]))
  expect([...byOf(hers.cards)]).toEqual([
    [cards.interest, ana.id],
    [cards.option, null],
    [cards.note, fay.id],
  ])
  expect(hers.links.map(({ by, side }) => [by, side])).toEqual([[null, MANAGEMENT]])
  expect(hers.minutes.map(({ type, by }) => [type, by])).toEqual([
    ['interest.adopt', null],
    ['rules.accept', max.id],
  ])
  const named = reportFor(made, process, max)
  expect(byOf(named.cards).get(cards.option)).toBe(max.id)
  expect(hers.comments.map(({ by, side }) => [by, side])).toEqual([[null, MANAGEMENT]])
  const rest = { cards: 0, comments: 0, links: 0, minutes: 0 }
  expect({ ...hers, ...rest }).toEqual({ ...made, ...rest })
})
