import {
  type Answer,
  type CardId,
  normalised,
  type Round,
  type RoundKind,
  rankOrderCentroid,
  type Weights,
} from '@jointly/board'
import type { Numbers } from './drafts.ts'

/** What is asked in numbers, and what becomes of them. */
type NumberKind = {
  /** The questions of a round, by the card that each is about; null: by a sentence alone. */
  readonly questionsOf: (round: Round) => readonly (CardId | null)[]
  readonly least: number
  readonly mostOf: (round: Round) => number
  readonly answerOf: (numbers: Numbers) => Answer
  readonly numbersIn: (answer: Answer) => Numbers
  /** The weights that follow, shown while one answers; null where there are none, or not yet. */
  readonly weightsOf: (numbers: Numbers, criteria: readonly CardId[]) => Weights | null
}

/** The one question of a round that asks about no card. */
const THE_VALUE = 'value'
export const keyOf = (card: CardId | null): string => card ?? THE_VALUE

const criteriaOf = ({ subject }: Round) => subject.criteria.map(({ id }) => id)

const NUMBER_KINDS = {
  weights: {
    questionsOf: criteriaOf,
    least: 0,
    mostOf: () => 100,
    answerOf: points => ({ points }),
    numbersIn: answer => ('points' in answer ? answer.points : {}),
    weightsOf: (points, criteria) => normalised({ criteria, points }),
  },
  ranks: {
    questionsOf: criteriaOf,
    least: 1,
    mostOf: round => criteriaOf(round).length,
    answerOf: ranks => ({ ranks }),
    numbersIn: answer => ('ranks' in answer ? answer.ranks : {}),
    weightsOf: (ranks, criteria) => rankOrderCentroid({ criteria, ranks }),
  },
  'no-agreement': {
    questionsOf: () => [null],
    least: 0,
    mostOf: () => 100,
    answerOf: numbers => ({ value: numbers[THE_VALUE] ?? 0 }),
    numbersIn: answer => ('value' in answer ? { [THE_VALUE]: answer.value } : {}),
    weightsOf: () => null,
  },
} as const satisfies Partial<Record<RoundKind, NumberKind>>
export type NumberedKind = keyof typeof NUMBER_KINDS

export const numberKindOf = (kind: NumberedKind): NumberKind => NUMBER_KINDS[kind]
