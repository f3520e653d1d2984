import { describe, expect, test } from 'vitest'
import { refusalOf } from '../decide.ts'
import { RoundId, type SideId } from '../ids.ts'
import type { Move, MoveRequest } from '../moves.ts'
import { applyMove, type Process } from '../process.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, MANAGEMENT, member, people, post, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { type Answer, ROUND_KINDS, type RoundKind } from './answers.ts'
import { KINDS } from './kinds.ts'
import { sideResult } from './result.ts'
import type { Round } from './round.ts'
import { type Played, playRounds } from './testing.ts'

const { ana, ugo, max, mia, fay } = people
const R = RoundId.parse('r1')
const advisers = member('Pia', { side: 'parents' as SideId, role: 'co-chair' })

const doc = emptyBoard()
const rota = post(doc, fay, { kind: 'option', text: 'A rota drawn up each month' })
const fit = post(doc, fay, { kind: 'criterion', text: 'Works on the worst day' })
const fair = post(doc, fay, { kind: 'criterion', text: 'Fair' })
const board = watchBoard(doc).view()

const ALL_ON = { ...NO_RULES, points: true, weights: true, map: true }
const inForce = (rules = ALL_ON) =>
  processAfter(
    [
      [fay, { type: 'rules.propose', rules }],
      [ana, { type: 'rules.accept', version: 1 }],
      [max, { type: 'rules.accept', version: 1 }],
    ],
    { members: [...Object.values(people), advisers] },
  )

type Who = typeof ana
const open = (kind: RoundKind, more: object = {}): MoveRequest => ({
  ...{ type: 'round.open', round: R, kind, anonymity: 'named' },
  ...(kind === 'consensus' && { subject: { options: [rota] } }),
  ...more,
})
const submit = (answer: Answer): MoveRequest => ({ type: 'round.submit', round: R, answer })
const close: MoveRequest = { type: 'round.close', round: R }
const release: MoveRequest = { type: 'round.release', round: R, spread: true }

const asks = (process: Process, who: Who, move: MoveRequest) => refusalOf({ process, board, member: who, move })
const play = (moves: Played, from = inForce()) => {
  const { process, answers } = playRounds(from, moves, () => board)
  return { process, answers, round: process.rounds.get(R) as Round }
}

const points = (onFit: number, onFair: number): Answer => ({ points: { [fit]: onFit, [fair]: onFair } })
const ranks = (ofFit: number, ofFair: number): Answer => ({ ranks: { [fit]: ofFit, [fair]: ofFair } })

test('[N8] what is a bargaining secret is asked only where every co-chair has switched it on', () => {
  const needs = ROUND_KINDS.map(kind => [kind, asks(inForce(NO_RULES), ana, open(kind))])
  expect(Object.fromEntries(needs)).toEqual({
    rating: null,
    weights: 'not_switched_on',
    ranks: 'not_switched_on',
    'no-agreement': 'not_switched_on',
    consensus: null,
    pulse: null,
  })
  expect(ROUND_KINDS.map(kind => asks(inForce(), ana, open(kind)))).toEqual(ROUND_KINDS.map(() => null))
})

test('[N8] rounds of different kinds run side by side, two of one kind do not', () => {
  const { process } = play([[fay, open('weights')]])
  expect(asks(process, fay, open('rating', { round: 'r2' }))).toBeNull()
  expect(asks(process, fay, open('weights', { round: 'r2' }))).toBe('round_running')
})

