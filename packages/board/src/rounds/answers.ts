import { z } from 'zod'
import { CardId } from '../ids.ts'
import { Word } from '../weighing/ratings.ts'
import { ConsensusAnswer } from './consensusScales.ts'
import { PulseAnswer } from './pulseScales.ts'

/**
 * What a member hands in, by kind of round. Any finite number is read: what lies outside its range is refused with its
 * own reason, not as a malformed request.
 * - `rating`: by option and criterion a word, or points from 0 (not met) to 100 (fully met).
 * - `weights`: by criterion the points of the swing question, 100 for what one would raise first.
 * - `ranks`: by criterion its place, 1 for the most important.
 * - `no-agreement`: what it is worth to one's side if there is no agreement, 0..100.
 * - `consensus`: a signal of the round's scale.
 * - `pulse`: a step of it.
 */
const ANSWERS = {
  rating: z.strictObject({ ratings: z.record(CardId, z.record(CardId, z.union([Word, z.number()]))) }),
  weights: z.strictObject({ points: z.record(CardId, z.number()) }),
  ranks: z.strictObject({ ranks: z.record(CardId, z.number()) }),
  'no-agreement': z.strictObject({ value: z.number() }),
  consensus: ConsensusAnswer,
  pulse: PulseAnswer,
} as const

export type RoundKind = keyof typeof ANSWERS
export const ROUND_KINDS = Object.keys(ANSWERS) as [RoundKind, ...RoundKind[]]

export type AnswerOf<Kind extends RoundKind> = z.infer<(typeof ANSWERS)[Kind]>

/** An answer of any kind, as it comes and as it lies in storage; its round knows which kind it must be. */
export const Answer = z.union(Object.values(ANSWERS))
export type Answer = AnswerOf<RoundKind>
