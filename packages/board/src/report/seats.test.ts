import { expect, test } from 'vitest'
import { people, processAfter } from '../testing.ts'
import type { ReportLanguage } from './language.ts'
import { printReport } from './print.ts'
import { seatOf } from './seats.ts'
import { fullReport } from './testing.ts'
import { REPORT_WORDS } from './words/index.ts'

test('[G10] who names no capacity signs as what they are at the table', () => {
  const page = printReport(fullReport(), { format: 'csv', language: 'en' })
  const signed = page.split('\r\n').filter(line => /^"Agreement","(Ana|Max)","(Union|Management)"/.test(line))
  expect(signed.map(line => line.split('","')[3])).toEqual(['President, Local 59', 'Co-chair of management'])
})

test('[G10] a side is a word in the sentence as long as it bears its usual name', () => {
  const [union] = processAfter().sides
  const seat = (name: string, language: ReportLanguage) =>
    seatOf(people.ugo, union && { ...union, name }, REPORT_WORDS[language])
  expect([seat('Union', 'en'), seat('Union', 'es'), seat('Sindicato', 'es'), seat('Local $& 59', 'en')]).toEqual([
    ...['Member of the union', 'Integrante por el sindicato', 'Integrante por el sindicato', 'Member of Local $& 59'],
  ])
  expect(seatOf(people.fay, undefined, REPORT_WORDS.en)).toBe('Facilitator')
})