describe('[N9] weights', () => {
  test('[N9] are asked about every criterion, and no option', () => {
    const { round } = play([[fay, open('weights')]])
    expect([round.subject.options, round.subject.criteria.map(({ id }) => id), round.scale]).toEqual([
      [],
      [fit, fair],
      'points',
    ])
    expect(asks(inForce(), fay, open('weights', { scale: 'words' }))).toBe('wrong_scale')
  })

  test('[N9] need a number for every criterion, in range, and one above 0', () => {
    const { process } = play([[fay, open('weights')]])
    const refused = (answer: Answer) => asks(process, ana, submit(answer))
    expect([
      refused(points(100, 40)),
      refused({ points: { [fit]: 100 } }),
      refused(points(0, 0)),
      refused(points(101, 40)),
      refused(points(-1, 40)),
      refused({ points: {} }),
      refused({ points: { other: 100 } } as Answer),
      refused(ranks(1, 2)),
    ]).toEqual([
      null,
      'not_every_criterion',
      'not_every_criterion',
      'value_out_of_range',
      'value_out_of_range',
      'nothing_answered',
      'unknown_option',
      'wrong_scale',
    ])
  })

  // By hand: Ana 100/(100+25) = 0.8, Ugo 0.4; their mean 0.6, however many points each gave.
  test('[N9] of a side are the mean of its members’, each normalised first', () => {
    const { round } = play([
      [fay, open('weights')],
      [ana, submit(points(100, 25))],
      [ugo, submit(points(40, 60))],
      [max, submit(points(50, 50))],
      [fay, close],
      [ana, release],
      [max, { type: 'round.release', round: R }],
    ])
    const result = round.state.is === 'released' ? round.state.result : null
    expect(result).toMatchObject({
      sides: { [UNION]: { answered: 2, spread: true }, [MANAGEMENT]: { answered: 1, spread: false } },
      weights: {
        [fit]: { [UNION]: { mean: expect.closeTo(0.6), n: 2, missing: 0 }, [MANAGEMENT]: { mean: 0.5, spread: null } },
        [fair]: { [UNION]: { mean: expect.closeTo(0.4), marks: [0.6, 0.2] } },
      },
      people: [
        { member: ana.id, weights: { [fit]: 0.8, [fair]: 0.2 } },
        { member: ugo.id, weights: { [fit]: 0.4, [fair]: 0.6 } },
      ],
    })
  })

  // Rank-order centroid of two: (1 + 1/2) / 2 = 0.75 and 0.25.
  test('[N9] follow from places where somebody only ranks; equal places share', () => {
    const { process, round, answers } = play([
      [fay, open('ranks')],
      [ana, submit(ranks(1, 2))],
      [ugo, submit(ranks(1, 1))],
      [fay, close],
    ])
    const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen: [] })
    expect(own).toMatchObject({ weights: { [fit]: { [UNION]: { mean: 0.625, marks: [0.75, 0.5] } } } })
    const asked = play([[fay, open('ranks')]]).process
    expect([ranks(0, 1), ranks(1, 3), ranks(1.5, 1)].map(answer => asks(asked, ana, submit(answer)))).toEqual([
      'value_out_of_range',
      'value_out_of_range',
      'value_out_of_range',
    ])
  })

  test('[N9] of fewer than four without names are not told', () => {
    const { process, round, answers } = play([
      [fay, open('weights', { anonymity: 'side' })],
      [ana, submit(points(100, 25))],
      [ugo, submit(points(40, 60))],
      [fay, close],
    ])
    const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen: [] })
    expect(own).toMatchObject({
      sides: { [UNION]: { answered: 2, hidden: 'few' } },
      weights: { [fit]: { [UNION]: { hidden: true, mean: null } } },
    })
    expect(own).not.toHaveProperty('people')
  })
})

describe('[N10] what no agreement is worth', () => {
  const opened: readonly (readonly [Who, MoveRequest])[] = [[ana, open('no-agreement')]]

  test('[N10] is asked of one side by whoever acts for it, and answered by that side alone', () => {
    expect([fay, ugo, advisers].map(who => asks(inForce(), who, open('no-agreement')))).toEqual([
      'no_side',
      'not_co_chair',
      'advising_side',
    ])
    const { process, round } = play(opened)
    expect([round.of, asks(process, ugo, submit({ value: 40 }))]).toEqual([UNION, null])
    expect([
      asks(process, mia, submit({ value: 40 })),
      asks(process, ugo, submit({ value: 101 })),
      asks(process, fay, close),
      asks(process, max, close),
      asks(process, max, { type: 'round.cancel', round: R }),
      // The other side asks itself in its own time.
      asks(process, max, open('no-agreement', { round: 'r2' })),
    ]).toEqual(['not_your_side', 'value_out_of_range', 'not_co_chair', 'not_co_chair', 'not_co_chair', null])
  })

  test('[N10] is released by that side alone, and waits for nobody else', () => {
    const moves = [...opened, [ana, submit({ value: 30 })], [ugo, submit({ value: 50 })], [ana, close]] as const
    expect(asks(play(moves).process, max, release)).toBe('not_your_side')
    const { state } = play([...moves, [ana, release]]).round
    expect(state.is === 'released' && state.result).toEqual({
      sides: { [UNION]: { answered: 2, spread: true } },
      value: { [UNION]: { mean: 40, spread: 10, n: 2, missing: 0, marks: [50, 30] } },
      people: [
        { member: ana.id, side: UNION, value: 30 },
        { member: ugo.id, side: UNION, value: 50 },
      ],
    })
  })
})

test('[N8] every kind says whom it asks, in what and about what', () => {
  expect(ROUND_KINDS.map(kind => [kind, KINDS[kind].asks, KINDS[kind].about.length])).toEqual([
    ['rating', 'everybody', 2],
    ['weights', 'everybody', 1],
    ['ranks', 'everybody', 1],
    ['no-agreement', 'own-side', 0],
    ['consensus', 'everybody', 1],
    ['pulse', 'everybody', 0],
  ])
})

test('[M7] a round of a kind that a newer version asks is no round here', () => {
  const entry = {
    type: 'round.open',
    round: R,
    kind: 'dots',
    anonymity: 'named',
    subject: { options: [], criteria: [] },
  }
  const stamp = { seq: 9, at: '2026-09-01T10:00:00.000Z', by: fay.id, side: null }
  expect(applyMove(inForce(), { ...entry, ...stamp } as unknown as Move).rounds.size).toBe(0)
})
