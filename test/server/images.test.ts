import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import type { BoardId } from '@jointly/board'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, startTeam, startWorld, type World } from '../world.ts'

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

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
const crc32 = (data: Uint8Array): number => {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A black PNG of any claimed size, with a text that says where it was taken. */
const png = (width: number, height: number, rows = height): Uint8Array<ArrayBuffer> => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(rows * (width + 1)))
  const place = chunk('tEXt', Buffer.from('Location\0Mildred Avenue 5'))
  const magic = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return new Uint8Array(
    Buffer.concat([magic, chunk('IHDR', header), place, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]),
  )
}

test('[H20] a picture comes back as WebP with its size, and without what was written into the file beside it', async () => {
  const { status, body } = await upload(png(60, 40))
  expect([status, body.image?.w, body.image?.h]).toEqual([201, 60, 40])
  const response = await fetchImage(body.image?.id ?? '')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([response.headers.get('content-type'), bytes.toString('latin1', 8, 12)]).toEqual(['image/webp', 'WEBP'])
  expect(bytes.includes('Mildred')).toBe(false)
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
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

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

const FILES = [
  ['an SVG with a script', new Uint8Array(Buffer.from(SVG)), 415, 'not_an_image'],
  ['a letter', new Uint8Array(Buffer.from('Dear colleagues')), 415, 'not_an_image'],
  ['nothing', new Uint8Array(), 415, 'not_an_image'],
  ['a program', new Uint8Array(readFileSync(process.execPath).subarray(0, 5000)), 415, 'not_an_image'],
  ['a picture that ends half-way', png(400, 400).slice(0, 200), 415, 'not_an_image'],
  ['a pixel bomb', png(50_000, 50_000, 1), 413, 'image_too_large'],
  ['a file of 50 MB', new Uint8Array(50 << 20), 413, 'too_big'],
] as const

test.each(FILES)('[B20] %s is refused with a named code, and nothing is kept', async (_what, file, status, code) => {
  const refused = await upload(file)
  expect([refused.status, refused.body.code]).toEqual([status, code])
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200)
})
