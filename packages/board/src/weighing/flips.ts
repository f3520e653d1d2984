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
 * Only so many of a side's flips are told, the nearest: of 200 options by 50 criteria there are half a million, which nobody
 * reads and a report cannot hold.
 */
export const MOST_FLIPS = 1000

export type Flips = {
  readonly flips: readonly Flip[]
  /** How many there are in all. */
  readonly all: number
  readonly incomplete: readonly LeftOut[]
}

/**
 * [Q7] The weights that flip an order: for every criterion and every two options the weight at which they tie, those
 * nearest to the present weights first, at most `MOST_FLIPS` of them. One-way sensitivity analysis of an additive value
 * (Goodwin and Wright, "Decision Analysis for Management Judgment", ch. 3, "Sensitivity analysis"). An option that the side
 * did not rate by every criterion is left out and named in `incomplete`; a criterion that has all the weight has no flip,
 * since nothing is left to rescale.
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
}): Flips => {
  const { complete, incomplete } = byCompleteness({ options, criteria, rows })
  const near = nearest()
  for (const criterion of criteria) {
    const weight = weights[criterion] ?? 0
    if (tied(weight, 1)) continue
    const others = reweighted({ criteria, weights, criterion, t: 0 })
    const lines = complete.map((option): Line => {
      const row: Row = rows[option] ?? {}
      return { option, own: row[criterion] ?? 0, rest: additiveValue({ criteria, weights: others, row }).low }
    })
    for (const [i, a] of lines.entries())
      for (let j = i + 1; j < lines.length; j++) {
        const b = lines[j] as Line // j is below the length
        const at = crossing(a, b)
        if (at !== null) near.add({ criterion, weight, at, a, b, lines })
      }
  }
  const flips = near.kept().map(({ criterion, weight, at, a, b, lines }) => {
    const top = highest(lines, line => at * line.own + (1 - at) * line.rest)
    return { criterion, weight, at, options: [a.option, b.option] as const, first: top.includes(a) }
  })
  return { flips, all: near.all(), incomplete }
}

/** Where two lines cross, and the lines of all options there: who is first is asked only of what is told. */
type Crossing = Pick<Flip, 'criterion' | 'weight' | 'at'> & {
  readonly a: Line
  readonly b: Line
  readonly lines: readonly Line[]
}

/** Counts all crossings and keeps the nearest, so that the memory of a large board stays that of a small one. */
const nearest = () => {
  let kept: Crossing[] = []
  let all = 0
  const cut = () => {
    kept = kept.sort(byDistance).slice(0, MOST_FLIPS)
  }
  return {
    add: (one: Crossing) => {
      all += 1
      kept.push(one)
      if (kept.length >= 2 * MOST_FLIPS) cut()
    },
    kept: (): readonly Crossing[] => {
      cut()
      return kept
    },
    all: () => all,
  }
}

const distance = ({ at, weight }: Crossing) => Math.abs(at - weight)
/** Of those that are as near the names decide, so that the same are kept whatever order they are named in ([Q21]). */
const nameOf = ({ criterion, a, b }: Crossing) => [criterion, ...[a.option, b.option].sort()].join(' ')
const byDistance = (one: Crossing, other: Crossing) =>
  distance(one) - distance(other) || (nameOf(one) < nameOf(other) ? -1 : 1)

/** The nearest weight of a criterion at which the choice flips; undefined when none of these does. */
export const nearestFlip = (flips: readonly Flip[], criterion: CriterionId): Flip | undefined =>
  flips.find(flip => flip.first && flip.criterion === criterion)
