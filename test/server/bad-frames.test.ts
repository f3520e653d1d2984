import { connect } from 'node:net'
import { paragraphs } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import { CLOSE, PROTOCOL_VERSION } from '@jointly/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { call, openScreen, startWorld, type World } from '../world.ts'
import { docWithCard } from './craft.ts'
import { seatTable, type Table } from './seats.ts'
import { isRead, joinWire, openWire, presence, step1, step2, updateMessage, writes } from './wire.ts'

/** What no provider sends: a close code each, no crash, nothing lost. `gate.test.ts` has the updates that decode. */

let world: World
let table: Table
let joint: string
beforeAll(async () => {
  world = await startWorld({ limits: { framesPerSecond: 2_000, frameBurst: 500 } })
  table = await seatTable(world)
  joint = `joint:${table.board}`
  const { ugo } = table
  const wire = await joinWire(world, joint, { token: ugo.token, query: { saved: '1' } })
  await writes(wire, docWithCard({ by: ugo.member.id, side: UNION }).update)
})
afterAll(() => world.stop())

const nothingChanged = async () => {
  const at = { token: table.fay.token, params: { id: table.board } }
  const { status } = await fetch(`${world.url}/healthz`)
  return { health: status, history: await call(world.url, 'history', at), report: await call(world.url, 'report', at) }
}

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const state = (written: string) => presence({ client: 7, clock: 1, state: written })
const MB = 1 << 20

const FRAMES: Record<string, readonly [code: number, reason: string, frame: () => Uint8Array | string]> = {
  'a frame of nothing': [4409, 'bad_frame', () => new Uint8Array()],
  'a frame of text': [4409, 'bad_frame', () => 'hello'],
  'a message of no known kind': [4409, 'bad_frame', () => new Uint8Array([9])],
  'an answer that only servers give': [4409, 'bad_frame', () => new Uint8Array([2, 0])],
  'an acknowledgement that only servers give': [4409, 'bad_frame', () => new Uint8Array([100, 1])],
  'a step that there is not': [4409, 'bad_frame', () => new Uint8Array([0, 7, 0])],
  'a message that breaks off': [4409, 'bad_frame', () => new Uint8Array([0, 2])],
  'a number that breaks off': [4409, 'bad_frame', () => new Uint8Array([0, 2, 255])],
  'a length beyond the frame': [4409, 'bad_frame', () => new Uint8Array([0, 2, 200, 1, 0])],
  'a state vector that is none': [4409, 'bad_frame', () => step1(new Uint8Array([255, 255, 255, 255, 255, 255, 127]))],
  'a header that claims thirty million structs': [
    4409,
    'bad_update',
    () => step2(new Uint8Array([1, 128, 135, 167, 14, 1, 0])),
  ],
  'an update that is none': [4409, 'bad_update', () => step2(new Uint8Array([1, 1, 1, 0, 31, 255]))],
  'presence that claims more than there is': [
    4409,
    'bad_frame',
    () => new Uint8Array([1, 8, 255, 255, 255, 255, 255, 255, 127, 0]),
  ],
  'presence that is no JSON': [4409, 'bad_frame', () => state('{"user":')],
  'presence as long as a page': [4413, 'too_big', () => state(JSON.stringify({ writing: 'x'.repeat(5_000) }))],
  'presence in a hundred thousand levels': [4413, 'too_big', () => state(nested(100_000))],
  'presence in six thousand levels under a number': [4413, 'too_big', () => state(`{"0":${nested(6_000)}}`)],
  'a frame beyond the limit': [4413, 'too_big', () => new Uint8Array(MB + 1)],
  'a frame far beyond the limit': [4413, 'too_big', () => new Uint8Array(5 * MB)],
}

test.each(Object.entries(FRAMES))(
  '[B3] %s ends the socket with a code that says why; nothing changes',
  async (_, [code, reason, frame]) => {
    const before = await nothingChanged()
    const wire = await joinWire(world, joint, { token: table.ugo.token })
    wire.send(frame())
    expect([await wire.closed, await nothingChanged()]).toEqual([{ code, reason }, before])
  },
)

test('[B3] a stock provider that holds too much for one frame stops, and does not send it again for ever', async () => {
  const screen = openScreen(world, table.ugo, joint)
  screen.doc.getText('heap').insert(0, 'x'.repeat(6 * MB))
  expect([await screen.closed, screen.provider.shouldConnect]).toEqual([
    { code: CLOSE.tooBig.code, reason: 'too_big' },
    false,
  ])
  screen.close()
})

test('[B3] a refused socket ends at once, whatever it goes on sending', async () => {
  const before = await nothingChanged()
  const wire = openWire(world, joint, { token: 'no-such-token' })
  wire.socket.on('open', () => {
    for (let i = 0; i < 300; i++) wire.send(new Uint8Array(50_000))
  })
  const started = performance.now()
  const closed = await wire.closed
  expect([closed, performance.now() - started < 5_000, await nothingChanged()]).toEqual([
    { code: CLOSE.signIn.code, reason: 'sign_in' },
    true,
    before,
  ])
})

