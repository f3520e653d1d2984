import { MANAGEMENT, UNION } from '@jointly/board/testing'
import type { Problem, Reply } from '@jointly/protocol'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { ask, call, startWorld, type World } from '../world.ts'
import { invite, join, makeTeam, type Seated, seatTable, type Table } from './seats.ts'

const DAY_MS = 24 * 3600 * 1000

let now = Date.parse('2026-09-01T09:00:00Z')
let world: World
let table: Table
beforeEach(async () => {
  await world?.stop()
  world = await startWorld({ clock: () => now })
  table = await seatTable(world)
})
afterAll(() => world.stop())

/** What somebody who follows a link is told: admitted, waiting, or why not. */
const follow = async (code: string, name = 'Nia'): Promise<string> => {
  const { status, body } = await ask(world.url, 'acceptInvitation', { params: { code }, body: { name } })
  if (status !== 201) return `${status} ${(body as Problem).code}`
  return (body as Reply<'acceptInvitation'>).member.admitted ? 'admitted' : 'waits'
}
const look = async (code: string): Promise<string> => {
  const { status, body } = await ask(world.url, 'invitation', { params: { code } })
  return status === 200 ? 'open' : `${status} ${(body as Problem).code}`
}

test('[I4] an invitation lets in as many as it has places', async () => {
  const { code } = await invite(world, table.fay, table.team, { role: 'observer', uses: 2 })
  expect([await follow(code), await follow(code), await follow(code), await look(code)]).toEqual([
    'admitted',
    'admitted',
    '410 invitation_used_up',
    '410 invitation_used_up',
  ])
})

test('[I4] of two who take the last place at once one is in', async () => {
  const { code } = await invite(world, table.fay, table.team, { role: 'observer' })
  const told = await Promise.all(['Nia', 'Noa', 'Nell'].map(name => follow(code, name)))
  expect(told.sort()).toEqual(['410 invitation_used_up', '410 invitation_used_up', 'admitted'])
})

test('[I4] an invitation ends when it said, to the millisecond', async () => {
  const expiresAt = new Date(now + DAY_MS).toISOString()
  const { code } = await invite(world, table.fay, table.team, { role: 'observer', uses: 9, expiresAt })
  now += DAY_MS - 1
  const before = [await look(code), await follow(code)]
  now += 1
  expect([...before, await look(code), await follow(code)]).toEqual([
    'open',
    'admitted',
    '410 invitation_expired',
    '410 invitation_expired',
  ])
})

test('[I4] an invitation that names no end lasts seven days', async () => {
  const { code, expiresAt } = await invite(world, table.fay, table.team, { role: 'observer' })
  now += 7 * DAY_MS
  expect([Date.parse(expiresAt), await follow(code)]).toEqual([now, '410 invitation_expired'])
})

test('[I4] a revoked invitation lets nobody in', async () => {
  const { code, id: iid } = await invite(world, table.ana, table.team, { role: 'member', side: UNION })
  await call(world.url, 'revokeInvitation', { token: table.ugo.token, params: { id: table.team, iid } })
  expect([await look(code), await follow(code)]).toEqual(['410 invitation_revoked', '410 invitation_revoked'])
})

test('[I4] the links of somebody who was removed let nobody in: no way back by a link made in time', async () => {
  const fred = await table.seat('Fred', table.fay, { role: 'facilitator' })
  const { code } = await invite(world, fred, table.team, { role: 'facilitator', uses: 9 })
  await call(world.url, 'removeMember', { token: table.ana.token, params: { id: table.team, mid: fred.member.id } })
  expect([await look(code), await follow(code, 'Fred again')]).toEqual([
    '410 invitation_revoked',
    '410 invitation_revoked',
  ])
})

