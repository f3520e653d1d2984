import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type BoardId, type Image, postCard } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { openSqlite } from '@jointly/server/sqlite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { call, freshDir, type Person, startTeam, startWorld, type World } from '../world.ts'
import { png } from './png.ts'
import { seatTable } from './seats.ts'
import { joinWire, writes } from './wire.ts'

let world: World
let board: BoardId
let fay: Person
let max: Person

beforeAll(async () => {
  world = await startWorld()
  const team = await startTeam(world)
  fay = team.fay
  max = (await startTeam(world, 'Elsewhere')).fay
  board = await team.openBoard()
})
afterAll(() => world.stop())

const upload = async (file: Uint8Array<ArrayBuffer>, { as = fay, to = board } = {}) => {
  const response = await fetch(`${world.url}/api/boards/${to}/images`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as.token}`, 'content-type': 'image/png' },
    body: file,
  })
  return {
    status: response.status,
    body: (await response.json()) as { code?: string; image?: { id: string; w: number; h: number } },
  }
}

const fetchImage = (id: string, { as = fay, of = board } = {}) =>
  fetch(`${world.url}/api/boards/${of}/images/${id}`, { headers: { authorization: `Bearer ${as.token}` } })

test('[H20] a picture comes back as WebP with its size, and without what was written into the file beside it', async () => {
  const { status, body } = await upload(png(60, 40))
  expect([status, body.image?.w, body.image?.h]).toEqual([201, 60, 40])
  const response = await fetchImage(body.image?.id ?? '')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([response.headers.get('content-type'), bytes.toString('latin1', 8, 12)]).toEqual(['image/webp', 'WEBP'])
  expect(bytes.includes('Mildred')).toBe(false)
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect([response.headers.get('x-content-type-options'), response.headers.get('content-disposition')]).toEqual([
    'nosniff',
    'inline; filename="picture.webp"',
  ])
})

test('[I13] whoever is removed while their picture is on its way adds none, neither at the table nor in the caucus', async () => {
  const { team, board, ugo, ana } = await seatTable(world)
  const slowly = (document: string) => {
    const { promise: gone, resolve: letGo } = Promise.withResolvers<void>()
    const file = png(60, 40)
    const body = new ReadableStream<Uint8Array>({
      start: out => out.enqueue(file.subarray(0, 50)),
      pull: async out => {
        await gone
        out.enqueue(file.subarray(50))
        out.close()
      },
    })
    const headers = { authorization: `Bearer ${ugo.token}`, 'content-type': 'image/png' }
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    const url = `${world.url}/api/boards/${board}/images?document=${document}`
    return { answered: fetch(url, init).then(({ status }) => status), letGo }
  }
  const uploads = ['joint', 'caucus:union'].map(slowly)
  await call(world.url, 'team', { token: ugo.token, params: { id: team } })
  await call(world.url, 'removeMember', { token: ana.token, params: { id: team, mid: ugo.member.id } })
  for (const { letGo } of uploads) letGo()
  expect(await Promise.all(uploads.map(({ answered }) => answered))).toEqual([403, 403])
  expect(await world.app.services.storage.imageIds(board)).toEqual([])
})

test('[H20] a picture larger than any screen is made smaller', async () => {
  const { body } = await upload(png(4800, 600))
  expect([body.image?.w, body.image?.h]).toEqual([2400, 300])
})

test('[H21] only who may read the board sees its pictures, and only who may write adds one', async () => {
  const { body } = await upload(png(8, 8))
  const other = await fetchImage(body.image?.id ?? '', { as: max })
  expect(((await other.json()) as { code: string }).code).toBe('not_yours')
  expect((await upload(png(8, 8), { as: max })).body.code).toBe('not_yours')
})

test('[H25] no browser keeps a picture: one that is erased lies in no cache', async () => {
  const { body } = await upload(png(8, 8))
  expect((await fetchImage(body.image?.id ?? '')).headers.get('cache-control')).toBe('no-store')
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

const FILES = [
  ['an SVG with a script', new Uint8Array(Buffer.from(SVG)), 415, 'not_an_image'],
  ['a letter', new Uint8Array(Buffer.from('Dear colleagues')), 415, 'not_an_image'],
  ['nothing', new Uint8Array(), 415, 'not_an_image'],
  ['a program', new Uint8Array(readFileSync(process.execPath).subarray(0, 5000)), 415, 'not_an_image'],
  ['a picture that ends half-way', png(400, 400).slice(0, 200), 415, 'not_an_image'],
  ['a pixel bomb', png(50_000, 50_000, { rows: 1 }), 413, 'image_too_large'],
  ['a file of 50 MB', new Uint8Array(50 << 20), 413, 'too_big'],
] as const

test.each(FILES)('[B20] %s is refused with a named code, and nothing is kept', async (_what, file, status, code) => {
  const before = kept(world.dataDir)
  const refused = await upload(file)
  expect([refused.status, refused.body.code]).toEqual([status, code])
  expect(kept(world.dataDir)).toEqual(before)
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200)
})

/** What lies in the data folder: how many pictures the database has, and which files there are. */
const kept = (dataDir: string) => {
  const db = new DatabaseSync(join(dataDir, 'jointly.db'), { readOnly: true })
  const { count } = db.prepare('SELECT count(*) AS count FROM images').get() as { count: number }
  db.close()
  return { pictures: count, files: readdirSync(dataDir).sort() }
}

/** An upload whose header promises more than is ever sent, as bytes on a socket. */
const beginUpload = (as: Person, promised: number) => {
  const { port, hostname } = new URL(world.url)
  const socket = connect(Number(port), hostname)
  socket.write(
    `POST /api/boards/${board}/images HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${as.token}\r\n` +
      `Content-Type: image/png\r\nContent-Length: ${promised}\r\n\r\n`,
  )
  return socket
}

test('[B20] an upload that is cut half-way leaves nothing behind', async () => {
  const before = kept(world.dataDir)
  const file = png(400, 400)
  const reached = once(world.app.server, 'connection')
  const socket = beginUpload(fay, file.length)
  const [accepted] = (await reached) as [Socket]
  await new Promise(resolve => socket.write(file.subarray(0, file.length / 2), resolve))
  // Not `once`: that would take the server's complaint about the cut for a failure of this test.
  const gone = new Promise(resolve => accepted.once('close', resolve))
  socket.destroy()
  await gone
  expect(kept(world.dataDir)).toEqual(before)
  expect((await upload(file)).status).toBe(201)
})

test('[H22] the door is asked before a file is taken in', async () => {
  const socket = beginUpload(max, 9 << 20)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  const [head = '', body = ''] = answer.toString().split('\r\n\r\n')
  expect([head.split(' ')[1], body.includes('"not_yours"')]).toEqual(['403', true])
})

test('[B20] on a full disk a picture is refused as such, none is half-kept, and those that were kept are there', async () => {
  const empty = await startWorld()
  const team = await startTeam(empty)
  const at = await team.openBoard()
  await empty.stop()
  const path = join(empty.dataDir, 'jointly.db')
  const full = await startWorld({ storage: openSqlite(path, { maxPages: statSync(path).size / 4096 + 40 }) })
  const send = async (to: World) => {
    const response = await fetch(`${to.url}/api/boards/${at}/images`, {
      method: 'POST',
      headers: { authorization: `Bearer ${team.fay.token}` },
      body: noise,
    })
    return { status: response.status, ...((await response.json()) as { code?: string; image?: { id: string } }) }
  }
  const taken: string[] = []
  let last = await send(full)
  for (; last.image !== undefined; last = await send(full)) taken.push(last.image.id)
  expect([last.status, last.code, taken.length > 0]).toEqual([507, 'disk_full', true])
  expect(kept(empty.dataDir).pictures).toBe(taken.length)
  for (const id of taken)
    expect((await fetch(`${full.url}/api/boards/${at}/images/${id}`, asked(team.fay))).status).toBe(200)
  await full.stop()
  const roomy = await startWorld({ dataDir: empty.dataDir })
  expect((await send(roomy)).status).toBe(201)
  await roomy.stop()
})

const asked = ({ token }: Person) => ({ headers: { authorization: `Bearer ${token}` } })
/** Grey noise, which nothing makes smaller: some ten pages of the database. */
const noise = png(200, 200, { noisy: true })

test('[H27] a picture that no card has shown for a month is dropped at the next start; what a card, also of a caucus, shows stays', async () => {
  let now = Date.parse('2026-09-01T09:00:00Z')
  const clock = () => now
  const dataDir = freshDir()
  let own = await startWorld({ dataDir, clock })
  const table = await seatTable(own)
  const { board: at, ugo } = table
  let width = 8
  const add = async (document: string) => {
    const response = await fetch(`${own.url}/api/boards/${at}/images?document=${document}`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${ugo.token}` }, body: png(width++, 8) },
    })
    return ((await response.json()) as Reply<'addImage'>).image
  }
  const [shown, cancelled, inCaucus, cancelledThere] = [
    ...[await add('joint'), await add('joint'), await add('caucus:union'), await add('caucus:union')],
  ] as [Image, Image, Image, Image]
  for (const [document, image] of [
    [`joint:${at}`, shown],
    [`caucus:${at}:union`, inCaucus],
  ] as const) {
    const doc = new Y.Doc()
    postCard(doc, { by: ugo.member.id, side: ugo.member.side, kind: 'note', text: 'The plan', image })
    const wire = await joinWire(own, document, { token: ugo.token, query: { saved: '1' } })
    expect(await writes(wire, Y.encodeStateAsUpdate(doc))).toBe('saved')
  }
  const kept = async () => {
    const found = await Promise.all(
      [shown, cancelled, inCaucus, cancelledThere].map(({ id }) => own.app.services.storage.image(at, id)),
    )
    return found.map(image => image !== null)
  }
  const startAgain = async (days: number) => {
    await own.stop()
    now += days * 24 * 3600 * 1000
    own = await startWorld({ dataDir, clock })
  }
  await startAgain(29)
  expect(await kept()).toEqual([true, true, true, true])
  await startAgain(2)
  await vi.waitUntil(async () => !(await kept())[1])
  expect(await kept()).toEqual([true, false, true, false])
  await startAgain(40)
  expect(await kept()).toEqual([true, false, true, false])
  await own.stop()
})
