import { describe, expect, test } from 'vitest'
import { CASES } from '../cases/index.ts'
import { layCase } from '../cases/lay.ts'
import { bringBack, postCard, putAway } from '../edit.ts'
import { type CardId, RoundId, type SideId } from '../ids.ts'
import type { MoveRequest } from '../moves.ts'
import type { Process } from '../process.ts'
import { report } from '../report/index.ts'
import { NO_RULES, type Rules } from '../rules.ts'
import { emptyBoard, MANAGEMENT, people, processAfter, UNION, words } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { jointGain } from '../weighing/jointGain.ts'
import { paretoSet } from '../weighing/pareto.ts'
import { rowsOf } from '../weighing/ratings.ts'
import { robustnessOf } from '../weighing/robustness.ts'
import { tableOf } from '../weighing/table.ts'
import { along, deciding, minneapolisBoard } from '../weighing/testing.ts'
import type { Answer } from './answers.ts'
import { releasedWeights, staleWeights } from './releasedWeights.ts'
import { playRounds } from './testing.ts'
import { weighedOn } from './weighed.ts'

const { ana, ugo, max, mia, fay } = people
const ON: Rules = { ...NO_RULES, points: true, weights: true, map: true }
const inForce = (rules: Rules) =>
  processAfter([
    [fay, { type: 'rules.propose', rules }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
  ])

const table = () => {
  const doc = emptyBoard()
  layCase(doc, CASES.get('minneapolis-placement') as never)
  const board = watchBoard(doc).view
  const of = (kind: string) => board().cards.flatMap(card => (card.kind === kind ? [card.id] : []))
  return { doc, board, options: of('option'), criteria: of('criterion') }
}
type Table = ReturnType<typeof table>
type Opening = Extract<MoveRequest, { type: 'round.open' }>

/** Everybody answers, and it is closed and released by those whose it is. */
const asked = (at: Table, from: Process, kind: Opening['kind'], answers: Readonly<Record<string, Answer>>): Process => {
  const round = RoundId.parse(`r${from.rounds.size}`)
  const everybody = { ana, ugo, max, mia }
  const answering = Object.entries(answers).map(([name, answer]) => {
    const who = everybody[name as keyof typeof everybody]
    return [who, { type: 'round.submit', round, answer }] as const
  })
  const isOfOne = kind === 'no-agreement'
  const chair = isOfOne && answers.max !== undefined ? max : ana
  const scale = { rating: { scale: 'points' } as const }[kind as string]
  const { process } = playRounds(
    from,
    [
      [chair, { type: 'round.open', round, kind, anonymity: 'named', ...scale }],
      ...answering,
      [chair, { type: 'round.close', round }],
      [chair, { type: 'round.release', round, spread: true }],
      ...(isOfOne ? [] : [[max, { type: 'round.release', round, spread: true }] as const]),
    ],
    at.board,
  )
  return process
}

/** The case's ratings as the answers of two members a side, one some points above and one below. */
const ratingsOf = (at: Table, side: SideId, off: number): Answer => ({
  ratings: Object.fromEntries(
    at.options.map((option, i) => [
      option,
      Object.fromEntries(
        at.criteria.map((criterion, k) => {
          const [o, c] = [minneapolisBoard.options[i] as CardId, minneapolisBoard.criteria[k] as CardId]
          return [criterion, (minneapolisBoard.ratings[o]?.[c]?.[side]?.mean ?? 0) + off]
        }),
      ),
    ]),
  ),
})
const POINTS = { [UNION]: [60, 100, 70, 40, 20], [MANAGEMENT]: [100, 50, 90, 60, 40] }
const pointsOf = (at: Table, side: SideId, by = 1): Answer => ({
  points: Object.fromEntries(at.criteria.map((criterion, k) => [criterion, (POINTS[side]?.[k] ?? 0) * by])),
})
const rated = (at: Table, from = inForce(ON)) =>
  asked(at, from, 'rating', {
    ana: ratingsOf(at, UNION, 5),
    ugo: ratingsOf(at, UNION, -5),
    max: ratingsOf(at, MANAGEMENT, 10),
    mia: ratingsOf(at, MANAGEMENT, -10),
  })
const weightsGiven = (at: Table, from: Process) =>
  asked(at, from, 'weights', {
    ana: pointsOf(at, UNION),
    ugo: pointsOf(at, UNION, 0.5),
    max: pointsOf(at, MANAGEMENT),
    mia: pointsOf(at, MANAGEMENT, 0.1),
  })
const reported = (at: Table, process: Process) =>
  report({ process, board: at.board(), minutes: [], head: { joint: 0, minutes: 0, chain: '' } }).weighing

/** A record of the report by the short names of the case. */
const named = (at: Table, record: unknown): unknown =>
  JSON.parse(
    [...at.options, ...at.criteria].reduce((json, id, i) => {
      const name = [...minneapolisBoard.options, ...minneapolisBoard.criteria][i] as string
      return json.replaceAll(`"${id}"`, `"${name}"`)
    }, JSON.stringify(record)),
  )

/** Numbers that differ in the rounding of the last digit are one. */
const near = (value: unknown): unknown => {
  if (typeof value === 'number') return expect.closeTo(value, 9)
  if (Array.isArray(value)) return value.map(near)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, near(one)]))
}

