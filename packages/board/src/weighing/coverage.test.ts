import { expect, test } from 'vitest'
import { MANAGEMENT, UNION } from '../testing.ts'
import { coverageOf, stillUnserved } from './coverage.ts'
import { id, ids, PARENTS } from './testing.ts'

const interests = [
  { id: id('fair'), sides: [UNION] },
  { id: id('voice'), sides: [UNION] },
  { id: id('fit'), sides: [MANAGEMENT] },
  { id: id('stable'), sides: [MANAGEMENT, UNION] },
]
const serves = (option: string, interest: string, ...confirmedBy: (typeof UNION)[]) => ({
  option: id(option),
  interest: id(interest),
  confirmedBy,
})
const links = [
  serves('O1', 'fair', UNION),
  serves('O1', 'voice'),
  serves('O1', 'stable', MANAGEMENT),
  serves('O2', 'voice', UNION),
  serves('O2', 'stable', UNION, MANAGEMENT),
  serves('O2', 'unknown', UNION),
]
const coverage = coverageOf({ options: ids('O1 O2 O3'), sides: [UNION, MANAGEMENT, PARENTS], interests, links })

// By hand: the union has fair, voice and the shared stable; of these it confirmed one for O1, and voice and stable for
// O2.
test('[Q16] an option covers the share of a side’s interests that this side confirmed, the others by name', () => {
  expect(coverage[id('O1')]?.[UNION]).toEqual({
    served: ['fair'],
    suggested: ['voice', 'stable'],
    unserved: [],
    share: 1 / 3,
  })
  expect(coverage[id('O2')]?.[UNION]).toEqual({
    served: ['voice', 'stable'],
    suggested: [],
    unserved: ['fair'],
    share: 2 / 3,
  })
})

test('[Q16] a link counts for the side that confirmed it and not for the other, in a shared interest too', () => {
  expect(coverage[id('O1')]?.[MANAGEMENT]).toEqual({ served: ['stable'], suggested: [], unserved: ['fit'], share: 0.5 })
})

test('[Q16] an option without links serves nothing, and a side without interests has no share', () => {
  expect(coverage[id('O3')]?.[MANAGEMENT]).toEqual({ served: [], suggested: [], unserved: ['fit', 'stable'], share: 0 })
  expect(coverage[id('O3')]?.[PARENTS]).toEqual({ served: [], suggested: [], unserved: [], share: null })
})

test('[Q16] an interest linked twice to one option counts once', () => {
  const twice = [serves('O1', 'fit'), serves('O1', 'fit', MANAGEMENT)]
  expect(coverageOf({ options: ids('O1'), sides: [MANAGEMENT], interests, links: twice })).toEqual({
    O1: { management: { served: ['fit'], suggested: [], unserved: ['stable'], share: 0.5 } },
  })
})

test('[Q16] what a package leaves unserved is what none of its options serves; of no options, everything', () => {
  const of = (side: typeof UNION, ...options: string[]) =>
    stillUnserved({ side, interests, coverages: options.flatMap(option => coverage[id(option)]?.[side] ?? []) })
  expect([of(UNION, 'O1', 'O2'), of(UNION, 'O1'), of(MANAGEMENT, 'O1', 'O2')]).toEqual([
    [],
    ['voice', 'stable'],
    ['fit'],
  ])
  expect([of(UNION), of(PARENTS, 'O1')]).toEqual([['fair', 'voice', 'stable'], []])
})
