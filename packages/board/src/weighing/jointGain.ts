import type { SideId } from '../ids.ts'
import { decidingSides } from '../people.ts'
import { type Point, pointsBySide, type SeatedSide } from './pareto.ts'
import type { OptionId } from './ratings.ts'
import { tableOf } from './table.ts'
import { above, highest, tied } from './ties.ts'
import { UNKNOWN, type Values } from './value.ts'

/**
 * What no agreement is worth to a side, 0..100. `from: 'side'`: the side entered and released it. `from: 'as it is
 * now'`: it did not, and the option that describes today stands in, with the `missing` share of that option's value.
 */
export type NoAgreement =
  | { readonly from: 'side'; readonly value: number }
  | { readonly from: 'as it is now'; readonly value: number; readonly missing: number }

/** [Q11] A side's no-agreement value; null when it released none and there is no rated option "as it is now". */
export const noAgreementOf = ({
  side,
  released,
  current,
  values,
}: {
  side: SideId
  released: Readonly<Record<SideId, number | null>>
  current: OptionId | null
  values: Values
}): NoAgreement | null => {
  const own = released[side] ?? null
  if (own !== null) return { from: 'side', value: own }
  const today = current === null ? undefined : values[current]?.[side]
  if (today === undefined || today.value === null) return null
  return { from: 'as it is now', value: today.value, missing: today.missing }
}

