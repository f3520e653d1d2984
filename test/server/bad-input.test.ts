import { request } from 'node:http'
import { UNION } from '@jointly/board/testing'
import { Problem } from '@jointly/protocol'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, call, startWorld, type World } from '../world.ts'
import { docWithCard } from './craft.ts'
import { seatTable, type Table } from './seats.ts'
import { joinWire, writes } from './wire.ts'

/** What no page of ours sends, over HTTP: a clear problem each, no crash, nothing lost. `bad-frames.test.ts` has the sockets. */

let world: World
let table: Table
beforeAll(async () => {
  world = await startWorld({ publicUrl: 'https://jointly.example' })
  table = await seatTable(world)
  const { ugo, board } = table
  const wire = await joinWire(world, `joint:${board}`, { token: ugo.token, query: { saved: '1' } })
  await writes(wire, docWithCard({ by: ugo.member.id, side: UNION }).update)
})
afterAll(() => world.stop())

type Bad = {
  readonly path: string
  readonly method?: string
  readonly body?: string | Buffer
  readonly headers?: Record<string, string>
  /** Whose token; nobody's unless said. */
  readonly as?: 'ugo' | 'fay'
}
const JSON_BODY = { 'content-type': 'application/json' }
const team = (body: string | Buffer, headers: Record<string, string> = {}): Bad => ({
  path: '/api/teams',
  method: 'POST',
  body,
  headers: { ...JSON_BODY, ...headers },
})
const board = (rest: string, more: Partial<Bad> = {}): Bad => ({ path: `/api/boards/BOARD${rest}`, as: 'fay', ...more })
const post = (rest: string, body: unknown): Bad =>
  board(rest, { method: 'POST', body: JSON.stringify(body), headers: JSON_BODY })
const NAMES = { name: 'Hill School', yourName: 'Eve' }
const deep = (levels: number) => `${'{"name":'.repeat(levels)}1${'}'.repeat(levels)}`

