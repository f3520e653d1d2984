import { expect, test } from 'vitest'
import { MANAGEMENT, UNION } from '../testing.ts'
import { paretoSet, showsVerdicts } from './pareto.ts'
import { deciding, forSeeds, ids, minneapolisBoard, PARENTS, randomBoard, shuffled, valuesFrom } from './testing.ts'

const both = [UNION, MANAGEMENT]
const pareto = (table: Parameters<typeof valuesFrom>[1], sides = deciding(...both)) =>
  paretoSet({
    options: ids(Object.keys(table).join(' ')),
    sides,
    values: valuesFrom(
      sides.map(side => side.id),
      table,
    ),
  })

// Goodwin and Wright, "Decision Analysis for Management Judgment", 3rd ed., fig. 3.6 and p. 45: benefits of table 3.2
// against annual costs (here in dollars below Addison's, as table 3.1 and the text give them; Elton "similar" to
// Addison). Elton is dominated by Addison; Bilton, Denver and Filton by Gorton; the efficient frontier is Addison,
// Carlisle, Gorton.
test('[Q9] the efficient frontier of the office location problem is the one that Goodwin and Wright draw', () => {
  const { set, dominated } = pareto({
    Addison: [80.8, 0],
    Bilton: [39.4, 17_200],
    Carlisle: [47.4, 28_300],
    Denver: [52.3, 20_900],
    Elton: [64.8, 0],
    Filton: [20.9, 16_400],
    Gorton: [60.2, 23_000],
  })
  expect(set).toEqual(['Addison', 'Carlisle', 'Gorton'])
  expect(dominated.find(({ option }) => option === 'Elton')?.by).toEqual(['Addison'])
  for (const office of ['Bilton', 'Denver', 'Filton'])
    expect(dominated.find(({ option }) => option === office)?.by).toContain('Gorton')
})

// By hand, from the values in value.test.ts: O4 (73.97, 73.68) beats O1 (54.66, 37.06), O3 (67.07, 71.76) and O5
// (62.76, 59.71) on both sides; O2 (46.55, 75.29) is best for management.
test('[Q9] [Q22] the Pareto set of the Minneapolis case', () => {
  expect(paretoSet({ ...minneapolisBoard, sides: deciding(...both) })).toMatchObject({
    set: ['O2', 'O4'],
    dominated: [{ option: 'O1' }, { option: 'O3', by: ['O4'] }, { option: 'O5', by: ['O3', 'O4'] }],
    uncompared: [],
  })
})

test('[Q9] equal for one side and better for another dominates; equal for all does not', () => {
  expect(pareto({ a: [50, 60], b: [50, 40] })).toMatchObject({ set: ['a'], dominated: [{ option: 'b', by: ['a'] }] })
  expect(pareto({ a: [50, 60], b: [50, 60] })).toMatchObject({ set: ['a', 'b'], dominated: [] })
})

test('[Q9] a difference that is only the rounding of floating point is a tie', () => {
  expect(pareto({ a: [0.1 + 0.2, 50], b: [0.3, 50] }).set).toEqual(['a', 'b'])
})

test('[Q9] an option that a deciding side has no value for is neither in the set nor out of it', () => {
  expect(pareto({ a: [50, 60], b: [40, null] })).toEqual({
    set: ['a'],
    dominated: [],
    uncompared: ['b'],
    unsettled: [],
  })
})

test('[Q9] with three sides each of them can keep an option in', () => {
  const three = deciding(...both, PARENTS)
  expect(pareto({ a: [50, 60, 10], b: [40, 50, 20], c: [40, 50, 15] }, three).set).toEqual(['a', 'b'])
})

test('[Q9] with one side the set is the options of the highest value', () => {
  expect(pareto({ a: [50], b: [70], c: [70] }, deciding(UNION)).set).toEqual(['b', 'c'])
})

test('[Q9] without options or deciding sides there is nothing to compare', () => {
  expect(pareto({})).toEqual({ set: [], dominated: [], uncompared: [], unsettled: [] })
  expect(pareto({ a: [] }, [])).toEqual({ set: [], dominated: [], uncompared: ['a'], unsettled: [] })
})

test('[Q12] an advising side keeps no option in the set and puts none out', () => {
  const sides = [...deciding(...both), { id: PARENTS, decides: false }]
  expect(pareto({ a: [50, 60, 0], b: [40, 50, 100], c: [60, 40, null] }, sides)).toEqual({
    set: ['a', 'c'],
    dominated: [{ option: 'b', by: ['a'] }],
    uncompared: [],
    unsettled: [],
  })
})

