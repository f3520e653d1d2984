import type { MoveRefusal } from '../decide.ts'
import type { Rules } from '../rules.ts'
import { type CriterionId, pointsOf, type Rating, Word } from '../weighing/ratings.ts'
import { normalised, rankOrderCentroid, type Weights } from '../weighing/weights.ts'
import type { Answer, AnswerOf, RoundKind } from './answers.ts'
import { meaningOf } from './consensusScales.ts'
import { stepsOf } from './pulseScales.ts'
import { idsOf, type Round, type RoundScale } from './round.ts'

type SubjectPart = 'options' | 'criteria'

/** All that differs between the kinds of round until one is closed; opening, sealing, closing and releasing do not. */
export type KindRow = {
  /** `own-side`: it asks the side of whoever opens it, alone, and that side alone releases it. */
  readonly asks: 'everybody' | 'own-side'
  /** The first is meant where nothing is said. */
  readonly scales: readonly [RoundScale, ...RoundScale[]]
  /** What the ground rules must have switched on. */
  readonly needs: (scale: RoundScale) => 'points' | 'weights' | 'map' | null
  /** What must lie on the table, and is fixed as it is worded when the round is opened. */
  readonly about: readonly SubjectPart[]
  /** What else on the table stands beside the question, by what was rated of it ([Q6]). */
  readonly beside?: 'option'
  /** It asks about one thing alone, which is named: an option, or the version of the agreement that is proposed. */
  readonly one?: true
  /** How many of a side must answer for it to have spoken is fixed at the opening. */
  readonly quorum?: true
  /** [N2] Why an answer of this kind is not one to this round. */
  readonly flawOf: (round: Round, answer: Answer) => MoveRefusal | null
}

/** Whether an answer is one of a kind: each kind's has a field of its own. */
export const HOLDS: { readonly [Kind in RoundKind]: (answer: Answer) => answer is AnswerOf<Kind> } = {
  rating: answer => 'ratings' in answer,
  weights: answer => 'points' in answer,
  ranks: answer => 'ranks' in answer,
  'no-agreement': answer => 'value' in answer,
  consensus: answer => 'signal' in answer,
  pulse: answer => 'step' in answer,
}

/** The flaw of an answer that is of this kind at all. */
const flawIn =
  <Kind extends RoundKind>(
    kind: Kind,
    flawOf: (round: Round, answer: AnswerOf<Kind>) => MoveRefusal | null,
  ): KindRow['flawOf'] =>
  (round, answer) => {
    const holds: (answer: Answer) => answer is AnswerOf<Kind> = HOLDS[kind]
    return holds(answer) ? flawOf(round, answer) : 'wrong_scale'
  }

const isInScale: Readonly<Partial<Record<RoundScale, (rating: Rating) => boolean>>> = {
  words: rating => Word.safeParse(rating).success,
  points: rating => typeof rating === 'number' || rating === 'cannot-judge',
}
const inRange = (number: number | null) => number === null || (number >= 0 && number <= 100)

const ratingFlaw: Parameters<typeof flawIn<'rating'>>[1] = ({ scale, subject }, { ratings }) => {
  const { options, criteria } = idsOf(subject)
  const cells = Object.entries(ratings).flatMap(([option, row]) =>
    Object.entries(row).map(([criterion, rating]) => ({ option, criterion, rating })),
  )
  if (cells.length === 0) return 'nothing_answered'
  const isKnown = (known: readonly string[], id: string) => known.includes(id)
  if (!cells.every(({ option, criterion }) => isKnown(options, option) && isKnown(criteria, criterion)))
    return 'unknown_option'
  if (!cells.every(({ rating }) => isInScale[scale]?.(rating) === true)) return 'wrong_scale'
  return cells.every(({ rating }) => inRange(pointsOf(rating))) ? null : 'value_out_of_range'
}