const BAD: Record<string, readonly [code: string, Bad]> = {
  'a body that is no JSON': ['400 bad_json', team('{"name": "Hill')],
  'a body that is only a word': ['400 bad_json', team('"Hill"')],
  'a body that is a list': ['400 bad_request', team('[]')],
  'no body': ['400 bad_request', team('')],
  'a body of another kind': [
    '400 bad_request',
    team('name=Hill', { 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  'letters of an unknown kind': [
    '400 bad_request',
    team('{}', { 'content-type': 'application/json; charset=klingon' }),
  ],
  'an unknown packing': ['400 bad_request', team('{}', { 'content-encoding': 'zebra' })],
  'a broken packing': ['400 bad_request', team('not gzip at all', { 'content-encoding': 'gzip' })],
  'a field that nobody knows': ['400 bad_request', team(JSON.stringify({ ...NAMES, admin: true }))],
  'a field that every object has': [
    '400 bad_request',
    team('{"name":"Hill","yourName":"Eve","__proto__":{"admin":true}}'),
  ],
  'a number for a name': ['400 bad_request', team(JSON.stringify({ ...NAMES, name: 7 }))],
  'a name without a letter': ['400 bad_request', team(JSON.stringify({ ...NAMES, yourName: '   ' }))],
  'a name of which nothing can be seen': [
    '400 bad_request',
    team(JSON.stringify({ ...NAMES, yourName: '\u200b\u3164\u202e' })),
  ],
  'a team of which nothing can be seen': ['400 bad_request', team(JSON.stringify({ ...NAMES, name: '\u2060' }))],
  'a side that every object seems to have': [
    '400 bad_request',
    team(
      JSON.stringify({
        ...NAMES,
        sides: ['constructor', 'management'].map((id, i) => ({
          ...{ id, name: id, letter: id.slice(0, 1), shape: ['circle', 'square'][i], decides: true },
        })),
      }),
    ),
  ],
  'two sides whose names look the same': [
    '400 bad_request',
    team(
      JSON.stringify({
        ...NAMES,
        sides: ['Union', 'Un\u200bion'].map((name, i) => ({
          ...{ id: `s${i}`, name, letter: `${i}`, shape: ['circle', 'square'][i], decides: true },
        })),
      }),
    ),
  ],
  'a name without end': ['400 bad_request', team(JSON.stringify({ ...NAMES, name: 'x'.repeat(121) }))],
  'one side only': [
    '400 bad_request',
    team(
      JSON.stringify({ ...NAMES, sides: [{ id: 'union', name: 'U', letter: 'U', shape: 'circle', decides: true }] }),
    ),
  ],
  'a body in ten thousand levels': ['400 bad_request', team(deep(6_000))],
  'a body that is too long': ['413 too_big', team(JSON.stringify({ ...NAMES, name: 'x'.repeat(70_000) }))],
  'an address that is none': ['404 no_such', { path: '/api/nowhere' }],
  'another method': ['404 no_such', { path: '/api/teams', method: 'PUT' }],
  'an id that cannot be one': ['404 no_such', { path: '/api/teams/no%20id', as: 'ugo' }],
  'an id of nothing': ['404 no_such', { path: '/api/boards/nothing', as: 'ugo' }],
  'an id as long as a page': ['404 no_such', { path: `/api/boards/${'x'.repeat(5_000)}`, as: 'ugo' }],
  'an address that does not decode': ['400 bad_request', { path: '/api/teams/%E0%A4%A', as: 'ugo' }],
  'a code of nothing': ['404 no_such', { path: '/api/invitations/nothing' }],
  'a code that is too long': ['404 no_such', { path: `/api/invitations/${'x'.repeat(101)}` }],
  'a move that there is not': ['400 bad_request', post('/moves', { type: 'rules.forget' })],
  'a move with a field too many': ['400 bad_request', post('/moves', { type: 'layout.lock', by: 'somebody' })],
  'a move about a wording that is none': [
    '400 bad_request',
    post('/moves', { type: 'interest.adopt', card: 'c', wording: 'x' }),
  ],
  'a move with a field that every object has': [
    '400 bad_request',
    board('/moves', { method: 'POST', headers: JSON_BODY, body: '{"type":"layout.lock","__proto__":{"by":"fay"}}' }),
  ],
  'an answer about what every object has': [
    '400 bad_request',
    post('/moves', { type: 'round.submit', round: 'r', answer: { points: { constructor: 100 } } }),
  ],
  'an answer in thousands of levels': [
    '400 bad_request',
    board('/moves', {
      ...{ method: 'POST', headers: JSON_BODY },
      body: `{"type":"round.submit","round":"r","answer":${deep(6_000)}}`,
    }),
  ],
  'more cards at once than can be erased': [
    '400 bad_request',
    post('/moves', { type: 'erase.propose', cards: Array.from({ length: 101 }, (_, i) => `c${i}`) }),
  ],
  'a picture above the pictures': ['404 no_such', board('/images/..%2f..%2frecord.json')],
  'a picture by dots': ['404 no_such', board('/images/%2e%2e')],
  'a path by dots': ['404 no_such', board('/images/../../nowhere')],
  'a picture that ends early': ['404 no_such', board('/images/a%00b')],
  'a language that would end a header': ['400 bad_request', board('/report.md?language=en%0d%0aset-cookie:%20a=b')],
  'a method that says again what it was sent': ['404 no_such', board('', { method: 'TRACE' })],
  'two members who act': ['403 not_yours', board('', { headers: { 'x-jointly-member': 'ana, max' } })],
  'a history from before the beginning': ['400 bad_request', board('/history?after=-1')],
  'a history of half a row': ['400 bad_request', board('/history?after=1.5')],
  'a history of too many rows': ['400 bad_request', board('/history?limit=5001')],
  'a history of a document that there is not': ['400 bad_request', board('/history?document=secrets')],
  'a history of two documents': ['400 bad_request', board('/history?document=joint&document=minutes')],
  'the state in the future': ['404 no_such', board('/state?seq=1000000')],
  'the caucus of a side that there is not': ['404 no_such', board('/state?document=caucus:parents')],
  'a token of strange letters': [
    '401 sign_in',
    { path: '/api/cases', headers: { authorization: 'Bearer ~~~ \u00e9' } },
  ],
  'a token of another scheme': ['401 sign_in', { path: '/api/cases', headers: { authorization: 'Basic dTpw' } }],
  'a token without end': [
    '401 sign_in',
    { path: '/api/cases', headers: { authorization: `Bearer ${'x'.repeat(5_000)}` } },
  ],
  'a cookie that is none': [
    '401 sign_in',
    { path: '/api/cases', headers: { cookie: 'jointly_session; =; jointly_session===' } },
  ],
  'a member who cannot be one': ['403 not_yours', board('', { headers: { 'x-jointly-member': '../../etc' } })],
}

/** As a program that minds no rule would: `fetch` refuses to send some of it. */
const send = (
  { path, method = 'GET', body, headers = {}, as }: Bad,
  url = world.url,
): Promise<{ status: number; type: string; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const authorization = as === undefined ? {} : { authorization: `Bearer ${table[as].token}` }
    const asked = request({ hostname, port, method, path, headers: { ...authorization, ...headers } }, answer => {
      const parts: Buffer[] = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          body: Buffer.concat(parts).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })

test.each(Object.entries(BAD))(
  '[B1] %s is told as a problem with a stable code; nothing changes',
  async (_, [expected, bad]) => {
    const { fay, ana, board: id } = table
    const at = { token: fay.token, params: { id } }
    const before = await call(world.url, 'report', at)
    const { invitation } = await call(world.url, 'invite', {
      token: ana.token,
      params: { id: table.team },
      body: { role: 'member', side: UNION },
    })
    const { status, type, body } = await send({
      ...bad,
      path: bad.path.replace('BOARD', id).replace('CODE', invitation.code),
    })
    const problem = Problem.parse(JSON.parse(body))
    const { status: health } = await fetch(`${world.url}/healthz`)
    expect({
      told: `${status} ${problem.code}`,
      type,
      name: problem.type,
      health,
      after: await call(world.url, 'report', at),
    }).toEqual({
      told: expected,
      type: 'application/problem+json; charset=utf-8',
      name: `urn:jointly:problem:${problem.code}`,
      health: 200,
      after: before,
    })
  },
)

test('[B1] a method that stands in a header, the query or the body is not the method', async () => {
  const { ana, ugo, team: id } = table
  const path = `/api/teams/${id}/members/${ugo.member.id}`
  const headers = { authorization: `Bearer ${ana.token}`, ...JSON_BODY }
  const hidden: Bad[] = [
    ...['x-http-method-override', 'x-http-method', 'x-method-override'].map(name => ({
      ...{ path, method: 'GET', headers: { ...headers, [name]: 'DELETE' } },
    })),
    { path: `${path}?_method=DELETE`, headers },
    { path, method: 'POST', body: '{"_method":"DELETE"}', headers },
    { path, method: 'HEAD', headers },
  ]
  for (const bad of hidden) expect((await send(bad)).status).toBe(404)
  const { members } = await call(world.url, 'team', { token: ana.token, params: { id } })
  expect(members.filter(({ id, left }) => id === ugo.member.id && !left).length).toBe(1)
})

test('[B1] what is not seen in a name is taken out of it at the door, in whatever way one comes', async () => {
  const { ana, team: id } = table
  const body = { role: 'member', side: UNION, name: 'M\u200bax\u202e' } as const
  const { invitation } = await call(world.url, 'invite', { token: ana.token, params: { id }, body })
  const by = { params: { code: invitation.code } }
  expect((await call(world.url, 'invitation', by)).name).toBe('Max')
  const joined = await call(world.url, 'acceptInvitation', { ...by, body: { name: 'Max\u2066 (Management)\n' } })
  expect([joined.member.name, joined.member.side]).toEqual(['Max (Management)', UNION])
})

test('[B1] a wrong body is told field by field', async () => {
  const { body } = await ask(world.url, 'createTeam', { body: { name: '', yourName: 7, admin: true } as never })
  expect((body as Problem).errors?.map(({ path }) => path)).toEqual(['name', 'yourName', ''])
})

test('[B1] a host that is no address is a bad request: no link is made for it, and none stands in the log', async () => {
  const lines: string[] = []
  const open = await startWorld({ log: pino({ level: 'trace' }, { write: line => lines.push(line) }) })
  const { ana, team } = await seatTable(open)
  const asked: Bad = {
    ...{ path: `/api/teams/${team}/invitations`, method: 'POST', body: '{"role":"observer"}' },
    headers: { ...JSON_BODY, host: '[', authorization: `Bearer ${ana.token}` },
  }
  const { status, body } = await send(asked, open.url)
  const { invitations } = await call(open.url, 'invitations', { token: ana.token, params: { id: team } })
  await open.stop()
  const unused = invitations.filter(({ used }) => used === 0)
  expect([status, JSON.parse(body).code, unused, lines.filter(line => line.includes('/join/'))]).toEqual([
    400,
    'bad_request',
    [],
    [],
  ])
})

const ORIGINS: Record<string, readonly [status: string, headers: Record<string, string>]> = {
  'a page of another site': ['403 foreign_origin', { origin: 'https://elsewhere.example' }],
  'a page without an address': ['403 foreign_origin', { origin: 'null' }],
  'another port of the same machine': ['403 foreign_origin', { origin: 'http://127.0.0.1:1' }],
  'a page of another site that names no origin': ['403 foreign_origin', { 'sec-fetch-site': 'cross-site' }],
  'our public address': ['201', { origin: 'https://jointly.example' }],
  'the address it was sent to': ['201', {}],
  'a program, which names none': ['201', {}],
}

test.each(Object.entries(ORIGINS))(
  '[B2] the cookie counts for our own pages only: %s',
  async (_, [expected, headers]) => {
    const { cookie } = table.ana
    const { status, body } = await ask(world.url, 'invite', {
      headers: { cookie, ...headers },
      params: { id: table.team },
      body: { role: 'member', side: UNION },
    })
    expect(status === 201 ? '201' : `${status} ${(body as Problem).code}`).toBe(expected)
  },
)

test('[B2] nor does a page of another site read anything with it', async () => {
  const headers = { cookie: table.ana.cookie, origin: 'https://elsewhere.example' }
  const team = await ask(world.url, 'team', { headers, params: { id: table.team } })
  const me = await ask(world.url, 'me', { headers })
  expect([team.status, me.body]).toEqual([403, { memberships: [], openSignup: true }])
})

test('[B2] nor does it sign anybody out, or in', async () => {
  const headers = { cookie: table.mia.cookie, origin: 'https://elsewhere.example' }
  const out = await ask(world.url, 'signOut', { headers })
  const made = await ask(world.url, 'createTeam', { headers, body: NAMES })
  const { memberships } = await call(world.url, 'me', { headers: { cookie: table.mia.cookie } })
  expect([out.status, made.status, memberships.length]).toEqual([403, 403, 1])
})

test('[B2] a token is no cookie: a program may say any origin', async () => {
  const headers = { origin: 'https://elsewhere.example' }
  expect((await ask(world.url, 'team', { token: table.ana.token, headers, params: { id: table.team } })).status).toBe(
    200,
  )
})
