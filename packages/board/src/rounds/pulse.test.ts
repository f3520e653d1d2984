import { expect, test } from 'vitest'
import { reportFor, resultFor } from '../attribution.ts'
import { refusalOf } from '../decide.ts'
import { RoundId } from '../ids.ts'
import type { Move, MoveRequest } from '../moves.ts'
import type { Process } from '../process.ts'
import { report } from '../report/index.ts'
import { printReport } from '../report/print.ts'
import { NO_RULES, type Rules } from '../rules.ts'
import { emptyBoard, MANAGEMENT, member, people, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import type { Anonymity } from '../weighing/disclosure.ts'
import type { PulseStep } from './pulseScales.ts'
import { sideResult } from './result.ts'
import type { PulseResult } from './results.ts'
import type { Round } from './round.ts'
import { type Played, playRounds } from './testing.ts'

const { ana, ugo, max, mia, fay, obi } = people
const R = RoundId.parse('r1')
const crowd = ['Eva', 'Ivo', 'Oda'].map(name => member(name, { side: UNION }))
const board = watchBoard(emptyBoard()).view()
const inForce = (rules: Partial<Rules> = {}) =>
  processAfter(
    [
      [fay, { type: 'rules.propose', rules: { ...NO_RULES, ...rules } }],
      [ana, { type: 'rules.accept', version: 1 }],
      [max, { type: 'rules.accept', version: 1 }],
    ],
    { members: [...Object.values(people), ...crowd] },
  )

const open = (anonymity: Anonymity = 'named', more: object = {}): MoveRequest => ({
  ...{ type: 'round.open', round: R, kind: 'pulse', anonymity },
  ...more,
})
const says = (step: PulseStep, why?: string): MoveRequest => ({
  ...{ type: 'round.submit', round: R },
  answer: { step, ...(why !== undefined && { why }) },
})
const close: MoveRequest = { type: 'round.close', round: R }
const release: MoveRequest = { type: 'round.release', round: R, spread: true }
const play = (moves: Played, from = inForce()) => {
  const { process, answers } = playRounds(from, moves, () => board)
  return { process, answers, round: process.rounds.get(R) as Round }
}
const asks = (process: Process, who: typeof ana, move: MoveRequest) => refusalOf({ process, board, member: who, move })
const resultIn = ({ state }: Round) => (state.is === 'released' ? (state.result as PulseResult) : null)

const ANSWERED: Played = [
  [ana, says('well')],
  [ugo, says('badly', 'We never come to our turn')],
  [max, says('very-well', 'We are on time')],
  [mia, says('well')],
]
const RELEASED: Played = [...ANSWERED, [fay, close], [ana, release], [max, release]]

test('[N14] a pulse needs nothing on the table, is asked by whoever runs rounds, and answered in the steps of its own question', () => {
  expect([fay, ana, ugo, obi].map(who => asks(inForce(), who, open()))).toEqual([
    null,
    null,
    'not_co_chair',
    'read_only',
  ])
  const doing = play([[fay, open()]]).process
  const heard = play([[fay, open('named', { scale: 'heard' })]]).process
  expect([doing, heard].map(process => asks(process, ana, says('well')))).toEqual([null, 'wrong_scale'])
  expect(asks(doing, ana, { ...release, type: 'round.submit', answer: { value: 3 } } as MoveRequest)).toBe(
    'wrong_scale',
  )
  expect(asks(inForce(), fay, open('named', { scale: 'thumbs' }))).toBe('wrong_scale')
  expect(asks(inForce(), fay, open('named', { subject: { agreement: 1 } }))).toBe('unknown_option')
})

// By hand: of five steps the second is 4, the fourth 2; the union's mean (4 + 2) / 2 = 3, management's (5 + 4) / 2 = 4.5.
test('[N14] its result stands side by side and adds nothing up', () => {
  const { round } = play([[fay, open()], ...RELEASED])
  const result = resultIn(round)
  expect(result).toMatchObject({
    steps: { [UNION]: { mean: 3, n: 2, marks: [4, 2] }, [MANAGEMENT]: { mean: 4.5, marks: [5, 4] } },
    reasons: { [UNION]: [], [MANAGEMENT]: [] },
  })
  expect(Object.keys(result ?? {}).sort()).toEqual(['people', 'reasons', 'sides', 'steps'])
})

test('[N14] without names reasons have none and no order of their own; of too few only how many is told; a mean alone tells no reason', () => {
  const four: Played = [...ANSWERED, ...crowd.map(who => [who, says('so-so', `${who.name} says so`)] as const)]
  const own = (anonymity: Anonymity) => {
    const { process, round, answers } = play([[fay, open(anonymity)], ...four, [fay, close]])
    const of = (side: typeof UNION) =>
      sideResult({ rounds: process.rounds, round, side, answers, seen: [] }) as PulseResult
    return { union: of(UNION), management: of(MANAGEMENT) }
  }
  const { union, management } = own('side')
  expect(union.reasons[UNION]).toEqual(['Eva says so', 'Ivo says so', 'Oda says so', 'We never come to our turn'])
  expect(union.people).toBeUndefined()
  expect(management).toMatchObject({
    sides: { [MANAGEMENT]: { answered: 2, hidden: 'few' } },
    reasons: { [MANAGEMENT]: [] },
  })
  const alone = own('none').union
  expect(alone.reasons[UNION]).toEqual([])
  expect(alone.steps[UNION]).toMatchObject({ mean: (4 + 2 + 3 * 3) / 5, n: 5 })
  expect(alone.steps[UNION]).not.toHaveProperty('marks')
})

const SIDE = { attribution: 'side' } as const
const minutesOf = ({ state }: Round) => {
  const stamp = { at: '2026-09-01T10:00:00.000Z', by: max.id, side: MANAGEMENT }
  const result = state.is === 'released' ? state.result : undefined
  return [{ ...stamp, ...release, result, seq: 9 }] as unknown as Move[]
}
const reportOf = (process: Process, round: Round) =>
  report({ process, board, minutes: minutesOf(round), head: { joint: 9, minutes: 9, chain: 'abc' } })

test('[N15] names of the other side are left out of a result, with reasons kept; one’s own side’s stay', () => {
  const { process, round } = play([[fay, open()], ...RELEASED], inForce(SIDE))
  const told = [ana, max, fay].map(reader => resultFor(resultIn(round) as PulseResult, round, { process, reader }))
  expect(told.map(result => result.people?.map(one => one.member))).toEqual([
    [ana.id, ugo.id].sort(),
    [max.id, mia.id].sort(),
    undefined,
  ])
  expect(told.map(({ reasons }) => [reasons[UNION], reasons[MANAGEMENT]])).toEqual([
    [[], ['We are on time']],
    [['We never come to our turn'], []],
    [['We never come to our turn'], ['We are on time']],
  ])
  expect(told[0]?.steps).toEqual(resultIn(round)?.steps)
})

test('[N15] names that were left out at the opening stay so under later rules, and those that were told go under stricter ones', () => {
  const later = (rules: Partial<Rules>, process: Process): Process => {
    const inForceNow = { ...(process.rules.inForce as NonNullable<Process['rules']['inForce']>) }
    return { ...process, rules: { ...process.rules, inForce: { ...inForceNow, rules: { ...NO_RULES, ...rules } } } }
  }
  const seen = (then: Partial<Rules>, now: Partial<Rules>) => {
    const { process, round } = play([[fay, open()], ...RELEASED], inForce(then))
    const at = { process: later(now, process), reader: max }
    return resultFor(resultIn(round) as PulseResult, round, at).people?.some(({ side }) => side === UNION) ?? false
  }
  expect([seen({}, {}), seen(SIDE, {}), seen({}, SIDE), seen(SIDE, SIDE)]).toEqual([true, false, false, false])
})

test('[N15] no format of the report names who of the other side answered what', () => {
  const { process, round } = play([[fay, open()], ...RELEASED], inForce(SIDE))
  const whole = reportOf(process, round)
  const { members: _members, ...own } = reportFor(whole, process, ana)
  const parts = JSON.stringify([own.pulses, own.consensus, own.minutes])
  expect([ana, ugo, max, mia].map(({ id }) => parts.includes(`"member":"${id}"`))).toEqual([true, true, false, false])
  expect(parts).toContain('We are on time')
  for (const format of ['md', 'html', 'csv'] as const) {
    const printed = printReport(whole, { format, language: 'en' })
    expect([printed.includes('We are on time'), /How are we doing/.test(printed)]).toEqual([true, true])
    expect([ana, ugo, mia].filter(({ name }) => printed.includes(name))).toEqual([])
  }
})
