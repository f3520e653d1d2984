import type { Weighed } from '../rounds/weighed.ts'
import { everyTwo, kendallTauB, orderCounts, totalVariation, valuedByBoth } from '../weighing/divergence.ts'

/**
 * [Q14] How far every two sides are apart, as on the screen: in what they weigh, and in the order that it gives the options.
 * What an order is counted from stands beside its tau, so that it can be computed by hand.
 */
export const betweenSides = ({ options, criteria, sides, weights, given, values }: Weighed) =>
  everyTwo(sides).map(pair => {
    const [one, other] = pair.map(side => weights[side] ?? null)
    const both = valuedByBoth({ options, sides: pair, values })
    const numbers = both.map(({ values }) => values)
    return {
      sides: pair,
      /** Total variation, 0..1; null where a side has no weights, and where every criterion counts alike. */
      weights:
        given === null || one == null || other == null ? null : totalVariation({ criteria, weights: [one, other] }),
      /** Kendall's tau-b, -1..1; null where one of the two orders nothing. */
      tau: kendallTauB(numbers),
      pairs: orderCounts(numbers),
      /** Whether the order rests on a value from incomplete data. */
      fromIncomplete: both.some(({ option }) => pair.some(side => (values[option]?.[side]?.missing ?? 0) > 0)),
    }
  })
