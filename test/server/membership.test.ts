import { MANAGEMENT, UNION } from '@jointly/board/testing'
import { CLOSE, type Problem, type Reply, type Request } from '@jointly/protocol'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  type Asked,
  ask,
  call,
  openScreen,
  processIn,
  type Screen,
  shows,
  startWorld,
  synced,
  type World,
} from '../world.ts'
import { docWithCard } from './craft.ts'
import { type Seated, seatTable, type Table } from './seats.ts'
import { joinWire, openWire, writes } from './wire.ts'

let world: World
let table: Table
beforeEach(async () => {
  await world?.stop()
  world = await startWorld()
  table = await seatTable(world)
})
afterAll(() => world.stop())

const change = (by: Seated, of: Seated, body: Request<'changeMember'>) =>
  ask(world.url, 'changeMember', { token: by.token, params: { id: table.team, mid: of.member.id }, body })
const remove = (by: Seated, of: Seated) =>
  ask(world.url, 'removeMember', { token: by.token, params: { id: table.team, mid: of.member.id } })
const outcome = ({ status, body }: Asked): string => (status < 400 ? 'ok' : `${status} ${(body as Problem).code}`)
const membersNow = async () => {
  const { members } = await call(world.url, 'team', { token: table.fay.token, params: { id: table.team } })
  return members
}

const timed = async <T>(what: Promise<T>): Promise<{ result: T; inASecond: boolean }> => {
  const started = performance.now()
  const result = await what
  return { result, inASecond: performance.now() - started < 1000 }
}

test('[I11] a side’s co-chair admits, re-roles and removes; the maker, a facilitator and the other side’s co-chair do not', async () => {
  const { fay, max, ugo, mia, ana } = table
  const nia = await table.seat('Nia', fay, { role: 'member', side: UNION })
  // Not every facilitator made the team.
  const flo = await table.seat('Flo', fay, { role: 'facilitator' })
  for (const by of [ana, max])
    await call(world.url, 'accept', { token: by.token, params: { id: table.team, mid: flo.member.id } })
  const others = [fay, flo, max, ugo, mia]
  const tried = async (what: (by: Seated) => Promise<Asked>) => (await Promise.all(others.map(what))).map(outcome)
  const refused = others.map(() => '403 not_co_chair')
  expect({
    admit: await tried(by => change(by, nia, { admitted: true })),
    role: await tried(by => change(by, ugo, { role: 'observer' })),
    side: await tried(by => change(by, ugo, { side: MANAGEMENT })),
    remove: await tried(by => (by === ugo ? remove(by, ana) : remove(by, ugo))),
    byAna: outcome(await change(ana, nia, { admitted: true })),
  }).toEqual({ admit: refused, role: refused, side: refused, remove: refused, byAna: 'ok' })
})

test('[I11] in a side without a co-chair any of its members acts for it; the maker still does not', async () => {
  await remove(table.ana, table.ana)
  const una = await table.seat('Una', table.ugo, { role: 'member', side: UNION })
  expect([outcome(await remove(table.fay, una)), outcome(await remove(table.ugo, una))]).toEqual([
    '403 not_co_chair',
    'ok',
  ])
})

test('[I11] a facilitator is dismissed by any deciding side, and dismisses no other', async () => {
  const fred = await table.seat('Fred', table.fay, { role: 'facilitator' })
  expect([outcome(await remove(table.fay, fred)), outcome(await remove(table.max, fred))]).toEqual([
    '403 not_co_chair',
    'ok',
  ])
})

test('[I11] nobody is made a facilitator by one side', async () => {
  expect(outcome(await change(table.ana, table.ugo, { role: 'facilitator', side: null }))).toBe('403 not_facilitator')
})

test('[I11] a seat that the team does not have is given to nobody', async () => {
  const tried = [{ side: 'parents' as never }, { side: null }, { role: 'member' as const, side: null }]
  const outcomes = await Promise.all(tried.map(body => change(table.ana, table.ugo, body)))
  expect(outcomes.map(outcome)).toEqual(tried.map(() => '409 seat_missing'))
})

