import { expect, test } from 'vitest'
import { RoundId } from '../ids.ts'
import type { Member } from '../people.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, MANAGEMENT, member, people, post, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import type { Answer, RoundKind } from './answers.ts'
import type { Round } from './round.ts'
import { type Played, playRounds } from './testing.ts'

const { ana, max, fay } = people
const union = ['Ned', 'Eva', 'Ugo', 'Liv'].map(name => member(name, { side: UNION }))
const management = ['Abe', 'Bea', 'Mia'].map(name => member(name, { side: MANAGEMENT }))
const doc = emptyBoard()
const option = post(doc, fay, { kind: 'option', text: 'A rota drawn up each month' })
const criteria = ['Works on the worst day', 'Fair'].map(text => post(doc, fay, { kind: 'criterion', text }))
const board = watchBoard(doc).view
const [worst, fair] = criteria as [(typeof criteria)[number], (typeof criteria)[number]]
const inForce = processAfter(
  [
    [fay, { type: 'rules.propose', rules: { ...NO_RULES, points: true, weights: true, map: true } }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
  ],
  { members: [...Object.values(people), ...union, ...management] },
)

/** Five answers of a kind, each another one. */
const ANSWERS: Readonly<Record<RoundKind, readonly Answer[]>> = {
  rating: (['cannot-judge', 'not', 'meets', 'partly', 'not'] as const).map((word, i) => ({
    ratings: { [option]: { [worst]: word, ...(i > 1 && { [fair]: 'partly' as const }) } },
  })),
  weights: [3, 1, 5, 2, 4].map(points => ({ points: { [worst]: points, [fair]: 10 } })),
  ranks: [1, 2, 1, 1, 2].map(place => ({ ranks: { [worst]: place, [fair]: 3 - place } })),
  'no-agreement': [30, 10, 50, 20, 40].map(value => ({ value })),
  consensus: (['dislike', 'endorse', 'veto', 'minor', 'abstain'] as const).map(signal => ({ signal, reason: signal })),
  pulse: (['badly', 'very-well', 'well', 'so-so', 'well'] as const).map(step => ({ step, why: step })),
}

const resultOf = (kind: RoundKind, anonymity: 'side' | 'none', order: readonly number[]): string => {
  const round = RoundId.parse('r')
  const says = (who: Member, i: number): Played[number] => [
    who,
    { type: 'round.submit', round, answer: ANSWERS[kind][order[i] ?? 0] as Answer },
  ]
  const others = kind === 'no-agreement' ? [] : [max, ...management].map((who, i) => says(who, i))
  const subject = kind === 'consensus' ? { subject: { options: [option] } } : {}
  const scale = kind === 'consensus' ? { scale: 'kaner' as const } : {}
  const releasing = kind === 'no-agreement' ? [ana] : [ana, max]
  const { process } = playRounds(
    inForce,
    [
      [ana, { type: 'round.open', round, kind, anonymity, ...subject, ...scale }],
      ...[ana, ...union].map((who, i) => says(who, i)),
      ...others,
      [ana, { type: 'round.close', round }],
      ...releasing.map((who): Played[number] => [who, { type: 'round.release', round, spread: true }]),
    ],
    board,
  )
  const { state } = process.rounds.get(round) as Round
  if (state.is !== 'released') throw new Error(state.is)
  // Of management four answer, and never the fifth: its answers are others with another order.
  return JSON.stringify(state.result, (key, value) => (key === MANAGEMENT ? undefined : value))
}

for (const kind of Object.keys(ANSWERS) as RoundKind[])
  for (const anonymity of ['side', 'none'] as const)
    test(`[N26] of ${kind} without names (${anonymity}) a result is the same, to the order of its parts, whoever gave which answer`, () => {
      const results = [
        [0, 1, 2, 3, 4],
        [4, 3, 2, 1, 0],
        [2, 0, 4, 1, 3],
        [1, 4, 0, 3, 2],
      ].map(order => resultOf(kind, anonymity, order))
      expect(new Set(results).size).toBe(1)
    })
