import type { SideId } from '../ids.ts'
import { decidingSides, type Side } from '../people.ts'
import { rounded } from './print.ts'
import type { OptionId } from './ratings.ts'
import { tableOf } from './table.ts'
import { above } from './ties.ts'
import { UNKNOWN, type Values } from './value.ts'

/** What of a side the joint methods need: those that advise are shown beside and decide nothing ([Q12]). */
export type SeatedSide = Pick<Side, 'id' | 'decides'>

/** One option as the deciding sides value it, in their order. */
export type Point = { readonly option: OptionId; readonly values: readonly number[] }

/** The options that every deciding side has a value for, and those that cannot be compared. */
export const pointsBySide = ({
  options,
  sides,
  values,
}: {
  options: readonly OptionId[]
  sides: readonly SeatedSide[]
  values: Values
}): { readonly points: readonly Point[]; readonly uncompared: readonly OptionId[] } => {
  const deciding = decidingSides(sides)
  const pointOf = (option: OptionId): readonly Point[] => {
    const at = deciding.flatMap(side => values[option]?.[side]?.value ?? [])
    return deciding.length > 0 && at.length === deciding.length ? [{ option, values: at }] : []
  }
  const points = options.flatMap(pointOf)
  return { points, uncompared: options.filter(option => !points.some(point => point.option === option)) }
}

export type Pareto = {
  /** The options than which no other is better for one side and worse for none, in the order given. */
  readonly set: readonly OptionId[]
  readonly dominated: readonly { readonly option: OptionId; readonly by: readonly OptionId[] }[]
  /** Options without a value for every deciding side: neither in the set nor out of it. */
  readonly uncompared: readonly OptionId[]
  /** Options whose place in or out of the set could be another once all is rated that carries weight. */
  readonly unsettled: readonly OptionId[]
}

const dominates = (a: Point, b: Point): boolean =>
  a.values.every((value, p) => !above(b.values[p] ?? value, value)) &&
  a.values.some((value, p) => above(value, b.values[p] ?? value))

/**
 * [Q9] The Pareto set over the deciding sides (Pareto 1906; "efficient frontier" in Raiffa 1982, "The Art and Science of
 * Negotiation"). Options of equal values do not dominate each other: both are in it, or neither. With one side it is the
 * options of the highest value. A value from incomplete data takes part as it is, and where it could lie otherwise decides
 * which verdicts are `unsettled`.
 */
export const paretoSet = (given: {
  options: readonly OptionId[]
  sides: readonly SeatedSide[]
  values: Values
}): Pareto => {
  const { points, uncompared } = pointsBySide(given)
  const isUnsettled = settling(given, points)
  const judged = points.map(point => ({
    option: point.option,
    by: points.filter(other => dominates(other, point)).map(other => other.option),
  }))
  return {
    set: judged.filter(({ by }) => by.length === 0).map(({ option }) => option),
    dominated: judged.filter(({ by }) => by.length > 0),
    uncompared,
    unsettled: points.filter(isUnsettled).map(({ option }) => option),
  }
}

/**
 * Whether the verdict about an option hangs on what was not rated. It stands if another that is compared dominates the option
 * even at the worst for that one and the best for this, or if none at all could even the other way round. An option that a
 * side has not rated has no verdict of its own and may yet turn another's: it enters with all that it could be worth.
 */
const settling = (
  { options, sides, values }: Parameters<typeof paretoSet>[0],
  points: readonly Point[],
): ((point: Point) => boolean) => {
  const deciding = decidingSides(sides)
  const at = (option: OptionId, end: 'low' | 'high'): Point => ({
    option,
    values: deciding.map(side => (values[option]?.[side] ?? UNKNOWN)[end]),
  })
  return ({ option }) => {
    const isOther = (other: OptionId) => other !== option
    const compared = points.map(point => point.option).filter(isOther)
    const isOut = compared.some(other => dominates(at(other, 'low'), at(option, 'high')))
    const canBeOut = options.filter(isOther).some(other => dominates(at(other, 'high'), at(option, 'low')))
    return canBeOut && !isOut
  }
}

/** [Q19] Whether values that are printed with so many decimals tell which option is better for one side and worse for none. */
export const showsVerdicts = (given: Parameters<typeof paretoSet>[0], decimals: number): boolean => {
  const { options, sides, values } = given
  const ofSide = (option: OptionId) => (side: SideId) => {
    const value = values[option]?.[side] ?? UNKNOWN
    return { ...value, value: value.value === null ? null : rounded(value.value, decimals) }
  }
  const printed = tableOf(options, option => tableOf(decidingSides(sides), ofSide(option)))
  const verdictsOf = ({ set, dominated }: Pareto) => JSON.stringify([set, dominated])
  return verdictsOf(paretoSet({ options, sides, values: printed })) === verdictsOf(paretoSet(given))
}