describe('[N12] the Minneapolis case, answered by two members a side', () => {
  const at = table()
  const process = weightsGiven(at, rated(at))
  const weighing = reported(at, process)
  const pure = { ...minneapolisBoard, sides: deciding(UNION, MANAGEMENT) }

  test('[N12] [Q22] stands in the report with the numbers of the pure functions', () => {
    const gain = jointGain({ ...pure, released: {}, current: pure.options[0] as CardId })
    const scalar = (of: Readonly<Record<string, { value: number | null }>>) =>
      Object.fromEntries(Object.entries(of).map(([side, { value }]) => [side, value]))
    const value = Object.fromEntries(Object.entries(pure.values).map(([option, of]) => [option, scalar(of)]))
    expect(named(at, weighing)).toMatchObject({
      current: 'O1',
      weights: near(minneapolisBoard.weights),
      value: near(value),
      incomplete: [],
      noAgreement: { [UNION]: null, [MANAGEMENT]: null },
      countedFrom: near(gain.noAgreement),
      pareto: paretoSet(pure).set,
      ...(near(gain.scores) as object),
    })
    // Weights are drawn in the order of the criteria's ids, which a board makes itself.
    const { options, criteria } = at
    const shareOf = (side: SideId) => {
      const means = rowsOf({ ...minneapolisBoard, side })
      const row = (i: number) => Object.values(means[minneapolisBoard.options[i] as CardId] ?? {})
      const rows = tableOf(options, option => along(criteria, row(options.indexOf(option))))
      return robustnessOf({ options, criteria, rows }).share
    }
    expect(weighing?.robustness).toEqual(tableOf([UNION, MANAGEMENT], side => near(shareOf(side))))
    const flips = named(at, weighing?.flips) as readonly { side: string; at: number; criterion: string }[]
    expect(flips.find(({ side }) => side === MANAGEMENT)).toMatchObject({
      criterion: 'C2',
      at: expect.closeTo(0.17666, 5),
    })
  })

  test('[N12] counts gains from what a side has released of no agreement, and from "as it is now" for the other', () => {
    const more = asked(at, process, 'no-agreement', { ana: { value: 50 }, ugo: { value: 60 } })
    const report = reported(at, more)
    expect(report?.noAgreement).toEqual({ [UNION]: 55, [MANAGEMENT]: null })
    expect(report?.countedFrom).toMatchObject({
      [UNION]: { from: 'side', value: 55 },
      [MANAGEMENT]: { from: 'as it is now', value: expect.closeTo(12600 / 340, 9) },
    })
    expect((named(at, report?.below) as Record<string, unknown>).O2).toEqual([UNION])
  })
})

