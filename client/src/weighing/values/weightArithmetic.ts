import { type CriterionId, printed, reproduction, rounded, totalVariation, type Weights } from '@jointly/board'
import { sum, WEIGHT_DECIMALS } from './arithmetic.ts'

/** One criterion's row: what each member gave it, and whether it is still on the table. */
type GivenRow = { readonly numbers: readonly number[]; readonly isLeft: boolean }

type OpenedWeights = {
  readonly lines: readonly {
    readonly numbers: readonly string[]
    readonly mean: string
    /** Its part of what is left; null for a criterion that is put away, and where none is. */
    readonly now: string | null
  }[]
  /** The sum of the means that are left; null where all are. */
  readonly left: string | null
}

/** A side's weights as they are computed by hand: the mean of what its members gave, and its part of what is left of that. */
export const weightsOpened = (rows: readonly GivenRow[]): OpenedWeights => {
  const meanOf = (numbers: readonly number[]) => sum(numbers) / numbers.length
  const means = rows.map(({ numbers }) => meanOf(numbers))
  const isWhole = rows.every(({ isLeft }) => isLeft)
  /** What stands in the table of weights; from means that are rounded as well. */
  const nowFrom = (from: readonly number[]) => {
    const left = isWhole ? 1 : sum(from.filter((_, k) => rows[k]?.isLeft))
    return from.filter((_, k) => rows[k]?.isLeft).map(mean => mean / left)
  }
  const ofMeans = reproduction({
    ...{ inputs: means, results: nowFrom },
    ...{ decimals: WEIGHT_DECIMALS, atLeast: WEIGHT_DECIMALS },
  })
  const ofNumbers = reproduction({
    inputs: rows.flatMap(({ numbers }) => numbers),
    results: all => {
      const rest = [...all]
      return rows.map(({ numbers }) => meanOf(rest.splice(0, numbers.length)))
    },
    ...{ decimals: ofMeans.inputs, atLeast: ofMeans.inputs },
  })
  const shown = means.map(mean => rounded(mean, ofNumbers.results))
  const now = nowFrom(means).map(weight => printed(weight, ofMeans.results))
  return {
    lines: rows.map(({ numbers, isLeft }, k) => ({
      numbers: numbers.map(number => printed(number, ofNumbers.inputs)),
      mean: printed(shown[k] ?? 0, ofNumbers.results),
      now: isWhole || !isLeft ? null : (now[rows.slice(0, k).filter(row => row.isLeft).length] ?? null),
    })),
    left: isWhole ? null : printed(sum(shown.filter((_, k) => rows[k]?.isLeft)), ofNumbers.results),
  }
}

/** How far two weightings lie apart, as it is computed by hand: half the sum of the differences. */
export const apartOf = ({
  criteria,
  weights,
}: {
  criteria: readonly CriterionId[]
  weights: readonly [Weights, Weights]
}) => {
  const inputs = criteria.flatMap(criterion => weights.map(of => of[criterion] ?? 0))
  const pairsOf = (numbers: readonly number[]) =>
    criteria.map((_, k) => [numbers[2 * k] ?? 0, numbers[2 * k + 1] ?? 0] as const)
  const differences = (numbers: readonly number[]) => pairsOf(numbers).map(([one, other]) => Math.abs(one - other))
  const { inputs: digits, results } = reproduction({
    inputs,
    results: numbers => [sum(differences(numbers)) / 2],
    decimals: WEIGHT_DECIMALS,
    atLeast: WEIGHT_DECIMALS,
  })
  const shown = inputs.map(input => rounded(input, digits))
  return {
    lines: pairsOf(shown).map((pair, k) => ({
      criterion: criteria[k] as CriterionId, // as many pairs as criteria
      weights: pair.map(weight => printed(weight, digits)),
      difference: printed(Math.abs(pair[0] - pair[1]), digits),
    })),
    sum: printed(sum(differences(shown)), digits),
    result: printed(totalVariation({ criteria, weights }), results),
  }
}
