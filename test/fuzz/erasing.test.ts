import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type BoardId, type CardId, NO_RULES, postCard, SideId } from '@jointly/board'
import { openSqlite } from '@jointly/server/sqlite'
import { verify } from '@jointly/server/verify'
import * as prng from 'lib0/prng'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { allBytesIn, canaries, foundIn } from '../server/canaries.ts'
import { joinWire, writes } from '../server/wire.ts'
import { ask, call, freshDir, move, type Person, startTeam } from '../world.ts'
import { type Child, startChild } from './child.ts'
import type { Random } from './seeds.ts'

/** `KILLS_ERASING`: how often the server dies in the middle of each; `FUZZ_SEED` decides when. */
const KILLS = Number(process.env.KILLS_ERASING ?? 5)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
const UNION = SideId.parse('union')

let server: Child
let team: Awaited<ReturnType<typeof startTeam>>
let ana: Person
let max: Person

beforeAll(async () => {
  server = await startChild()
  team = await startTeam(server)
  ana = await team.seat('Ana', 'co-chair', UNION)
  max = await team.seat('Max', 'co-chair', SideId.parse('management'))
}, 60_000)
afterAll(() => server.kill())

/** What takes words away for good, and how one sees afterwards whether it did. */
type Taking = {
  readonly document: (board: BoardId) => string
  /** What must have happened before: asked once per board. */
  readonly prepare: (board: BoardId, card: CardId) => Promise<void>
  /** Resolves with whether the server has said that it is done. */
  readonly take: (board: BoardId) => Promise<boolean>
  readonly isDone: (board: BoardId) => Promise<boolean>
}

const minutesOf = async (board: BoardId): Promise<readonly { type: string; seq: number }[]> => {
  const report = (await call(server.url, 'report', { token: ana.token, params: { id: board } })) as {
    minutes: { type: string; seq: number }[]
  }
  return report.minutes
}
const proposalOf = async (board: BoardId) =>
  (await minutesOf(board)).find(({ type }) => type === 'erase.propose')?.seq ?? 0

const TAKINGS: Record<string, Taking> = {
  erasure: {
    document: board => `joint:${board}`,
    prepare: async (board, card) => {
      await move(server, ana, board, { type: 'rules.propose', rules: NO_RULES })
      for (const who of [ana, max]) await move(server, who, board, { type: 'rules.accept', version: 1 })
      await move(server, ana, board, { type: 'erase.propose', cards: [card] })
    },
    take: async board => {
      const proposal = await proposalOf(board)
      return (await move(server, max, board, { type: 'erase.accept', proposal })).status === 201
    },
    isDone: async board => (await minutesOf(board)).some(({ type }) => type === 'erase.accept'),
  },
  purge: {
    document: board => `caucus:${board}:${UNION}`,
    prepare: async () => {},
    take: async board =>
      (await ask(server.url, 'purgeCaucus', { token: ana.token, params: { id: board, side: UNION } })).status === 204,
    isDone: async board => {
      const query = { document: `caucus:${UNION}` } as const
      const { rows } = await call(server.url, 'history', { token: ana.token, params: { id: board }, query })
      return rows.some(({ bytes }) => bytes === '')
    },
  },
}

/** A board with words that stand nowhere else in the place that they will be taken from. */
const boardWith = async (words: readonly string[], { document, prepare }: Taking): Promise<BoardId> => {
  const board = await team.openBoard()
  const wire = await joinWire(server, document(board), { token: ana.token, query: { saved: '1' } })
  const doc = new Y.Doc()
  const card = postCard(doc, { by: ana.member.id, side: UNION, kind: 'interest', text: words.join(' ') })
  expect(await writes(wire, Y.encodeStateAsUpdate(doc))).toBe('saved')
  wire.socket.close()
  await prepare(board, card)
  return board
}

/** The server dies so long after it was asked. A clock that is looked at, and no timer: those come in whole milliseconds. */
const dieAfter = async (ms: number): Promise<void> => {
  const at = performance.now() + ms
  while (performance.now() < at) await new Promise(resolve => setImmediate(resolve))
  await server.kill()
}

const findings = async () => {
  // A copy: what the next start has to do, this one must not have done.
  const copy = freshDir()
  cpSync(server.dataDir, copy, { recursive: true })
  const storage = openSqlite(join(copy, 'jointly.db'))
  const found = (await verify(storage)).findings
  await storage.close()
  return found
}
const leftOf = (words: readonly string[]) => foundIn(allBytesIn(server.dataDir), words).length

const ROWS = Object.entries(TAKINGS)

test.each(ROWS)(
  `[F6] a kill -9 in the middle of what takes words away (%s) leaves it whole or undone, ${KILLS} times (seed ${SEED})`,
  async (name, taking) => {
    const random: Random = prng.create(SEED)
    const first = await boardWith(canaries(20, `${name}first`), taking)
    const began = performance.now()
    expect(await taking.take(first)).toBe(true)
    const lastsMs = performance.now() - began

    const done: boolean[] = []
    for (let round = 1; round <= KILLS; round++) {
      const words = canaries(20, `${name}${round}x`)
      const board = await boardWith(words, taking)
      await expect.poll(() => leftOf(words)).toBe(20)
      const taken = taking.take(board).catch(() => false)
      await dieAfter(prng.real53(random) * 1.2 * lastsMs)
      const told = await taken
      expect(await findings(), `round ${round}`).toEqual([])
      await server.startAgain()
      const isDone = await taking.isDone(board)
      done.push(isDone)
      // Whole: no word in any file. Undone: every word where it was, and it can be done again.
      expect({ told: told && !isDone, left: leftOf(words) }, `round ${round}`).toEqual({
        ...{ told: false, left: isDone ? 0 : 20 },
      })
      if (!isDone) expect(await taking.take(board)).toBe(true)
      expect(leftOf(words)).toBe(0)
    }
    console.log(
      `${name}: ${done.filter(Boolean).length} of ${KILLS} done when the server died (${lastsMs.toFixed(0)} ms)`,
    )
    await server.kill()
    expect(await findings()).toEqual([])
    await server.startAgain()
  },
)