test('[I12] somebody who is moved to another side waits for its co-chair', async () => {
  const moved = await change(table.ana, table.ugo, { side: MANAGEMENT })
  const at = { token: table.ugo.token, params: { id: table.team } }
  const waiting = outcome(await ask(world.url, 'team', at))
  const admitted = [
    outcome(await change(table.ana, table.ugo, { admitted: true })),
    outcome(await change(table.max, table.ugo, { admitted: true })),
  ]
  expect([(moved.body as Reply<'changeMember'>).member, waiting, admitted]).toEqual([
    { ...table.ugo.member, side: MANAGEMENT, admitted: false },
    '403 not_admitted',
    ['403 not_co_chair', 'ok'],
  ])
})

test('[I12] a co-chair cannot seat their own people on the other side while it has nobody to admit them', async () => {
  await remove(table.max, table.max)
  await remove(table.mia, table.mia)
  const tried = [{ side: MANAGEMENT }, { side: MANAGEMENT, role: 'co-chair' as const }]
  const outcomes = await Promise.all(tried.map(body => change(table.ana, table.ugo, body)))
  expect(outcomes.map(outcome)).toEqual(['403 not_co_chair', '403 not_co_chair'])
})

test('[I13] somebody who is removed while connected is out within a second, on every socket, for good', async () => {
  const { ugo, board } = table
  const names = [`joint:${board}`, `minutes:${board}`, `caucus:${board}:union`]
  const screens = names.map(name => openScreen(world, ugo, name))
  await Promise.all(screens.map(synced))
  await remove(table.ana, ugo)
  const { result, inASecond } = await timed(Promise.all(screens.map(({ closed }) => closed)))
  const wants = screens.map(({ provider }) => provider.shouldConnect)
  const again = openWire(world, names[0] ?? '', { token: ugo.token })
  expect([result, inASecond, wants, await again.closed]).toEqual([
    screens.map(() => ({ code: CLOSE.notYours.code, reason: 'not_yours' })),
    true,
    [false, false, false],
    { code: CLOSE.notYours.code, reason: 'not_yours' },
  ])
})

test('[I13] everybody may leave, and has then left: no seat, and no way to undo it alone', async () => {
  const left = await remove(table.ugo, table.ugo)
  const ugo = (await membersNow()).find(({ id }) => id === table.ugo.member.id)
  const again = [await change(table.ana, table.ugo, { role: 'member' }), await remove(table.ana, table.ugo)]
  const { memberships } = await call(world.url, 'me', { token: table.ugo.token })
  expect([left.status, ugo, again.map(outcome), memberships]).toEqual([
    204,
    { ...table.ugo.member, left: true },
    ['404 no_such', '404 no_such'],
    [],
  ])
})

/** Resolves once the provider has lost its socket and is synced on a new one. */
const cameBack = ({ provider }: Screen): Promise<void> =>
  new Promise(resolve => {
    const look = (isSynced: boolean) => {
      if (!isSynced) return
      provider.off('sync', look)
      resolve()
    }
    provider.on('sync', look)
  })

test('[I14] a new role takes effect on open sockets within a second: who becomes an observer no longer writes', async () => {
  const { ugo, ana, board } = table
  const name = `joint:${board}`
  const wire = await joinWire(world, name, { token: ugo.token, query: { saved: '1' } })
  const before = await writes(wire, docWithCard({ by: ugo.member.id, side: UNION }).update)
  await change(ana, ugo, { role: 'observer' })
  const { result, inASecond } = await timed(wire.closed)
  const again = openWire(world, name, { token: ugo.token, query: { saved: '1' } })
  const after = await writes(again, docWithCard({ by: ugo.member.id, side: UNION }).update)
  expect([before, result, inASecond, after]).toEqual([
    'saved',
    { code: CLOSE.comeBack.code, reason: 'come_back' },
    true,
    { code: CLOSE.discard.code, reason: 'read_only' },
  ])
})

