import { expect, test } from 'vitest'
import { rowsOf } from './ratings.ts'
import { rangesOf, staleRanges } from './swing.ts'
import { ids, minneapolisBoard, rowsFrom } from './testing.ts'

const criteria = ids('C1 C2')
const options = ids('O1 O2 O3')
const rows = rowsFrom(criteria, { O1: [20, 90], O2: [70, 50], O3: [45, null] })

test('[Q6] beside the swing question stand the worst and the best of each criterion among the live options', () => {
  expect(rangesOf({ options, criteria, rows })).toEqual({
    C1: { worst: 20, best: 70 },
    C2: { worst: 50, best: 90 },
  })
  expect(rangesOf({ options: ids('O3'), criteria, rows })).toEqual({ C1: { worst: 45, best: 45 }, C2: null })
})

test('[Q6] [Q22] the ranges of the Minneapolis case, read off its table', () => {
  const board = minneapolisBoard
  const ranges = board.sides.map(side => rangesOf({ ...board, rows: rowsOf({ ...board, side }) }))
  expect(ranges.map(range => Object.values(range).map(one => [one?.worst, one?.best]))).toEqual([
    [
      [20, 75],
      [10, 90],
      [15, 85],
      [45, 85],
      [60, 90],
    ],
    [
      [15, 90],
      [30, 75],
      [10, 90],
      [50, 90],
      [55, 90],
    ],
  ])
})

test('[Q6] weights are stale when an option stretches a range, and the criterion is named', () => {
  const was = rangesOf({ options: ids('O1 O2'), criteria, rows })
  const with10 = rowsFrom(criteria, { O1: [20, 90], O2: [70, 50], O4: [10, 60] })
  const now = rangesOf({ options: ids('O1 O2 O4'), criteria, rows: with10 })
  expect(staleRanges({ was, now })).toEqual([
    { criterion: 'C1', was: { worst: 20, best: 70 }, now: { worst: 10, best: 70 } },
  ])
})

test('[Q6] an option inside every range, or taken away from inside, leaves the weights as they were', () => {
  const was = rangesOf({ options: ids('O1 O2'), criteria, rows })
  expect(staleRanges({ was, now: rangesOf({ options, criteria, rows }) })).toEqual([])
})

test('[Q6] a criterion that came or went makes the weights stale', () => {
  const was = rangesOf({ options, criteria: ids('C1'), rows })
  const now = rangesOf({ options, criteria: ids('C2'), rows })
  expect(staleRanges({ was, now })).toEqual([
    { criterion: 'C1', was: { worst: 20, best: 70 }, now: null },
    { criterion: 'C2', was: null, now: { worst: 50, best: 90 } },
  ])
})
