import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type BoardId, movesOf, SideId } from '@jointly/board'
import { brokenAt } from '@jointly/server/chain'
import { openSqlite } from '@jointly/server/sqlite'
import { NO_ROWS } from '@jointly/server/storage'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { move, openScreen, type Person, shows, startTeam, synced } from '../world.ts'
import { type Child, startChild } from './child.ts'
import { chance, type Random, turns } from './seeds.ts'
import { difference } from './shown.ts'
import { lostIn, seenBy, Typist } from './typist.ts'

/** `KILLS`: how often the server dies; `FUZZ_SEED` decides who types what and when it does. */
const KILLS = Number(process.env.KILLS ?? 100)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
/** Servers that die beside each other: one alone leaves the machine idle while it starts again. */
const LANES = Math.min(4, KILLS)
/** How often the database is looked at as the dead server left it; the other times the next server finds it so. */
const LOOK_EVERY = 10

type Table = {
  readonly server: Child
  readonly board: BoardId
  readonly typists: Typist[]
  readonly fay: Person
  readonly observer: Person
}

const openTable = async (): Promise<Table> => {
  const server = await startChild()
  const team = await startTeam(server)
  const ana = await team.seat('Ana', 'co-chair', SideId.parse('union'))
  const max = await team.seat('Max', 'co-chair', SideId.parse('management'))
  const ugo = await team.seat('Ugo', 'member', SideId.parse('union'), ana)
  const observer = await team.seat('Obi', 'observer', null)
  const board = await team.openBoard()
  const typists = [ana, max, ugo, team.fay].map(
    person => new Typist(person, openScreen(server, person, `joint:${board}`)),
  )
  await Promise.all(typists.map(({ screen }) => synced(screen)))
  for (const typist of typists) typist.postCard()
  return { server, board, typists, fay: team.fay, observer }
}

test(`[F4] what anybody has seen outlives kill -9, ${KILLS} times (seed ${SEED})`, async () => {
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    dieOften({ seed: SEED + lane, kills: Math.ceil((KILLS - lane) / LANES) }),
  )
  const counts = await Promise.all(lanes)
  const sum = (of: 'typed' | 'seen' | 'told') => counts.reduce((all, count) => all + count[of], 0)
  console.log(
    `${KILLS} kills, ${sum('typed')} letters typed, ${sum('seen')} of them seen by one other screen, ${sum('told')} moves`,
  )
})

const dieOften = async ({ seed, kills }: { seed: number; kills: number }) => {
  const table = await openTable()
  const { server, typists } = table
  const random = prng.create(seed)
  const told: number[] = []
  let seen = 0
  for (let round = 1; round <= kills; round++) {
    for (const { screen } of typists) screen.provider.connect()
    // In the other rounds they type on while they come back.
    if (prng.bool(random)) await Promise.all(typists.map(({ screen }) => synced(screen)))
    await typeAndKill(table, random, told)
    const before = typists.map(typist => seenBy(typist, typists))
    seen = Math.max(seen, ...before.map(({ standing }) => standing.length))
    if (round % LOOK_EVERY === 0) await expectWholeDatabase(table)
    await server.startAgain()
    expect(await lostToNewcomer(table, before, told), `seed ${seed}, round ${round}`).toEqual([])
  }
  await expectConverged(table)
  await server.kill()
  await expectWholeDatabase(table)
  for (const { screen } of typists) screen.close()
  return { typed: typists.reduce((sum, { typed }) => sum + typed, 0), seen, told: told.length }
}

/** Letters and moves, and in the middle of them the end. Resolves when every screen has noticed. */
const typeAndKill = async (table: Table, random: Random, told: number[]) => {
  const { server, typists } = table
  const asked: Promise<void>[] = []
  for (let left = prng.int32(random, 1, 80); left > 0; left--) {
    prng.oneOf(random, typists).act(random)
    if (chance(random, 8)) asked.push(startTimer(table, told))
    await turns(prng.int32(random, 0, 2))
  }
  const dead = server.kill()
  // The socket is still open here and nobody reads it any more.
  for (const typist of typists) typist.act(random)
  await Promise.all([dead, ...asked, ...typists.map(typist => typist.cutOff())])
}

/** Notes the number of a move that the server has said is taken. */
const startTimer = async ({ server, fay, board }: Table, told: number[]) => {
  const reply = await move(server, fay, board, { type: 'timer.start', seconds: 60 }).catch(() => null)
  // A request that the kill cut off was not answered: then nobody was told anything.
  if (reply?.status === 201) told.push((reply.body as { move: { seq: number } }).move.seq)
}

/** Read by somebody who holds nothing, before anybody who does has come back. */
const lostToNewcomer = async (
  { server, board, observer, typists }: Table,
  before: readonly ReturnType<typeof seenBy>[],
  told: readonly number[],
): Promise<string[]> => {
  const screens = ['joint', 'minutes'].map(kind => openScreen(server, observer, `${kind}:${board}`))
  await Promise.all(screens.map(synced))
  const [joint, minutes] = screens.map(({ doc }) => doc) as [Y.Doc, Y.Doc]
  const moves = new Set(movesOf(minutes).map(entry => (entry as { seq: number }).seq))
  const lost = [
    ...before.flatMap(seen => lostIn(joint, seen, typists)),
    ...told.filter(seq => !moves.has(seq)).map(seq => `move ${seq} is missing`),
  ]
  for (const screen of screens) screen.close()
  return lost
}

/** Everybody comes back with what they alone still held, and all see all of it. */
const expectConverged = async ({ server, board, observer, typists }: Table) => {
  const all = new Y.Doc()
  for (const { screen } of typists) Y.applyUpdate(all, Y.encodeStateAsUpdate(screen.doc))
  for (const { screen } of typists) screen.provider.connect()
  const newcomer = openScreen(server, observer, `joint:${board}`)
  for (const screen of [newcomer, ...typists.map(({ screen }) => screen)])
    await shows(screen, doc => difference(doc, all) === null)
  newcomer.close()
  expect(typists.flatMap(({ closed }) => closed)).toEqual([])
}

/** No hole in the log, every hash follows from the one before, the directory names the end, and SQLite is content. */
const expectWholeDatabase = async ({ server, board }: Table) => {
  const path = join(server.dataDir, 'jointly.db')
  const storage = openSqlite(path)
  for (const document of [`joint:${board}`, `minutes:${board}`]) {
    const rows = await storage.read(document)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1))
    expect(brokenAt(document, rows, NO_ROWS)).toBeNull()
    expect(await storage.head(document)).toMatchObject({ seq: rows.length, hash: rows.at(-1)?.hash })
  }
  await storage.close()
  const database = new DatabaseSync(path)
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
}