/** One option before the deciding sides, in their order. `gains` and `shares` are null where they are not defined. */
type Prospect = {
  readonly values: readonly number[]
  /** U_p - d_p, none below 0. */
  readonly gains: readonly number[] | null
  /** Each gain as a part of the most that side could gain, 0..1. */
  readonly shares: readonly number[] | null
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const product = (numbers: readonly number[]) => numbers.reduce((total, number) => total * number, 1)

type IndicatorRow = {
  /** Whether a point of one side is set against a point of another: then the scales must be comparable, and may not be. */
  readonly comparesScales: boolean
  /** What of a prospect it is computed from: what it rests on besides the option's own values. */
  readonly rests: keyof Prospect
  /** Which end the indicator points at. */
  readonly best: 'highest' | 'lowest'
  readonly score: (prospect: Prospect) => number | null
}

/**
 * The joint-gain indicators, in the order in which they are shown: all of them, none crowned. For the deciding sides p,
 * - `nash`: the product of the gains U_p - d_p (Nash 1950, "The bargaining problem", Econometrica 18: 155-162; over
 *   finitely many options, Mariotti 1998, Social Choice and Welfare 15: 413-421). Stretching or shifting a side's scale
 *   does not change its order. Not comparable between boards with more or fewer sides.
 * - `kalaiSmorodinsky`: the smallest of the shares (U_p - d_p) / (most that p can gain - d_p), 0..1 (Kalai and
 *   Smorodinsky 1975, "Other solutions to Nash's bargaining problem", Econometrica 43: 513-518; their line need not
 *   meet finitely many options, so the smallest share is made as large as it can be, as Nagahisa and Tanaka 2002,
 *   Social Choice and Welfare 19: 751-761). The most is taken over the options that no side finds worse than no
 *   agreement.
 * - `maximin`: the smallest U_p. `sum`: all U_p added. `gap`: the largest U_p less the smallest. 0..100, `sum` 0..100
 *   per side.
 */
export const INDICATORS = {
  nash: { comparesScales: false, rests: 'gains', best: 'highest', score: ({ gains }) => gains && product(gains) },
  kalaiSmorodinsky: {
    comparesScales: false,
    rests: 'shares',
    best: 'highest',
    score: ({ shares }) => shares && Math.min(...shares),
  },
  maximin: { comparesScales: true, rests: 'values', best: 'highest', score: ({ values }) => Math.min(...values) },
  sum: { comparesScales: true, rests: 'values', best: 'highest', score: ({ values }) => sum(values) },
  gap: {
    comparesScales: true,
    rests: 'values',
    best: 'lowest',
    score: ({ values }) => Math.max(...values) - Math.min(...values),
  },
} as const satisfies Record<string, IndicatorRow>
export type Indicator = keyof typeof INDICATORS

export const INDICATOR_NAMES = Object.keys(INDICATORS) as readonly Indicator[]

/** Null where an option has no number: see `JointGain`. */
type Scores = Readonly<Record<OptionId, number | null>>

export type JointGain = {
  /** By deciding side, what the gains are counted from. Null: unknown, and then nobody has `nash` or `kalaiSmorodinsky`. */
  readonly noAgreement: Readonly<Record<SideId, NoAgreement | null>>
  /** By option, the deciding sides that it leaves below their no-agreement value: it has no `nash` or `kalaiSmorodinsky`. */
  readonly below: Readonly<Record<OptionId, readonly SideId[]>>
  /**
   * An option without a value for every deciding side has no score at all. `kalaiSmorodinsky` is null for all options
   * where some side can gain nothing from any: its share would be 0 of 0.
   */
  readonly scores: Readonly<Record<Indicator, Scores>>
  /** The options of which a score, or that they are below, rests on a value from incomplete data. */
  readonly incomplete: Readonly<Record<Indicator | 'below', readonly OptionId[]>>
}

const isBelow = (value: number | null, floor: number | null): boolean =>
  value !== null && floor !== null && above(floor, value)

/** The gain over `floor` (one number per side), null when a side falls below its own or a floor is unknown. */
const gainsOf = ({ values }: Point, floor: readonly (number | null)[]): readonly number[] | null => {
  const gains = values.map((value, p) => value - (floor[p] ?? Number.NaN))
  return gains.every(gain => gain >= 0 || tied(gain, 0)) ? gains.map(gain => (above(gain, 0) ? gain : 0)) : null
}

const prospectsOf = (points: readonly Point[], floor: readonly (number | null)[]): ReadonlyMap<OptionId, Prospect> => {
  const gained = points.map(point => ({ ...point, gains: gainsOf(point, floor) }))
  const most = floor.map((_, p) => Math.max(0, ...gained.map(({ gains }) => gains?.[p] ?? 0)))
  const everySideCanGain = most.every(gain => gain > 0)
  return new Map(
    gained.map(({ option, values, gains }) => {
      const shares = gains && everySideCanGain ? gains.map((gain, p) => gain / (most[p] ?? gain)) : null
      return [option, { values, gains, shares }]
    }),
  )
}

/**
 * [Q10] [Q11] The joint-gain indicators of every option, over the deciding sides. `released` holds the no-agreement
 * values (0..100) that sides have released, and null or nothing for the others; `current` is the option "as it is now",
 * if any.
 */
export const jointGain = ({
  options,
  sides,
  values,
  released,
  current,
}: {
  options: readonly OptionId[]
  sides: readonly SeatedSide[]
  values: Values
  released: Readonly<Record<SideId, number | null>>
  current: OptionId | null
}): JointGain => {
  const deciding = decidingSides(sides)
  const { points } = pointsBySide({ options, sides, values })
  const noAgreement = tableOf(deciding, side => noAgreementOf({ side, released, current, values }))
  const floor = deciding.map(side => noAgreement[side]?.value ?? null)
  const prospects = prospectsOf(points, floor)

  const below = (option: OptionId) =>
    deciding.filter((side, p) => isBelow(values[option]?.[side]?.value ?? null, floor[p] ?? null))
  const score = (indicator: Indicator, option: OptionId): number | null => {
    const prospect = prospects.get(option)
    return prospect === undefined ? null : INDICATORS[indicator].score(prospect)
  }
  const worthOf = (option: OptionId, side: SideId) => values[option]?.[side] ?? UNKNOWN
  const isPart = (option: OptionId, side: SideId) => worthOf(option, side).missing > 0
  const isFloorPart = (side: SideId) => {
    const from = noAgreement[side]
    return from?.from === 'as it is now' && from.missing > 0
  }
  const ofOwn = (option: OptionId) => deciding.some(side => isPart(option, side))
  const ofGains = (option: OptionId) => ofOwn(option) || deciding.some(isFloorPart)
  // The most that a side can gain may be what another option gives it, one that some side has yet to rate included.
  const mayCount = (option: OptionId) =>
    deciding.every((side, p) => !isBelow(worthOf(option, side).high, floor[p] ?? null))
  const isMostPart = options.some(option => ofGains(option) && mayCount(option))
  const fromPart = {
    values: ofOwn,
    gains: ofGains,
    shares: option => ofGains(option) || isMostPart,
  } as const satisfies Record<keyof Prospect, (option: OptionId) => boolean>
  return {
    noAgreement,
    below: tableOf(options, below),
    scores: tableOf(INDICATOR_NAMES, indicator => tableOf(options, option => score(indicator, option))),
    incomplete: {
      ...tableOf(INDICATOR_NAMES, indicator =>
        options.filter(option => score(indicator, option) !== null && fromPart[INDICATORS[indicator].rests](option)),
      ),
      below: options.filter(option => below(option).some(side => isPart(option, side) || isFloorPart(side))),
    },
  }
}

/** Whether these numbers set one option before another: not where all tie, nor where the most that any is worth is nothing. */
const setsApart = (scores: readonly number[], { best }: IndicatorRow): boolean => {
  const [most, least] = [Math.max(...scores), Math.min(...scores)]
  return (best === 'lowest' || above(most, 0)) && (scores.length < 2 || above(most, least))
}

/**
 * [Q20] The options that each indicator points at, ties together: for saying aloud where the indicators disagree, and for
 * nothing else. Empty where no option has a number, and where their numbers set none apart.
 */
export const pointedAt = (
  options: readonly OptionId[],
  { scores }: JointGain,
): Readonly<Record<Indicator, readonly OptionId[]>> =>
  tableOf(INDICATOR_NAMES, indicator => {
    const scoreOf = (option: OptionId) => scores[indicator][option] ?? null
    const row: IndicatorRow = INDICATORS[indicator]
    if (
      !setsApart(
        options.flatMap(option => scoreOf(option) ?? []),
        row,
      )
    )
      return []
    return highest(options, option => {
      const score = scoreOf(option)
      return score !== null && row.best === 'lowest' ? -score : score
    })
  })
