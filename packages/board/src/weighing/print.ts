/** Digits that a double holds for certain; what stands behind them is the rounding of floating point. */
const CERTAIN_DIGITS = 15

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
export const decimalsToReproduce = ({
  inputs,
  results,
  decimals,
  atLeast = 0,
}: {
  inputs: readonly number[]
  results: (inputs: readonly number[]) => readonly number[]
  decimals: number
  atLeast?: number
}): number => {
  const print = (from: readonly number[]) =>
    results(from)
      .map(result => printed(result, decimals))
      .join(' ')
  const wanted = print(inputs)
  for (let tried = atLeast; tried < CERTAIN_DIGITS; tried++)
    if (print(inputs.map(input => rounded(input, tried))) === wanted) return tried
  return CERTAIN_DIGITS
}
