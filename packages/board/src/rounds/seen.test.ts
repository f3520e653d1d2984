import { expect, test } from 'vitest'
import { RoundId } from '../ids.ts'
import type { Member } from '../people.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, MANAGEMENT, member, people, post, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import type { Anonymity } from '../weighing/disclosure.ts'
import type { Word } from '../weighing/ratings.ts'
import { sideResult } from './result.ts'
import type { PulseResult, RatingResult, ResultOf } from './results.ts'
import type { Round, RoundRequest } from './round.ts'
import { isShown } from './tally.ts'
import { type Played, playRounds } from './testing.ts'

/** [Q18] What was shown counts, wherever it was shown: to one side alone, to all, or in a round that was cancelled later. */

const { ana, ugo, max, mia, fay } = people
const union = [ana, ugo, ...['Eva', 'Ivo', 'Oda', 'Ned', 'Liv', 'Pat'].map(name => member(name, { side: UNION }))]
const management = [max, mia, ...['Abe', 'Bea'].map(name => member(name, { side: MANAGEMENT }))]

const doc = emptyBoard()
const option = post(doc, fay, { kind: 'option', text: 'A rota drawn up each month' })
const worst = post(doc, fay, { kind: 'criterion', text: 'Works on the worst day' })
const fair = post(doc, fay, { kind: 'criterion', text: 'Fair' })
const board = watchBoard(doc).view

const inForce = (switches: Partial<typeof NO_RULES> = {}) =>
  processAfter(
    [
      [fay, { type: 'rules.propose', rules: { ...NO_RULES, ...switches } }],
      [ana, { type: 'rules.accept', version: 1 }],
      [max, { type: 'rules.accept', version: 1 }],
    ],
    { members: [...Object.values(people), ...union, ...management] },
  )

type Said = readonly Word[]
const rate = (round: RoundId, who: Member, words: { worst?: Word | undefined; fair: Word }): Played[number] => [
  who,
  {
    ...{ type: 'round.submit', round },
    answer: { ratings: { [option]: { ...(words.worst && { [worst]: words.worst }), [fair]: words.fair } } },
  },
]
/** A round that is closed: what the union says of "Fair", and of the other criterion where it is asked. */
const asked = (name: string, anonymity: Anonymity, says: Said, saysOfWorst: Said = []): Played => {
  const round = RoundId.parse(name)
  const criteria = saysOfWorst.length > 0 ? [worst, fair] : [fair]
  return [
    [fay, { ...{ type: 'round.open', round, kind: 'rating', anonymity }, subject: { options: [option], criteria } }],
    ...says.map((fairly, i) => rate(round, union[i] as Member, { fair: fairly, worst: saysOfWorst[i] })),
    ...management.map(who => rate(round, who, { fair: 'not' })),
    [fay, { type: 'round.close', round }],
  ]
}
const released = (name: string, { spread }: { spread: boolean }): Played =>
  [ana, max].map(who => [
    who,
    { type: 'round.release', round: RoundId.parse(name), ...(spread && { spread: true }) } as RoundRequest,
  ])

type Stage = ReturnType<typeof playRounds>
/** What the union sees of the round that is closed, and the cell of "Fair" in it. */
const ownOf = ({ process, answers, seen }: Stage, name: string) => {
  const round = process.rounds.get(RoundId.parse(name)) as Round
  const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen }) as RatingResult
  return { sides: own.sides, fair: own.ratings[option]?.[fair]?.[UNION], worst: own.ratings[option]?.[worst]?.[UNION] }
}
const jointOf = ({ process }: Stage, name: string) => {
  const { state } = process.rounds.get(RoundId.parse(name)) as Round
  if (state.is !== 'released') throw new Error(`${name} is ${state.is}`)
  return (state.result as RatingResult).ratings[option]?.[fair]?.[UNION]
}
const many = (word: Word, n = 5): Said => Array.from({ length: n }, () => word)

