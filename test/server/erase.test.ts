import { cpSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BoardId,
  bodyOf,
  type CardId,
  type MoveRequest,
  movesOf,
  NO_RULES,
  postCard,
  setJointText,
} from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import type { Problem, Reply } from '@jointly/protocol'
import { openSqlite } from '@jointly/server/sqlite'
import { verify } from '@jointly/server/verify'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ask, call, freshDir, move, openScreen, type Person, shows, startWorld, synced, type World } from '../world.ts'
import { allBytesIn, canaries, foundIn } from './canaries.ts'
import { png } from './png.ts'
import { seatTable, type Table } from './seats.ts'

/** A card is erased by the sides together: what is then left of it, where, and for whom. */

let world: World
afterEach(() => world.stop())

const moves = async (who: Person, board: BoardId, request: MoveRequest) => {
  const { status, body } = await move(world, who, board, request)
  return status < 400 ? 'ok' : `${status} ${(body as Problem).code}`
}
const underRules = async ({ fay, ana, max, board }: Table, rules = NO_RULES) => {
  await moves(fay, board, { type: 'rules.propose', rules })
  await moves(ana, board, { type: 'rules.accept', version: 1 })
  await moves(max, board, { type: 'rules.accept', version: 1 })
}
const wordsOf = (doc: Y.Doc, id: CardId) =>
  ((bodyOf(doc, id) as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText
const textOn = ({ watch }: ReturnType<typeof openScreen>, id: CardId) => watch.view().card(id)?.text

const upload = async (who: Person, board: BoardId, file: Uint8Array<ArrayBuffer>) => {
  const response = await fetch(`${world.url}/api/boards/${board}/images`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}` },
    body: file,
  })
  return ((await response.json()) as Reply<'addImage'>).image
}
const findingsIn = async (dataDir: string) => {
  const copy = freshDir()
  cpSync(join(dataDir, 'jointly.db'), join(copy, 'jointly.db'))
  const storage = openSqlite(join(copy, 'jointly.db'))
  const { findings } = await verify(storage)
  await storage.close()
  return findings
}

/** A card that names somebody in its words (letter by letter, and reworded), its source, its picture; and one that stays. */
const boardWithName = async (words: readonly string[]) => {
  const table = await seatTable(world)
  const { board, ugo, mia } = table
  await underRules(table)
  const [his, hers] = [openScreen(world, ugo, `joint:${board}`), openScreen(world, mia, `joint:${board}`)]
  await Promise.all([synced(his), synced(hers)])
  const by = { by: ugo.member.id, side: UNION }
  const image = await upload(ugo, board, png(320, 200, { noisy: true }))
  const stays = postCard(his.doc, { ...by, kind: 'interest', text: 'Teachers who know the class' })
  const named = postCard(his.doc, {
    ...by,
    kind: 'option',
    text: `${words[0]} stays`,
    source: words[1],
    image,
    alt: words[2],
  })
  for (const letter of [...(words[3] ?? '')].toReversed()) wordsOf(his.doc, named).insert(0, letter)
  await shows(hers, () => textOn(hers, named)?.includes(words[3] ?? '') ?? false)
  wordsOf(hers.doc, named).insert(0, `${words[4]} `)
  await shows(his, () => textOn(his, named)?.includes(words[4] ?? '') ?? false)
  wordsOf(his.doc, named).delete(0, 5)
  setJointText(hers.doc, 'issue', 'How do we cover for absent teachers?')
  await vi.waitUntil(() => hers.watch.view().card(named)?.text === his.watch.view().card(named)?.text)
  await shows(his, () => his.watch.view().issue.text !== '')
  return { ...table, his, hers, stays, named, image }
}

test('[L34] a card erased by both sides is gone from every screen, file, export and picture; the rest and its place stay', async () => {
  const dataDir = freshDir()
  world = await startWorld({ dataDir })
  const words = canaries(5, 'pupil')
  const { board, ana, max, ugo, mia, his, hers, stays, named, image } = await boardWithName(words)
  expect(foundIn(allBytesIn(dataDir), words).length).toBeGreaterThan(2)
  const { epochs } = await call(world.url, 'board', { token: mia.token, params: { id: board } })
  const { last } = await call(world.url, 'history', { token: mia.token, params: { id: board } })

  expect(await moves(ana, board, { type: 'erase.propose', cards: [named] })).toBe('ok')
  expect(textOn(his, named)).not.toBe('')
  const proposal = movesOf(docOf(await minutesOf(max, board))).length
  expect(await moves(max, board, { type: 'erase.accept', proposal })).toBe('ok')

  expect([await his.closed, await hers.closed]).toEqual([
    { code: 4409, reason: 'old_epoch' },
    { code: 4409, reason: 'old_epoch' },
  ])
  const anew = openScreen(world, ugo, `joint:${board}`)
  await synced(anew)
  const [kept, gone] = [anew.watch.view().card(stays), anew.watch.view().card(named)]
  expect([kept?.text, gone]).toEqual([
    'Teachers who know the class',
    {
      ...{ id: named, kind: 'option', by: ugo.member.id, side: UNION, body: [], text: '' },
      pos: gone?.pos,
      order: gone?.order,
    },
  ])
  const everything = async () => [
    await call(world.url, 'report', { token: mia.token, params: { id: board } }),
    await call(world.url, 'history', { token: mia.token, params: { id: board }, query: { limit: 5000 } }),
    await call(world.url, 'history', { token: mia.token, params: { id: board }, query: { document: 'minutes' } }),
    await call(world.url, 'record', { token: mia.token, params: { id: board } }),
    await call(world.url, 'rewordings', { token: mia.token, params: { id: board } }),
  ]
  expect(foundIn(Buffer.from(JSON.stringify(await everything())), words)).toEqual([])
  for (let seq = 0; seq <= last; seq++) {
    const { body } = await ask(world.url, 'state', { token: mia.token, params: { id: board }, query: { seq } })
    expect(foundIn(Buffer.from(body as Uint8Array), words)).toEqual([])
  }
  expect((await ask(world.url, 'image', { token: ana.token, params: { id: board, image: image.id } })).status).toBe(404)
  expect(foundIn(allBytesIn(dataDir), words)).toEqual([])
  const after = await call(world.url, 'board', { token: mia.token, params: { id: board } })
  expect([after.epochs.minutes === epochs.minutes, after.epochs.joint === epochs.joint]).toEqual([true, false])

  wordsOf(anew.doc, stays).insert(0, 'All ')
  const other = openScreen(world, mia, `joint:${board}`)
  await shows(other, () => textOn(other, stays) === 'All Teachers who know the class')
  for (const screen of [his, hers, anew, other]) screen.close()

  await world.stop()
  expect([foundIn(allBytesIn(dataDir), words), await findingsIn(dataDir)]).toEqual([[], []])
  world = await startWorld({ dataDir })
  const again = openScreen(world, mia, `joint:${board}`)
  await synced(again)
  expect([textOn(again, named), textOn(again, stays)]).toEqual(['', 'All Teachers who know the class'])
  again.close()
})

const minutesOf = async (who: Person, board: BoardId) =>
  (await ask(world.url, 'state', { token: who.token, params: { id: board }, query: { document: 'minutes' } }))
    .body as Uint8Array
const docOf = (state: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

test('[L34] nobody erases alone, without rules, twice, or what is not there; and words that one side has not given up stay', async () => {
  world = await startWorld()
  const table = await seatTable(world)
  const { board, fay, ana, ugo, max, mia, obi } = table
  const screen = openScreen(world, ugo, `joint:${board}`)
  await synced(screen)
  const card = postCard(screen.doc, { by: ugo.member.id, side: UNION, kind: 'note', text: 'Jonathan was hurt' })
  const other = openScreen(world, mia, `joint:${board}`)
  await shows(other, () => textOn(other, card) !== undefined)
  const propose: MoveRequest = { type: 'erase.propose', cards: [card] }
  const before = await moves(ana, board, propose)
  await underRules(table)
  const refused = []
  for (const who of [ugo, mia, obi]) refused.push(await moves(who, board, propose))
  const missing = await moves(ana, board, { type: 'erase.propose', cards: ['none' as CardId] })
  const byFay = await moves(fay, board, propose)
  const again = await moves(ana, board, propose)
  const proposal = movesOf(docOf(await minutesOf(fay, board))).length
  const accept: MoveRequest = { type: 'erase.accept', proposal }
  const accepted = []
  for (const who of [fay, ugo, ana, ana]) accepted.push(await moves(who, board, accept))
  expect(textOn(other, card)).toBe('Jonathan was hurt')
  const last = [await moves(max, board, accept), await moves(ana, board, accept), await moves(ana, board, propose)]
  expect({ before, refused, missing, byFay, again, accepted, last }).toEqual({
    before: '409 rules_not_in_force',
    refused: ['409 not_co_chair', '409 not_co_chair', '409 read_only'],
    missing: '409 no_such_card',
    byFay: 'ok',
    again: '409 already_proposed',
    accepted: ['409 not_co_chair', '409 not_co_chair', 'ok', '409 already_accepted'],
    last: ['ok', '409 already_erased', '409 already_erased'],
  })
  screen.close()
  other.close()
})

test('[L34] two erasures at once, while others type, are both carried out, and what was typed elsewhere is kept', async () => {
  const dataDir = freshDir()
  world = await startWorld({ dataDir })
  const table = await seatTable(world)
  const { board, ana, max, ugo } = table
  await underRules(table)
  const screen = openScreen(world, ugo, `joint:${board}`)
  await synced(screen)
  const words = canaries(2, 'twice')
  const by = { by: ugo.member.id, side: UNION }
  const cards = words.map(text => postCard(screen.doc, { ...by, kind: 'note', text }))
  const stays = postCard(screen.doc, { ...by, kind: 'note', text: 'stays' })
  const other = openScreen(world, ana, `joint:${board}`)
  await shows(other, () => textOn(other, stays) === 'stays')
  const first = movesOf(docOf(await minutesOf(ana, board))).length + 1
  for (const card of cards) await moves(ana, board, { type: 'erase.propose', cards: [card] })
  const typing = openScreen(world, ugo, `joint:${board}`)
  await synced(typing)
  const done = Promise.all(cards.map((_, i) => moves(max, board, { type: 'erase.accept', proposal: first + i })))
  for (const letter of 'and more') wordsOf(typing.doc, stays).insert(0, letter)
  expect(await done).toEqual(['ok', 'ok'])
  const anew = openScreen(world, ana, `joint:${board}`)
  await synced(anew)
  expect(cards.map(card => textOn(anew, card))).toEqual(['', ''])
  expect(textOn(anew, stays)).toMatch(/stays$/)
  for (const one of [screen, other, typing, anew]) one.close()
  await world.stop()
  expect([foundIn(allBytesIn(dataDir), words), await findingsIn(dataDir)]).toEqual([[], []])
  world = await startWorld({ dataDir })
})
