import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { ordinalOf, tastleWiermanConsensus, vanDerEijkA } from './ordinal.ts'
import { forSeeds } from './testing.ts'

/** Van der Eijk 2001, p. 331; as worked in layers in the vignette of the R package agrmt (Ruedin). */
const EXAMPLE = [30, 40, 210, 130, 530, 50, 10]

// The layers of the vignette: .07 * 0 + .12 * .167 + .05 * .333 + .04 * .5 + .24 * .667 + .16 * .467 + .32 * 1 = .61;
// its manual prints agreement(V) = 0.6113333.
test("[Q15] van der Eijk's A of the worked example in his article", () => {
  expect(vanDerEijkA(EXAMPLE)).toBeCloseTo(0.611_333_3, 7)
})

// Van der Eijk 2001, placements of two Dutch parties in per cent; the vignette of agrmt prints 0.61 and 0.48.
test("[Q15] van der Eijk's A of the Dutch parties in his article", () => {
  const parties = [
    [2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6],
    [1.6, 2.6, 8.2, 21, 29.3, 27, 10.3],
  ]
  expect(parties.map(party => vanDerEijkA(party)?.toFixed(2))).toEqual(['0.61', '0.48'])
})

// The four ideal types drawn in the vignette of agrmt: 1, 0, -1, and 0.08 for answers 1 1 3 4 of four.
test("[Q15] van der Eijk's A of the ideal types", () => {
  const types = [
    [4, 0, 0, 0],
    [1, 1, 1, 1],
    [2, 0, 0, 2],
    [2, 0, 1, 1],
  ]
  expect(types.map(counts => vanDerEijkA(counts)?.toFixed(2))).toEqual(['1.00', '0.00', '-1.00', '0.08'])
})

test("[Q15] van der Eijk's A needs three rungs and an answer; one person agrees with himself", () => {
  expect([vanDerEijkA([3, 2]), vanDerEijkA([]), vanDerEijkA([0, 0, 0])]).toEqual([null, null, null])
  expect([0, 1, 2].map(rung => vanDerEijkA([0, 1, 2].map(other => Number(other === rung))))).toEqual([1, 1, 1])
})

// The manual of the R package agrmt, consensus(V): 0.7256876.
test('[Q15] the consensus of Tastle and Wierman that agrmt prints', () => {
  expect(tastleWiermanConsensus(EXAMPLE)).toBeCloseTo(0.725_687_6, 7)
})

// Tastle and Wierman 2007: 1 when all are on one rung, 0 when half are on either end. By hand, five rungs: even, 1 + (2
// log2 .5 + 2 log2 .75 + log2 1) / 5 = .4340; half on 2 and half on 4, 1 + log2 .75 = .5850; all but one of four on one
// end, the mean is a quarter of the way: 1 + .75 log2 .75 + .25 log2 .25 = .1887.
test('[Q15] the consensus of Tastle and Wierman by hand', () => {
  const cases = [
    [0, 0, 9, 0, 0],
    [3, 0, 0, 0, 3],
    [1, 1, 1, 1, 1],
    [0, 2, 0, 2, 0],
    [3, 0, 0, 0, 1],
  ]
  expect(cases.map(counts => tastleWiermanConsensus(counts)?.toFixed(4))).toEqual([
    '1.0000',
    '0.0000',
    '0.4340',
    '0.5850',
    '0.1887',
  ])
})

test('[Q15] the consensus of Tastle and Wierman needs two rungs and an answer', () => {
  expect([tastleWiermanConsensus([4]), tastleWiermanConsensus([]), tastleWiermanConsensus([0, 0])]).toEqual([
    null,
    null,
    null,
  ])
  expect(tastleWiermanConsensus([0, 1])).toBe(1)
})

test('[Q15] [Q21] both keep within their bounds, and read a scale from either end alike', () => {
  forSeeds(300, random => {
    const counts = Array.from({ length: prng.uint32(random, 3, 8) }, () => prng.uint32(random, 0, 5))
    const [A, consensus] = [vanDerEijkA(counts), tastleWiermanConsensus(counts)]
    if (A === null || consensus === null) return expect(Math.max(...counts)).toBe(0)
    expect(Math.abs(A)).toBeLessThanOrEqual(1 + 1e-12)
    expect(Math.abs(consensus - 0.5)).toBeLessThanOrEqual(0.5 + 1e-12)
    expect(vanDerEijkA(counts.toReversed())).toBeCloseTo(A, 12)
    expect(tastleWiermanConsensus(counts.toReversed())).toBeCloseTo(consensus, 12)
    expect(vanDerEijkA(counts.map(count => 3 * count))).toBeCloseTo(A, 12)
  })
})

test('[Q15] one answer alone is no agreement, and nobody is compared with themselves', () => {
  expect([ordinalOf([0, 0, 0]), ordinalOf([0, 1, 0])]).toEqual([null, null])
  expect(ordinalOf([0, 2, 0])).toEqual({ vanDerEijkA: 1, tastleWierman: 1 })
  expect(ordinalOf([1, 0, 1])).toEqual({ vanDerEijkA: -1, tastleWierman: 0 })
})
