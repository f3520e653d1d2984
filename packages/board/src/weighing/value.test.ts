import { expect, test } from 'vitest'
import { MANAGEMENT, UNION } from '../testing.ts'
import { ratingsBySide, rowsOf } from './ratings.ts'
import { along, answer, forSeeds, id, ids, minneapolisBoard, PARENTS, randomBoard, rowsFrom } from './testing.ts'
import { additiveValue, byCompleteness, valuesOf } from './value.ts'
import { equalWeights } from './weights.ts'

const O1 = id('O1')
const UNKNOWN = { value: null, missing: 1, low: 0, high: 100 }

// Goodwin and Wright, "Decision Analysis for Management Judgment", 3rd ed., ch. 3: table 3.2 and the sum printed on p. 44
// (100 * 32 + 60 * 26 + 100 * 23 + 75 * 10 + 0 * 6 + 90 * 3 = 8080; 8080 / 100 = 80.8).
test('[Q3] the office location problem of Goodwin and Wright has the values of their table 3.2', () => {
  const criteria = ids('closeness visibility image size comfort parking')
  const weights = along(criteria, [0.32, 0.26, 0.23, 0.1, 0.06, 0.03])
  const rows = rowsFrom(criteria, {
    Addison: [100, 60, 100, 75, 0, 90],
    Bilton: [20, 80, 10, 30, 100, 30],
    Carlisle: [80, 70, 0, 0, 10, 100],
    Denver: [70, 50, 30, 55, 30, 90],
    Elton: [40, 60, 90, 100, 60, 70],
    Filton: [0, 0, 70, 0, 80, 0],
    Gorton: [60, 100, 20, 50, 50, 80],
  })
  const values = Object.values(rows).map(row => additiveValue({ criteria, weights, row }).value ?? Number.NaN)
  expect(values.map(value => value.toFixed(1))).toEqual(['80.8', '39.4', '47.4', '52.3', '64.8', '20.9', '60.2'])
})

// By hand: points by rating, added, by the sum of the points. Union, points 60 100 70 40 20 (290):
//   O1 20*60 + 90*100 + 15*70 + 70*40 + 90*20 = 15850     O2 65 10 50 85 85 -> 13500     O3 75 70 65 50 70 -> 19450
//   O4 75 80 85 45 60 -> 21450                            O5 55 75 50 60 75 -> 18200
// Management, points 100 50 90 60 40 (340):
//   O1 15*100 + 60*50 + 10*90 + 60*60 + 90*40 = 12600     O2 90 30 70 90 85 -> 25600     O3 85 65 75 55 65 -> 24400
//   O4 80 75 90 50 55 -> 25050                            O5 55 65 55 60 75 -> 20300
test('[Q3] [Q22] the values of the Minneapolis case are those computed by hand', () => {
  const { options, values } = minneapolisBoard
  const union = options.map(option => values[option]?.[UNION]?.value)
  const management = options.map(option => values[option]?.[MANAGEMENT]?.value)
  const close = (value: number) => expect.closeTo(value, 9)
  expect(union).toEqual([15850, 13500, 19450, 21450, 18200].map(sum => close(sum / 290)))
  expect(management).toEqual([12600, 25600, 24400, 25050, 20300].map(sum => close(sum / 340)))
})

// By hand: 0.5 * 80 + 0.2 * 20 = 44 known, weight 0.7; 44 / 0.7 = 62.857; the missing 0.3 could add 0 to 30.
test('[Q3] a value from incomplete data says what share of the weight is missing, and where the value can lie', () => {
  const criteria = ids('C1 C2 C3')
  const weights = along(criteria, [0.5, 0.2, 0.3])
  const value = additiveValue({ criteria, weights, row: along(criteria, [80, 20, null]) })
  expect(value).toEqual({ value: expect.closeTo(62.857, 3), missing: 0.3, low: 44, high: 74 })
})

test('[Q3] a criterion that weighs nothing is not missed', () => {
  const criteria = ids('C1 C2')
  const value = additiveValue({ criteria, weights: along(criteria, [1, 0]), row: along(criteria, [70, null]) })
  expect(value).toEqual({ value: 70, missing: 0, low: 70, high: 70 })
})

test('[Q3] nothing rated that carries weight, no criteria or no weights: no value, and not zero', () => {
  const criteria = ids('C1 C2')
  const nothing = { criteria, weights: equalWeights(criteria), row: along(criteria, [null, null]) }
  expect(additiveValue(nothing)).toEqual(UNKNOWN)
  expect(additiveValue({ criteria: [], weights: {}, row: {} })).toEqual(UNKNOWN)
  const ratings = ratingsBySide({ options: [O1], criteria, sides: [UNION], answers: [] })
  expect(valuesOf({ options: [O1], criteria, sides: [UNION], ratings, weights: { [UNION]: null } })).toEqual({
    O1: { union: UNKNOWN },
  })
})

test('[Q3] every side has its own values, however many sides there are, and an advising one too', () => {
  const criteria = ids('C1 C2')
  const answers = [
    answer(UNION, criteria, { O1: [100, 0] }),
    answer(MANAGEMENT, criteria, { O1: ['not', 'meets'] }),
    answer(PARENTS, criteria, { O1: [60, 60] }),
  ]
  const board = { options: [O1], criteria, sides: [UNION, MANAGEMENT, PARENTS] }
  const weights = { [UNION]: along(criteria, [0.75, 0.25]), [MANAGEMENT]: along(criteria, [0.5, 0.5]) }
  const values = valuesOf({
    ...board,
    ratings: ratingsBySide({ ...board, answers }),
    weights: { ...weights, [PARENTS]: equalWeights(criteria) },
  })
  expect(values[O1]).toMatchObject({ union: { value: 75 }, management: { value: 50 }, parents: { value: 60 } })
})

test('[Q3] whatever the missing cells turn out to be, the value lies where it was said to lie', () => {
  forSeeds(200, random => {
    const board = randomBoard(random, { missing: 0.4 })
    const { options, criteria, sides, values, ratings, weights } = board
    for (const side of sides)
      for (const option of options) {
        const said = values[option]?.[side]
        const row = rowsOf({ options, criteria, side, ratings })[option] ?? {}
        const own = weights[side]
        if (said === undefined || own == null) continue
        const filled = along(
          criteria,
          criteria.map(criterion => row[criterion] ?? Math.floor(random.next() * 101)),
        )
        const { value } = additiveValue({ criteria, weights: own, row: filled })
        expect(value).toBeGreaterThanOrEqual(said.low - 1e-9)
        expect(value).toBeLessThanOrEqual(said.high + 1e-9)
        if (said.value !== null) expect(said.high - said.low).toBeCloseTo(100 * said.missing, 9)
      }
  })
})

test('[Q3] only an option rated by every criterion is complete, and without criteria none is', () => {
  const criteria = ids('C1 C2')
  const options = ids('O1 O2 O3')
  const rows = rowsFrom(criteria, { O1: [0, 0], O2: [5, null] })
  expect(byCompleteness({ options, criteria, rows })).toEqual({
    complete: ['O1'],
    incomplete: [
      { option: 'O2', unrated: ['C2'] },
      { option: 'O3', unrated: ['C1', 'C2'] },
    ],
  })
  expect(byCompleteness({ options, criteria: [], rows })).toEqual({
    complete: [],
    incomplete: options.map(option => ({ option, unrated: [] })),
  })
})
