/**
 * Two numbers closer than this are one. The same sum added in another order differs by some 1e-14 on a scale of 0..100,
 * and answers given in whole points never come as near to each other as this without being equal.
 */
const TOLERANCE = 1e-9

/** Whether two numbers (values 0..100, weights, shares) are equal but for the rounding of floating point. */
export const tied = (a: number, b: number): boolean => Math.abs(a - b) < TOLERANCE

/** Whether `a` is truly more than `b`: a tie is not. */
export const above = (a: number, b: number): boolean => a > b && !tied(a, b)

/** Every key that shares the highest number, in the order given; those without a number (null) do not take part. */
export const highest = <Key>(keys: readonly Key[], numberOf: (key: Key) => number | null): readonly Key[] => {
  const numbers = keys.map(numberOf)
  const top = Math.max(...numbers.filter(number => number !== null))
  return keys.filter((_, i) => tied(numbers[i] ?? Number.NaN, top))
}
