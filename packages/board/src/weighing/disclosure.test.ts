import { expect, test } from 'vitest'
import { MANAGEMENT, UNION } from '../testing.ts'
import { type Anonymity, discloseCell, fewestChanged, mayFollow, shownOf } from './disclosure.ts'
import { type Cell, ratingsBySide } from './ratings.ts'
import { tableOf } from './table.ts'
import { answer, id, ids } from './testing.ts'
import { valuesOf } from './value.ts'
import { equalWeights } from './weights.ts'

test('[Q17] without names, fewer than four answers show only how many answered', () => {
  const shown = (anonymity: 'named' | 'side' | 'none') =>
    [0, 1, 3, 4, 40].map(answered => shownOf({ anonymity, answered }))
  const few = ['answered', 'answered', 'answered', 'result', 'result']
  expect([shown('side'), shown('none')]).toEqual([few, few])
})

test('[Q17] under their names people see every result', () => {
  expect([0, 1, 3].map(answered => shownOf({ anonymity: 'named', answered }))).toEqual(['result', 'result', 'result'])
})

const options = ids('O1')
const criteria = ids('C1 C2')
const sides = [UNION, MANAGEMENT]
const answers = [
  answer(UNION, criteria, { O1: [100, 100] }),
  answer(UNION, criteria, { O1: [100, 'cannot-judge'] }),
  answer(UNION, criteria, { O1: [0, 40] }),
  answer(UNION, criteria, { O1: [0, 40] }),
  answer(MANAGEMENT, criteria, { O1: [30, 60] }),
]
const ratings = ratingsBySide({ options, criteria, sides, answers })
const disclosed = (anonymity: Anonymity) =>
  tableOf(options, option =>
    tableOf(criteria, criterion =>
      tableOf(sides, side => discloseCell(ratings[option]?.[criterion]?.[side] as Cell, anonymity)),
    ),
  )

test('[Q17] the rule holds cell by cell: a cell with few answers is hidden in a round with many', () => {
  expect(disclosed('side')[id('O1')]).toEqual({
    C1: {
      union: { mean: 50, spread: 50, n: 4, missing: 0 },
      management: { hidden: true, answered: 1, mean: null, spread: null },
    },
    C2: {
      union: { hidden: true, answered: 4, mean: null, spread: null },
      management: { hidden: true, answered: 1, mean: null, spread: null },
    },
  })
  expect(disclosed('named')).toEqual(ratings)
})

// By hand: with the hidden mean of 60, the value would be 55 and 2 * 55 - 50 = 60 would be told.
test('[Q17] a value from disclosed cells does not tell what they hide', () => {
  const weights = { [UNION]: equalWeights(criteria), [MANAGEMENT]: equalWeights(criteria) }
  const shown = valuesOf({ options, criteria, sides, weights, ratings: disclosed('none') })
  expect(shown[id('O1')]).toEqual({
    union: { value: 50, missing: 0.5, low: 25, high: 75 },
    management: { value: null, missing: 1, low: 0, high: 100 },
  })
})

test('[Q18] whoever came, went or answered otherwise has changed, in whatever order the answers stand', () => {
  const changed = [
    fewestChanged([100, 50, null], [null, 100, 50]),
    fewestChanged([100, 100, 50], [100, 50, 50]),
    fewestChanged([100, 50], [100, 50, 0, 0]),
    fewestChanged(['up', 'up', 'down'], ['up']),
  ]
  expect(changed).toEqual([0, 1, 2, 2])
})

test('[Q18] no before-and-after where fewer than four changed, but under their names', () => {
  const follows = (anonymity: Anonymity) => [0, 1, 3, 4, 6].map(changed => mayFollow({ anonymity, changed }))
  const few = [false, false, false, true, true]
  expect((['none', 'side', 'named'] as const).map(follows)).toEqual([few, few, [true, true, true, true, true]])
})
