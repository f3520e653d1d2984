import { MANAGEMENT, UNION } from '@jointly/board/testing'
import { CLOSE, type Problem, type Reply } from '@jointly/protocol'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { World } from '../world.ts'
import { type Asked, ask, call, move, openScreen, type Person, processIn, shows, startWorld, synced } from '../world.ts'
import { docWithCard } from './craft.ts'
import { invite, join, makeTeam, type Seated, seatTable, type Table } from './seats.ts'
import { joinWire, openWire, writes } from './wire.ts'

let world: World
let table: Table
beforeEach(async () => {
  await world?.stop()
  world = await startWorld()
  table = await seatTable(world)
})
afterAll(() => world.stop())

const about = (by: Person, of: Person) => ({
  token: by.token,
  params: { id: table.team as never, mid: of.member.id },
})
const accept = (by: Person, of: Person) => ask(world.url, 'accept', about(by, of))
const dismiss = (by: Person, of: Person) => ask(world.url, 'dismiss', about(by, of))
const outcome = ({ status, body }: Asked): string => (status < 400 ? 'ok' : `${status} ${(body as Problem).code}`)
const awaits = async (who: Person) => {
  const { members } = await call(world.url, 'team', { token: table.ana.token, params: { id: table.team as never } })
  return members.find(({ id }) => id === who.member.id)?.awaits ?? []
}
const board = ({ token }: Person) => ask(world.url, 'board', { token, params: { id: table.board } })
const team = ({ token }: Person) => ask(world.url, 'team', { token, params: { id: table.team as never } })
const openStage = (who: Person) =>
  move(world, who, table.board, { type: 'stage.open', stage: 'options' as never }).then(outcome)

test('[I17] an observer sees nothing until every side has said yes, and everything from then on', async () => {
  const oda = await table.seatAsTheyCome('Oda', table.fay, { role: 'observer' })
  const outside = [outcome(await team(oda)), outcome(await board(oda))]
  const first = [outcome(await accept(table.ana, oda)), await awaits(oda), outcome(await board(oda))]
  const second = [outcome(await accept(table.max, oda)), await awaits(oda), outcome(await board(oda))]
  expect([oda.member.awaits, outside, first, second]).toEqual([
    [UNION, MANAGEMENT],
    ['403 not_accepted', '403 not_accepted'],
    ['ok', [MANAGEMENT], '403 not_accepted'],
    ['ok', [], 'ok'],
  ])
})

test('[I17] a facilitator decides, writes and reads nothing until every side has said yes', async () => {
  const fred = await table.seatAsTheyCome('Fred', table.fay, { role: 'facilitator' })
  const wire = openWire(world, `joint:${table.board}`, { token: fred.token })
  const before = [await openStage(fred), (await wire.closed).reason, outcome(await board(fred))]
  await accept(table.ana, fred)
  await accept(table.max, fred)
  const again = await joinWire(world, `joint:${table.board}`, { token: fred.token, query: { saved: '1' } })
  const wrote = await writes(again, docWithCard({ by: fred.member.id, side: null }).update)
  expect([before, await openStage(fred), wrote]).toEqual([
    ['403 not_accepted', 'not_accepted', '403 not_accepted'],
    'ok',
    'saved',
  ])
})

test('[I17] a co-chair’s own link for one person is that side’s yes; a link for several is nobody’s', async () => {
  const brought = await table.seatAsTheyCome('Oda', table.ana, { role: 'observer' })
  const forwarded = await table.seatAsTheyCome('Otto', table.ana, { role: 'observer', uses: 5 })
  expect([brought.member.awaits, forwarded.member.awaits]).toEqual([[MANAGEMENT], [UNION, MANAGEMENT]])
})

test('[I17] a yes is a co-chair’s to say, for a facilitator or an observer alone, and twice is once', async () => {
  const oda = await table.seatAsTheyCome('Oda', table.fay, { role: 'observer' })
  const wrong = [table.fay, table.ugo, table.mia, table.gus, table.obi]
  expect({
    wrong: (await Promise.all(wrong.map(by => accept(by, oda)))).map(outcome),
    oneself: outcome(await accept(oda, oda)),
    member: outcome(await accept(table.ana, table.ugo)),
    stranger: outcome(await ask(world.url, 'accept', { ...about(table.ana, oda), token: null })),
    twice: [outcome(await accept(table.ana, oda)), outcome(await accept(table.ana, oda)), await awaits(oda)],
  }).toEqual({
    wrong: wrong.map(() => '403 not_co_chair'),
    oneself: '403 not_accepted',
    member: '409 needs_no_acceptance',
    stranger: '401 sign_in',
    twice: ['ok', 'ok', [MANAGEMENT]],
  })
})