test('[Q18] a round that was cancelled once its sides had seen it is one that was shown', () => {
  const first = playRounds(inForce(), asked('r1', 'side', many('not')), board)
  expect(ownOf(first, 'r1').fair).toMatchObject({ marks: [0, 0, 0, 0, 0] })
  const cancelled: Played = [
    ...asked('r1', 'side', many('not')),
    [fay, { type: 'round.cancel', round: RoundId.parse('r1') }],
  ]
  const oneMoved = playRounds(inForce(), [...cancelled, ...asked('r2', 'side', ['meets', ...many('not', 4)])], board)
  const allMoved = playRounds(inForce(), [...cancelled, ...asked('r2', 'side', many('meets'))], board)
  expect(ownOf(oneMoved, 'r2').sides[UNION]?.hidden).toBe('few-changed')
  expect(ownOf(oneMoved, 'r2').fair).toMatchObject({ hidden: true })
  expect(ownOf(allMoved, 'r2').fair).toMatchObject({ mean: 100 })
})

test('[Q18] a round that was cancelled while it was open was shown to nobody', () => {
  const { seen } = playRounds(
    inForce(),
    [...asked('r1', 'side', many('not')).slice(0, -1), [fay, { type: 'round.cancel', round: RoundId.parse('r1') }]],
    board,
  )
  expect(seen).toEqual([])
})

test('[Q18] a side and the table are shown the same rounds, however much of the spread was released', () => {
  const step = (from: Played, name: string, says: Said) => [
    ...from,
    ...asked(name, 'side', says),
    ...released(name, { spread: false }),
  ]
  const halves: Said = ['meets', 'meets', 'not', 'not', ...many('partly', 4)]
  const first = step([], 'r1', many('partly', 8))
  const second = step(first, 'r2', halves)
  const third = [...second, ...asked('r3', 'side', ['meets', 'meets', 'not', 'not', 'meets', ...many('partly', 3)])]
  // Four changed: both see it, though the means are equal.
  expect(jointOf(playRounds(inForce(), second, board), 'r2')).toMatchObject({ mean: 50, n: 8 })
  expect(ownOf(playRounds(inForce(), third, board), 'r3').fair).toMatchObject({ hidden: true })
  expect(jointOf(playRounds(inForce(), [...third, ...released('r3', { spread: true })], board), 'r3')).toMatchObject({
    hidden: true,
  })
})

test('[Q18] each cell stands by itself: what many changed does not bring with it what one changed', () => {
  const stage = playRounds(
    inForce(),
    [
      ...asked('r1', 'none', many('not'), many('meets')),
      ...released('r1', { spread: true }),
      ...asked('r2', 'none', many('meets'), ['not', ...many('meets', 4)]),
    ],
    board,
  )
  const { fair: fairly, worst: ofWorst, sides } = ownOf(stage, 'r2')
  expect([isShown(fairly), isShown(ofWorst), sides[UNION]?.hidden]).toEqual([true, false, 'few-changed'])
})

test('[Q18] weights sum to 1: of one that may not be told again the others tell nothing either', () => {
  const third = post(doc, fay, { kind: 'criterion', text: 'Within the budget' })
  const criteria = [worst, fair, third]
  const ranked = (name: string, ranks: readonly (readonly [number, number, number])[]): Played => {
    const round = RoundId.parse(name)
    const says = (who: Member, [a, b, c]: readonly [number, number, number]): Played[number] => [
      who,
      { type: 'round.submit', round, answer: { ranks: { [worst]: a, [fair]: b, [third]: c } } },
    ]
    return [
      [fay, { type: 'round.open', round, kind: 'ranks', anonymity: 'side', subject: { criteria } }],
      ...ranks.map((rank, i) => says(union[i] as Member, rank)),
      ...management.map(who => says(who, [1, 2, 3])),
      [fay, { type: 'round.close', round }],
    ]
  }
  const all = (rank: readonly [number, number, number]) => Array.from({ length: 5 }, () => rank)
  // All five change the first two about, and nobody the third.
  const { process, answers, seen } = playRounds(
    inForce({ weights: true }),
    [...ranked('w1', all([1, 2, 3])), ...released('w1', { spread: true }), ...ranked('w2', all([2, 1, 3]))],
    board,
  )
  const round = process.rounds.get(RoundId.parse('w2')) as Round
  const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen }) as ResultOf<'ranks'>
  expect(criteria.map(criterion => isShown(own.weights[criterion]?.[UNION]))).toEqual([false, false, false])
})

