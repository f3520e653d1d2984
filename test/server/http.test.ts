import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { basename, join } from 'node:path'
import { UNION } from '@jointly/board/testing'
import type { Problem } from '@jointly/protocol'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ask, call, freshDir, move, openScreen, startWorld, synced, type World } from '../world.ts'
import { docWithCard } from './craft.ts'
import { slowDisk } from './disk.ts'
import { invite, makeTeam, seatTable } from './seats.ts'
import { joinWire, openWire, presence, writes } from './wire.ts'

let world: World
afterEach(() => world.stop())

/** A client as the build leaves it, as far as the server looks at it. */
const clientDir = (): string => {
  const dir = freshDir()
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Jointly</title>')
  writeFileSync(join(dir, 'assets/index-abc123.js'), 'export {}')
  return dir
}

test('[H1] everything comes from this server, and nothing of it in a frame of another site', async () => {
  world = await startWorld({ clientDir: clientDir() })
  const paths = ['/', '/api/me', '/healthz', '/metrics', '/api/nowhere']
  const answers = await Promise.all(paths.map(path => fetch(`${world.url}${path}`)))
  const policy =
    "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';font-src 'self';img-src 'self' data: blob:;" +
    "connect-src 'self' ws: wss:;manifest-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'"
  const told = answers.map(({ headers }) => ({
    policy: headers.get('content-security-policy'),
    frames: headers.get('x-frame-options'),
    sniff: headers.get('x-content-type-options'),
    referrer: headers.get('referrer-policy'),
    made: headers.get('x-powered-by'),
  }))
  const right = { policy, frames: 'SAMEORIGIN', sniff: 'nosniff', referrer: 'no-referrer', made: null }
  expect(told).toEqual(paths.map(() => right))
})

test('[H1] behind https a browser is told to stay there', async () => {
  world = await startWorld({ publicUrl: 'https://jointly.example' })
  const { headers } = await fetch(`${world.url}/healthz`)
  expect([headers.get('strict-transport-security') !== null, headers.get('content-security-policy')]).toEqual([
    true,
    expect.stringContaining('upgrade-insecure-requests'),
  ])
})

test('[H1] what is said of people is kept by no cache; what is built is kept for good', async () => {
  world = await startWorld({ clientDir: clientDir() })
  const kept = async (path: string) => (await fetch(`${world.url}${path}`)).headers.get('cache-control')
  expect([
    await kept('/api/me'),
    await kept('/'),
    await kept('/join/x'),
    await kept('/assets/index-abc123.js'),
  ]).toEqual(['no-store', 'no-cache', 'no-cache', 'public,max-age=31536000,immutable'])
})

test('[H1] a file that was not built is missing, not a page', async () => {
  world = await startWorld({ clientDir: clientDir() })
  const { status, headers } = await fetch(`${world.url}/assets/index-old.js`)
  expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
})

test('[H1] no address leads out of the built page', async () => {
  const dir = clientDir()
  writeFileSync(join(dir, '..', `${basename(dir)}.txt`), 'a neighbour of the page')
  writeFileSync(join(dir, '.env'), 'a secret in the page')
  world = await startWorld({ clientDir: dir })
  const out = ['..', '%2e%2e', '..%2f', '%2e%2e%2f', '..%5c', '%252e%252e', '....//'].flatMap(up => [
    `/${up}/${basename(dir)}.txt`,
    `/assets/${up}/${up}/${basename(dir)}.txt`,
  ])
  const asked = [
    ...out,
    `/${join(dir, '..', `${basename(dir)}.txt`)}`,
    '/.env',
    '/assets/../.env',
    '/%00',
    '/assets/%00',
  ]
  const answers = await Promise.all(asked.map(path => asIs(path)))
  expect(answers.filter(text => /neighbour|secret/.test(text))).toEqual([])
})

/** What is answered to a path that is sent as it stands: `fetch` would tidy it up. */
const asIs = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(world.url)
    const asked = request({ hostname, port, path }, answer => {
      const parts: Buffer[] = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => resolve(Buffer.concat(parts).toString()))
    })
    asked.on('error', reject)
    asked.end()
  })

