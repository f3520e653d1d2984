import { expect, test } from 'vitest'
import type { CardId } from '../ids.ts'
import { MANAGEMENT } from '../testing.ts'
import type { Rows } from './page.ts'
import { printed } from './printed.ts'
import { fullReport } from './testing.ts'
import { REPORT_WORDS } from './words/index.ts'

/** In the full report nobody of the management rated the fourth option by the fifth criterion. */
const made = fullReport()
const { weighing } = made
const [option, criterion] = [weighing?.options[3] as CardId, weighing?.criteria[4] as CardId]
const textOf = (id: CardId) => made.cards.find(card => card.id === id)?.text
const side = { side: made.sides.find(({ id }) => id === MANAGEMENT)?.name }
const { weighing: say } = REPORT_WORDS.en

const tablesFor = (reader: 'people' | 'programs') =>
  (printed(made, { language: 'en', reader }).sections.find(({ id }) => id === 'weighing')?.blocks ?? []).flatMap(
    block => (block.is === 'table' ? [block] : []),
  )

test('[Q7] [Q8] the report names the options that other weights say nothing about, and the ratings they lack', () => {
  const leftOut = [{ option, unrated: [criterion] }]
  expect(weighing).toMatchObject({
    leftOut: { flips: { [MANAGEMENT]: leftOut }, robustness: { [MANAGEMENT]: leftOut } },
    draws: { samples: 10_000, seed: 1 },
  })
  for (const reader of ['people', 'programs'] as const) {
    const tables = tablesFor(reader)
    const rowsOf = (caption: string): Rows => tables.find(table => table.caption === caption)?.rows ?? []
    expect(rowsOf(say.leftOut)).toEqual([
      [side, textOf(option), say.leftOutOf.flips, textOf(criterion)],
      [side, textOf(option), say.leftOutOf.robustness, textOf(criterion)],
    ])
    expect(rowsOf(say.robustness(10_000, 1)).length).toBeGreaterThan(0)
  }
})

test('[Q7] a report of which flips are left out says so, and of how many', () => {
  const { flips, flipsInAll } = weighing ?? {}
  const inAll = Object.values(flipsInAll ?? {}).reduce((sum, all) => sum + all, 0)
  expect(flips?.length).toBe(inAll)
  const captionsOf = (report: typeof made, reader: 'people' | 'programs') =>
    (printed(report, { language: 'en', reader }).sections.find(({ id }) => id === 'weighing')?.blocks ?? []).flatMap(
      block => (block.is === 'table' && block.caption.startsWith(say.flips) ? [block.caption] : []),
    )
  expect(captionsOf(made, 'programs')).toEqual([say.flips])
  expect(captionsOf(made, 'people')).toEqual([say.nearFlips({ shown: 10, inCsv: inAll, all: inAll })])
  const cut = { ...made, weighing: { ...weighing, flipsInAll: { [MANAGEMENT]: 5000 } } } as typeof made
  expect(captionsOf(cut, 'programs')).toEqual([say.nearestFlips(inAll, 5000)])
  expect(captionsOf(cut, 'people')).toEqual([say.nearFlips({ shown: 10, inCsv: inAll, all: 5000 })])
})

test('[Q3] [Q9] what rests on a value from incomplete data says so in the row of the option', () => {
  expect(weighing?.fromIncomplete?.maximin).toEqual([option])
  for (const reader of ['people', 'programs'] as const) {
    const table = tablesFor(reader).find(({ caption }) => caption === say.indicators)
    const cell = (row: Rows[number]) => row[table?.columns.indexOf(say.fromIncomplete) ?? -1]
    for (const row of table?.rows ?? [])
      expect(String(cell(row)).includes(say.indicator.maximin), String(row[0])).toBe(row[0] === textOf(option))
  }
})
