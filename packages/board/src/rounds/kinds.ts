import type { MoveRefusal } from '../decide.ts'
import type { CardId, SideId } from '../ids.ts'
import type { Rules } from '../rules.ts'
import { type CriterionId, pointsOf, type Rating, type RatingAnswer, type Ratings, Word } from '../weighing/ratings.ts'
import { entryOf, tableOf } from '../weighing/table.ts'
import { normalised, rankOrderCentroid, type Weights } from '../weighing/weights.ts'
import type { Answer, AnswerOf, RoundKind } from './answers.ts'
import { type ConsensusResult, consensusResult } from './consensus.ts'
import { meaningOf } from './consensusScales.ts'
import type { Round, RoundScale, SealedAnswer } from './round.ts'
import { type Counted, type NamedBy, type ShownCell, type SideOfResult, type Tally, tally } from './tally.ts'

export type NamedAnswer = NamedBy<{ readonly ratings: RatingAnswer['ratings'] }>

type Sides = { readonly sides: Readonly<Record<SideId, SideOfResult>> }

export type RatingResult = Sides & { readonly ratings: Ratings<ShownCell>; readonly people?: readonly NamedAnswer[] }

/** By criterion the mean of a side's weights, each member's normalised first: 0..1, sum 1. */
export type WeightsResult = Sides & {
  readonly weights: Readonly<Record<CriterionId, Readonly<Record<SideId, ShownCell>>>>
  readonly people?: readonly NamedBy<{ readonly weights: Weights }>[]
}

/** What no agreement is worth to the side that was asked, 0..100. */
export type NoAgreementResult = Sides & {
  readonly value: Readonly<Record<SideId, ShownCell>>
  readonly people?: readonly NamedBy<{ readonly value: number }>[]
}

/** What a round of each kind brings. */
type Results = {
  readonly rating: RatingResult
  readonly weights: WeightsResult
  readonly ranks: WeightsResult
  readonly 'no-agreement': NoAgreementResult
  readonly consensus: ConsensusResult
}
export type ResultOf<Kind extends RoundKind> = Results[Kind]
export type RoundResult = ResultOf<RoundKind>

/** What a result is made of. `spread` names the sides that are shown, and says of each whether more than its means is. */
export type Material = {
  readonly round: Round
  readonly answers: readonly SealedAnswer[]
  readonly spread: Readonly<Record<SideId, boolean>>
  /** The released results of the other rounds of this kind that asked the same. */
  readonly earlier: readonly EarlierResult[]
}
export type EarlierResult = { readonly round: Round; readonly result: RoundResult }

type SubjectPart = 'options' | 'criteria'

/** All that differs between the kinds of round; opening, sealing, closing and releasing do not. */
export type KindRow = {
  /** `own-side`: it asks the side of whoever opens it, alone, and that side alone releases it. */
  readonly asks: 'everybody' | 'own-side'
  /** The first is meant where nothing is said. */
  readonly scales: readonly [RoundScale, ...RoundScale[]]
  /** What the ground rules must have switched on. */
  readonly needs: (scale: RoundScale) => 'points' | 'weights' | 'map' | null
  /** What must lie on the table, and is fixed as it is worded when the round is opened. */
  readonly about: readonly SubjectPart[]
  /** It asks about one thing alone, which is named: an option, or the version of the agreement that is proposed. */
  readonly one?: true
  /** How many of a side must answer for it to have spoken is fixed at the opening. */
  readonly quorum?: true
  /** [N2] Why an answer of this kind is not one to this round. */
  readonly flawOf: (round: Round, answer: Answer) => MoveRefusal | null
  readonly resultOf: (material: Material) => RoundResult
}

/** A row as its kind knows it; outside, answers and results are of any kind. */
type Typed<Kind extends RoundKind> = Omit<KindRow, 'flawOf' | 'resultOf'> & {
  readonly holds: (answer: Answer) => answer is AnswerOf<Kind>
  readonly flawOf: (round: Round, answer: AnswerOf<Kind>) => MoveRefusal | null
  readonly questionsOf: (round: Round) => readonly string[]
  readonly range: number
  readonly numbersOf: (answer: AnswerOf<Kind>, round: Round) => (question: string) => number | null
  readonly cellsAt: (result: ResultOf<Kind>, question: string) => Readonly<Record<SideId, ShownCell>> | undefined
  readonly shaped: (tally: Tally, round: Round) => ResultOf<Kind>
}