test('[H2] beyond so many requests a minute an address is told to wait, by a problem; another address is not', async () => {
  world = await startWorld({ limits: { requestsPerMinute: 3 } })
  const asked = async (address: string) => {
    const { status, body } = await ask(world.url, 'me', { headers: { 'x-forwarded-for': address } })
    return status === 200 ? 'ok' : `${status} ${(body as Problem).code}`
  }
  const answers = []
  for (const address of ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2']) answers.push(await asked(address))
  expect([...answers, (await fetch(`${world.url}/healthz`)).status]).toEqual([
    'ok',
    'ok',
    'ok',
    '429 too_many_requests',
    'ok',
    200,
  ])
})

test('[H2] guessing links and making teams is limited more strictly than reading a team', async () => {
  world = await startWorld({ limits: { joinsPerMinute: 3 } })
  const { token } = await makeTeam(world)
  const team = (await call(world.url, 'me', { token })).memberships[0]?.team.id as never
  const guess = () => ask(world.url, 'invitation', { params: { code: 'guess' } })
  const guesses = [await guess(), await guess(), await guess()].map(({ status }) => status)
  const make = await ask(world.url, 'createTeam', { body: { name: 'Hill School', yourName: 'Eve' } })
  const read = await ask(world.url, 'team', { token, params: { id: team } })
  expect([guesses, make.status, read.status]).toEqual([[404, 404, 429], 429, 200])
})

test('[H2] whoever is told to wait is told for how long', async () => {
  world = await startWorld({ limits: { requestsPerMinute: 1 } })
  await ask(world.url, 'me')
  const { status, headers } = await ask(world.url, 'me')
  const seconds = Number(headers.get('retry-after'))
  expect([status, seconds > 0 && seconds <= 60]).toEqual([429, true])
})

test('[H2] beyond so many requests a minute one person is told to wait; the others behind the same address are not', async () => {
  world = await startWorld()
  const { team, ugo, ana } = await seatTable(world)
  await world.stop()
  world = await startWorld({ dataDir: world.dataDir, limits: { requestsPerMinuteEach: 3 } })
  const asked = async ({ token }: { token: string }) =>
    (await ask(world.url, 'team', { token, params: { id: team } })).status
  const answers = []
  for (const who of [ugo, ugo, ugo, ugo, ana]) answers.push(await asked(who))
  const cookies = []
  // Whatever name one says that one acts for.
  for (let i = 0; i < 4; i++) {
    const headers = { cookie: ugo.cookie, 'x-jointly-member': `somebody-${i}` }
    cookies.push((await ask(world.url, 'me', { headers })).status)
  }
  expect([answers, cookies]).toEqual([
    [200, 200, 200, 429, 200],
    [200, 200, 200, 429],
  ])
})

test('[H2] beyond so many sockets a minute an address finds the door shut, and another does not', async () => {
  world = await startWorld({ limits: { socketsPerMinute: 2 } })
  const opens = (address: string) =>
    new Promise<string>(resolve => {
      const socket = new WebSocket(`${world.url.replace('http', 'ws')}/sync/joint:none`, {
        headers: { 'x-forwarded-for': address },
      })
      socket.on('unexpected-response', (_request, { statusCode, headers }) =>
        resolve(`${statusCode} ${headers['retry-after']}`),
      )
      socket.on('close', code => resolve(String(code)))
      socket.on('error', () => {})
    })
  const answers = []
  for (const address of ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2']) answers.push(await opens(address))
  expect(answers).toEqual(['4401', '4401', '429 60', '4401'])
})

test('[H2] whoever is told so and drops the line ends nothing but their own', async () => {
  world = await startWorld({ limits: { socketsPerMinute: 1 } })
  const { hostname, port } = new URL(world.url)
  const knock = () =>
    new Promise<string>(resolve => {
      const line = connect(Number(port), hostname)
      const ask = ['GET /sync/joint:none HTTP/1.1', `Host: ${hostname}`, 'Connection: Upgrade', 'Upgrade: websocket']
      const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']
      line.write([...ask, ...key, '', ''].join('\r\n'))
      line.once('data', said => {
        line.resetAndDestroy()
        resolve(String(said).split('\r\n', 1)[0] ?? '')
      })
    })
  const told = [await knock(), await knock(), await knock()]
  const { status } = await fetch(`${world.url}/healthz`)
  expect([told.map(line => line.split(' ')[1]), status]).toEqual([['101', '429', '429'], 200])
})

test('[H3] the metrics count, and name no team, board, document, side or person; a busy caucus leaves them as they were', async () => {
  world = await startWorld()
  const { team, board, ugo, ana, fay } = await seatTable(world)
  await world.stop()
  // Nothing is loaded: whoever comes into a caucus now is the first.
  world = await startWorld({ dataDir: world.dataDir })
  const text = async () => (await fetch(`${world.url}/metrics`)).text()
  const quiet = (said: string) => said.split('\n').filter(line => !line.includes('/metrics'))
  const before = quiet(await text())
  const wire = await joinWire(world, `caucus:${board}:union`, { token: ugo.token, query: { saved: '1' } })
  await writes(wire, docWithCard({ by: ugo.member.id, side: UNION }).update)
  await call(world.url, 'caucus', { token: ana.token, params: { id: board, side: UNION } })
  await call(world.url, 'history', { token: ugo.token, params: { id: board }, query: { document: 'caucus:union' } })
  expect(quiet(await text())).toEqual(before)
  await call(world.url, 'purgeCaucus', { token: ana.token, params: { id: board, side: UNION } })
  await wire.closed
  expect(quiet(await text())).toEqual(before)
  await move(world, fay, board, { type: 'editing.pause', warnSeconds: 60 })
  await openWire(world, `joint:${board}`, { token: 'no-such-token' }).closed
  await ask(world.url, 'report', { token: fay.token, params: { id: board } })
  const said = await text()
  const names = [team, board, 'union', 'management', 'Lincoln', 'Cover', 'caucus']
  const people = [ugo, ana, fay].flatMap(({ member: { id, name } }) => [id, name])
  const counted = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(said)?.[1])
  expect({
    named: [...names, ...people].filter(name => said.includes(name)),
    sockets: counted('jointly_sockets'),
    closed: counted('jointly_sockets_closed_total{code="4401",reason="sign_in"}'.replace(/[{}]/g, '\\$&')),
    hasRows: counted('jointly_rows_total') > 0,
  }).toEqual({ named: [], sockets: 0, closed: 1, hasRows: true })
})

test('[H4] over a whole session, with all that goes wrong in it, the log holds no token, code or cookie', async () => {
  const lines: string[] = []
  const disk = slowDisk()
  const log = pino({ level: 'trace' }, { write: line => lines.push(line) })
  world = await startWorld({ storage: disk.storage, log, clientDir: clientDir() })
  const { team, board, ugo, ana, fay, obi } = await seatTable(world)
  const { code } = await invite(world, ana, team, { role: 'member', side: UNION })
  const back = await call(world.url, 'returnLink', { token: ugo.token, params: { id: team, mid: ugo.member.id } })
  const returnCode = back.url.split('/').at(-1) ?? ''
  for (const path of [
    `/join/${code}`,
    `/return/${returnCode}`,
    `/api/invitations/${code}`,
    `/api/invitations/${code}/%E0%A4%A`,
  ])
    await fetch(`${world.url}${path}`)
  await ask(world.url, 'acceptInvitation', { params: { code: returnCode }, body: {}, headers: { cookie: ugo.cookie } })
  await ask(world.url, 'team', { headers: { cookie: 'jointly_session=stolen-cookie' }, params: { id: team } })
  await ask(world.url, 'createTeam', { body: { name: 7 } as never, headers: { cookie: obi.cookie } })

  const screen = openScreen(world, ugo, `joint:${board}`)
  await synced(screen)
  for (const bad of [new Uint8Array([9]), new Uint8Array(6 << 20), presence({ client: 1, clock: 1, state: '{' })]) {
    const wire = await joinWire(world, `joint:${board}`, { token: ana.token })
    wire.send(bad)
    await wire.closed
  }
  await openWire(world, `joint:${board}`, { token: 'guessed-token' }).closed
  disk.fill()
  await move(world, fay, board, { type: 'timer.start', seconds: 60 })
  disk.release()
  screen.close()

  const secrets = [fay, ana, ugo, obi].flatMap(({ token, cookie }) => [token, cookie.split('=')[1] ?? ''])
  const all = [...secrets, code, returnCode, 'stolen-cookie', 'guessed-token']
  const text = lines.join('\n')
  expect({
    lines: lines.length > 20,
    failed: text.includes('a commit failed'),
    told: all.filter(secret => secret === '' || text.includes(secret)),
  }).toEqual({ lines: true, failed: true, told: [] })
})
