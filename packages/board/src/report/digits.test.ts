import { expect, test } from 'vitest'
import { INDICATOR_NAMES } from '../weighing/jointGain.ts'
import type { Cell, Rows } from './page.ts'
import { printed } from './printed.ts'
import { fullReport } from './testing.ts'
import { REPORT_WORDS } from './words/index.ts'

const { weighing: say } = REPORT_WORDS.en
const made = fullReport()
const section = printed(made, { language: 'en', reader: 'people' }).sections.find(({ id }) => id === 'weighing')
const tables = section?.blocks.flatMap(block => (block.is === 'table' ? [block] : [])) ?? []
const rowsOf = (caption: string): Rows => tables.find(table => table.caption === caption)?.rows ?? []
const nameOf = (cell: Cell | undefined) => (typeof cell === 'object' ? (cell?.side ?? '') : String(cell))
const half = (number: number) => 0.5 * 10 ** -(String(number).split('.')[1]?.length ?? 0) + 1e-9

/** The mean that a cell of a rating table prints: "62.5 (2 of 2)". */
const meanIn = (cell: Cell | undefined) => {
  const found = /^-?[\d.]+(?= \()/.exec(nameOf(cell))
  return found === null ? null : Number(found[0])
}

test('[Q19] the page prints means and weights that give the values it prints', () => {
  const values = rowsOf(say.values).filter(([, , value]) => typeof value === 'number')
  expect(values.length).toBe(8)
  for (const [option, side, value, missing] of values) {
    const table = tables.find(({ caption }) => caption === say.ratingsOf(nameOf(side)))
    const ratings = table?.rows.find(([first]) => first === option) ?? []
    let [products, rated] = [0, 0]
    for (const [criterion, by, weight] of rowsOf(say.weights)) {
      const mean = meanIn(ratings[table?.columns.indexOf(String(criterion)) ?? -1])
      if (nameOf(by) !== nameOf(side) || mean === null) continue
      products += mean * Number(weight)
      rated += Number(weight)
    }
    const byHand = typeof missing === 'number' ? products / rated : products
    expect(Math.abs(byHand - Number(value)), `${option} ${nameOf(side)}`).toBeLessThanOrEqual(half(Number(value)))
  }
})

test('[Q19] and these, with what gains are counted from, the indicators', () => {
  const worthOf = (option: Cell | undefined, side: string) =>
    Number(rowsOf(say.values).find(row => row[0] === option && nameOf(row[1]) === side)?.[2])
  const floors = rowsOf(say.noAgreement).map(([side, value]) => [nameOf(side), Number(value)] as const)
  expect(floors.length).toBe(2)
  const table = tables.find(({ caption }) => caption === say.indicators)
  const column = (name: (typeof INDICATOR_NAMES)[number]) => table?.columns.indexOf(say.indicator[name]) ?? -1
  const scored = (table?.rows ?? []).filter(row => typeof row[column('nash')] === 'number')
  expect(scored.length).toBeGreaterThan(1)
  const gains = (option: Cell | undefined) => floors.map(([side, floor]) => Math.max(0, worthOf(option, side) - floor))
  const most = floors.map((_, p) => Math.max(...scored.map(([option]) => gains(option)[p] ?? 0)))
  for (const row of table?.rows ?? []) {
    const values = floors.map(([side]) => worthOf(row[0], side))
    const byHand = {
      nash: gains(row[0]).reduce((product, gain) => product * gain, 1),
      kalaiSmorodinsky: Math.min(...gains(row[0]).map((gain, p) => gain / (most[p] ?? 1))),
      maximin: Math.min(...values),
      sum: values.reduce((sum, value) => sum + value, 0),
      gap: Math.max(...values) - Math.min(...values),
    }
    for (const name of INDICATOR_NAMES) {
      const cell = row[column(name)]
      if (typeof cell !== 'number') continue
      const places = name === 'kalaiSmorodinsky' ? 3 : 1
      expect(Math.abs(byHand[name] - cell), `${row[0]} ${name}`).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-9)
    }
  }
})
