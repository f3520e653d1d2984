import { expect, test } from 'vitest'
import type { Weighed } from '../rounds/weighed.ts'
import { kendallTauB } from '../weighing/divergence.ts'
import { flipsOf } from '../weighing/flips.ts'
import { INDICATOR_NAMES, type Indicator, jointGain } from '../weighing/jointGain.ts'
import { paretoSet } from '../weighing/pareto.ts'
import { printed as digits } from '../weighing/print.ts'
import { rowsOf } from '../weighing/ratings.ts'
import { forSeeds, randomBoard } from '../weighing/testing.ts'
import { betweenSides } from './betweenSides.ts'
import type { Report } from './index.ts'
import type { Cell, Rows } from './page.ts'
import { printed } from './printed.ts'
import { fullReport } from './testing.ts'
import { REPORT_WORDS } from './words/index.ts'

const { weighing: say } = REPORT_WORDS.en
const made = fullReport()
const nameOf = (cell: Cell | undefined) => (typeof cell === 'object' ? (cell?.side ?? '') : String(cell))
const decimalsOf = (numbers: readonly (Cell | undefined)[]) =>
  Math.max(0, ...numbers.map(number => (typeof number === 'number' ? (String(number).split('.')[1]?.length ?? 0) : 0)))

/** The mean that a cell of a rating table prints: "62.5 (2 of 2)". */
const meanIn = (cell: Cell | undefined) => {
  const found = /^-?[\d.]+(?= \()/.exec(nameOf(cell))
  return found === null ? null : Number(found[0])
}

const tablesOf = (report: Report) => {
  const section = printed(report, { language: 'en', reader: 'people' }).sections.find(({ id }) => id === 'weighing')
  const tables = section?.blocks.flatMap(block => (block.is === 'table' ? [block] : [])) ?? []
  const rowsOf = (caption: string): Rows => tables.find(table => table.caption === caption)?.rows ?? []
  const columnsOf = (caption: string) => tables.find(table => table.caption === caption)?.columns ?? []
  return { tables, rowsOf, columnsOf }
}

/** Computes every value that a page prints with the means and weights that it prints; how many there were. */
const valuesByHand = (report: Report): number => {
  const { tables, rowsOf, columnsOf } = tablesOf(report)
  const columns = columnsOf(say.values)
  const cellIn = (row: Rows[number], column: string) => row[columns.indexOf(column)]
  const valueIn = (row: Rows[number]) => cellIn(row, REPORT_WORDS.en.column.value)
  const values = rowsOf(say.values).filter(row => typeof valueIn(row) === 'number')
  const decimals = decimalsOf(values.flatMap(row => [valueIn(row), cellIn(row, say.low), cellIn(row, say.high)]))
  const isPrinted = (byHand: number, cell: Cell | undefined, of: string) =>
    expect(Number(digits(byHand, decimals)), of).toBe(cell)
  for (const row of values) {
    const [option, side] = row
    const table = tables.find(({ caption }) => caption === say.ratingsOf(nameOf(side)))
    const ratings = table?.rows.find(([first]) => first === option) ?? []
    let [products, rated, unrated] = [0, 0, 0]
    for (const [criterion, by, weight] of rowsOf(say.weights)) {
      if (nameOf(by) !== nameOf(side)) continue
      const mean = meanIn(ratings[table?.columns.indexOf(String(criterion)) ?? -1])
      if (mean === null) unrated += Number(weight)
      else {
        products += mean * Number(weight)
        rated += Number(weight)
      }
    }
    const missing = cellIn(row, say.missing)
    const of = `${option} ${nameOf(side)}`
    isPrinted(typeof missing === 'number' ? products / rated : products, valueIn(row), of)
    if (typeof missing !== 'number') continue
    expect(missing, of).toBeCloseTo(unrated, 12)
    isPrinted(products / (1 - missing), valueIn(row), of)
    isPrinted(products, cellIn(row, say.low), of)
    isPrinted(products + 100 * missing, cellIn(row, say.high), of)
  }
  return values.length
}

test('[Q19] the page prints means and weights that give the values it prints', () => {
  expect(valuesByHand(made)).toBe(8)
})

/** The report of a random board, with all that was rated, weighed and switched on. */
const randomReport = (random: Parameters<typeof randomBoard>[0]): Report => {
  const { options, criteria, sides, ratings, weights, values } = randomBoard(random, { missing: 0.3 })
  const seated = sides.map(id => ({ ...(made.sides[0] as Report['sides'][number]), id, name: id, decides: true }))
  const gain = jointGain({ options, sides: seated, values, released: {}, current: options[0] ?? null })
  const pareto = paretoSet({ options, sides: seated, values })
  const entries = options.flatMap(option =>
    sides.flatMap(side => {
      const value = values[option]?.[side]
      return value === undefined ? [] : [{ option, side, ...value }]
    }),
  )
  return {
    ...made,
    sides: seated,
    cards: [...options, ...criteria].map(id => ({ ...(made.cards[0] as Report['cards'][number]), id, text: id })),
    weighing: {
      ...(made.weighing as NonNullable<Report['weighing']>),
      ...{ options, criteria, ratings, weights, ...gain.scores },
      earlier: { cells: [], reworded: {}, gone: [], unasked: [] } as never,
      coverage: {},
      stale: null,
      value: Object.fromEntries(
        options.map(option => [
          option,
          Object.fromEntries(entries.filter(one => one.option === option).map(({ side, value }) => [side, value])),
        ]),
      ),
      incomplete: entries.filter(({ missing }) => missing > 0),
      countedFrom: gain.noAgreement,
      pareto: pareto.set,
      uncompared: pareto.uncompared,
      unsettled: pareto.unsettled,
      fromIncomplete: gain.incomplete,
      below: gain.below,
      flips: sides.flatMap(side => {
        const own = weights[side] ?? null
        const rows = rowsOf({ options, criteria, side, ratings })
        const told = own === null ? [] : flipsOf({ options, criteria, weights: own, rows }).flips
        return told.map(flip => ({ side, ...flip }))
      }),
      robustness: {},
      betweenSides: betweenSides({ options, criteria, sides, weights, given: {}, values } as unknown as Weighed),
    } as Report['weighing'], // the parts of one that has everything switched on
  }
}

/** Reads off the values that a page prints which option is in the Pareto set; how many there were. */
const verdictsByHand = (report: Report): number => {
  const { rowsOf, columnsOf } = tablesOf(report)
  const values = columnsOf(say.values).indexOf(REPORT_WORDS.en.column.value)
  const worthOf = (option: Cell | undefined) =>
    rowsOf(say.values).flatMap(row => (row[0] === option ? [Number(row[values] ?? Number.NaN)] : []))
  const verdictOf = (row: Rows[number]) => String(row[columnsOf(say.indicators).indexOf(say.pareto)])
  const rows = rowsOf(say.indicators).filter(row => verdictOf(row) !== say.uncompared)
  for (const row of rows) {
    const own = worthOf(row[0])
    const isBeaten = rows
      .map(other => worthOf(other[0]))
      .some(
        other => other.every((value, p) => value >= (own[p] ?? 0)) && other.some((value, p) => value > (own[p] ?? 0)),
      )
    const { yes, no } = REPORT_WORDS.en
    expect([isBeaten ? no : yes, say.unsettled(isBeaten ? no : yes)], String(row[0])).toContain(verdictOf(row))
  }
  return rows.length
}

/** Computes every indicator that a page prints with the values that it prints; how many there were. */
const indicatorsByHand = (report: Report): number => {
  const { rowsOf, columnsOf } = tablesOf(report)
  const values = columnsOf(say.values).indexOf(REPORT_WORDS.en.column.value)
  const worthOf = (option: Cell | undefined, side: string) =>
    Number(rowsOf(say.values).find(row => row[0] === option && nameOf(row[1]) === side)?.[values])
  const floors = rowsOf(say.noAgreement).map(([side, value]) => [nameOf(side), Number(value)] as const)
  const scoreOf = (row: Rows[number], name: Indicator) => row[columnsOf(say.indicators).indexOf(say.indicator[name])]
  const rows = rowsOf(say.indicators)
  const gains = (option: Cell | undefined) => floors.map(([side, floor]) => Math.max(0, worthOf(option, side) - floor))
  const scored = rows.filter(row => typeof scoreOf(row, 'nash') === 'number')
  const most = floors.map((_, p) => Math.max(...scored.map(([option]) => gains(option)[p] ?? 0)))
  const byHandOf = (option: Cell | undefined): Record<Indicator, number> => {
    const all = floors.map(([side]) => worthOf(option, side))
    return {
      nash: gains(option).reduce((product, gain) => product * gain, 1),
      kalaiSmorodinsky: Math.min(...gains(option).map((gain, p) => gain / (most[p] ?? 1))),
      maximin: Math.min(...all),
      sum: all.reduce((sum, value) => sum + value, 0),
      gap: Math.max(...all) - Math.min(...all),
    }
  }
  const checked = INDICATOR_NAMES.map(name => {
    const decimals = decimalsOf(rows.map(row => scoreOf(row, name)))
    const printed = rows.filter(row => typeof scoreOf(row, name) === 'number')
    for (const row of printed)
      expect(Number(digits(byHandOf(row[0])[name], decimals)), `${row[0]} ${name}`).toBe(scoreOf(row, name))
    return printed.length
  })
  return checked.reduce((all, one) => all + one, 0)
}

/** Computes every flip that a page prints with the means and weights that it prints; how many there were. */
const flipsByHand = (report: Report): number => {
  const { tables, rowsOf } = tablesOf(report)
  const flips = tables.find(({ caption }) => caption.startsWith(say.flips))?.rows ?? []
  const decimals = decimalsOf(flips.map(row => row[3]))
  for (const [side, criterion, weight, tie, between] of flips) {
    const ratings = tables.find(({ caption }) => caption === say.ratingsOf(nameOf(side)))
    const weights = rowsOf(say.weights).filter(row => nameOf(row[1]) === nameOf(side))
    const meansOf = (option: string) => {
      const row = ratings?.rows.find(([first]) => first === option) ?? []
      return (by: Cell | undefined) => meanIn(row[ratings?.columns.indexOf(String(by)) ?? -1]) ?? Number.NaN
    }
    const [one, other] = String(between).split('\n').map(meansOf) as [
      ReturnType<typeof meansOf>,
      ReturnType<typeof meansOf>,
    ]
    const others = weights.filter(([by]) => by !== criterion)
    const restOf = (means: typeof one) => others.reduce((sum, [by, , own]) => sum + Number(own) * means(by), 0)
    expect(weights.find(([by]) => by === criterion)?.[2]).toBe(weight)
    for (const left of [1 - Number(weight), others.reduce((sum, row) => sum + Number(row[2]), 0)]) {
      const apart = (restOf(other) - restOf(one)) / left
      const byHand = apart / (one(criterion) - other(criterion) + apart)
      expect(Number(digits(byHand, decimals)), `${nameOf(side)} ${criterion} ${between}`).toBe(tie)
    }
  }
  return flips.length
}

/** Computes with the weights that a page prints how far they lie apart, and with its values how alike they order. */
const apartByHand = (report: Report): number => {
  const { rowsOf, columnsOf } = tablesOf(report)
  const weightsOf = (side: string) => rowsOf(say.weights).filter(row => nameOf(row[1]) === side)
  const value = columnsOf(say.values).indexOf(REPORT_WORDS.en.column.value)
  const worthTo = (option: Cell | undefined, side: string) =>
    rowsOf(say.values).find(row => row[0] === option && nameOf(row[1]) === side)?.[value]
  const options = [...new Set(rowsOf(say.values).map(([option]) => option))]
  const columns = columnsOf(say.betweenSides)
  const rows = rowsOf(say.betweenSides)
  const cellIn = (row: Rows[number], column: string) => row[columns.indexOf(column)]
  const decimals = decimalsOf(rows.map(row => cellIn(row, say.weightsApart)))
  for (const row of rows) {
    const [one = '', other = ''] = String(row[0]).split('\n')
    const apart = cellIn(row, say.weightsApart)
    const differences = weightsOf(one).map(([by, , weight]) =>
      Math.abs(Number(weight) - Number(weightsOf(other).find(([criterion]) => criterion === by)?.[2])),
    )
    const byHand = differences.reduce((sum, difference) => sum + difference, 0) / 2
    if (typeof apart === 'number') expect(Number(digits(byHand, decimals)), String(row[0])).toBe(apart)
    const both = options.flatMap(option => {
      const pair = [worthTo(option, one), worthTo(option, other)]
      return pair.every(number => typeof number === 'number') ? [pair as unknown as [number, number]] : []
    })
    const tau = kendallTauB(both)
    const printedTau = cellIn(row, say.tau)
    if (typeof printedTau === 'number') expect(Number(digits(tau ?? Number.NaN, 2)), String(row[0])).toBe(printedTau)
  }
  return rows.length
}

test('[Q14] [Q19] and how far the sides are apart', () => {
  expect(apartByHand(made)).toBe(1)
})

test('[Q19] and with them every flip', () => {
  expect(flipsByHand(made)).toBe(10)
})

test('[Q19] and these, with what gains are counted from, the indicators', () => {
  expect(indicatorsByHand(made)).toBeGreaterThan(15)
})

test('[Q19] the same for any board: every value, what is missing of it and where it can lie, every verdict, indicator and flip', () => {
  let [values, verdicts, indicators, flips, pairs] = [0, 0, 0, 0, 0]
  forSeeds(300, random => {
    const report = randomReport(random)
    values += valuesByHand(report)
    verdicts += verdictsByHand(report)
    indicators += indicatorsByHand(report)
    flips += flipsByHand(report)
    pairs += apartByHand(report)
  })
  expect(values).toBeGreaterThan(1250)
  expect(verdicts).toBeGreaterThan(500)
  expect(indicators).toBeGreaterThan(1250)
  expect(flips).toBeGreaterThan(500)
  expect(pairs).toBeGreaterThan(200)
})