test('[N12] without weights and map in the ground rules there is no value; with the map alone criteria count alike', () => {
  const at = table()
  const shown = (rules: Rules) => reported(at, rated(at, inForce({ ...rules, points: true })))
  expect(shown(NO_RULES)).toMatchObject({ weights: null, value: null, pareto: null, nash: null, robustness: null })
  expect(shown({ ...NO_RULES, weights: true })).toMatchObject({ weights: { [UNION]: null }, pareto: null })
  const alike = shown({ ...NO_RULES, map: true })
  expect(Object.values(alike?.weights?.[UNION] ?? {})).toEqual(at.criteria.map(() => 1 / 5))
  expect(alike?.value?.[at.options[0] as CardId]?.[UNION]).toBeCloseTo(57, 9)
})

test('[Q13] of what was put away nobody is asked to talk first', () => {
  const at = table()
  const process = rated(at)
  const talked = () => reported(at, process)?.talkFirst.cells.map(({ option, criterion }) => ({ option, criterion }))
  const [first] = talked() ?? []
  if (first === undefined) throw new Error('nothing to talk about')
  putAway(at.doc, first.option)
  expect(talked()).not.toEqual([])
  expect(talked()?.map(({ option }) => option)).not.toContain(first.option)
  bringBack(at.doc, first.option)
  putAway(at.doc, first.criterion)
  expect(talked()?.map(({ criterion }) => criterion)).not.toContain(first.criterion)
})

test('[N12] a side whose cells are hidden has no value, rather than one that tells them', () => {
  const at = table()
  const round = RoundId.parse('r0')
  const { process } = playRounds(
    inForce(ON),
    [
      [fay, { type: 'round.open', round, kind: 'rating', scale: 'points', anonymity: 'side' }],
      [ana, { type: 'round.submit', round, answer: ratingsOf(at, UNION, 0) }],
      [max, { type: 'round.submit', round, answer: ratingsOf(at, MANAGEMENT, 0) }],
      [fay, { type: 'round.close', round }],
      [ana, { type: 'round.release', round, spread: true }],
      [max, { type: 'round.release', round, spread: true }],
    ],
    at.board,
  )
  const weighing = reported(at, weightsGiven(at, process))
  expect(weighing?.value?.[at.options[1] as CardId]).toEqual({ [UNION]: null, [MANAGEMENT]: null })
  expect(weighing).toMatchObject({ pareto: [], uncompared: at.options })
})