/** A kind whose answers are numbers, question by question. */
const counted = <Kind extends RoundKind>({
  holds,
  flawOf,
  questionsOf,
  range,
  numbersOf,
  cellsAt,
  shaped,
  ...row
}: Typed<Kind>): KindRow => ({
  ...row,
  flawOf: (round, answer) => (holds(answer) ? flawOf(round, answer) : 'wrong_scale'),
  resultOf: ({ round, answers, spread, earlier }) => {
    const numbers = new Map(
      answers.map(({ answer }) => [answer, holds(answer) ? numbersOf(answer, round) : () => null]),
    )
    const counts: Counted = {
      round,
      answers,
      spread,
      questions: questionsOf(round),
      range,
      numberIn: (answer, question) => numbers.get(answer)?.(question) ?? null,
      earlier: earlier.map(({ result }) => ({
        sides: result.sides,
        // A round's result is of the round's own kind.
        cellsAt: question => cellsAt(result as ResultOf<Kind>, question),
      })),
    }
    return shaped(tally(counts), round)
  },
})

/** A question about a card, or two, is named by their ids. */
const cellKey = (option: CardId, criterion: CardId) => `${option} ${criterion}`
const cardsOf = (question: string) => question.split(' ') as CardId[]
const idsIn = (part: Round['subject'][SubjectPart]) => part.map(({ id }) => id)

/** Those who are shown by name, with what they said; absent where nobody is. */
const people = <Content>({ named }: Tally, contentOf: (answer: Answer) => Content) =>
  named.length === 0
    ? {}
    : { people: named.map(({ member, side, answer }) => ({ member, side, ...contentOf(answer) })) }

const isInScale: Readonly<Partial<Record<RoundScale, (rating: Rating) => boolean>>> = {
  words: rating => Word.safeParse(rating).success,
  points: rating => typeof rating === 'number' || rating === 'cannot-judge',
}
const inRange = (number: number | null) => number === null || (number >= 0 && number <= 100)

const rating = counted<'rating'>({
  asks: 'everybody',
  scales: ['words', 'points'],
  needs: scale => (scale === 'points' ? 'points' : null),
  about: ['options', 'criteria'],
  holds: answer => 'ratings' in answer,
  flawOf: ({ scale, subject }, { ratings }) => {
    const [options, criteria] = [idsIn(subject.options), idsIn(subject.criteria)]
    const cells = Object.entries(ratings).flatMap(([option, row]) =>
      Object.entries(row).map(([criterion, rating]) => ({ option, criterion, rating })),
    )
    if (cells.length === 0) return 'nothing_answered'
    const isKnown = (known: readonly string[], id: string) => known.includes(id)
    if (!cells.every(({ option, criterion }) => isKnown(options, option) && isKnown(criteria, criterion)))
      return 'unknown_option'
    if (!cells.every(({ rating }) => isInScale[scale]?.(rating) === true)) return 'wrong_scale'
    return cells.every(({ rating }) => inRange(pointsOf(rating))) ? null : 'value_out_of_range'
  },
  questionsOf: ({ subject }) =>
    idsIn(subject.options).flatMap(option => idsIn(subject.criteria).map(criterion => cellKey(option, criterion))),
  range: 100,
  numbersOf:
    ({ ratings }) =>
    question => {
      const [option, criterion] = cardsOf(question) as [CardId, CardId]
      return pointsOf(entryOf(entryOf(ratings, option), criterion))
    },
  cellsAt: ({ ratings }, question) => {
    const [option, criterion] = cardsOf(question) as [CardId, CardId]
    return ratings[option]?.[criterion]
  },
  shaped: (tallied, { subject }) => ({
    sides: tallied.sides,
    ratings: tableOf(idsIn(subject.options), option =>
      tableOf(idsIn(subject.criteria), criterion => tallied.cellsAt(cellKey(option, criterion))),
    ),
    ...people(tallied, answer => ({ ratings: 'ratings' in answer ? answer.ratings : {} })),
  }),
})

type Given = Readonly<Record<CriterionId, number>>

