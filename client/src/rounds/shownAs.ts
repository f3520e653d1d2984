import type { Anonymity, RoundKind } from '@jointly/board'

/** By kind of round what its answers are, and so in which words its anonymity and its release are told (`rounds:as`). */
export const SHOWN_AS = {
  rating: 'numbers',
  weights: 'numbers',
  ranks: 'numbers',
  'no-agreement': 'numbers',
  consensus: 'signals',
  pulse: 'steps',
} as const satisfies Readonly<Record<RoundKind, string>>

/** Whether a side chooses, as it releases, how much of its answers is shown. Of signals and steps without
 * anything single there is no more. */
const CHOOSES_DEPTH = {
  numbers: () => true,
  signals: (anonymity: Anonymity) => anonymity !== 'none',
  steps: (anonymity: Anonymity) => anonymity !== 'none',
} as const

export const choosesDepth = ({ kind, anonymity }: { kind: RoundKind; anonymity: Anonymity }): boolean =>
  CHOOSES_DEPTH[SHOWN_AS[kind]](anonymity)
