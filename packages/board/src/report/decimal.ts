/** More decimals than this `toFixed` cannot write. */
const MOST_DECIMALS = 100

/** How many decimals a number has as people write it: 7 of 5e-7. */
export const decimalsIn = (number: number): number => {
  const [digits = '', exponent = '0'] = String(number).split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
}

/** A number in all its digits and without an exponent, as people write it: 0.0000005 and not 5e-7. */
export const decimal = (number: number): string => {
  const decimals = decimalsIn(number)
  return decimals > MOST_DECIMALS ? String(number) : number.toFixed(decimals)
}