test('[I5] a forwarded link waits for the side’s co-chair, and so does a link for several', async () => {
  const by = (who: Seated, uses = 1) => invite(world, who, table.team, { role: 'member', side: UNION, uses })
  const links = [await by(table.fay), await by(table.ugo), await by(table.ana, 2), await by(table.ana)]
  expect(await Promise.all(links.map(({ code }) => follow(code)))).toEqual(['waits', 'waits', 'waits', 'admitted'])
})

test('[I5] somebody who waits is in once the co-chair says so', async () => {
  const nia = await table.seat('Nia', table.fay, { role: 'member', side: UNION })
  const at = { token: nia.token, params: { id: table.team } }
  const before = (await ask(world.url, 'team', at)).status
  const params = { id: table.team, mid: nia.member.id }
  const { member } = await call(world.url, 'changeMember', { token: table.ana.token, params, body: { admitted: true } })
  expect([before, member, (await ask(world.url, 'team', at)).status]).toEqual([
    403,
    { ...nia.member, admitted: true },
    200,
  ])
})

test('[I5] the first co-chair of a side comes by the maker’s link and is in at once; the second waits for the first', async () => {
  const fay = await makeTeam(world, 'Hill School')
  const team = (await call(world.url, 'me', { token: fay.token })).memberships[0]?.team.id as string
  const seat = { role: 'co-chair', side: MANAGEMENT } as const
  const [first, second] = [await invite(world, fay, team, seat), await invite(world, fay, team, seat)]
  expect([await follow(first.code), await follow(second.code)]).toEqual(['admitted', 'waits'])
})

test('[I5] a side without a co-chair admits at once', async () => {
  const fay = await makeTeam(world, 'Hill School')
  const team = (await call(world.url, 'me', { token: fay.token })).memberships[0]?.team.id as string
  const { code } = await invite(world, fay, team, { role: 'member', side: UNION, uses: 2 })
  expect([await follow(code), await follow(code)]).toEqual(['admitted', 'admitted'])
})

test('[I6] a link says what it is to before one signs in: team, seat, who asks, which host, and whether one will wait', async () => {
  const { code } = await invite(world, table.ugo, table.team, { role: 'member', side: UNION })
  expect(await call(world.url, 'invitation', { params: { code } })).toEqual({
    kind: 'join',
    team: { name: 'Lincoln School' },
    role: 'member',
    side: { id: 'union', name: 'Union', letter: 'U', shape: 'circle', decides: true },
    name: null,
    by: 'Ugo',
    host: new URL(world.url).host,
    waits: true,
    awaits: [],
    already: [],
  })
})

test('[I6] a link tells a browser who it already is in that team', async () => {
  const { code } = await invite(world, table.ana, table.team, { role: 'member', side: UNION })
  const { already } = await call(world.url, 'invitation', { params: { code }, headers: { cookie: table.obi.cookie } })
  expect(already).toEqual([table.obi.member])
})

test('[I6] the list of links shows no code, and to each only the links they could have made', async () => {
  await invite(world, table.ana, table.team, { role: 'co-chair', side: UNION })
  await invite(world, table.mia, table.team, { role: 'member', side: MANAGEMENT })
  const listed = async (who: Seated) => {
    const { body } = await ask(world.url, 'invitations', { token: who.token, params: { id: table.team } })
    const { invitations } = body as Reply<'invitations'>
    return invitations.filter(({ used }) => used === 0).map(({ role, side }) => `${role} ${side}`)
  }
  expect([await listed(table.ana), await listed(table.ugo), await listed(table.max), await listed(table.obi)]).toEqual([
    ['co-chair union'],
    [],
    ['member management'],
    [],
  ])
})

test('[I6] a link without a name asks for one', async () => {
  const { code } = await invite(world, table.fay, table.team, { role: 'observer' })
  const { status, body } = await ask(world.url, 'acceptInvitation', { params: { code }, body: {} })
  expect([status, (body as Problem).code, (await join(world, code, 'Oda')).member.name]).toEqual([
    400,
    'bad_request',
    'Oda',
  ])
})