test('[I14] a new role shows in one’s presence without a reload', async () => {
  const { ugo, ana, fay, board } = table
  const [mine, theirs] = [ugo, fay].map(who => openScreen(world, who, `joint:${board}`)) as [Screen, Screen]
  await Promise.all([synced(mine), synced(theirs)])
  const stamped = new Promise<void>(resolve => {
    const look = () => {
      const state = theirs.provider.awareness.getStates().get(mine.doc.clientID)
      if ((state?.user as { role?: string } | undefined)?.role === 'observer') resolve()
    }
    theirs.provider.awareness.on('change', look)
  })
  await change(ana, ugo, { role: 'observer' })
  await stamped
  mine.close()
  theirs.close()
})

test('[I14] who leaves a side is out of its caucus for good, and back at the board by themselves', async () => {
  const { ugo, ana, board } = table
  const [caucus, joint] = [`caucus:${board}:union`, `joint:${board}`].map(name => openScreen(world, ugo, name)) as [
    Screen,
    Screen,
  ]
  await Promise.all([synced(caucus), synced(joint)])
  const back = cameBack(joint)
  await change(ana, ugo, { role: 'guest', side: null })
  await back
  expect([await caucus.closed, joint.provider.shouldConnect]).toEqual([
    { code: CLOSE.notYours.code, reason: 'not_yours' },
    true,
  ])
  caucus.close()
  joint.close()
})

test('[I15] old cards keep the side that they were spoken for', async () => {
  const { ugo, ana, max, board, fay } = table
  const wire = await joinWire(world, `joint:${board}`, { token: ugo.token, query: { saved: '1' } })
  const { card, update } = docWithCard({ by: ugo.member.id, side: UNION })
  await writes(wire, update)
  await change(ana, ugo, { side: MANAGEMENT })
  await change(max, ugo, { admitted: true })
  const report = (await call(world.url, 'report', { token: fay.token, params: { id: board } })) as {
    cards: { id: string; by: string; side: string }[]
    members: { id: string; side: string }[]
  }
  expect([
    report.cards.map(({ id, by, side }) => ({ id, by, side })),
    report.members.find(({ id }) => id === ugo.member.id)?.side,
  ]).toEqual([[{ id: card, by: ugo.member.id, side: UNION }], MANAGEMENT])
})

test('[I16] the minutes of every board of the team tell who came, changed and left', async () => {
  const second = await table.openBoard('Class sizes')
  const boards = [table.board, second].map(board => openScreen(world, table.fay, `minutes:${board}`))
  await Promise.all(boards.map(synced))
  const nia = await table.seat('Nia', table.fay, { role: 'member', side: UNION })
  await change(table.ana, nia, { admitted: true })
  await change(table.ana, nia, { role: 'observer' })
  await remove(table.ana, nia)
  const gone = { ...nia.member, role: 'observer', admitted: true, left: true }
  await Promise.all(boards.map(board => shows(board, () => processIn(board).members.get(nia.member.id)?.left === true)))
  expect(boards.map(board => processIn(board).members.get(nia.member.id))).toEqual([gone, gone])
  for (const board of boards) board.close()
})

test('[I16] a minutes entry names who acted, not who was acted on', async () => {
  await change(table.ana, table.ugo, { role: 'observer' })
  const { minutes } = (await call(world.url, 'report', { token: table.fay.token, params: { id: table.board } })) as {
    minutes: { type: string; by: string; side: string; member?: unknown }[]
  }
  const { type, by, side, member } = minutes.at(-1) ?? {}
  expect({ type, by, side, member }).toEqual({
    type: 'member.changed',
    by: table.ana.member.id,
    side: UNION,
    member: { ...table.ugo.member, role: 'observer' },
  })
})
