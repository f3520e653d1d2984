import { createHash } from 'node:crypto'
import { bodyOf, type CardId, placeCard, postCard, wordingOfText } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import type { HistoryRow } from '@jointly/protocol'
import { brokenAt, hashOf } from '@jointly/server/chain'
import { NO_ROWS } from '@jointly/server/storage'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ask, call, contentOf, move, openScreen, same, shows, startWorld, synced, type World } from '../world.ts'
import { seatTable, type Table } from './seats.ts'

/** A board with some life in it: two people who write at once, a mark cleaned up, decisions. */
let world: World
let table: Table
let live: Y.Doc
beforeAll(async () => {
  world = await startWorld()
  table = await seatTable(world)
  const { ana, ugo, max, fay, board } = table
  const [his, hers] = [openScreen(world, ugo, `joint:${board}`), openScreen(world, ana, `joint:${board}`)]
  await Promise.all([synced(his), synced(hers)])
  const card = postCard(his.doc, { by: ugo.member.id, side: UNION, kind: 'interest', text: 'Substitutes who know us' })
  await shows(hers, doc => doc.getMap('cards').has(card))
  const words = (doc: Y.Doc, id: CardId) =>
    ((bodyOf(doc, id) as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText
  words(his.doc, card).format(0, 11, { bold: {} })
  words(hers.doc, card).delete(0, 11)
  placeCard(his.doc, card, { x: 40, y: 40 })
  await vi.waitUntil(() => same(his.doc, hers.doc), { timeout: 10_000 })
  const wording = wordingOfText(his.watch.view().card(card)?.text ?? '')
  await move(world, max, board, { type: 'interest.adopt', card, wording })
  await move(world, fay, board, { type: 'layout.unlock' })
  const joiner = openScreen(world, table.mia, `joint:${board}`)
  await synced(joiner)
  live = joiner.doc
  for (const screen of [his, hers, joiner]) screen.close()
})
afterAll(() => world.stop())

const at = () => ({ token: table.obi.token, params: { id: table.board } })
const historyOf = async (document: 'joint' | 'minutes', range: { after?: number; limit?: number } = {}) =>
  call(world.url, 'history', { ...at(), query: { document, ...range } })
const replayed = (rows: readonly HistoryRow[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const { bytes } of rows) Y.applyUpdate(doc, Buffer.from(bytes, 'base64'))
  return doc
}

test('[H5] the rows of the history, replayed, are the board as it stands', async () => {
  const { rows } = await historyOf('joint')
  expect(same(replayed(rows), live)).toBe(true)
})

test('[H5] a reader can check by what is published alone that no row was changed, removed or put elsewhere', async () => {
  const checked = await Promise.all(
    (['joint', 'minutes'] as const).map(async document => {
      const { rows } = await historyOf(document)
      const name = `${document}:${table.board}`
      return rows.map((row, i) => {
        const digest = createHash('sha256').update(Buffer.from(row.bytes, 'base64')).digest('hex')
        return row.seq === i + 1 && row.hash === hashOf(name, rows[i - 1]?.hash ?? '', { ...row, digest })
      })
    }),
  )
  expect(checked.flat().filter(holds => !holds)).toEqual([])
})

test('[H5] a row that is changed in the store shows', async () => {
  const name = `joint:${table.board}`
  const rows = await world.app.services.storage.read(name)
  const changed = rows.map(row =>
    row.seq === 3 ? { ...row, by: table.max.member.id, side: table.max.member.side } : row,
  )
  expect([brokenAt(name, rows, NO_ROWS), brokenAt(name, changed, NO_ROWS)]).toEqual([null, 3])
})

test('[H5] the history comes in pieces, and says where it ends', async () => {
  const { rows, last } = await historyOf('joint')
  const pieces = []
  for (let after = 0; after < last; after = pieces.at(-1)?.seq ?? last)
    pieces.push(...(await historyOf('joint', { after, limit: 2 })).rows)
  expect([pieces, last, await historyOf('joint', { after: last })]).toEqual([rows, rows.length, { rows: [], last }])
})

test('[H5] each row says who wrote it and for which side, and what the minutes were then', async () => {
  const { rows } = await historyOf('joint')
  const { ugo, ana } = table
  expect(new Set(rows.map(({ by, side }) => `${by} ${side}`))).toEqual(
    new Set(['system null', `${ugo.member.id} union`, `${ana.member.id} union`]),
  )
  expect(rows.every(({ minutes }) => minutes === 1 || minutes === 0)).toBe(true)
})

test('[H6] the state at a row is the replay up to that row; without one it is the board now', async () => {
  const { rows, last } = await historyOf('joint')
  const stateAt = async (query: { seq?: number }) => {
    const { body } = await ask(world.url, 'state', { ...at(), query })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, body as Uint8Array)
    return contentOf(doc)
  }
  const states = await Promise.all([...Array(last + 1).keys()].map(seq => stateAt({ seq })))
  expect([states, await stateAt({})]).toEqual([
    states.map((_, seq) => contentOf(replayed(rows.slice(0, seq)))),
    contentOf(live),
  ])
})

test('[H6] a decision about content names the row that it saw, and a report where it was made', async () => {
  const { rows } = await historyOf('joint')
  const { minutes, chain, last } = (await call(world.url, 'report', at())) as {
    minutes: { type: string; seen?: { seq: number; hash: string } }[]
    chain: string
    last: { joint: number; minutes: number }
  }
  const { seq, hash } = rows.at(-1) as HistoryRow
  expect([minutes.find(({ type }) => type === 'interest.adopt')?.seen, chain, last]).toEqual([
    { seq, hash },
    hash,
    { joint: seq, minutes: minutes.length },
  ])
})

test('[H6] after a restart everything is the same', async () => {
  const before = [await historyOf('joint'), await historyOf('minutes'), await call(world.url, 'report', at())]
  await world.stop()
  world = await startWorld({ dataDir: world.dataDir })
  expect([await historyOf('joint'), await historyOf('minutes'), await call(world.url, 'report', at())]).toEqual(before)
})
