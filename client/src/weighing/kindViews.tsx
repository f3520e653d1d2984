import type { Answer, Round, RoundKind, RoundResult, Side } from '@jointly/board'
import { Answering } from './Answering.tsx'
import { NumberAnswering } from './NumberAnswering.tsx'
import { OwnRatings } from './OwnRatings.tsx'
import { OwnValue } from './OwnValue.tsx'
import { OwnWeights } from './OwnWeights.tsx'

export type AnswerProps = { round: Round; mine: Answer | null }
export type OwnProps = { round: Round; side: Side; own: RoundResult }

/** How a kind of round looks: what one answers in, and what one's own side sees of it first. */
type KindView = {
  readonly Answer: React.ComponentType<AnswerProps>
  readonly Own: React.ComponentType<OwnProps>
}

/** The kinds that are asked where options are weighed. */
const KIND_VIEWS = {
  rating: { Answer: Answering, Own: OwnRatings },
  weights: { Answer: NumberAnswering, Own: OwnWeights },
  ranks: { Answer: NumberAnswering, Own: OwnWeights },
  'no-agreement': { Answer: NumberAnswering, Own: OwnValue },
} as const satisfies Partial<Record<RoundKind, KindView>>
type WeighedKind = keyof typeof KIND_VIEWS

/** A round that is asked where options are weighed. */
export type WeighedRound = Round & { readonly kind: WeighedKind }

export const isWeighed = (round: Round): round is WeighedRound => Object.hasOwn(KIND_VIEWS, round.kind)

export const viewOf = ({ kind }: WeighedRound): KindView => KIND_VIEWS[kind]
