import { expect, test } from 'vitest'
import type { MoveRefusal } from '../decide.ts'
import { refusalOf } from '../decide.ts'
import { putAway } from '../edit.ts'
import { CardId, MemberId } from '../ids.ts'
import type { MoveRequest, PlainRequest } from '../moves.ts'
import { DEFAULT_SIDES, type Member, Side } from '../people.ts'
import type { Process } from '../process.ts'
import { emptyBoard, member, people, post, processAfter } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { courseOf, openActions, outcomeOf, plannedReviews } from './process.ts'

const { ana, ugo, max, mia, fay, obi } = people
const gus = member('Gus', { side: ana.side, role: 'guest' })
const COMMUNITY = Side.parse({ id: 'community', name: 'Parents', letter: 'P', shape: 'triangle', decides: false })
const eva = member('Eva', { side: COMMUNITY.id, role: 'co-chair' })
const opening = { sides: [...DEFAULT_SIDES, COMMUNITY], members: [...Object.values(people), gus, eva] }

const doc = emptyBoard()
const fact = post(doc, ana, { kind: 'fact', text: '47 of 118 absences had no outside substitute' })
const gone = post(doc, ana, { kind: 'fact', text: 'A rumour' })
putAway(doc, gone)
const board = watchBoard(doc).view()

type Asked = readonly [Member, PlainRequest]
const after = (...moves: readonly Asked[]): Process => processAfter(moves, opening)
const refused = (process: Process, who: Member, move: MoveRequest): MoveRefusal | null =>
  refusalOf({ process, board, member: who, move })
const all = (process: Process, move: MoveRequest) =>
  Object.fromEntries([ana, ugo, max, mia, fay, obi, gus, eva].map(who => [who.name, refused(process, who, move)]))

/** The first move after the opening has the number 2. */
const FIRST = 2
const action = (more = {}): Extract<PlainRequest, { type: 'action.add' }> => ({
  type: 'action.add',
  action: {
    what: 'Publish the cover list by 7:00',
    owners: [ana.id, max.id],
    due: '2026-10-01',
    traces: [fact],
    ...more,
  },
})
const update = (change: object): PlainRequest => ({ type: 'action.update', action: FIRST, change })
const confirm = (outcome: 'done' | 'dropped' = 'done'): PlainRequest => ({
  type: 'action.confirm',
  action: FIRST,
  outcome,
})
const reopen: PlainRequest = { type: 'action.reopen', action: FIRST }
const theAction = (process: Process) => process.followUp.actions.get(FIRST) ?? expect.fail('no action')
const statesOf = (process: Process) => outcomeOf(theAction(process), process)

const indicator = (more = {}): Extract<PlainRequest, { type: 'indicator.add' }> => ({
  type: 'indicator.add',
  indicator: {
    what: 'Absences covered by an outside substitute',
    unit: 'percent',
    baseline: { on: '2026-09-01', value: 60 },
    target: { on: '2027-02-01', value: 85 },
    source: 'Office records',
    ...more,
  },
})
const record = (on: string, value: number | null): PlainRequest => ({
  type: 'indicator.record',
  indicator: FIRST,
  on,
  value,
})

test('[U1] an action is added by whoever is counted on a side, and by a facilitator', () => {
  expect(all(after(), action())).toEqual({
    ...{ Ana: null, Ugo: null, Max: null, Mia: null, Fay: null, Eva: null },
    ...{ Obi: 'read_only', Gus: 'no_side' },
  })
})

test('[U1] owners are people of the team who are there, and traces lead to cards on the table', () => {
  const nobody = MemberId.parse('nobody')
  const left = after([fay, action()])
  const members = new Map(left.members).set(max.id, { ...max, left: true })
  expect([
    refused(after(), ana, action({ owners: [nobody] })),
    refused({ ...left, members }, ana, action()),
    refused(after(), ana, action({ traces: [CardId.parse('none')] })),
    refused(after(), ana, action({ traces: [gone] })),
    refused(after(), ana, action({ owners: [obi.id, gus.id], traces: [] })),
  ]).toEqual(['no_such_owner', 'no_such_owner', 'no_such_card', 'no_such_card', null])
})

test('[U1] the process tells what was added, by whom and when', () => {
  expect(theAction(after([ugo, action()]))).toEqual({
    ...action().action,
    changedAt: '2026-09-01T09:01:00.000Z',
    ...{ id: 2, version: 2, by: ugo.id, at: '2026-09-01T09:01:00.000Z', confirmed: new Map(), carried: 0 },
  })
})

