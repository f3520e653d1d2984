import type { CriterionId, OptionId, Row, Rows } from './ratings.ts'
import { tableOf } from './table.ts'
import { above, highest, tied } from './ties.ts'
import { additiveValue, byCompleteness, type LeftOut } from './value.ts'
import type { Weights } from './weights.ts'

/** Two options that tie for a side when one criterion weighs `at` instead of `weight` and the others keep their ratios. */
export type Flip = {
  readonly criterion: CriterionId
  /** Its weight now, 0..1. */
  readonly weight: number
  /** The weight at which the two tie, 0..1. Below and above it their order is opposite. */
  readonly at: number
  readonly options: readonly [OptionId, OptionId]
  /** Whether they tie for the highest value there, so that the choice flips and not only the order below it. */
  readonly first: boolean
}

/** The weights when `criterion` weighs t: the others by (1 - t) / (1 - w_k). Not defined when it has all the weight. */
export const reweighted = ({
  criteria,
  weights,
  criterion,
  t,
}: {
  criteria: readonly CriterionId[]
  weights: Weights
  criterion: CriterionId
  t: number
}): Weights => {
  const scale = (1 - t) / (1 - (weights[criterion] ?? 0))
  return tableOf(criteria, other => (other === criterion ? t : (weights[other] ?? 0) * scale))
}

/** An option's value as the weight of one criterion moves: a straight line from `rest` (t = 0) to `own` (t = 1). */
type Line = { readonly option: OptionId; readonly own: number; readonly rest: number }

/**
 * Where two lines cross: t* = (R_b - R_a) / ((v_a - v_b) + (R_b - R_a)). Null outside 0..1, and for lines that never
 * cross or are one line: identical options tie at every weight, and flip at none.
 */
const crossing = (a: Line, b: Line): number | null => {
  const rest = b.rest - a.rest
  const slope = a.own - b.own + rest
  if (tied(slope, 0)) return null
  const t = rest / slope
  return above(0, t) || above(t, 1) ? null : Math.min(1, Math.max(0, t))
}

/**
 * [Q7] The weights that flip an order: for every criterion and every two options the weight at which they tie, those
 * nearest to the present weights first. One-way sensitivity analysis of an additive value (Goodwin and Wright, "Decision
 * Analysis for Management Judgment", ch. 3, "Sensitivity analysis"). An option that the side did not rate by every
 * criterion is left out and named in `incomplete`; a criterion that has all the weight has no flip, since nothing is
 * left to rescale.
 */
export const flipsOf = ({
  options,
  criteria,
  weights,
  rows,
}: {
  options: readonly OptionId[]
  criteria: readonly CriterionId[]
  weights: Weights
  rows: Rows
}): { readonly flips: readonly Flip[]; readonly incomplete: readonly LeftOut[] } => {
  const { complete, incomplete } = byCompleteness({ options, criteria, rows })
  const flips = criteria.flatMap(criterion => {
    const weight = weights[criterion] ?? 0
    if (tied(weight, 1)) return []
    const lineOf = (option: OptionId): Line => {
      const row: Row = rows[option] ?? {}
      const rest = additiveValue({ criteria, weights: reweighted({ criteria, weights, criterion, t: 0 }), row })
      return { option, own: row[criterion] ?? 0, rest: rest.low }
    }
    return crossingsOf(complete.map(lineOf)).map(flip => ({ criterion, weight, ...flip }))
  })
  return { flips: flips.sort((a, b) => distance(a) - distance(b)), incomplete }
}

const distance = (flip: Flip) => Math.abs(flip.at - flip.weight)

const crossingsOf = (lines: readonly Line[]): readonly Pick<Flip, 'at' | 'options' | 'first'>[] =>
  lines.flatMap((a, i) =>
    lines.slice(i + 1).flatMap(b => {
      const at = crossing(a, b)
      if (at === null) return []
      const top = highest(lines, line => at * line.own + (1 - at) * line.rest)
      return { at, options: [a.option, b.option] as const, first: top.includes(a) }
    }),
  )

/** The nearest weight of a criterion at which the choice flips; undefined when none does. */
export const nearestFlip = (flips: readonly Flip[], criterion: CriterionId): Flip | undefined =>
  flips.find(flip => flip.first && flip.criterion === criterion)
