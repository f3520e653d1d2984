import { UNION } from '@jointly/board/testing'
import { CLOSE, type Problem, type Reply } from '@jointly/protocol'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type Asked, ask, call, openScreen, type Person, startWorld, synced, type World } from '../world.ts'
import { cookieOf, invite, type Seated, seatTable, type Table } from './seats.ts'
import { openWire } from './wire.ts'

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

const outcome = ({ status, body }: Asked) => (status < 400 ? 'ok' : `${status} ${(body as Problem).code}`)

const returnCode = async (by: Person, of: Person): Promise<string> => {
  const params = { id: table.team, mid: of.member.id }
  const { url } = await call(world.url, 'returnLink', { token: by.token, params })
  return url.split('/return/')[1] ?? ''
}
const comeBack = async (code: string): Promise<Asked> =>
  ask(world.url, 'acceptInvitation', { params: { code }, body: {} })
const team = ({ token }: Person) => ask(world.url, 'team', { token, params: { id: table.team } })

test('[I7] a return link is the same person on another device, and the first device stays in', async () => {
  const code = await returnCode(table.ugo, table.ugo)
  const preview = await call(world.url, 'invitation', { params: { code } })
  const { member, token } = (await comeBack(code)).body as Reply<'acceptInvitation'>
  const both = [await team({ member, token }), await team(table.ugo)]
  expect([preview.kind, preview.waits, member, ...both.map(outcome)]).toEqual([
    'return',
    false,
    table.ugo.member,
    'ok',
    'ok',
  ])
})

test('[I7] a new return link ends the ones before', async () => {
  const first = await returnCode(table.ugo, table.ugo)
  const second = await returnCode(table.ana, table.ugo)
  expect([outcome(await comeBack(first)), outcome(await comeBack(second))]).toEqual(['410 invitation_revoked', 'ok'])
})

test('[I7] the return link of somebody who was removed ends', async () => {
  const code = await returnCode(table.ugo, table.ugo)
  await call(world.url, 'removeMember', {
    token: table.ana.token,
    params: { id: table.team, mid: table.ugo.member.id },
  })
  expect(outcome(await comeBack(code))).toBe('410 invitation_revoked')
})

test('[I7] a return link outlives the co-chair who made it', async () => {
  const code = await returnCode(table.ana, table.ugo)
  await call(world.url, 'removeMember', {
    token: table.ana.token,
    params: { id: table.team, mid: table.ana.member.id },
  })
  expect(outcome(await comeBack(code))).toBe('ok')
})

test('[I7] a return link lasts ninety days', async () => {
  const code = await returnCode(table.ugo, table.ugo)
  now += 90 * DAY_MS
  expect(outcome(await comeBack(code))).toBe('410 invitation_expired')
})

test('[I8] a session lasts 180 days, as cookie and as token', async () => {
  const { token, cookie } = table.ugo
  const ways = [{ token }, { headers: { cookie } }]
  const asked = () =>
    Promise.all(ways.map(way => ask(world.url, 'team', { ...way, params: { id: table.team } }).then(outcome)))
  now += 180 * DAY_MS - 1
  const before = await asked()
  now += 1
  expect([before, await asked()]).toEqual([
    ['ok', 'ok'],
    ['401 sign_in', '401 sign_in'],
  ])
})

test('[I8] a cookie’s secret is no token, and a token no cookie', async () => {
  const secret = table.ugo.cookie.split('=')[1] ?? ''
  const at = { params: { id: table.team } }
  expect([
    outcome(await ask(world.url, 'team', { ...at, token: secret })),
    outcome(await ask(world.url, 'team', { ...at, headers: { cookie: `jointly_session=${table.ugo.token}` } })),
  ]).toEqual(['401 sign_in', '401 sign_in'])
})

test('[I8] the cookie is out of reach of scripts and of other sites', async () => {
  const { headers } = await ask(world.url, 'createTeam', { body: { name: 'Hill School', yourName: 'Fay' } })
  expect((headers.get('set-cookie') ?? '').replace(/=[^;]{43}/, '=…').replace(/Expires=[^;]+/, 'Expires=…')).toBe(
    'jointly_session=…; Max-Age=15552000; Path=/; Expires=…; HttpOnly; SameSite=Lax',
  )
})

test('[I8] behind https the cookie is sent over https only', async () => {
  const behindTls = await startWorld({ publicUrl: 'https://jointly.example' })
  const { headers } = await ask(behindTls.url, 'createTeam', { body: { name: 'Hill School', yourName: 'Fay' } })
  await behindTls.stop()
  expect(headers.get('set-cookie')).toMatch(/; Secure/)
})