describe('[N11] weights', () => {
  test('[N11] are those that were released last, by points or by places', () => {
    const at = table()
    const places = Object.fromEntries(at.criteria.map((id, i) => [id, i + 1]))
    const process = asked(at, weightsGiven(at, inForce(ON)), 'ranks', {
      ana: { ranks: places },
      max: { ranks: places },
    })
    const given = releasedWeights(process.rounds, [UNION, MANAGEMENT])
    // (1 + 1/2 + 1/3 + 1/4 + 1/5) / 5
    expect(given[UNION]?.weights[at.criteria[0] as CardId]).toBeCloseTo(137 / 300, 12)
    expect(given[UNION]).toMatchObject({ n: 1, round: { kind: 'ranks' } })
  })

  // By hand: the first criterion has a mean of 0.375, as 0.25 and 0.5 do, and the two that are left 0.75 together.
  test('[N11] are shown with their spread as parts of what is left, and none for what was not weighed', () => {
    const at = table()
    const [first, second, ...rest] = at.criteria as [CardId, CardId, ...CardId[]]
    for (const criterion of rest.slice(1)) putAway(at.doc, criterion)
    const points = (a: number, b: number, c: number): Answer => ({
      points: { [first]: a, [second]: b, [rest[0] as CardId]: c },
    })
    const given = { ana: points(100, 50, 50), ugo: points(50, 100, 50), max: points(1, 1, 1) }
    const weighing = asked(at, inForce(ON), 'weights', given)
    putAway(at.doc, rest[0] as CardId)
    const added = postCard(at.doc, { kind: 'criterion', text: 'Quick', by: fay.id, side: null })
    const told = reported(at, rated({ ...at, criteria: [first, second, added] }, weighing))
    expect(told?.weights?.[UNION]).toEqual({ [first]: near(0.5), [second]: near(0.5), [added]: null })
    expect(told?.weightsOf?.[UNION]).toMatchObject({
      spread: { [first]: near(0.125 / 0.75), [second]: near(0.125 / 0.75), [added]: null },
    })
    expect(told?.weights?.[MANAGEMENT]?.[added]).toBeNull()
  })

  const staleAfter = (
    change: (at: Table) => void,
    again: (at: Table, process: Process) => Process = (_, same) => same,
  ) => {
    const at = table()
    const before = weightsGiven(at, rated(at))
    change(at)
    const { rounds } = again(at, before)
    const given = releasedWeights(rounds, [UNION])[UNION]
    const stale = given && staleWeights(given, { rounds, board: at.board(), side: UNION })
    return { at, stale, weighed: weighedOn(again(at, before), at.board()) }
  }

  test('[N11] say what has changed since they were given: nothing, a wording, the set', () => {
    expect(staleAfter(() => {}).stale).toEqual({ reworded: [], gone: [], unweighed: [], ranges: [] })
    const { at, stale, weighed } = staleAfter(one => {
      words(one.doc, one.criteria[0] as CardId).insert(0, 'Better ')
      putAway(one.doc, one.criteria[1] as CardId)
      postCard(one.doc, { kind: 'criterion', text: 'Quick', by: fay.id, side: null })
    })
    const added = at.board().cards.find(({ text }) => text === 'Quick')?.id
    expect(stale).toMatchObject({ reworded: [at.criteria[0]], gone: [at.criteria[1]], unweighed: [added] })
    // What is left weighs 1 together: 60 of 60 + 70 + 40 + 20.
    expect(weighed?.weights[UNION]?.[at.criteria[0] as CardId]).toBeCloseTo(60 / 190, 12)
  })

  test('[N11] [Q6] stand where an option had gone before they were asked for, and say so when it comes back', () => {
    const at = table()
    const [seniority] = at.options as [CardId]
    const from = rated(at)
    putAway(at.doc, seniority)
    const { rounds } = weightsGiven(at, from)
    const given = releasedWeights(rounds, [UNION])[UNION]
    const stale = () => given && staleWeights(given, { rounds, board: at.board(), side: UNION }).ranges
    expect(stale()).toEqual([])
    bringBack(at.doc, seniority)
    expect(stale()?.[0]).toEqual({
      criterion: at.criteria[0],
      was: { worst: 55, best: 75 },
      now: { worst: 20, best: 75 },
    })
  })

  test('[N11] [Q6] of minutes that do not tell which options lay there, by all that was rated', () => {
    const at = table()
    const { rounds } = weightsGiven(at, rated(at))
    const given = releasedWeights(rounds, [UNION])[UNION]
    if (given === null || given === undefined) throw new Error('nothing was given')
    const { beside: _, ...subject } = given.round.subject
    const old = { ...given, round: { ...given.round, subject } }
    const stale = () => staleWeights(old, { rounds, board: at.board(), side: UNION }).ranges
    expect(stale()).toEqual([])
    putAway(at.doc, at.options[0] as CardId)
    expect(stale()).not.toEqual([])
  })

  test('[N11] [Q6] say so when an option that went away, or was rated anew, changed a range', () => {
    // "Keep bidding by seniority" was the worst by the first criterion, with 20; the pilot follows with 55.
    const { at, stale } = staleAfter(one => putAway(one.doc, one.options[0] as CardId))
    expect(stale?.ranges.find(({ criterion }) => criterion === at.criteria[0])).toEqual({
      criterion: at.criteria[0],
      was: { worst: 20, best: 75 },
      now: { worst: 55, best: 75 },
    })
  })
})