test('[U2] an action is changed by its owners, whoever added it, a facilitator, and whoever acts for a deciding side', () => {
  const process = after([mia, action({ owners: [ugo.id] })])
  expect(all(process, update({ due: '2026-10-08' }))).toEqual({
    ...{ Ana: null, Ugo: null, Max: null, Mia: null, Fay: null },
    ...{ Obi: 'read_only', Gus: 'not_yours_to_change', Eva: 'not_yours_to_change' },
  })
})

test('[U2] a change names what is different, keeps the rest, and voids what was confirmed', () => {
  const process = after([ugo, action()], [ana, confirm()], [max, update({ due: '2026-10-08' })])
  const changed = { due: '2026-10-08', version: 4, changedAt: '2026-09-01T09:03:00.000Z' }
  expect(theAction(process)).toEqual({ ...theAction(after([ugo, action()])), ...changed })
  expect([refused(process, ana, update({ due: '2026-10-08' })), refused(process, ana, confirm())]).toEqual([
    'nothing_changed',
    null,
  ])
})

test('[U2] an owner who has left stays named while other things are changed, and is not named anew', () => {
  const before = after([ugo, action()])
  const process = { ...before, members: new Map(before.members).set(max.id, { ...max, left: true as const }) }
  expect([
    refused(process, ana, update({ owners: [max.id, ugo.id] })),
    refused(
      after([ugo, action({ owners: [ana.id] })], [ana, update({ due: '2026-10-02' })]),
      ana,
      update({ owners: [MemberId.parse('x')] }),
    ),
  ]).toEqual([null, 'no_such_owner'])
})

test('[U3] a deciding side says that it is done through whoever acts for it', () => {
  expect(all(after([ugo, action()]), confirm())).toEqual({
    ...{ Ana: null, Ugo: 'not_co_chair', Max: null, Mia: 'not_co_chair', Fay: 'no_side' },
    ...{ Obi: 'read_only', Gus: 'no_side', Eva: 'advising_side' },
  })
})

test('[U3] it is over once every deciding side has said the same of it, and not before', () => {
  expect([
    statesOf(after([ugo, action()])),
    statesOf(after([ugo, action()], [ana, confirm()])),
    statesOf(after([ugo, action()], [ana, confirm()], [max, confirm('dropped')])),
    statesOf(after([ugo, action()], [ana, confirm()], [max, confirm()])),
    statesOf(after([ugo, action()], [ana, confirm('dropped')], [max, confirm('dropped')])),
  ]).toEqual([null, null, null, 'done', 'dropped'])
})

test('[U3] a side says it once, of the version that it read, and of nothing that is over', () => {
  const one = after([ugo, action()], [ana, confirm()])
  const over = after([ugo, action()], [ana, confirm()], [max, confirm()])
  const changed = after([ugo, action()], [mia, update({ due: '2026-10-08' })])
  const of = (version: number) => ({ ...confirm(), version }) as MoveRequest
  expect([
    refused(one, ana, confirm()),
    refused(one, ana, confirm('dropped')),
    refused(changed, ana, of(2)),
    refused(changed, ana, of(3)),
    refused(over, ana, confirm('dropped')),
    refused(over, ana, update({ due: '2026-10-09' })),
    refused(over, ana, { type: 'action.confirm', action: 99, outcome: 'done' }),
  ]).toEqual(['already_confirmed', null, 'stale_version', null, 'action_closed', 'action_closed', 'no_such_action'])
})

test('[U4] a side takes back what it said, and the action is open again', () => {
  const over = after([ugo, action()], [ana, confirm()], [max, confirm()])
  const again = after([ugo, action()], [ana, confirm()], [max, confirm()], [ana, reopen])
  expect([
    refused(over, ana, reopen),
    refused(over, ugo, reopen),
    statesOf(again),
    [...theAction(again).confirmed.keys()],
    refused(again, ana, reopen),
  ]).toEqual([null, 'not_co_chair', null, [max.side], 'not_confirmed'])
})