/** Both ways to say how much criteria count: a number for every one of them, from which weights follow. */
const weighting = <Kind extends 'weights' | 'ranks'>({
  holds,
  givenIn,
  weightsOf,
  isInRange,
}: {
  holds: (answer: Answer) => answer is AnswerOf<Kind>
  givenIn: (answer: AnswerOf<Kind>) => Given
  weightsOf: (given: Given, criteria: readonly CriterionId[]) => Weights | null
  isInRange: (number: number, criteria: readonly CriterionId[]) => boolean
}): KindRow =>
  counted<'weights' | 'ranks'>({
    asks: 'everybody',
    scales: ['points'],
    needs: () => 'weights',
    about: ['criteria'],
    holds,
    flawOf: ({ subject }, answer) => {
      const criteria: readonly string[] = idsIn(subject.criteria)
      // `holds` was asked before.
      const given = Object.entries(givenIn(answer as AnswerOf<Kind>))
      if (given.length === 0) return 'nothing_answered'
      if (!given.every(([criterion]) => criteria.includes(criterion))) return 'unknown_option'
      if (!given.every(([, number]) => isInRange(number, idsIn(subject.criteria)))) return 'value_out_of_range'
      const weights = weightsOf(givenIn(answer as AnswerOf<Kind>), idsIn(subject.criteria))
      return weights === null ? 'not_every_criterion' : null
    },
    questionsOf: ({ subject }) => idsIn(subject.criteria),
    range: 1,
    numbersOf: (answer, { subject }) => {
      const weights = weightsOf(givenIn(answer as AnswerOf<Kind>), idsIn(subject.criteria))
      return question => (weights === null ? null : (entryOf(weights, question as CriterionId) ?? null))
    },
    cellsAt: ({ weights }, question) => weights[question as CriterionId],
    shaped: (tallied, { subject }) => {
      const criteria = idsIn(subject.criteria)
      return {
        sides: tallied.sides,
        weights: tableOf(criteria, criterion => tallied.cellsAt(criterion)),
        ...people(tallied, answer => ({ weights: (holds(answer) && weightsOf(givenIn(answer), criteria)) || {} })),
      }
    },
  })

/** A no-agreement value is one number; its question has no name of its own. */
const THE_VALUE = ''

export const KINDS = {
  rating,
  weights: weighting<'weights'>({
    holds: answer => 'points' in answer,
    givenIn: ({ points }) => points,
    isInRange: inRange,
    weightsOf: (points, criteria) => normalised({ criteria, points }),
  }),
  ranks: weighting<'ranks'>({
    holds: answer => 'ranks' in answer,
    givenIn: ({ ranks }) => ranks,
    isInRange: (rank, criteria) => Number.isInteger(rank) && rank >= 1 && rank <= criteria.length,
    weightsOf: (ranks, criteria) => rankOrderCentroid({ criteria, ranks }),
  }),
  'no-agreement': counted<'no-agreement'>({
    asks: 'own-side',
    scales: ['points'],
    needs: () => 'map',
    about: [],
    holds: answer => 'value' in answer,
    flawOf: (_round, { value }) => (inRange(value) ? null : 'value_out_of_range'),
    questionsOf: () => [THE_VALUE],
    range: 100,
    numbersOf:
      ({ value }) =>
      () =>
        value,
    cellsAt: ({ value }) => value,
    shaped: tallied => ({
      sides: tallied.sides,
      value: tallied.cellsAt(THE_VALUE),
      ...people(tallied, answer => ({ value: 'value' in answer ? answer.value : 0 })),
    }),
  }),
  consensus: {
    asks: 'everybody',
    scales: ['thumbs', 'kaner', 'fist'],
    needs: () => null,
    about: ['options'],
    one: true,
    quorum: true,
    flawOf: ({ scale }, answer) =>
      'signal' in answer && meaningOf(scale, answer.signal) !== null ? null : 'wrong_scale',
    resultOf: consensusResult,
  },
} as const satisfies Readonly<Record<RoundKind, KindRow>>

/** Whether ground rules have switched on all that a round of this kind needs. */
export const isSwitchedOn = (kind: RoundKind, scale: RoundScale, rules: Rules): boolean => {
  const needed = KINDS[kind].needs(scale)
  return needed === null || rules[needed]
}

/** Whether a round of this kind has a quorum. */
export const isQuorate = (kind: RoundKind): boolean => (KINDS[kind] as KindRow).quorum === true
