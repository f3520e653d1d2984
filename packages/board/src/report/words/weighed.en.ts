import type { ConsensusOutcome, SideOutcome } from '../../rounds/consensus.ts'
import type { ConsensusScale } from '../../rounds/consensusScales.ts'
import type { Indicator, NoAgreement } from '../../weighing/jointGain.ts'
import type { Word } from '../../weighing/ratings.ts'
import type { Talk } from '../../weighing/talkFirst.ts'
import type { WeighingKind } from '../rounds.ts'
import { SIGNAL_NAMES } from './signals.ts'

/** How answers, values and tests for consensus are told. */
export const weighed = {
  weighing: {
    ratings: 'Ratings by side',
    ratingsOf: (side: string) => `Ratings by side: ${side}`,
    earlier: 'What was rated and what lies on the table now',
    reworded: {
      all: 'answered of an earlier wording',
      some: 'some of it answered of an earlier wording',
    },
    ofEarlier: 'of an earlier wording',
    gone: 'put away since',
    unasked: 'nobody was asked about it yet',
    stale: 'Weights given to an earlier table',
    unweighed: 'not weighed yet',
    range: (was: string, now: string) => `worst to best rating: ${was} then, ${now} now`,
    cell: (mean: number, n: number, of: number) => `${mean} (${n} of ${of})`,
    spread: (spread: number, marks: string) => (marks === '' ? `± ${spread}` : `± ${spread}: ${marks}`),
    none: (missing: number) => `no answer (${missing} could not judge)`,
    hiddenOf: (answered: number) => `${answered} answered; too few to show`,
    hidden: 'too few answers to show',
    talk: {
      apart: 'To talk about first: the sides differ, and each agrees within itself',
      furthest: 'To talk about first: the sides’ means are furthest apart',
      none: 'Nowhere do the sides differ while each agrees within itself.',
      uncompared: 'No answers of two sides can be shown beside each other, so there is nothing to compare.',
    } satisfies Record<Talk['because'], string>,
    difference: 'Difference',
    /** Who answered what, by the kind of round. */
    answersOf: {
      rating: (when: string) => `Who rated what, released on ${when}`,
      weights: (when: string) => `Who gave which weights, released on ${when}`,
      ranks: (when: string) => `Whose order gave which weights, released on ${when}`,
      'no-agreement': (when: string) => `Who said what no agreement is worth, released on ${when}`,
    } satisfies Record<WeighingKind, (when: string) => string>,
    answer: 'Answer',
    rating: { meets: 'meets it', partly: 'partly', not: 'does not', 'cannot-judge': 'cannot judge' } satisfies Record<
      Word,
      string
    >,
    coverage: 'Interests that each option serves, by confirmed links',
    counted: 'Served of all',
    servedOf: (served: number, all: number) => `${served} of ${all}`,
    served: 'Served',
    suggested: 'Suggested, not confirmed by this side',
    unserved: 'Not served',
    weights: 'Weights by side',
    weight: 'Weight',
    values: 'Value by side',
    missing: 'Share of weight not rated',
    low: 'At least',
    high: 'At most',
    betweenSides: 'How far the sides are apart',
    betweenSidesHow:
      'Weights apart (total variation): the share of the weight that one side would have to move to weigh as the other does, half the sum of the differences. Tau-b (Kendall) compares the orders in which two sides value the options, pair by pair: 1 is the same order, −1 the opposite one.',
    twoSides: 'Between',
    weightsApart: 'Weights apart',
    tau: 'Tau-b',
    concordant: 'Pairs in one order',
    discordant: 'Pairs in opposite order',
    tiedFor: { first: 'Pairs tied for the first alone', second: 'Pairs tied for the second alone' },
    noAgreement: 'What the gains of each side are counted from',
    countedFrom: {
      side: 'what no agreement is worth to it, as it released',
      'as it is now': 'the option “as it is now”: it released no value of its own',
      unknown: 'unknown: it released no value, and “as it is now” has none either',
    } satisfies Record<NoAgreement['from'] | 'unknown', string>,
    indicators: 'Joint-gain indicators, all of them, none of which decides',
    pareto: 'In the Pareto set',
    unsettled: (verdict: string) => `${verdict}, by what was rated`,
    uncompared: 'cannot be compared: a side has no value for it',
    indicator: {
      nash: 'Nash product',
      kalaiSmorodinsky: 'Kalai-Smorodinsky',
      maximin: 'Smallest value',
      sum: 'Sum (scales may not compare)',
      gap: 'Gap (scales may not compare)',
    } satisfies Record<Indicator, string>,
    below: 'Below no agreement for',
    flips: 'Weights at which an order flips',
    nearFlips: ({ shown, inCsv, all }: { shown: number; inCsv: number; all: number }) =>
      `Weights at which an order flips: the nearest of each side (${shown} of ${all}; ${inCsv < all ? `the nearest ${inCsv}` : 'all of them'} are in the .csv)`,
    nearestFlips: (shown: number, all: number) =>
      `Weights at which an order flips: the nearest of each side (${shown} of ${all})`,
    tie: 'Ties at',
    between: 'Between',
    robustness: (samples: number, seed: number) =>
      `Robustness: share of all weights in which an option is first (${samples} weightings drawn, seed ${seed})`,
    share: 'Share',
    leftOut: 'Options left out, since other weights need every rating',
    leftOutOf: { flips: 'weights at which an order flips', robustness: 'robustness' },
    method: 'Left out of',
    unratedBy: 'No mean rating by',
    unratedInPart: 'not all of it was rated',
    fromIncomplete: 'From incomplete data',
  },
  /** How alike the answers of one side are, by the order of their scale. */
  ordinal: {
    a: 'Agreement A',
    consensus: 'Consensus measure',
    cell: (a: number | string, consensus: number | string) => `A ${a}, consensus measure ${consensus}`,
    how: 'Agreement A (van der Eijk) and the consensus measure (Tastle and Wierman) say how alike the answers of one side are, by the order of the scale. Both are 1 where all say the same. Half at one end and half at the other, A is −1 and the measure 0; evenly over the whole scale, A is 0.',
    caucus: 'Whoever asks for a caucus stands on no rung of the scale and is not counted in them.',
  },
  consensus: {
    note: 'No heads are counted together: each side stands for itself.',
    version: (version: number) => `Version ${version} of the text`,
    outcome: {
      reached: 'Consensus: every side that decides supports it.',
      blocked: 'Blocked by a side that decides.',
      'not-ready': 'Not yet: a side that decides is not ready, or too few of it answered.',
      unknown: 'Not to be told without names: too few answered, or changed.',
    } satisfies Record<ConsensusOutcome, string>,
    asked: (scale: string, when: string) => `Asked on ${when}, scale: ${scale}.`,
    scale: {
      thumbs: 'thumbs',
      kaner: 'eight gradients of agreement',
      fist: 'fist to five',
    } satisfies Record<ConsensusScale, string>,
    changed: 'What it asked about has been changed since.',
    sides: 'Where each side stands',
    stands: 'Stands',
    quorum: 'Quorum',
    signals: 'Signals',
    side: {
      supports: 'supports it',
      'not-ready': 'is not ready',
      blocks: 'blocks it',
      short: 'has not spoken',
      hidden: 'not shown without names',
    } satisfies Record<SideOutcome | 'hidden', string>,
    people: 'Who said what',
    signal: 'Signal',
    reason: 'Reason',
    spoken: '(said at the table)',
    wouldMove: 'What would move it',
    signalNames: SIGNAL_NAMES.en,
  },
}