test('[Q9] a dominated option is never in the Pareto set, and every option that is out has one in it above it', () => {
  forSeeds(200, random => {
    const board = randomBoard(random)
    const at = (option: (typeof board.options)[number]) =>
      board.sides.map(side => board.values[option]?.[side]?.value ?? Number.NaN)
    const dominates = (a: readonly number[], b: readonly number[]) =>
      a.every((value, p) => value >= (b[p] ?? 0) - 1e-9) && a.some((value, p) => value > (b[p] ?? 0) + 1e-9)
    const { set, dominated } = paretoSet({ ...board, sides: deciding(...board.sides) })
    for (const option of set) for (const other of board.options) expect(dominates(at(other), at(option))).toBe(false)
    for (const { option } of dominated) expect(set.some(other => dominates(at(other), at(option)))).toBe(true)
  })
})

test('[Q9] [Q21] the options in another order have the same Pareto set', () => {
  forSeeds(100, random => {
    const board = randomBoard(random)
    const sides = deciding(...board.sides)
    const again = paretoSet({ ...board, options: shuffled(random, board.options), sides: shuffled(random, sides) })
    expect([...again.set].sort()).toEqual([...paretoSet({ ...board, sides }).set].sort())
  })
})

// By hand: B is worth 95 by what was rated, and lies between 47.5 and 97.5. At 47.5 for both sides A would beat it, and at
// 97.5 it beats A; X is beaten by A whatever comes.
test('[Q9] a verdict that hangs on what was not rated says so', () => {
  const value = (low: number, high: number, value: number) => ({ value, missing: (high - low) / 100, low, high })
  const alike = (one: ReturnType<typeof value>) => ({ [UNION]: one, [MANAGEMENT]: one })
  const values = {
    A: alike(value(90, 90, 90)),
    B: alike(value(47.5, 97.5, 95)),
    X: alike(value(10, 10, 10)),
  }
  expect(paretoSet({ options: ids('A B X'), sides: deciding(...both), values })).toMatchObject({
    set: ['B'],
    unsettled: ['A', 'B'],
  })
})

// By hand: B is worth 90 to the union and anything to management; at 50 or more for management it beats A, below it does not.
test('[Q9] an option that one side has not rated may beat another yet, and that says so', () => {
  const values = valuesFrom(both, { A: [50, 50], B: [90, null], C: [95, 40] })
  expect(paretoSet({ options: ids('A B C'), sides: deciding(...both), values })).toEqual({
    ...{ set: ids('A C'), dominated: [], uncompared: ['B'] },
    unsettled: ['A'],
  })
})

test('[Q9] whatever the missing cells turn out to be, a verdict that is settled stands', () => {
  let settled = 0
  forSeeds(300, random => {
    const board = randomBoard(random, { missing: 0.4 })
    const sides = deciding(...board.sides)
    const before = paretoSet({ ...board, sides })
    const compared = board.options.filter(option => !before.uncompared.includes(option))
    const rated = Object.fromEntries(
      board.options.map(option => [
        option,
        Object.fromEntries(
          board.sides.map(side => {
            const value = board.values[option]?.[side]
            const low = value?.low ?? 0
            const at = low + random.next() * ((value?.high ?? 100) - low)
            return [side, { value: at, missing: 0, low: at, high: at }]
          }),
        ),
      ]),
    )
    const after = paretoSet({ options: board.options, sides, values: rated })
    for (const option of compared.filter(one => !before.unsettled.includes(one))) {
      expect(after.set.includes(option), option).toBe(before.set.includes(option))
      settled += 1
    }
  })
  expect(settled).toBeGreaterThan(50)
})

// By hand: 50.04 and 50.02 are both printed as 50.0, and then neither is better; 50.04 and 50.06 as 50.0 and 50.1.
test('[Q9] [Q19] a verdict takes as many decimals as tell it', () => {
  const shows = (values: readonly [number, number], decimals: number) =>
    showsVerdicts(
      { options: ids('a b'), sides: deciding(UNION), values: valuesFrom([UNION], { a: [values[0]], b: [values[1]] }) },
      decimals,
    )
  expect([1, 2].map(decimals => shows([50.04, 50.02], decimals))).toEqual([false, true])
  expect(shows([50.04, 50.06], 1)).toBe(true)
})