test('[Q18] weights and places are two ways to ask the same', () => {
  const criteria = [worst, fair]
  const says = (kind: 'weights' | 'ranks', isWorstFirst: boolean) => {
    const [high, low] = kind === 'weights' ? [75, 25] : [1, 2]
    const given = { [worst]: isWorstFirst ? high : low, [fair]: isWorstFirst ? low : high } as Record<string, number>
    return kind === 'weights' ? { points: given } : { ranks: given }
  }
  const weighed = (name: string, kind: 'weights' | 'ranks', firsts: readonly boolean[]): Played => {
    const round = RoundId.parse(name)
    return [
      [fay, { type: 'round.open', round, kind, anonymity: 'side', subject: { criteria } }],
      ...firsts.map((first, i): Played[number] => [
        union[i] as Member,
        { type: 'round.submit', round, answer: says(kind, first) },
      ]),
      ...management.map((who): Played[number] => [who, { type: 'round.submit', round, answer: says(kind, true) }]),
      [fay, { type: 'round.close', round }],
    ]
  }
  const { process, answers, seen } = playRounds(
    inForce({ weights: true }),
    [
      ...weighed('w1', 'weights', [true, true, true, true, false]),
      ...released('w1', { spread: true }),
      ...weighed('w2', 'ranks', [true, true, true, true, true]),
    ],
    board,
  )
  const round = process.rounds.get(RoundId.parse('w2')) as Round
  const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen }) as ResultOf<'ranks'>
  expect(own.sides[UNION]?.hidden).toBe('few-changed')
})

test('[Q18] what is kept is what was seen, and of fewer than four nothing; of answers under names none is kept', () => {
  const keptOf = (anonymity: Anonymity) =>
    playRounds(
      inForce(),
      [...asked('r1', anonymity, many('not', 3)), [fay, { type: 'round.cancel', round: RoundId.parse('r1') }]],
      board,
    ).seen.map(({ side, result }) => [side, (result as RatingResult).ratings[option]?.[fair]?.[side]])
  const of = (cell: object) => [
    [UNION, { hidden: true, answered: 3, mean: null, spread: null }],
    [MANAGEMENT, { n: 4, missing: 0, mean: 0, spread: 0, ...cell }],
  ]
  expect([keptOf('side'), keptOf('none'), keptOf('named')]).toEqual([of({ marks: [0, 0, 0, 0] }), of({}), []])
})

test('[Q18] three who come to a pulse are not told from those who were there', () => {
  const pulse = (name: string, steps: readonly ('so-so' | 'very-well')[]): Played => {
    const round = RoundId.parse(name)
    return [
      [fay, { type: 'round.open', round, kind: 'pulse', scale: 'doing', anonymity: 'none' }],
      ...steps.map((step, i): Played[number] => [
        union[i] as Member,
        { type: 'round.submit', round, answer: { step } },
      ]),
      [max, { type: 'round.submit', round, answer: { step: 'well' } }],
      [fay, { type: 'round.close', round }],
    ]
  }
  const four = ['so-so', 'so-so', 'so-so', 'so-so'] as const
  const { process, answers, seen } = playRounds(
    inForce(),
    [
      ...pulse('p1', four),
      ...released('p1', { spread: true }),
      ...pulse('p2', [...four, 'very-well', 'very-well', 'very-well']),
    ],
    board,
  )
  const round = process.rounds.get(RoundId.parse('p2')) as Round
  const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen }) as PulseResult
  expect(own.sides[UNION]?.hidden).toBe('few-changed')
})