type Weighting = {
  readonly givenIn: (answer: Answer) => Readonly<Record<CriterionId, number>>
  readonly weightsOf: (answer: Answer, criteria: readonly CriterionId[]) => Weights | null
  readonly isInRange: (number: number, criteria: readonly CriterionId[]) => boolean
}

/** Both ways to say how much criteria count: a number for every one of them, from which weights follow. */
export const WEIGHTINGS = {
  weights: {
    givenIn: answer => ('points' in answer ? answer.points : {}),
    isInRange: inRange,
    weightsOf: (answer, criteria) => ('points' in answer ? normalised({ criteria, points: answer.points }) : null),
  },
  ranks: {
    givenIn: answer => ('ranks' in answer ? answer.ranks : {}),
    isInRange: (rank, criteria) => Number.isInteger(rank) && rank >= 1 && rank <= criteria.length,
    weightsOf: (answer, criteria) => ('ranks' in answer ? rankOrderCentroid({ criteria, ranks: answer.ranks }) : null),
  },
} as const satisfies Readonly<Record<'weights' | 'ranks', Weighting>>

/** Whether two kinds ask the same: weights and places are two ways to say how much criteria count. */
export const askTheSame = (one: RoundKind, other: RoundKind): boolean =>
  one === other || [one, other].every(kind => Object.hasOwn(WEIGHTINGS, kind))

const weighting = (way: keyof typeof WEIGHTINGS): KindRow => {
  const { givenIn, weightsOf, isInRange }: Weighting = WEIGHTINGS[way]
  return {
    asks: 'everybody',
    scales: ['points'],
    needs: () => 'weights',
    about: ['criteria'],
    beside: 'option',
    flawOf: flawIn<'weights' | 'ranks'>(way, ({ subject }, answer) => {
      const { criteria } = idsOf(subject)
      const given = Object.entries(givenIn(answer))
      const isKnown = (id: string) => criteria.some(criterion => criterion === id)
      if (given.length === 0) return 'nothing_answered'
      if (!given.every(([criterion]) => isKnown(criterion))) return 'unknown_option'
      if (!given.every(([, number]) => isInRange(number, criteria))) return 'value_out_of_range'
      return weightsOf(answer, criteria) === null ? 'not_every_criterion' : null
    }),
  }
}

export const KINDS = {
  rating: {
    asks: 'everybody',
    scales: ['words', 'points'],
    needs: scale => (scale === 'points' ? 'points' : null),
    about: ['options', 'criteria'],
    flawOf: flawIn('rating', ratingFlaw),
  },
  weights: weighting('weights'),
  ranks: weighting('ranks'),
  'no-agreement': {
    asks: 'own-side',
    scales: ['points'],
    needs: () => 'map',
    about: [],
    flawOf: flawIn('no-agreement', (_round, { value }) => (inRange(value) ? null : 'value_out_of_range')),
  },
  consensus: {
    asks: 'everybody',
    scales: ['thumbs', 'kaner', 'fist'],
    needs: () => null,
    about: ['options'],
    one: true,
    quorum: true,
    flawOf: flawIn('consensus', ({ scale }, { signal }) => (meaningOf(scale, signal) === null ? 'wrong_scale' : null)),
  },
  pulse: {
    asks: 'everybody',
    scales: ['doing', 'heard', 'pace'],
    needs: () => null,
    about: [],
    flawOf: flawIn('pulse', ({ scale }, { step }) => (stepsOf(scale).includes(step) ? null : 'wrong_scale')),
  },
} as const satisfies Readonly<Record<RoundKind, KindRow>>

/** Whether ground rules have switched on all that a round of this kind needs. */
export const isSwitchedOn = (kind: RoundKind, scale: RoundScale, rules: Rules): boolean => {
  const needed = KINDS[kind].needs(scale)
  return needed === null || rules[needed]
}

/** Whether a round of this kind has a quorum. */
export const isQuorate = (kind: RoundKind): boolean => (KINDS[kind] as KindRow).quorum === true
