import {
  additiveValue,
  CERTAIN_DIGITS,
  type CriterionId,
  decimalsToReproduce,
  type Indicator,
  kendallTauB,
  orderCounts,
  printed,
  type Row,
  reproduction,
  rounded,
  showsVerdicts,
  type Weights,
} from '@jointly/board'

/** The decimals of a value on the screen. */
const VALUE_DECIMALS = 1
export const WEIGHT_DECIMALS = 3
const TERM_DECIMALS = 2

export const printedValue = (value: number): string => printed(value, VALUE_DECIMALS)

/** [Q19] To how many decimals values stand beside a verdict, so that they tell it. */
export const verdictDecimals = (given: Parameters<typeof showsVerdicts>[0]): number => {
  for (let decimals = VALUE_DECIMALS; decimals < CERTAIN_DIGITS; decimals++)
    if (showsVerdicts(given, decimals)) return decimals
  return CERTAIN_DIGITS
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
/** 54.700 is printed as 54.7: a zero more says nothing. */
const trimmed = (number: number, decimals: number) => String(rounded(number, decimals))

/** A value as it is computed by hand: digit for digit from what is printed. */
export type Arithmetic = {
  readonly lines: readonly {
    readonly criterion: CriterionId
    readonly weight: string
    readonly mean: string
    readonly term: string
  }[]
  readonly unrated: readonly CriterionId[]
  readonly sum: string
  /** Where not everything was rated: the weight of what was, by which the sum is divided. */
  readonly divisor: string | null
  readonly value: string
  /** Those of the value; more than elsewhere on the screen where it lies on the edge between two roundings. */
  readonly decimals: number
  /**
   * Between what it lies if the rest were rated 0, the sum, and if it were rated 100, which adds 100 times the weight that
   * is missing.
   */
  readonly bounds: { readonly missing: string; readonly low: string; readonly high: string } | null
}

/** Null where nothing that carries weight was rated. */
export const arithmeticOf = ({
  criteria,
  weights,
  row,
}: {
  criteria: readonly CriterionId[]
  weights: Weights
  row: Row
}): Arithmetic | null => {
  const { value, missing, low, high } = additiveValue({ criteria, weights, row })
  if (value === null) return null
  const rated = criteria.filter(criterion => (row[criterion] ?? null) !== null)
  const isWhole = missing === 0
  const exact = [...rated.map(one => weights[one] ?? 0), ...rated.map(one => row[one] ?? 0)]
  const halves = (inputs: readonly number[]) => [inputs.slice(0, rated.length), inputs.slice(rated.length)] as const
  const productsOf = (inputs: readonly number[]) => {
    const [by, means] = halves(inputs)
    return by.map((weight, k) => weight * (means[k] ?? 0))
  }
  /** The value and, where something is missing, its bounds. */
  const resultsFrom = (weights: readonly number[], terms: readonly number[]): readonly number[] => {
    const [products, weight] = [sum(terms), sum(weights)]
    return isWhole ? [products] : [products / weight, products, products + 100 * (1 - weight)]
  }
  const needed = reproduction({
    inputs: exact,
    results: inputs => resultsFrom(halves(inputs)[0], productsOf(inputs)),
    decimals: VALUE_DECIMALS,
    atLeast: WEIGHT_DECIMALS,
  })
  const digits = needed.inputs
  const shown = exact.map(input => rounded(input, digits))
  const [by, means] = halves(shown)
  const terms = productsOf(shown)
  const termDigits = decimalsToReproduce({
    inputs: terms,
    results: inputs => resultsFrom(by, inputs),
    decimals: needed.results,
    atLeast: TERM_DECIMALS,
  })
  return {
    lines: rated.map((criterion, k) => ({
      criterion,
      weight: printed(by[k] ?? 0, digits),
      mean: trimmed(means[k] ?? 0, digits),
      term: printed(terms[k] ?? 0, termDigits),
    })),
    unrated: criteria.filter(criterion => !rated.includes(criterion) && (weights[criterion] ?? 0) > 0),
    sum: printed(sum(terms.map(term => rounded(term, termDigits))), termDigits),
    divisor: isWhole ? null : printed(sum(by), digits),
    value: printed(value, needed.results),
    decimals: needed.results,
    bounds: isWhole
      ? null
      : {
          missing: printed(1 - sum(by), digits),
          low: printed(low, needed.results),
          high: printed(high, needed.results),
        },
  }
}

/** What an indicator is computed from, one entry per deciding side. */
export type Prospect = {
  readonly values: readonly number[]
  /** What each side's gain is counted from. */
  readonly floors: readonly number[]
  /** The most that each side could gain. */
  readonly most: readonly number[]
}

type Formula = {
  readonly decimals: number
  readonly inputs: (prospect: Prospect) => readonly (readonly number[])[]
  readonly compute: (inputs: readonly (readonly number[])[]) => number
  readonly say: (inputs: readonly (readonly string[])[]) => string
}

const column = <T>(inputs: readonly (readonly T[])[], p: number): readonly T[] => inputs.map(row => row[p] as T)
const overSides = <T, U>(inputs: readonly (readonly T[])[], each: (own: readonly T[]) => U): readonly U[] =>
  (inputs[0] ?? []).map((_, p) => each(column(inputs, p)))

const FORMULAS = {
  nash: {
    decimals: 1,
    inputs: ({ values, floors }) => [values, floors],
    compute: inputs =>
      overSides(inputs, ([value = 0, floor = 0]) => Math.max(0, value - floor)).reduce((all, gain) => all * gain, 1),
    say: inputs => overSides(inputs, ([value, floor]) => `(${value} − ${floor})`).join(' × '),
  },
  kalaiSmorodinsky: {
    decimals: 3,
    inputs: ({ values, floors, most }) => [values, floors, most],
    compute: inputs =>
      Math.min(...overSides(inputs, ([value = 0, floor = 0, most = 1]) => Math.max(0, value - floor) / most)),
    say: inputs => `min(${overSides(inputs, ([value, floor, most]) => `(${value} − ${floor}) / ${most}`).join(', ')})`,
  },
  maximin: {
    decimals: VALUE_DECIMALS,
    inputs: ({ values }) => [values],
    compute: ([values = []]) => Math.min(...values),
    say: ([values = []]) => `min(${values.join(', ')})`,
  },
  sum: {
    decimals: VALUE_DECIMALS,
    inputs: ({ values }) => [values],
    compute: ([values = []]) => sum(values),
    say: ([values = []]) => values.join(' + '),
  },
  gap: {
    decimals: VALUE_DECIMALS,
    inputs: ({ values }) => [values],
    compute: ([values = []]) => Math.max(...values) - Math.min(...values),
    say: ([values = []]) => `max(${values.join(', ')}) − min(${values.join(', ')})`,
  },
} as const satisfies Readonly<Record<Indicator, Formula>>

export const decimalsOf = (indicator: Indicator): number => FORMULAS[indicator].decimals

/** An indicator's number as a formula, in as many digits as reproduce it. */
export const formulaOf = (
  indicator: Indicator,
  prospect: Prospect,
): { readonly formula: string; readonly result: string } => {
  const { decimals, inputs, compute, say }: Formula = FORMULAS[indicator]
  const rows = inputs(prospect)
  const shaped = <T>(flat: readonly T[]) => {
    const rest = [...flat]
    return rows.map(row => rest.splice(0, row.length))
  }
  const flat = rows.flat()
  const needed = reproduction({
    inputs: flat,
    results: numbers => [compute(shaped(numbers))],
    decimals,
    atLeast: VALUE_DECIMALS,
  })
  return {
    formula: say(shaped(flat.map(number => printed(number, needed.inputs)))),
    result: printed(compute(rows), needed.results),
  }
}

const TAU_DECIMALS = 2

/** How alike two orders are, as it is computed by hand; null where one of them orders nothing. */
export const ordersOf = (items: readonly (readonly [number, number])[]) => {
  const tau = kendallTauB(items)
  if (tau === null) return null
  const pairsOf = (numbers: readonly number[]) =>
    items.map((_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0] as const)
  const inputs = items.flat()
  const digits = decimalsToReproduce({
    inputs,
    results: numbers => Object.values(orderCounts(pairsOf(numbers))),
    decimals: 0,
    atLeast: VALUE_DECIMALS,
  })
  const counts = orderCounts(items)
  const { concordant, discordant, tiedInA, tiedInB } = counts
  const [one, other] = [tiedInA, tiedInB].map(tied => concordant + discordant + tied)
  return {
    values: pairsOf(inputs).map(pair => pair.map(value => printed(value, digits))),
    counts,
    formula: `(${concordant} − ${discordant}) / √(${one} × ${other})`,
    result: printed(tau, TAU_DECIMALS),
  }
}