test('[I17] before any side has a co-chair the maker sets the table; then waits for each, and can seat the next', async () => {
  const maker = await makeTeam(world, 'Hill School', 'Hana')
  const id = (await call(world.url, 'me', { token: maker.token })).memberships[0]?.team.id as never
  const opened = await call(world.url, 'createBoard', {
    token: maker.token,
    params: { id },
    body: { title: 'Cover for absent teachers' },
  })
  const seat = async (name: string, side: typeof UNION) =>
    join(world, (await invite(world, maker, id, { role: 'co-chair', side })).code, name)
  const enters = () => ask(world.url, 'board', { token: maker.token, params: { id: opened.board.id } }).then(outcome)
  const una = await seat('Una', UNION)
  const waiting = [
    await enters(),
    outcome(await ask(world.url, 'createBoard', { token: maker.token, params: { id }, body: { title: 'Next' } })),
    outcome(await ask(world.url, 'invite', { token: maker.token, params: { id }, body: { role: 'observer' } })),
  ]
  const mike = await seat('Mike', MANAGEMENT)
  for (const { token } of [una, mike]) await call(world.url, 'accept', { token, params: { id, mid: maker.member.id } })
  expect([waiting, await enters()]).toEqual([['403 not_accepted', '403 not_accepted', '403 not_co_chair'], 'ok'])
})

test('[I18] one side’s no takes effect on open sockets within a second, until that side says yes again', async () => {
  const { fay, max, ana, ugo } = table
  const wire = await joinWire(world, `joint:${table.board}`, { token: fay.token })
  const from = performance.now()
  const said = outcome(await dismiss(max, fay))
  const { reason } = await wire.closed
  const inASecond = performance.now() - from < 1000
  const again = await openWire(world, `joint:${table.board}`, { token: fay.token }).closed
  const out = [await awaits(fay), await openStage(fay), outcome(await accept(ana, fay)), outcome(await board(fay))]
  const back = [outcome(await accept(max, fay)), outcome(await board(fay))]
  expect([said, reason, inASecond, again, out, back, outcome(await dismiss(ugo, fay))]).toEqual([
    'ok',
    'come_back',
    true,
    { code: CLOSE.notYours.code, reason: 'not_accepted' },
    [[MANAGEMENT], '403 not_accepted', 'ok', '403 not_accepted'],
    ['ok', 'ok'],
    '403 not_co_chair',
  ])
})

test('[I18] a side dismisses the other side’s observer, and takes no seat from that side with it', async () => {
  const oda = await table.seat('Oda', table.ana, { role: 'observer', side: UNION })
  const before = outcome(await board(oda))
  const removed = outcome(await ask(world.url, 'removeMember', about(table.max, oda)))
  const dismissed = [outcome(await dismiss(table.max, oda)), outcome(await board(oda))]
  await call(world.url, 'changeMember', { ...about(table.ana, oda), body: { role: 'member' } })
  expect([before, removed, dismissed, outcome(await board(oda))]).toEqual([
    'ok',
    '403 not_co_chair',
    ['ok', '403 not_accepted'],
    'ok',
  ])
})

test('[I18] a side’s first co-chair has yet to accept who is there; when a side has none left nobody waits for it', async () => {
  const { ana, max, ugo, fay, obi } = table
  await call(world.url, 'removeMember', about(max, max))
  const without = [await awaits(fay), outcome(await board(obi))]
  const next = await table.seatAsTheyCome('Mel', table.mia, { role: 'co-chair', side: MANAGEMENT })
  const first = [await awaits(fay), await awaits(obi), outcome(await board(obi))]
  await accept(next, fay)
  // A second co-chair of the same side asks for nothing anew.
  await call(world.url, 'changeMember', { ...about(ana, ugo), body: { role: 'co-chair' } })
  expect([without, first, await awaits(fay), outcome(await board(fay))]).toEqual([
    [[], 'ok'],
    [[MANAGEMENT], [MANAGEMENT], '403 not_accepted'],
    [],
    'ok',
  ])
})

test('[I18] the minutes of every board tell who said yes and who said no', async () => {
  const screen = openScreen(world, table.ana, `minutes:${table.board}`)
  await synced(screen)
  const oda: Seated = await table.seatAsTheyCome('Oda', table.fay, { role: 'observer' })
  await accept(table.max, oda)
  await accept(table.ana, oda)
  await dismiss(table.ana, oda)
  await shows(screen, () => processIn(screen).members.get(oda.member.id)?.awaits?.[0] === UNION)
  const { minutes } = (await call(world.url, 'report', {
    token: table.ana.token,
    params: { id: table.board },
  })) as Reply<'report'> & { minutes: { type: string; by: string; member?: { id: string; awaits?: string[] } }[] }
  screen.close()
  expect(
    minutes.filter(({ member }) => member?.id === oda.member.id).map(({ by, member }) => [by, member?.awaits ?? []]),
  ).toEqual([
    [oda.member.id, [UNION, MANAGEMENT]],
    [table.max.member.id, [UNION]],
    [table.ana.member.id, []],
    [table.ana.member.id, [UNION]],
  ])
})
