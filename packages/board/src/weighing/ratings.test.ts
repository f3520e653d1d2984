import { expect, test } from 'vitest'
import { MANAGEMENT, UNION } from '../testing.ts'
import { cellOf, pointsOf, Rating, ratingsBySide, rowsOf } from './ratings.ts'
import { answer, id, ids, PARENTS } from './testing.ts'

const criteria = ids('C1 C2')
const options = ids('O1')
const sides = [UNION, MANAGEMENT]
const C1 = id('C1')
const O1 = id('O1')

test('[Q1] words stand for 100, 50 and 0, and points for themselves', () => {
  expect((['meets', 'partly', 'not', 0, 72.5] as const).map(pointsOf)).toEqual([100, 50, 0, 0, 72.5])
})

test('[Q1] "cannot judge" and an empty cell are no answer', () => {
  expect([pointsOf('cannot-judge'), pointsOf(undefined)]).toEqual([null, null])
})

test('[Q1] other words and points outside 0..100 are no rating', () => {
  expect([-1, 101, Number.NaN, 'good', 'constructor'].map(rating => Rating.safeParse(rating).success)).toEqual(
    Array(5).fill(false),
  )
})

// By hand: mean (20 + 40 + 90) / 3 = 50; deviations -30, -10, 40; squares 900 + 100 + 1600 = 2600; 2600 / 3; its root
// 29.4392.
test('[Q2] a cell holds mean, spread, how many rated it and how many did not', () => {
  const cell = cellOf([20, null, 40, 90])
  expect(cell).toEqual({ mean: 50, spread: expect.closeTo(29.4392, 4), n: 3, missing: 1 })
})

test('[Q2] missing is not zero: a cell that nobody rated has no mean', () => {
  expect([cellOf([null, null]), cellOf([]), cellOf([0])]).toEqual([
    { mean: null, spread: null, n: 0, missing: 2 },
    { mean: null, spread: null, n: 0, missing: 0 },
    { mean: 0, spread: 0, n: 1, missing: 0 },
  ])
})

test('[Q2] one person, and people who agree, have no spread; half at either end has the most', () => {
  expect([[70], [70, 70, 70], [0, 100]].map(points => cellOf(points).spread)).toEqual([0, 0, 50])
})

test('[Q2] each side has its own mean: members of another do not count in it', () => {
  const answers = [
    answer(UNION, criteria, { O1: ['meets', 'cannot-judge'] }),
    answer(UNION, criteria, { O1: ['partly', 'not'] }),
    answer(MANAGEMENT, criteria, { O1: [10, 30] }),
  ]
  const ratings = ratingsBySide({ options, criteria, sides, answers })
  expect(ratings[O1]?.[C1]).toEqual({
    [UNION]: { mean: 75, spread: 25, n: 2, missing: 0 },
    [MANAGEMENT]: { mean: 10, spread: 0, n: 1, missing: 0 },
  })
  expect(rowsOf({ options, criteria, side: UNION, ratings })).toEqual({ O1: { C1: 75, C2: 0 } })
})

test('[Q2] a side that nobody answered for has cells without a mean', () => {
  const ratings = ratingsBySide({ options, criteria, sides: [...sides, PARENTS], answers: [] })
  expect(ratings[O1]?.[C1]?.[PARENTS]).toEqual({ mean: null, spread: null, n: 0, missing: 0 })
})

test('[Q2] what is answered about other options, criteria and sides is left aside', () => {
  const answers = [answer(PARENTS, ids('C9'), { O9: [3] }), answer(UNION, criteria, { O1: [40, 60], O9: [1, 1] })]
  const ratings = ratingsBySide({ options, criteria: [C1], sides: [UNION], answers })
  expect(ratings).toEqual({ O1: { C1: { union: { mean: 40, spread: 0, n: 1, missing: 0 } } } })
})

test('[Q2] without options or criteria there are no cells', () => {
  expect(ratingsBySide({ options: [], criteria, sides, answers: [] })).toEqual({})
  expect(ratingsBySide({ options, criteria: [], sides, answers: [] })).toEqual({ O1: {} })
})
