import { expect, test } from 'vitest'
import { setJointText } from '../edit.ts'
import type { Process } from '../process.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, MANAGEMENT, people, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { report } from './index.ts'
import type { ReportLanguage } from './language.ts'
import { printReport } from './print.ts'
import { seatOf } from './seats.ts'
import { fullReport, player } from './testing.ts'
import { REPORT_WORDS } from './words/index.ts'

test('[G10] who names no capacity signs as what they are at the table', () => {
  const page = printReport(fullReport(), { format: 'csv', language: 'en' })
  const signed = page.split('\r\n').filter(line => /^"Agreement","(Ana|Max)","(Union|Management)"/.test(line))
  expect(signed.map(line => line.split('","')[3])).toEqual(['President, Local 59', 'Co-chair of management'])
})

test('[G10] as what somebody signed stands, whatever seat they take later', () => {
  const doc = emptyBoard()
  setJointText(doc, 'agreement', 'Two floating teachers cover each absence.')
  const { view } = watchBoard(doc)
  const { ana, max, fay } = people
  const play = player(processAfter(), view)
  play([
    [fay, { type: 'rules.propose', rules: NO_RULES }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
    [fay, { type: 'agreement.propose' }],
    [ana, { type: 'agreement.sign', version: 1 }],
    [max, { type: 'agreement.sign', version: 1 }],
  ])
  const told = (process: Process) =>
    report({ process, board: view(), minutes: play.minutes(), head: { joint: 1, minutes: 1, chain: 'abc' } })
  const signed = (process: Process) => printReport(told(process), { format: 'csv', language: 'en' }).match(/.*"Ana".*/g)
  const moved: Process = {
    ...play.process(),
    members: new Map(play.process().members).set(ana.id, { ...ana, role: 'facilitator', side: null }),
  }
  const row = (process: Process) => signed(process)?.find(line => line.startsWith('"Agreement"'))
  expect(row(play.process())).toContain('"Ana","Union","Co-chair of the union"')
  expect(row(moved)).toBe(row(play.process()))
  expect(told(moved).agreement.signatures).toMatchObject([
    { member: ana.id, side: UNION, role: 'co-chair', capacity: null },
    { member: max.id, side: MANAGEMENT, role: 'co-chair', capacity: null },
  ])
  // A signature of before this was kept is told with the seat of now.
  const old = moved.agreement.map(version => ({
    ...version,
    signatures: new Map([...version.signatures].map(([id, one]) => [id, { ...one, role: null }])),
  }))
  expect(row({ ...moved, agreement: old })).toContain('"Facilitator from the union"')
})

test('[G10] every version is listed with who signed it and as what, and the hour says in which zone', () => {
  const page = printReport(fullReport(), { format: 'csv', language: 'en' })
  expect(page).toContain('"Ana (President, Local 59)\r\nMax (Co-chair of management)"')
  expect(page).toContain('"Name","Side","Capacity","Signed (UTC)"')
  expect(page).toMatch(/"Version","When \(UTC\)","By","Signatures"/)
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