test('[U5] a value a day: a later one of that day takes its place, and null takes it away', () => {
  const process = after(
    [ana, indicator()],
    [mia, record('2026-11-01', 66)],
    [mia, record('2026-10-01', 62)],
    [ugo, record('2026-11-01', 68)],
    [ugo, record('2026-12-01', 71)],
    [ugo, record('2026-12-01', null)],
  )
  const found = process.followUp.indicators.get(FIRST) ?? expect.fail('no indicator')
  expect(courseOf(found)).toEqual([
    { on: '2026-09-01', value: 60 },
    { on: '2026-10-01', value: 62 },
    { on: '2026-11-01', value: 68 },
  ])
  expect([
    refused(process, ugo, record('2026-11-01', 68)),
    refused(process, ugo, record('2026-12-01', null)),
    refused(process, obi, record('2027-01-01', 70)),
    refused(process, gus, record('2027-01-01', 70)),
    refused(process, eva, record('2027-01-01', 70)),
    refused(process, ana, { type: 'indicator.record', indicator: 9, on: '2027-01-01', value: 1 }),
  ]).toEqual(['nothing_changed', 'nothing_changed', 'read_only', 'no_side', null, 'no_such_indicator'])
})

test('[U5] an indicator that has ended takes no value until it goes on', () => {
  const end = (ended: boolean): PlainRequest => ({ type: 'indicator.update', indicator: FIRST, change: { ended } })
  const ended = after([mia, indicator()], [mia, end(true)])
  const on = after([mia, indicator()], [mia, end(true)], [ana, end(false)])
  expect([
    refused(ended, ana, record('2026-10-01', 62)),
    refused(on, ana, record('2026-10-01', 62)),
    refused(ended, ugo, end(false)),
    refused(ended, mia, end(true)),
  ]).toEqual(['indicator_ended', null, 'not_yours_to_change', 'nothing_changed'])
})

const plan = (on: string): PlainRequest => ({ type: 'review.plan', on })

test('[U6] a meeting is planned, cancelled and held by a facilitator or whoever acts for a deciding side', () => {
  const process = after([fay, plan('2026-10-15')])
  const who = {
    ...{ Ana: null, Ugo: 'not_co_chair', Max: null, Mia: 'not_co_chair', Fay: null },
    ...{ Obi: 'read_only', Gus: 'not_co_chair', Eva: 'not_co_chair' },
  }
  expect([
    all(process, plan('2026-11-15')),
    all(process, { type: 'review.cancel', review: FIRST }),
    all(process, { type: 'review.hold', review: FIRST }),
  ]).toEqual([who, who, who])
})

test('[U6] what is open is carried forward to a next meeting, and without one the meeting is not over', () => {
  const start: Asked[] = [
    [fay, plan('2026-10-15')],
    [ugo, action()],
    [ugo, action({ due: '2026-09-20' })],
    [ana, { type: 'action.confirm', action: 4, outcome: 'done' }],
    [max, { type: 'action.confirm', action: 4, outcome: 'done' }],
  ]
  const hold = (next?: string): PlainRequest => ({ type: 'review.hold', review: FIRST, ...(next && { next }) })
  const process = after(...start, [ana, hold('2026-11-15')])
  expect([
    refused(after(...start), ana, hold()),
    refused(after(...start), ana, hold('2026-10-15')),
    refused(after(...start, [fay, plan('2026-12-01')]), ana, hold()),
    refused(after([fay, plan('2026-10-15')]), ana, hold()),
    refused(process, ana, hold('2026-12-01')),
    refused(process, ana, { type: 'review.cancel', review: 99 }),
  ]).toEqual(['no_next_review', 'not_later', null, null, 'review_over', 'no_such_review'])
  expect([
    openActions(process).map(({ id, carried }) => [id, carried]),
    plannedReviews(process.followUp).map(({ id, on }) => [id, on]),
    process.followUp.reviews.get(FIRST)?.state,
    process.followUp.actions.get(4)?.carried,
  ]).toEqual([[[3, 1]], [[7, '2026-11-15']], { is: 'held', at: '2026-09-01T09:06:00.000Z', carried: [3] }, 0])
})

test('[U6] a meeting that was cancelled carries nothing and is no next one', () => {
  const cancelled = after(
    [fay, plan('2026-10-15')],
    [fay, plan('2026-11-15')],
    [ugo, action()],
    [max, { type: 'review.cancel', review: 3 }],
  )
  expect([
    plannedReviews(cancelled.followUp).map(({ on }) => on),
    refused(cancelled, fay, { type: 'review.hold', review: FIRST }),
    theActionIn(cancelled, 4),
  ]).toEqual([['2026-10-15'], 'no_next_review', 0])
})
const theActionIn = ({ followUp }: Process, id: number) => followUp.actions.get(id)?.carried
