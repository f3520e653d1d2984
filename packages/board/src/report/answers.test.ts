import { expect, test } from 'vitest'
import { reportFor } from '../attribution.ts'
import { RoundId } from '../ids.ts'
import type { Member } from '../people.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, people, post, processAfter } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { type Report, report } from './index.ts'
import { printReport } from './print.ts'
import { fullReport, player } from './testing.ts'

const ROUND = RoundId.parse('round')
const { ana, ugo, max, mia, fay } = people
const rowsOf = (told: Report) =>
  printReport(told, { format: 'csv', language: 'en' })
    .split('\r\n')
    .filter(line => line.startsWith('"Weighing"') || line.startsWith('"Who answered what"'))
    .map(line => line.replace(/,+$/, '').replace(/^"[^"]+",/, ''))

/** One cell, answered in words by both sides; `spread`: who releases more than means. */
const played = ({ spread, attribution = 'named' }: { spread: readonly Member[]; attribution?: 'named' | 'side' }) => {
  const doc = emptyBoard()
  const option = post(doc, fay, { kind: 'option', text: 'A rota' })
  const criterion = post(doc, fay, { kind: 'criterion', text: 'Fair' })
  const { view } = watchBoard(doc)
  const play = player(processAfter(), view)
  const answer = (rating: 'meets' | 'partly' | 'cannot-judge') => ({ ratings: { [option]: { [criterion]: rating } } })
  const release = (who: Member) =>
    [who, { type: 'round.release', round: ROUND, ...(spread.includes(who) && { spread: true as const }) }] as const
  play([
    [fay, { type: 'rules.propose', rules: { ...NO_RULES, attribution } }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
    [fay, { type: 'round.open', round: ROUND, kind: 'rating', anonymity: 'named' }],
    [ana, { type: 'round.submit', round: ROUND, answer: answer('meets') }],
    [ugo, { type: 'round.submit', round: ROUND, answer: answer('cannot-judge') }],
    [max, { type: 'round.submit', round: ROUND, answer: answer('partly') }],
    [mia, { type: 'round.submit', round: ROUND, answer: answer('partly') }],
    [fay, { type: 'round.close', round: ROUND }],
    release(ana),
    release(max),
  ])
  const head = { joint: 9, minutes: 9, chain: 'abc' }
  const process = play.process()
  return { process, told: report({ process, board: view(), minutes: play.minutes(), head }) }
}
const rated = (asked: Parameters<typeof played>[0]) => played(asked).told
const named = (told: Report) => rowsOf(told).filter(row => /"A rota","Fair","(meets|partly|cannot)/.test(row))

test('[R11] who answered what is told as far as each side released it', () => {
  expect(named(rated({ spread: [ana, max] }))).toEqual([
    '"Ana (Union)","A rota","Fair","meets it"',
    '"Max (Management)","A rota","Fair","partly"',
    '"Mia (Management)","A rota","Fair","partly"',
    '"Ugo (Union)","A rota","Fair","cannot judge"',
  ])
  expect(named(rated({ spread: [max] }))).toEqual([
    '"Max (Management)","A rota","Fair","partly"',
    '"Mia (Management)","A rota","Fair","partly"',
  ])
  expect(named(rated({ spread: [] }))).toEqual([])
})

test('[R11] [N15] and without names where the ground rules leave them out', () => {
  const rows = named(rated({ spread: [ana, max], attribution: 'side' }))
  const sidesAlone = ['"Union"', '"Management"', '"Management"', '"Union"']
  expect(rows.map(row => row.split(',')[0])).toEqual(sidesAlone)
  // What was said in confidence is not told by later rules.
  const later = rated({ spread: [ana, max] })
  const rounds = later.rounds.map(round => ({ ...round, attribution: 'side' as const }))
  expect(named({ ...later, rounds }).map(row => row.split(',')[0])).toEqual(sidesAlone)
})

test('[R11] [N15] nor does report.json name the people of another side', () => {
  const { process, told } = played({ spread: [ana, max], attribution: 'side' })
  const peopleFor = (reader: Member) => reportFor(told, process, reader).rounds.map(round => round.people)
  expect(peopleFor(ugo)).toMatchObject([[{ member: ana.id }, { member: ugo.id }]])
  expect(peopleFor(fay)).toEqual([undefined])
})

test('[R11] what is told of a round is what the minutes hold of its release', () => {
  const { rounds, minutes } = fullReport()
  const released = minutes.flatMap(move => (move.type === 'round.release' && move.result ? [move] : []))
  expect(rounds.map(({ kind }) => kind)).toEqual(['rating', 'weights', 'no-agreement'])
  for (const { round, people: told, sides } of rounds) {
    const result = released.find(move => move.round === round)?.result
    expect({ people: told, sides }).toEqual({ people: result?.people, sides: result?.sides })
  }
})

test('[R11] weights say of how many they are, how many are missing, and how far they lie apart where that was released', () => {
  const { weighing } = fullReport()
  expect(weighing?.weightsOf).toMatchObject({ union: { n: 2, missing: 0 }, management: { n: 2, missing: 0 } })
  const rows = rowsOf(fullReport())
  const [row = ''] = rows.slice(rows.indexOf('"Weights by side"') + 2)
  expect(row).toMatch(/^"Fit of teacher and post","Union",0\.\d+,2,0,0\.0\d+$/)
})

test('[R11] the cells to talk about first are those of the screen; a spread that was not released is none', () => {
  const { weighing } = rated({ spread: [max] })
  const [option = '', criterion = ''] = [weighing?.options[0], weighing?.criteria[0]]
  expect(weighing?.talkFirst).toEqual({
    because: 'furthest',
    cells: [{ option, criterion, sides: ['union', 'management'], difference: 50, spreads: [null, 0] }],
  })
  expect(printReport(rated({ spread: [max] }), { format: 'csv', language: 'en' })).toContain(
    '"Weighing","A rota","Fair","Union 100\r\nManagement 50",50,"–\r\n± 0"',
  )
})
