/** Digits that a double holds for certain; what stands behind them is the rounding of floating point. */
export const CERTAIN_DIGITS = 15

/** Moves the decimal point, in decimal: 1.005 by 2 is 100.5, where 1.005 * 100 is 100.49999999999999. */
const shifted = (number: number, places: number): number => {
  const [digits, exponent] = number.toExponential().split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** A number to so many decimals, halves away from zero, as one rounds by hand. */
export const rounded = (number: number, decimals: number): number => {
  const certain = Number(number.toPrecision(CERTAIN_DIGITS))
  const whole = Math.round(shifted(Math.abs(certain), decimals))
  return whole === 0 ? 0 : Math.sign(certain) * shifted(whole, -decimals)
}

/** [Q19] A number as it is printed, with all its decimals: 54.7, 0.210. */
export const printed = (number: number, decimals: number): string => rounded(number, decimals).toFixed(decimals)

/**
 * [Q19] How many decimals the inputs need so that whoever computes with what is printed gets what is printed: the fewest,
 * from `atLeast` on, at which `results` of the rounded inputs agree with `results` of the inputs in all `decimals`. For
 * one value the inputs are its weights and means; for a sum opened on the screen, its terms. 15 when no fewer will do.
 */
export const decimalsToReproduce = ({ atLeast = 0, ...follows }: Follows & { atLeast?: number }): number =>
  decimalsToReproduceAll([follows], atLeast)

/** What is printed in so many decimals, and what it is computed from. */
export type Follows = {
  readonly inputs: readonly number[]
  readonly results: (inputs: readonly number[]) => readonly number[]
  readonly decimals: number
}

/** [Q19] The same for several kinds of results, each printed in its own decimals, that follow from inputs printed alike. */
export const decimalsToReproduceAll = (all: readonly Follows[], atLeast: number): number => {
  const checks = all.map(isReproducedAt)
  for (let tried = atLeast; tried < CERTAIN_DIGITS; tried++) if (checks.every(holds => holds(tried))) return tried
  return CERTAIN_DIGITS
}

const isReproducedAt = ({ inputs, results, decimals }: Follows) => {
  const print = (from: readonly number[]) =>
    results(from)
      .map(result => printed(result, decimals))
      .join(' ')
  const wanted = print(inputs)
  return (tried: number): boolean => print(inputs.map(input => rounded(input, tried))) === wanted
}

/** So many decimals more than what follows from it nobody copies into a calculator. */
export const MOST_MORE_DECIMALS = 5

/**
 * [Q19] The same where what follows may be printed finer as well: a result on the edge between two roundings (65.45 of
 * thirds) would take all digits of its inputs to fall on the right side, and one more of its own settles it. Whoever rounds
 * the finer one comes to what is printed elsewhere in `decimals`.
 */
export const reproduction = ({
  inputs,
  results,
  decimals,
  atLeast = 0,
}: Parameters<typeof decimalsToReproduce>[0]): { readonly inputs: number; readonly results: number } => {
  const exact = results(inputs)
  const isSame = (finer: number) =>
    exact.every(result => printed(rounded(result, finer), decimals) === printed(result, decimals))
  for (let finer = decimals; finer + MOST_MORE_DECIMALS < CERTAIN_DIGITS; finer++) {
    if (!isSame(finer)) continue
    const needed = decimalsToReproduce({ inputs, results, decimals: finer, atLeast })
    if (needed <= finer + MOST_MORE_DECIMALS) return { inputs: needed, results: finer }
  }
  return { inputs: CERTAIN_DIGITS, results: decimals }
}
