import { expect, test } from 'vitest'
import { decide, refusalOf } from './decide.ts'
import { erasureOf, openErasures } from './erasures.ts'
import type { MoveRequest } from './moves.ts'
import type { Member } from './people.ts'
import { NO_RULES } from './rules.ts'
import { emptyBoard, people, post, processAfter } from './testing.ts'
import { watchBoard } from './view.ts'
import { wordingOf } from './wording.ts'

const { ana, ugo, max, fay, obi } = people
const doc = emptyBoard()
const card = post(doc, ana, { kind: 'note', text: 'Jonathan was hurt' })
const board = watchBoard(doc).view()

type Moves = NonNullable<Parameters<typeof processAfter>[0]>

const UNDER_RULES: Moves = [
  [fay, { type: 'rules.propose', rules: NO_RULES }],
  [ana, { type: 'rules.accept', version: 1 }],
  [max, { type: 'rules.accept', version: 1 }],
]
const propose: Moves[number][1] = { type: 'erase.propose', cards: [card] }
/** The first proposal is the fifth entry of the minutes. */
const accept: Moves[number][1] = { type: 'erase.accept', proposal: 5 }
const after = (...moves: Moves) => processAfter([...UNDER_RULES, ...moves])
const refusals = (process: ReturnType<typeof after>, move: MoveRequest, ...who: Member[]) =>
  who.map(member => {
    const decision = decide({ process, board, member, move, now: 0 })
    return 'refused' in decision ? decision.refused : 'taken'
  })

test('[M30] whoever acts for a deciding side proposes, and a facilitator, once ground rules are in force', () => {
  expect([refusals(processAfter(), propose, ana), refusals(after(), propose, ana, max, fay, ugo, obi)]).toEqual([
    ['rules_not_in_force'],
    ['taken', 'taken', 'taken', 'not_co_chair', 'read_only'],
  ])
})

test('[M30] a proposal is its side’s yes, the other side’s is the last; a facilitator’s is nobody’s', () => {
  const byAna = after([ana, propose])
  const byFay = after([fay, propose], [ana, accept])
  expect([refusals(byAna, accept, ana, max, ugo, fay), refusals(byFay, accept, ana, max)]).toEqual([
    ['already_accepted', 'taken', 'not_co_chair', 'not_co_chair'],
    ['already_accepted', 'taken'],
  ])
})

test('[M30] what is proposed, erased, or no card, is not proposed again, and what is done is not agreed to again', () => {
  const done = after([ana, propose], [max, accept])
  expect([
    refusals(after([ana, propose]), propose, max),
    refusals(done, propose, ana),
    refusals(done, accept, max),
    refusals(after(), { type: 'erase.propose', cards: ['none' as typeof card] }, ana),
    refusals(after(), accept, ana),
  ]).toEqual([['already_proposed'], ['already_erased'], ['already_erased'], ['no_such_card'], ['no_such_proposal']])
})

test('[M31] an erased card says so with who agreed and when; before the last yes it is only proposed', () => {
  const open = after([ana, propose])
  const done = after([ana, propose], [max, accept])
  expect([erasureOf(open, card), openErasures(open).map(({ cards }) => cards), openErasures(done)]).toEqual([
    undefined,
    [[card]],
    [],
  ])
  expect([...(erasureOf(done, card)?.accepted ?? [])]).toEqual([
    ['union', ana.id],
    ['management', max.id],
  ])
  expect(erasureOf(done, card)?.done).toBe('2026-09-01T09:05:00.000Z')
})

test('[M35] whoever proposed it takes it back until it is done, and nobody else does; then it can be proposed anew', () => {
  const takeBack: Moves[number][1] = { type: 'erase.withdraw', proposal: 5 }
  const open = after([ana, propose])
  const back = after([ana, propose], [ana, takeBack])
  expect([
    refusals(open, takeBack, ana, max, fay, ugo),
    refusals(after([ana, propose], [max, accept]), takeBack, ana),
    refusals(back, accept, max),
    refusals(back, propose, max),
    openErasures(back),
  ]).toEqual([
    ['taken', 'not_your_proposal', 'not_your_proposal', 'not_your_proposal'],
    ['already_erased'],
    ['no_such_proposal'],
    ['taken'],
    [],
  ])
})

test('[M35] of an erased card nothing is adopted or confirmed', () => {
  const made = emptyBoard()
  const interest = post(made, ana, { kind: 'interest', text: 'That Jonathan is safe' })
  const shown = watchBoard(made).view()
  const wording = wordingOf(shown.card(interest) as NonNullable<ReturnType<typeof shown.card>>)
  const process = after([ana, { type: 'erase.propose', cards: [interest] }], [max, accept])
  const ask = (type: 'interest.adopt' | 'interest.confirm', at = process) =>
    refusalOf({ process: at, board: shown, member: max, move: { type, card: interest, wording } })
  expect([ask('interest.adopt'), ask('interest.confirm'), ask('interest.adopt', after())]).toEqual([
    ...['already_erased', 'already_erased', null],
  ])
})
