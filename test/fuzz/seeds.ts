import * as prng from 'lib0/prng'

/** The seeds of one run: those that once failed, then `FUZZ_SEEDS` of a row (or `usual`), or `FUZZ_SEED` alone. */
export const seeds = ({ usual, known }: { usual: number; known: readonly number[] }): number[] => {
  const { FUZZ_SEED: one, FUZZ_SEEDS: many } = process.env
  if (one !== undefined) return [Number(one)]
  return [...new Set([...known, ...Array.from({ length: Number(many ?? usual) }, (_, i) => i + 1)])]
}

/** Chance in the hands of a seed. */
export type Random = prng.PRNG

export const chance = (random: Random, oneIn: number): boolean => prng.int32(random, 1, oneIn) === 1

/** One of a list, or undefined of an empty one. */
export const anyOf = <T>(random: Random, list: readonly T[]): T | undefined =>
  list.length === 0 ? undefined : prng.oneOf(random, list as T[])

/** One entry of a table, as often as its share says. */
export const byShare = <Key extends string>(random: Random, shares: Readonly<Record<Key, number>>): Key => {
  const entries = Object.entries(shares) as [Key, number][]
  let at = prng.real53(random) * entries.reduce((sum, [, share]) => sum + share, 0)
  for (const [key, share] of entries) {
    at -= share
    if (at < 0) return key
  }
  return (entries.at(-1) as [Key, number])[0] // a table has a row
}

/** Turns that the event loop is given. */
export const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setImmediate(resolve))
}