/** One browser that opens the links of two people: the second comes in with the first one's cookie. */
const shareBrowser = async (): Promise<{ cookie: string; ugo: Seated; second: Person }> => {
  const { ugo, ana } = table
  const { code } = await invite(world, ana, table.team, { role: 'member', side: UNION })
  const joined = await ask(world.url, 'acceptInvitation', {
    params: { code },
    body: { name: 'Nia' },
    headers: { cookie: ugo.cookie },
  })
  const { member, token } = joined.body as Reply<'acceptInvitation'>
  return { cookie: cookieOf(joined), ugo, second: { member, token } }
}

test('[I9] a browser keeps its cookie when a second person joins in it, and holds both', async () => {
  const { cookie, ugo, second } = await shareBrowser()
  const { memberships } = await call(world.url, 'me', { headers: { cookie } })
  const names = memberships.map(({ member }) => member.name).sort()
  expect([cookie, names]).toEqual([ugo.cookie, [second.member.name, ugo.member.name]])
})

test('[I9] of two members of one team in one browser the request says which', async () => {
  const { cookie, ugo, second } = await shareBrowser()
  const as = async (member?: string) => {
    const headers = { cookie, ...(member !== undefined && { 'x-jointly-member': member }) }
    const asked = await ask(world.url, 'board', { params: { id: table.board }, headers })
    return asked.status === 200 ? (asked.body as Reply<'board'>).you.name : outcome(asked)
  }
  expect([await as(), await as(ugo.member.id), await as(second.member.id), await as(table.fay.member.id)]).toEqual([
    '403 which_member',
    'Ugo',
    'Nia',
    '403 not_yours',
  ])
})

test('[I9] and so does the socket', async () => {
  const { cookie, second } = await shareBrowser()
  const name = `joint:${table.board}`
  const open = (query: Record<string, string>) => openWire(world, name, { headers: { cookie }, query })
  const [unsaid, known, foreign] = [open({}), open({ as: second.member.id }), open({ as: table.fay.member.id })]
  const greeted = known.until(heard => heard.some(({ kind }) => kind === 'step1'))
  expect([await unsaid.closed, await greeted, await foreign.closed]).toEqual([
    { code: 4403, reason: 'which_member' },
    true,
    { code: 4403, reason: 'not_yours' },
  ])
})

test('[I9] a token speaks for its one member whatever else the browser holds', async () => {
  const { cookie, ugo } = await shareBrowser()
  const asked = await ask(world.url, 'board', { token: ugo.token, params: { id: table.board }, headers: { cookie } })
  expect((asked.body as Reply<'board'>).you).toEqual(ugo.member)
})

test('[I9] one browser may sit in two teams and need not say which', async () => {
  const { cookie } = table.ugo
  const other = await ask(world.url, 'createTeam', {
    headers: { cookie },
    body: { name: 'Hill School', yourName: 'Ugo' },
  })
  const { memberships } = await call(world.url, 'me', { headers: { cookie } })
  const teams = memberships.map(({ team }) => ask(world.url, 'team', { headers: { cookie }, params: { id: team.id } }))
  expect([other.status, memberships.length, (await Promise.all(teams)).map(outcome)]).toEqual([201, 2, ['ok', 'ok']])
})

test('[I10] signing out ends the session: its sockets close with 4401, the provider stops, and the secret is worth nothing', async () => {
  const screen = openScreen(world, table.ugo, `joint:${table.board}`)
  await synced(screen)
  await ask(world.url, 'signOut', { token: table.ugo.token })
  expect([await screen.closed, screen.provider.shouldConnect, outcome(await team(table.ugo))]).toEqual([
    { code: CLOSE.signIn.code, reason: 'sign_in' },
    false,
    '401 sign_in',
  ])
  screen.close()
})

test('[I10] signing out of one session leaves the same person’s others open', async () => {
  const oda = await table.seat('Oda', table.fay, { role: 'observer' })
  await ask(world.url, 'signOut', { headers: { cookie: oda.cookie } })
  expect(outcome(await team(oda))).toBe('ok')
})

test('[I10] signing out without a session is no mistake', async () => {
  const strangers = [null, 'no-such-token'].map(token => ask(world.url, 'signOut', { token }))
  expect((await Promise.all(strangers)).map(({ status }) => status)).toEqual([204, 204])
})

test('[I10] where signing up is closed only those invited come in', async () => {
  const closed = await startWorld({ openSignup: false })
  const { status, body } = await ask(closed.url, 'createTeam', { body: { name: 'Hill School', yourName: 'Fay' } })
  const { openSignup } = await call(closed.url, 'me', {})
  await closed.stop()
  expect([status, (body as Problem).code, openSignup]).toEqual([403, 'signup_closed', false])
})

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

