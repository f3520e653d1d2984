import { describe, expect, test } from 'vitest'
import { refusalOf } from '../decide.ts'
import { RoundId } from '../ids.ts'
import type { MoveRequest } from '../moves.ts'
import { applyMove, type Process } from '../process.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, people, post, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { closedByTime } from './decide.ts'
import { isDue, type Round } from './round.ts'
import { playRounds } from './testing.ts'

const { ana, max, fay } = people
const R = RoundId.parse('r1')
const END = Date.parse('2026-09-01T12:00:00Z')

const doc = emptyBoard()
const option = post(doc, fay, { kind: 'option', text: 'A rota drawn up each month' })
const criterion = post(doc, fay, { kind: 'criterion', text: 'Works on the worst day' })
const board = watchBoard(doc).view()
const inForce = processAfter([
  [fay, { type: 'rules.propose', rules: NO_RULES }],
  [ana, { type: 'rules.accept', version: 1 }],
  [max, { type: 'rules.accept', version: 1 }],
])
const timed: MoveRequest = {
  ...{ type: 'round.open', round: R, kind: 'rating', anonymity: 'named' },
  closesAt: new Date(END).toISOString(),
}
const asks = (process: Process, who: typeof ana, move: MoveRequest, now: number) =>
  refusalOf({ process, board, member: who, move, now })
const opened = () => {
  const { process } = playRounds(inForce, [[fay, timed]], () => board)
  return { process, round: process.rounds.get(R) as Round }
}

describe('[N13] a round with a moment to close at', () => {
  test('[N13] takes no answer from that moment on', () => {
    const { process, round } = opened()
    const answer: MoveRequest = {
      ...{ type: 'round.submit', round: R },
      answer: { ratings: { [option]: { [criterion]: 'meets' } } },
    }
    expect([END - 1, END].map(now => [asks(process, ana, answer, now), isDue(round, now)])).toEqual([
      [null, false],
      ['round_not_open', true],
    ])
  })

  test('[N13] is closed by its time in the name of whoever opened it, and released as any other', () => {
    const { process, round } = opened()
    const stamp = { seq: process.seq + 1, at: new Date(END).toISOString(), by: fay.id, side: null }
    const closed = applyMove(process, { ...closedByTime(round), ...stamp })
    expect(closed.rounds.get(R)?.state).toEqual({ is: 'closed', byTime: true, releases: new Map(), holds: new Map() })
    expect(isDue(closed.rounds.get(R) as Round, END)).toBe(false)
    const after = applyMove(closed, { type: 'round.release', round: R, ...stamp, by: ana.id, side: UNION })
    const state = after.rounds.get(R)?.state
    expect(state?.is === 'closed' && [state.byTime, [...state.releases.keys()]]).toEqual([true, [UNION]])
  })

  test('[N13] is not opened for a moment that is over', () => {
    expect([END - 1, END, END + 1].map(now => asks(inForce, fay, timed, now))).toEqual([
      null,
      'already_past',
      'already_past',
    ])
  })
})
