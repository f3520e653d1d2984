import { cardsOf, documentOf, linksOf, movesOf, processOf } from '@jointly/board'
import { brokenAt } from '@jointly/server/chain'
import { NO_ROWS, type Row } from '@jointly/server/storage'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { call, type Person, processIn } from '../world.ts'
import { crossedIn } from './oracle.ts'
import { ownerIn, Player, type Table } from './player.ts'
import { turns } from './seeds.ts'
import { difference } from './shown.ts'

const LIMIT_MS = 20_000

/** Waits until every page shows what the log says, and all that was sent is known to be committed; else says who differs. */
export const settle = async (players: readonly Player[], table: Table): Promise<void> => {
  const deadline = performance.now() + LIMIT_MS
  for (;;) {
    const replays = { joint: await replay(table, 'joint'), minutes: await replay(table, 'minutes') }
    const behind = players.filter(player => !isLike(player, replays))
    if (behind.length === 0 || table.wrong.length > 0) return
    if (performance.now() > deadline)
      throw new Error(`did not settle:\n${behind.map(describe(replays.joint)).join('\n')}`)
    await turns(20)
  }
}

const isLike = (player: Player, { joint, minutes }: { joint: Y.Doc; minutes: Y.Doc }): boolean =>
  player.quiet &&
  sameClocks(player.joint.doc, joint) &&
  sameClocks(player.minutes.doc, minutes) &&
  difference(player.joint.doc, joint) === null

const sameClocks = (a: Y.Doc, b: Y.Doc) => clocksOf(a) === clocksOf(b)
const clocksOf = (doc: Y.Doc) =>
  JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b))

const describe = (log: Y.Doc) => (player: Player) =>
  `${player.person.member.name}: quiet ${player.quiet}, same clocks ${sameClocks(player.joint.doc, log)}, difference: ${difference(player.joint.doc, log)}`

/** A document as the rows of the log make it, applied in order; what Yjs would clean up while reading stands in no row [D11]. */
const replay = async ({ server: { world }, board }: Table, kind: 'joint' | 'minutes'): Promise<Y.Doc> => {
  const rows = await world.app.services.storage.read(`${kind}:${board}`)
  return documentOf(rows.map(({ bytes }) => bytes))
}

/** All that must hold of a board where everything has arrived. */
export const expectAllWell = async (players: readonly Player[], table: Table, newcomer: Person): Promise<void> => {
  expect(table.wrong).toEqual([])
  await expectSameForAll(players, table, newcomer)
  for (const kind of ['joint', 'minutes'] as const) await expectWholeLog(table, kind)
  await expectTrueAuthors(table)
  const server = await table.server.world.app.services.rooms.use(
    { kind: 'minutes', board: table.board },
    ({ process }) => process,
  )
  for (const { minutes } of players) expect(processIn(minutes)).toEqual(server)
  expect(processOf(movesOf(await replay(table, 'minutes')))).toEqual(server)
}

const expectSameForAll = async (players: readonly Player[], table: Table, newcomer: Person) => {
  const fresh = new Player(newcomer, players[0]?.random as Player['random'], table)
  await fresh.loadedBoth()
  const history = await fromHistory(table, newcomer)
  for (const { joint } of [fresh, ...players]) {
    expect(difference(joint.doc, history)).toBeNull()
    expect(crossedIn(joint.doc)).toEqual([])
  }
  expect(clocksOf(history)).toBe(clocksOf(fresh.joint.doc))
  for (const { joint } of players)
    expect(Y.equalSnapshots(Y.snapshot(joint.doc), Y.snapshot(history)), 'the same is deleted').toBe(true)
  fresh.close()
}

/** The replay that anybody can do: the rows from the history endpoint, a page at a time. */
const fromHistory = async ({ server: { world }, board }: Table, { token }: Person): Promise<Y.Doc> => {
  const rows: Buffer[] = []
  for (let after = 0, last = 1; after < last; ) {
    const page = await call(world.url, 'history', { token, params: { id: board }, query: { after, limit: 97 } })
    rows.push(...page.rows.map(({ bytes }) => Buffer.from(bytes, 'base64')))
    after = page.rows.at(-1)?.seq ?? page.last
    last = page.last
  }
  return documentOf(rows)
}

const expectWholeLog = async ({ server: { world }, board }: Table, kind: 'joint' | 'minutes') => {
  const { storage } = world.app.services
  const name = `${kind}:${board}`
  const rows = await storage.read(name)
  expect(brokenAt(name, rows, NO_ROWS)).toBeNull()
  const { seq, hash, at } = rows.at(-1) as Row // a board begins with rows
  expect(await storage.head(name)).toEqual({ seq, hash, at })
}

/** Every row is by whom its words are, and every card and link stands under the name of whoever made it. */
const expectTrueAuthors = async (table: Table) => {
  const { storage } = table.server.world.app.services
  for (const { bytes, by } of await storage.read(`joint:${table.board}`))
    for (const client of Y.parseUpdateMeta(bytes).to.keys()) expect(by).toBe(ownerIn(table, client))
  const doc = await replay(table, 'joint')
  const members = new Map((await storage.members(await teamOf(table))).map(member => [member.id, member]))
  for (const entries of [cardsOf(doc), linksOf(doc)])
    for (const [, item] of entries._map) {
      const entry = item.content.getContent()[0] as Y.Map<unknown>
      const writer = ownerIn(table, item.id.client)
      expect([entry.get('by'), entry.get('side')]).toEqual([writer, members.get(writer)?.side])
    }
}

const teamOf = async ({ server: { world }, board }: Table) => {
  const record = await world.app.services.storage.board(board)
  if (record === null) throw new Error('the board is gone')
  return record.team
}
