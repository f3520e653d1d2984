/**
 * How much people agree on a scale of rungs (thumbs, gradients, fist to five), from how many stand on each rung. Means
 * and standard deviations take the rungs for numbers; these two use their order (and, the second, their distance).
 */

/** How many stand on each rung, from one end of the scale to the other, empty rungs included. */
export type Counts = readonly number[]

const total = (counts: Counts) => counts.reduce((sum, count) => sum + count, 0)

/**
 * [Q15] Van der Eijk's agreement A: 1 all on one rung, 0 even over all rungs, -1 half on either end (van der Eijk 2001,
 * "Measuring agreement in ordered rating scales", Quality and Quantity 35: 325-341). The counts are cut into layers,
 * each of them even over some rungs; A is the mean of the layers' agreement, weighted by how many people stand in each.
 * Null without answers, and with fewer than three rungs, where no pattern can have two peaks.
 */
export const vanDerEijkA = (counts: Counts): number | null => {
  const people = total(counts)
  if (counts.length < 3 || people === 0) return null
  const levels = [0, ...new Set(counts.filter(count => count > 0))].sort((a, b) => a - b)
  return levels.slice(1).reduce((sum, level, below) => {
    const pattern = counts.map(count => count >= level)
    const height = level - (levels[below] ?? 0)
    return sum + layerAgreement(pattern) * ((height * pattern.filter(Boolean).length) / people)
  }, 0)
}

/**
 * The agreement of one layer of K rungs, S of them occupied: U (1 - (S - 1) / (K - 1)). U = ((K - 2) TU - (K - 1) TDU) /
 * ((K - 2)(TU + TDU)) sets the triples of rungs that speak for one peak (TU: two neighbours among the three occupied, an
 * end empty) against those that speak for two (TDU: occupied, empty, occupied); 1 where there is neither.
 */
const layerAgreement = (occupied: readonly boolean[]): number => {
  const K = occupied.length
  const S = occupied.filter(Boolean).length
  let TU = 0
  let TDU = 0
  for (let i = 0; i < K; i++)
    for (let j = i + 1; j < K; j++)
      for (let k = j + 1; k < K; k++) {
        if (occupied[j] && occupied[i] !== occupied[k]) TU++
        if (!occupied[j] && occupied[i] && occupied[k]) TDU++
      }
  const U = TU + TDU === 0 ? 1 : ((K - 2) * TU - (K - 1) * TDU) / ((K - 2) * (TU + TDU))
  return U * (1 - (S - 1) / (K - 1))
}

/**
 * [Q15] Tastle and Wierman's consensus: 1 all on one rung, 0 half on either end. 1 + sum over i of p_i log2(1 - |x_i -
 * mean| / width), rungs numbered one apart (Tastle and Wierman 2007, "Consensus and dissention: a measure of ordinal
 * dispersion", International Journal of Approximate Reasoning 45: 531-545). Null without answers, and on a scale of
 * fewer than two rungs.
 */
export const tastleWiermanConsensus = (counts: Counts): number | null => {
  const people = total(counts)
  const width = counts.length - 1
  if (width < 1 || people === 0) return null
  const mean = counts.reduce((sum, count, rung) => sum + count * rung, 0) / people
  return counts.reduce(
    (sum, count, rung) => (count === 0 ? sum : sum + (count / people) * Math.log2(1 - Math.abs(rung - mean) / width)),
    1,
  )
}

/** Both measures of one side's answers; each is null where its scale has too few rungs for it. */
export type Ordinal = { readonly vanDerEijkA: number | null; readonly tastleWierman: number | null }

/** [Q15] How alike answers are; null of fewer than two, who cannot differ. */
export const ordinalOf = (counts: Counts): Ordinal | null =>
  total(counts) < 2 ? null : { vanDerEijkA: vanDerEijkA(counts), tastleWierman: tastleWiermanConsensus(counts) }
