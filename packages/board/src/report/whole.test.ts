import { expect, test } from 'vitest'
import { rounded } from '../weighing/print.ts'
import type { Report } from './index.ts'
import { printReport, type ReportFormat } from './print.ts'
import { fullReport } from './testing.ts'
import { REPORT_WORDS } from './words/index.ts'

/** Everything that `report.json` says is said in every other format: here it is looked for, word by word. */

const made = fullReport()
const FORMATS = ['md', 'html', 'csv'] as const satisfies readonly ReportFormat[]

/** A format without what it escapes and how it breaks lines. */
const PLAIN: Readonly<Record<(typeof FORMATS)[number], (text: string) => string>> = {
  md: text => text.replaceAll('<br>', ' ').replace(/\\(.)/g, '$1').replace(/\\\n/g, ' '),
  html: text =>
    text
      .replace(/<style>.*<\/style>/s, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  csv: text => text.replaceAll('""', '"'),
}
const inOneLine = (text: string) => text.replace(/\s+/g, ' ')
const textIn = (format: (typeof FORMATS)[number]) =>
  inOneLine(PLAIN[format](printReport(made, { format, language: 'en' })))

type Leaf = { readonly path: string; readonly value: string | number }

/** What the formats say in words of their own, by names that are held elsewhere (`satisfies Record<…>`). */
const IN_WORDS =
  /\.(kind|is|type|role|shape|letter|state|template|case|scale|anonymity|attribution|outcome|signal|step|stage|basis|from|hidden|present|outcomes\.\w+|confirmed\.\w+\.outcome)$/
/** Ids that nobody reads, and fingerprints of single cards. */
const INNER =
  /\.(board|round|wording|subject\.options|version|id|seq|row|hash|signers\.\d+\.member)$|^board\.id$|share$/

const leavesOf = (value: unknown, path: string): Leaf[] => {
  if (typeof value === 'string' || typeof value === 'number') return value === '' ? [] : [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [{ path: `${path}{}`, value: key }]),
    ...leavesOf(inner, `${path}.${key}`),
  ])
}

const named = new Map<string, string>([
  ...made.cards.map(({ id, text }) => [id, text] as const),
  ...made.comments.map(({ id, text }) => [id, text] as const),
  ...made.members.map(({ id, name }) => [id, name] as const),
  ['system', REPORT_WORDS.en.server],
  ...made.sides.map(({ id, name }) => [id, name] as const),
])
const MOMENT = /^\d{4}-\d\d-\d\dT/

/** How a leaf may be written: what an id stands for, a moment to the minute, a number rounded or in full. */
const waysOf = ({ value }: Leaf): string[] => {
  if (typeof value === 'string') {
    if (MOMENT.test(value)) return [`${value.slice(0, 10)} ${value.slice(11, 16)}`]
    return [inOneLine(named.get(value) ?? value)]
  }
  return [0, 1, 2, 3, 4, 5, 6].flatMap(places => {
    const short = rounded(value, places)
    return places === 0 && short !== value ? [] : [String(short)]
  })
}

/** The parts of the report whose words and numbers are looked for; `minutes` are told move by move, in words. */
const { minutes, weighing, ...rest } = made
const isKey = ({ path }: Leaf) => path.endsWith('{}')
const isSaid = (leaf: Leaf) =>
  isKey(leaf) ? named.has(String(leaf.value)) : !IN_WORDS.test(leaf.path) && !INNER.test(leaf.path)
const leaves = (of: unknown, path: string) => leavesOf(of, path).filter(isSaid)
const missingIn = (format: (typeof FORMATS)[number], all: readonly Leaf[]) => {
  const text = textIn(format)
  return all.filter(leaf => !waysOf(leaf).some(way => text.includes(way)))
}

test('[R3] the board of these tests has everything of which a report tells', () => {
  const isEmpty = (value: unknown): boolean =>
    value === null || (typeof value === 'object' && Object.keys(value as object).length === 0)
  const empty = Object.entries({ ...made, ...made.weighing }).filter(([, value]) => isEmpty(value))
  // What is answered in words has a test of its own: here it is points.
  expect(empty.map(([name]) => name)).toEqual(['ordinal', 'uncompared'])
  expect([made.agreement.state, made.agreement.draft !== null, made.consensus.map(({ outcome }) => outcome)]).toEqual([
    ...['agreed', true, ['blocked', 'reached']],
  ])
})

test.each(FORMATS)('[R3] %s carries every word and number of the report', format => {
  expect(missingIn(format, leaves(rest, 'report'))).toEqual([])
  // Of flips people get the nearest; programs get all.
  const { flips, ...numbers } = weighing as NonNullable<Report['weighing']>
  expect(missingIn(format, leaves({ ...numbers, ...(format === 'csv' && { flips }) }, 'weighing'))).toEqual([])
})

test.each(FORMATS)('[R3] %s tells every move of the minutes', format => {
  const say = REPORT_WORDS.en
  const all = minutes.flatMap(({ at, type }) => [
    { path: 'at', value: at },
    { path: 'what', value: say.move[type] },
  ])
  expect(missingIn(format, all)).toEqual([])
})

test('[R3] [N15] of a round that was opened without names no format names who said what, whatever the rules are now', () => {
  const people = made.consensus[0]?.people ?? []
  expect(people.length).toBe(4)
  const without = { ...made, consensus: made.consensus.map(test => ({ ...test, attribution: 'side' as const })) }
  const rowsWith = (report: Report) =>
    printReport(report, { format: 'csv', language: 'en' })
      .split('\r\n')
      .filter(line => line.startsWith('"Consensus tests",') && /Ugo|Mia|Ana|Max/.test(line)).length
  expect([rowsWith(made), rowsWith(without)]).toEqual([8, 0])
})
