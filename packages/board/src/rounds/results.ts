import type { CardId, SideId } from '../ids.ts'
import { type CriterionId, pointsOf, type RatingAnswer, type Ratings } from '../weighing/ratings.ts'
import { tableOf } from '../weighing/table.ts'
import type { Weights } from '../weighing/weights.ts'
import type { Answer, AnswerOf, RoundKind } from './answers.ts'
import { type ConsensusResult, consensusResult } from './consensus.ts'
import { HOLDS, WEIGHTINGS } from './kinds.ts'
import { type PulseAnswer, stepNumber } from './pulseScales.ts'
import { idsOf, type Round, type SealedAnswer } from './round.ts'
import { depthOf, type NamedBy, type ShownCell, type SideOfResult, type Tally, tally } from './tally.ts'

export type NamedAnswer = NamedBy<{ readonly ratings: RatingAnswer['ratings'] }>

type Sides = { readonly sides: Readonly<Record<SideId, SideOfResult>> }

export type RatingResult = Sides & { readonly ratings: Ratings<ShownCell>; readonly people?: readonly NamedAnswer[] }

/** By criterion the mean of a side's weights, each member's normalised first: 0..1, sum 1. */
type WeightsResult = Sides & {
  readonly weights: Readonly<Record<CriterionId, Readonly<Record<SideId, ShownCell>>>>
  readonly people?: readonly NamedBy<{ readonly weights: Weights }>[]
}

/** What no agreement is worth to the side that was asked, 0..100. */
type NoAgreementResult = Sides & {
  readonly value: Readonly<Record<SideId, ShownCell>>
  readonly people?: readonly NamedBy<{ readonly value: number }>[]
}

/** By side where its members stand on the steps of the scale, 5 the warmest; and why, without names, in an order that says nothing. */
export type PulseResult = Sides & {
  readonly steps: Readonly<Record<SideId, ShownCell>>
  readonly reasons: Readonly<Record<SideId, readonly string[]>>
  readonly people?: readonly NamedBy<PulseAnswer>[]
}

/** What a round of each kind brings. */
type Results = {
  readonly rating: RatingResult
  readonly weights: WeightsResult
  readonly ranks: WeightsResult
  readonly 'no-agreement': NoAgreementResult
  readonly consensus: ConsensusResult
  readonly pulse: PulseResult
}
export type ResultOf<Kind extends RoundKind> = Results[Kind]
export type RoundResult = ResultOf<RoundKind>

/** What a result is made of. `spread` names the sides that are shown, and says of each whether more than its means is. */
export type Material = {
  readonly round: Round
  readonly answers: readonly SealedAnswer[]
  readonly spread: Readonly<Record<SideId, boolean>>
  /** What a side has seen of its answers in other rounds that ask for the same. */
  readonly earlier: (side: SideId) => readonly EarlierResult[]
}
export type EarlierResult = { readonly round: Round; readonly result: RoundResult }

/**
 * What each kind's answers come to. It stands apart from what a kind needs and asks (`kinds.ts`), which every board loads: only
 * the server makes results, and the screens that show them are handed them.
 */
export type ResultRow = (material: Material) => RoundResult

/** A row as its kind knows it; outside, answers and results are of any kind. */
type Typed<Kind extends RoundKind> = {
  readonly holds: (answer: Answer) => answer is AnswerOf<Kind>
  readonly questionsOf: (round: Round) => readonly string[]
  readonly most: number
  readonly linked?: true
  readonly numbersOf: (answer: AnswerOf<Kind>, round: Round) => (question: string) => number | null
  readonly cellsAt: (result: ResultOf<Kind>, question: string) => Readonly<Record<SideId, ShownCell>> | undefined
  readonly shaped: (tally: Tally, material: Material) => ResultOf<Kind>
}

/** A kind whose answers are numbers, question by question. */
const counted =
  <Kind extends RoundKind>({ holds, questionsOf, most, linked, numbersOf, cellsAt, shaped }: Typed<Kind>): ResultRow =>
  material => {
    const { round, answers, spread, earlier } = material
    const numbers = new Map(
      answers.map(({ answer }) => [answer, holds(answer) ? numbersOf(answer, round) : () => null]),
    )
    const tallied = tally({
      ...{ round, answers, spread, most, linked: linked === true },
      questions: questionsOf(round),
      numberIn: (answer, question) => numbers.get(answer)?.(question) ?? null,
      earlier: side =>
        // A round's result is of the round's own kind.
        earlier(side).map(
          ({ result }) =>
            question =>
              cellsAt(result as ResultOf<Kind>, question)?.[side],
        ),
    })
    return shaped(tallied, material)
  }

