import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BoardId, ImageId, MemberId, RoundId, SideId, TeamId } from '@jointly/board'
import { expect, test } from 'vitest'
import { verify } from '../verify.ts'
import { chained } from './chain.ts'
import { MIGRATIONS } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import { storageContract } from './storage.contract.ts'
import { NewerDatabase, NO_ROWS, NotWritten } from './storage.ts'

const freshPath = () => join(mkdtempSync(join(tmpdir(), 'jointly-')), 'jointly.db')

storageContract('SQLite', async () => {
  const path = freshPath()
  const storage = openSqlite(path)
  return {
    storage,
    reopen: async () => {
      await storage.close()
      return openSqlite(path)
    },
  }
})

test('[S9] a database of a newer Jointly is refused, and not a byte of it changes', () => {
  const path = freshPath()
  const db = new DatabaseSync(path)
  db.exec('CREATE TABLE unknown (id TEXT); PRAGMA user_version = 99')
  db.close()
  const before = readFileSync(path)
  expect(() => openSqlite(path)).toThrow(NewerDatabase)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('[S10] a file that is no database is refused with a plain message', () => {
  const path = freshPath()
  writeFileSync(path, 'this is a letter, not a database'.repeat(100))
  expect(() => openSqlite(path)).toThrow(/not a database/)
})

/** What a server of the first version left, in all that a person would miss, brought to version `to` by the steps up to it. */
const oldDatabase = (to: number): string => {
  const path = freshPath()
  const db = new DatabaseSync(path)
  db.exec(MIGRATIONS[0] as string)
  const at = '2026-09-01T09:00:00.000Z'
  const row = chained('joint:b', NO_ROWS, { ...{ seq: 1, at, by: ANA, side: UNION }, minutes: 1, bytes: BYTES })
  const insert = (table: string, ...values: (string | number | null | Uint8Array)[]) =>
    db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values)
  insert('teams', 't', 'Lincoln School', '[]', at)
  insert('members', ANA, 't', 'Ana', 'co-chair', UNION, 1, 0)
  insert('boards', 'b', 't', 'Cover', 'full', null, 0, at)
  insert('rows', 'joint:b', row.seq, row.at, row.by, row.side, row.minutes, row.bytes, row.digest, row.hash)
  insert('heads', 'joint:b', row.seq, row.hash, at)
  insert('claims', 'joint:b', 7, ANA, UNION)
  insert('sessions', 'hash', 'cookie', '2027-01-01T00:00:00.000Z')
  insert('seats', 'hash', ANA)
  insert('images', 'picture', 'b', ANA, at, BYTES)
  insert('settings', 'example-team', 't')
  for (const step of MIGRATIONS.slice(1, to)) db.exec(step)
  db.exec(`PRAGMA user_version = ${to}`)
  db.close()
  return path
}
const ANA = MemberId.parse('ana')
const UNION = SideId.parse('union')
const BYTES = new Uint8Array([1, 2, 3])

test.each(MIGRATIONS.map((_, i) => i + 1))('[S18] what version %i kept is all there, and verifies', async version => {
  const path = oldDatabase(version)
  const storage = openSqlite(path)
  const board = BoardId.parse('b')
  const found = {
    team: (await storage.team(TeamId.parse('t')))?.name,
    member: await storage.member(ANA),
    board: (await storage.board(board))?.title,
    claims: await storage.claims('joint:b'),
    session: (await storage.session('hash'))?.members,
    image: (await storage.image(board, ImageId.parse('picture')))?.bytes,
    setting: await storage.setting('example-team'),
    verified: await verify(storage),
  }
  await storage.close()
  expect(found).toEqual({
    team: 'Lincoln School',
    member: { ...{ id: ANA, team: 't', name: 'Ana', role: 'co-chair', side: UNION }, admitted: true },
    board: 'Cover',
    claims: [{ client: 7, member: ANA, side: UNION }],
    session: [ANA],
    image: BYTES,
    setting: 't',
    verified: { ...{ documents: 1, rows: 1 }, findings: [expect.objectContaining({ document: 'minutes:b' })] },
  })
})

test('[S13] what could not be tidied because somebody read the file is tidied later, and only then again', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'jointly-')), 'jointly.db')
  const storage = openSqlite(path)
  const board = BoardId.parse('b')
  const answer = { board, round: RoundId.parse('r'), member: ANA, side: UNION, answer: { signal: 'up' } } as const
  await storage.commit({ changes: [{ put: 'answer', answer }] })
  const reader = new DatabaseSync(path)
  reader.exec('BEGIN; SELECT count(*) FROM answers')
  await storage.commit({ changes: [{ drop: 'answers', board, round: answer.round }] })
  await expect(storage.tidy()).rejects.toThrow(NotWritten)
  await expect(storage.tidy({ ifLeft: true })).rejects.toThrow(NotWritten)
  reader.exec('COMMIT')
  reader.close()
  await storage.tidy({ ifLeft: true })
  const files = () => [path, `${path}-wal`].map(file => readFileSync(file, 'latin1')).join('')
  const holds = files().includes('"signal":"up"')
  // Nothing is left: a second one has nothing to do, and does not write the file anew.
  const before = files()
  await storage.tidy({ ifLeft: true })
  expect([holds, files() === before]).toEqual([false, true])
  await storage.close()
})

test('[S18] a step that cannot be taken leaves the database at the version that it had, with all that is in it', () => {
  const path = oldDatabase(3)
  const db = new DatabaseSync(path)
  // What the fourth step adds is there already, as if somebody had tried by hand.
  db.exec('ALTER TABLE images ADD COLUMN caucus TEXT')
  db.close()
  expect(() => openSqlite(path)).toThrow(/could not write/)
  const after = new DatabaseSync(path)
  const version = after.prepare('PRAGMA user_version').get()
  const tables = after.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'answers'").get()
  after.close()
  expect([version, tables]).toEqual([{ user_version: 3 }, { n: 0 }])
})