test('[B3] a socket that sends too fast is read more slowly, and loses nothing', async () => {
  const { ugo } = table
  const wire = await joinWire(world, joint, { token: ugo.token, query: { saved: '1' } })
  const doc = new Y.Doc()
  doc.on('update', update => wire.send(updateMessage(update)))
  const issue = doc.getXmlFragment('issue')
  const started = performance.now()
  for (let i = 0; i < 1_500; i++) issue.push(paragraphs('x'.repeat(300)))
  await wire.hears(heard => heard.some(message => message.kind === 'saved' && message.count === 1_501))
  const took = performance.now() - started
  const reader = await joinWire(world, joint, { token: ugo.token })
  // 500 at once, then 2,000 a second; what the kernel hands over in one piece is taken at once.
  expect([reader.doc.getXmlFragment('issue').length, took > 250]).toEqual([1_500, true])
})

test('[B3] a flood of questions gets few answers, the last of them whole', async () => {
  const wire = await joinWire(world, joint, { token: table.ugo.token })
  const answers = () => wire.heard.filter(({ kind }) => kind === 'step2').length
  for (let i = 0; i < 5_000; i++) wire.send(step1())
  await isRead(wire)
  const other = await joinWire(world, joint, { token: table.max.token, query: { saved: '1' } })
  await writes(other, docWithCard({ by: table.max.member.id, side: table.max.member.side }).update)
  wire.send(step1())
  const before = answers()
  await wire.hears(() => answers() > before)
  expect([answers() < 500, Y.encodeStateVector(wire.doc)]).toEqual([
    true,
    Y.encodeStateVector((await joinWire(world, joint, { token: table.fay.token })).doc),
  ])
})

const DOCUMENTS: Record<string, readonly [code: number, name: string]> = {
  'no name': [4404, ''],
  'a name of no known kind': [4404, 'secret:BOARD'],
  'a kind without a board': [4404, 'joint:'],
  'a part too many': [4404, 'joint:BOARD:union'],
  'a caucus without a side': [4404, 'caucus:BOARD'],
  'an id that cannot be one': [4404, 'joint:no%20id'],
  'a name that does not decode': [4404, 'joint:%E0%A4%A'],
  'a board that there is not': [4404, 'joint:nothing'],
  'a side that there is not': [4404, 'caucus:BOARD:parents'],
}

test.each(Object.entries(DOCUMENTS))('[B4] %s is no document', async (_, [code, name]) => {
  const wire = openWire(world, name.replace('BOARD', table.board), { token: table.ugo.token })
  expect(await wire.closed).toEqual({ code, reason: 'no_such' })
})

test('[B4] a page of an older version is told to reload, before anything else is looked at', async () => {
  const open = (v: string) => openWire(world, joint, { token: 'no-such-token', query: { v } })
  const [older, newer, same] = [String(PROTOCOL_VERSION - 1), 'soon', String(PROTOCOL_VERSION)].map(open)
  expect([await older?.closed, await newer?.closed, await same?.closed]).toEqual([
    { code: CLOSE.pageTooOld.code, reason: 'page_too_old' },
    { code: CLOSE.pageTooOld.code, reason: 'page_too_old' },
    { code: CLOSE.signIn.code, reason: 'sign_in' },
  ])
})

test('[B2] a page of another site opens no socket with the cookie; a program with a token may say any origin', async () => {
  const origin = 'https://elsewhere.example'
  const page = openWire(world, joint, { headers: { cookie: table.ugo.cookie, origin } })
  const program = openWire(world, joint, { token: table.ugo.token, headers: { origin } })
  const own = openWire(world, joint, { headers: { cookie: table.ugo.cookie, origin: world.url } })
  const greeted = (wire: typeof own) => wire.until(heard => heard.length > 0)
  expect([await page.closed, await greeted(program), await greeted(own)]).toEqual([
    { code: CLOSE.notYours.code, reason: 'foreign_origin' },
    true,
    true,
  ])
  for (const wire of [program, own]) wire.socket.close()
})

/** Bytes as they are, on a connection of their own; resolves with what came back once the server has ended it. */
const raw = (...parts: (string | Uint8Array)[]): Promise<string> =>
  new Promise(resolve => {
    const { hostname, port } = new URL(world.url)
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', data => {
      answer += data.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    for (const part of parts) socket.write(part)
  })
const UPGRADE = (path: string, more = 'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n') =>
  `GET ${path} HTTP/1.1\r\nHost: jointly\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n${more}\r\n`

test('[B4] what is no WebSocket is ended, and the server goes on', async () => {
  const path = `/sync/${joint}?token=${table.ugo.token}`
  const unmasked = new Uint8Array([0x82, 0x01, 0x00])
  const [bytes, elsewhere, keyless, wrong] = await Promise.all([
    raw('\x16\x03\x01 not HTTP at all\r\n\r\n'),
    raw(UPGRADE('/elsewhere')),
    raw(UPGRADE(path, '')),
    raw(UPGRADE(path), unmasked),
  ])
  const { status } = await fetch(`${world.url}/healthz`)
  expect([bytes.slice(0, 12), elsewhere, keyless.slice(0, 12), wrong.slice(0, 12), status]).toEqual([
    'HTTP/1.1 400',
    '',
    'HTTP/1.1 400',
    'HTTP/1.1 101',
    200,
  ])
})