/** A question about a card, or two, is named by their ids. */
const cellKey = (option: CardId, criterion: CardId) => `${option} ${criterion}`
const cardsOf = (question: string) => question.split(' ') as CardId[]

/** Those who are shown by name, with what they said; absent where nobody is. */
const people = <Content>({ named }: Tally, contentOf: (answer: Answer) => Content) =>
  named.length === 0
    ? {}
    : { people: named.map(({ member, side, answer }) => ({ member, side, ...contentOf(answer) })) }

const rating = counted<'rating'>({
  holds: HOLDS.rating,
  questionsOf: ({ subject }) => {
    const { options, criteria } = idsOf(subject)
    return options.flatMap(option => criteria.map(criterion => cellKey(option, criterion)))
  },
  most: 100,
  numbersOf:
    ({ ratings }) =>
    question => {
      const [option, criterion] = cardsOf(question) as [CardId, CardId]
      return pointsOf(ratings[option]?.[criterion])
    },
  cellsAt: ({ ratings }, question) => {
    const [option, criterion] = cardsOf(question) as [CardId, CardId]
    return ratings[option]?.[criterion]
  },
  shaped: (tallied, { round }) => {
    const { options, criteria } = idsOf(round.subject)
    return {
      sides: tallied.sides,
      ratings: tableOf(options, option => tableOf(criteria, criterion => tallied.cellsAt(cellKey(option, criterion)))),
      ...people(tallied, answer => ({ ratings: 'ratings' in answer ? answer.ratings : {} })),
    }
  },
})

/** Both ways to say how much criteria count, as weights. */
const weighted = (way: keyof typeof WEIGHTINGS): ResultRow => {
  const { weightsOf } = WEIGHTINGS[way]
  return counted<'weights' | 'ranks'>({
    holds: HOLDS[way],
    questionsOf: ({ subject }) => idsOf(subject).criteria,
    most: 1,
    // They sum to 1.
    linked: true,
    numbersOf: (answer, { subject }) => {
      const weights = weightsOf(answer, idsOf(subject).criteria)
      return question => (weights === null ? null : (weights[question as CriterionId] ?? null))
    },
    cellsAt: ({ weights }, question) => weights[question as CriterionId],
    shaped: (tallied, { round }) => {
      const { criteria } = idsOf(round.subject)
      return {
        sides: tallied.sides,
        weights: tableOf(criteria, criterion => tallied.cellsAt(criterion)),
        ...people(tallied, answer => ({ weights: weightsOf(answer, criteria) ?? {} })),
      }
    },
  })
}

/** What asks for one thing has one question, without a name of its own. */
const THE_QUESTION = ''

const noAgreement = counted<'no-agreement'>({
  holds: HOLDS['no-agreement'],
  questionsOf: () => [THE_QUESTION],
  most: 100,
  numbersOf:
    ({ value }) =>
    () =>
      value,
  cellsAt: ({ value }) => value,
  shaped: tallied => ({
    sides: tallied.sides,
    value: tallied.cellsAt(THE_QUESTION),
    ...people(tallied, answer => ({ value: 'value' in answer ? answer.value : 0 })),
  }),
})

const pulse = counted<'pulse'>({
  holds: HOLDS.pulse,
  questionsOf: () => [THE_QUESTION],
  most: 5,
  numbersOf:
    ({ step }, { scale }) =>
    () =>
      stepNumber(scale, step),
  cellsAt: ({ steps }) => steps,
  shaped: (tallied, { round, answers, spread }) => {
    const isOpen = (side: SideId) =>
      tallied.sides[side]?.hidden === undefined && depthOf(round.anonymity, spread[side] ?? false) === 'marks'
    const whyOf = ({ answer }: SealedAnswer) => ('step' in answer && answer.why !== undefined ? [answer.why] : [])
    return {
      sides: tallied.sides,
      steps: tallied.cellsAt(THE_QUESTION),
      // Object.keys forgets what its keys are.
      reasons: tableOf(Object.keys(spread) as SideId[], side =>
        isOpen(side)
          ? answers
              .filter(answer => answer.side === side)
              .flatMap(whyOf)
              .sort()
          : [],
      ),
      // A round takes answers of its own kind alone.
      ...people(tallied, answer => answer as PulseAnswer),
    }
  },
})

export const RESULTS = {
  rating,
  weights: weighted('weights'),
  ranks: weighted('ranks'),
  'no-agreement': noAgreement,
  consensus: consensusResult,
  // Steps of one scale say nothing beside those of another.
  pulse: material =>
    pulse({
      ...material,
      earlier: side => material.earlier(side).filter(one => one.round.scale === material.round.scale),
    }),
} as const satisfies Readonly<Record<RoundKind, ResultRow>>