/** Ugo on one more device, by a return link. */
const onDevice = async (agent: string) => {
  const asked = await ask(world.url, 'acceptInvitation', {
    params: { code: await returnCode(table.ugo, table.ugo) },
    body: {},
    headers: { 'user-agent': agent },
  })
  return { cookie: cookieOf(asked), token: (asked.body as Reply<'acceptInvitation'>).token }
}
const by = ({ cookie }: { cookie: string }) => ({ headers: { cookie }, params: { id: table.team as never } })
const sessionsOf = async (device: { cookie: string }) => (await call(world.url, 'sessions', by(device))).sessions

test('[I19] one sees where one is signed in: on which device, since when, when last, and which of them is this one', async () => {
  const laptop = await onDevice(FIREFOX)
  now += DAY_MS
  const phone = await onDevice(IPHONE)
  now += DAY_MS
  const shown = (await sessionsOf(phone)).map(({ browser, system, createdAt, seenAt, current, kind }) => {
    const days = (at: string | null) => Math.round((now - Date.parse(at ?? '')) / DAY_MS)
    return [kind, browser, system, days(createdAt), days(seenAt), current]
  })
  expect(shown.filter(([kind, browser]) => kind === 'bearer' || browser !== null)).toEqual([
    ['cookie', 'Safari', 'iPhone', 1, 0, true],
    // The token that made the links was used, on the day of the second.
    ['bearer', null, null, 2, 1, false],
    ['cookie', 'Firefox', 'Windows', 2, 2, false],
  ])
  expect(JSON.stringify(await sessionsOf(phone))).not.toContain(laptop.cookie.split('=')[1])
})

test('[I19] signing one session out closes its sockets within a second, and no other', async () => {
  const [laptop, phone] = [await onDevice(FIREFOX), await onDevice(IPHONE)]
  const open = (device: { cookie: string }) =>
    openWire(world, `joint:${table.board}`, { headers: { cookie: device.cookie } })
  const [lost, kept] = [open(laptop), open(phone)]
  await Promise.all([lost, kept].map(wire => wire.until(heard => heard.some(({ kind }) => kind === 'step1'))))
  const session = (await sessionsOf(phone)).find(({ browser }) => browser === 'Firefox')
  const from = performance.now()
  const params = { id: table.team as never, session: session?.id ?? '' }
  const ended = outcome(await ask(world.url, 'endSession', { headers: { cookie: phone.cookie }, params }))
  const close = await lost.closed
  expect([ended, close, performance.now() - from < 1000, kept.socket.readyState === kept.socket.OPEN]).toEqual([
    'ok',
    { code: CLOSE.signIn.code, reason: 'sign_in' },
    true,
    true,
  ])
  expect(outcome(await ask(world.url, 'team', by(laptop)))).toBe('403 not_yours')
})

test('[I19] nobody signs out somebody else’s session, nor sees it', async () => {
  const laptop = await onDevice(FIREFOX)
  const session = (await sessionsOf(laptop)).find(({ current }) => current)
  const params = { id: table.team as never, session: session?.id ?? '' }
  const others = [table.ana, table.fay, table.max]
  const tried = await Promise.all(others.map(({ token }) => ask(world.url, 'endSession', { token, params })))
  expect([tried.map(outcome), outcome(await ask(world.url, 'team', by(laptop)))]).toEqual([
    others.map(() => '404 no_such'),
    'ok',
  ])
})

test('[I19] signing out everywhere else ends every other session, token and return link of that member, and nobody else’s', async () => {
  const shared = await shareBrowser()
  const phone = await onDevice(IPHONE)
  const link = await returnCode(table.ugo, table.ugo)
  await call(world.url, 'endOtherSessions', by(phone))
  const asNia = { headers: { cookie: shared.cookie, 'x-jointly-member': shared.second.member.id } }
  expect([
    outcome(await ask(world.url, 'team', by(phone))),
    outcome(await team(table.ugo)),
    outcome(await comeBack(link)),
    outcome(await ask(world.url, 'team', { ...asNia, params: { id: table.team as never } })),
    (await sessionsOf(phone)).length,
  ]).toEqual(['ok', '403 not_yours', '410 invitation_revoked', 'ok', 1])
})

test('[I20] a session that ends by itself ends its sockets', async () => {
  const wire = openWire(world, `joint:${table.board}`, { headers: { cookie: table.ugo.cookie } })
  await wire.until(heard => heard.some(({ kind }) => kind === 'step1'))
  now += 180 * DAY_MS
  const close = await wire.closed
  const again = await openWire(world, `joint:${table.board}`, { headers: { cookie: table.ugo.cookie } }).closed
  expect([close.code, again]).toEqual([CLOSE.comeBack.code, { code: CLOSE.signIn.code, reason: 'sign_in' }])
})
