import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqlite } from '@jointly/server/sqlite'
import { afterEach, expect, test } from 'vitest'
import { freshDir, startWorld } from '../world.ts'
import { endPrograms, MAIN, running, startProgram } from './program.ts'
import { seatTable } from './seats.ts'

/** What a server does that cannot start: one clear message, exit code 1, and the data as they were. */

afterEach(endPrograms)

/** The empty file that a server locks is nobody's data. */
const filesIn = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir)
      .filter(name => name !== 'jointly.lock')
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex'),
      ]),
  )

test('[B5] every mistake in the settings is told at once, and nothing is started', async () => {
  const wrong = {
    PORT: '99999',
    PUBLIC_URL: 'ftp://jointly',
    DATABASE_URL: 'postgres://elsewhere',
    OPEN_SIGNUP: 'maybe',
    EXAMPLE: 'yes',
    LOG_LEVEL: 'loud',
  }
  const { code, stdout, stderr } = await startProgram(wrong).ended
  const told = stderr.split('\n').map(line => line.trim().split(':')[0])
  expect([code, stdout, told]).toEqual([1, '', ['These settings are wrong', ...Object.keys(wrong), '']])
})

test('[B5] a used port is told by name, with what to do', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { code, stdout, stderr } = await startProgram({ PORT: String(port) }).ended
  other.close()
  expect([code, stdout, stderr]).toEqual([
    1,
    '',
    `127.0.0.1:${port} is in use: stop what uses it, or set PORT to another number.\n`,
  ])
})

test('[B5] an address of another machine is told as such', async () => {
  const { code, stderr } = await startProgram({ HOST: '192.0.2.1' }).ended
  expect([code, stderr]).toEqual([1, '192.0.2.1:0 does not belong to this machine: set HOST to one that does.\n'])
})

test('[B6] a file that is no database is left as it is', async () => {
  const dataDir = freshDir()
  writeFileSync(join(dataDir, 'jointly.db'), 'this is a letter, not a database'.repeat(100))
  const before = filesIn(dataDir)
  const { code, stderr } = await startProgram({ DATA_DIR: dataDir }).ended
  expect([code, stderr, filesIn(dataDir)]).toEqual([
    1,
    `The database ${join(dataDir, 'jointly.db')} cannot be opened: file is not a database. It was left as it is.\n`,
    before,
  ])
})

test('[B6] a database that a newer Jointly wrote is left as it is', async () => {
  const dataDir = freshDir()
  const path = join(dataDir, 'jointly.db')
  await openSqlite(path).close()
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 99')
  db.close()
  const before = filesIn(dataDir)
  const { code, stderr } = await startProgram({ DATA_DIR: dataDir }).ended
  expect([
    code,
    stderr.startsWith(`The database ${path} cannot be opened: the database has version 99`),
    filesIn(dataDir),
  ]).toEqual([1, true, before])
})

/** A database in use, one page of which a bad disk has overwritten. */
const damaged = async (page: number): Promise<string> => {
  const world = await startWorld()
  await seatTable(world)
  await world.stop()
  const path = join(world.dataDir, 'jointly.db')
  const bytes = readFileSync(path)
  bytes.fill(0xab, page * 4096, (page + 1) * 4096)
  writeFileSync(path, bytes)
  return world.dataDir
}

test('[B6] a damaged database is told before anybody is let in, and left as it is', async () => {
  const dataDir = await damaged(5)
  const before = filesIn(dataDir)
  const { code, stdout, stderr } = await startProgram({ DATA_DIR: dataDir, EXAMPLE: 'off' }).ended
  expect([code, stdout, stderr.split('\n').length, filesIn(dataDir)]).toEqual([1, '', 2, before])
})

test.each([
  ['at the end of a page', (bytes: number) => Math.floor(bytes / 2 / 4096) * 4096],
  ['in the middle of a page', (bytes: number) => Math.floor(bytes / 2 / 4096) * 4096 + 1_000],
  ['behind its first page', () => 4096],
  ['within its first page', () => 1_000],
])('[B6] a database that was cut %s is told before anybody is let in, and left as it is', async (_where, sizeOf) => {
  const world = await startWorld()
  await seatTable(world)
  await world.stop()
  const { dataDir } = world
  const path = join(dataDir, 'jointly.db')
  truncateSync(path, sizeOf(readFileSync(path).length))
  const before = filesIn(dataDir)
  const { code, stdout, stderr } = await startProgram({ DATA_DIR: dataDir, EXAMPLE: 'off' }).ended
  expect([code, stdout, stderr, filesIn(dataDir)]).toEqual([
    1,
    '',
    expect.stringMatching(/^The database \S+ cannot be opened: [^\n]+ It was left as it is\.\n$/),
    before,
  ])
})

/** The superuser may write everywhere: then the server is started as somebody who may not. */
const MAY_NOT = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
/** Not where the sources lie in the superuser's own home. */
const canStart = spawnSync(process.execPath, ['-e', 'fs.accessSync(process.argv[1])', MAIN], MAY_NOT).status === 0

test.runIf(canStart).each([
  ['an empty data folder', false, 'nothing can be written in its folder'],
  ['a data folder with a database', true, 'nothing can be written in its folder'],
])('[B6] %s in which nothing can be written is told as such, and left as it is', async (_what, hasData, why) => {
  const dataDir = freshDir()
  if (hasData) await openSqlite(join(dataDir, 'jointly.db')).close()
  for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o444)
  chmodSync(dataDir, 0o555)
  const before = filesIn(dataDir)
  const { code, stdout, stderr } = await startProgram({ DATA_DIR: dataDir }, MAY_NOT).ended
  chmodSync(dataDir, 0o755)
  const told = `The database ${join(dataDir, 'jointly.db')} cannot be opened: ${why}. It was left as it is.\n`
  expect([code, stdout, stderr, filesIn(dataDir)]).toEqual([1, '', told, before])
})

test.runIf(canStart)(
  '[B6] a database that may only be read is told at the start, not at the first word that somebody writes',
  async () => {
    const dataDir = freshDir()
    const path = join(dataDir, 'jointly.db')
    await openSqlite(path).close()
    chmodSync(path, 0o444)
    chmodSync(dataDir, 0o777)
    const before = filesIn(dataDir)
    const { code, stderr } = await startProgram({ DATA_DIR: dataDir, EXAMPLE: 'off' }, MAY_NOT).ended
    const told = `The database ${path} cannot be opened: this account may not write to it. It was left as it is.\n`
    expect([code, stderr, filesIn(dataDir)]).toEqual([1, told, before])
  },
)

test('[B6] a data folder that cannot be one is told as such', async () => {
  const dir = freshDir()
  const file = join(dir, 'letter.txt')
  writeFileSync(file, 'a letter')
  const { code, stderr } = await startProgram({ DATA_DIR: file }).ended
  expect([code, stderr.startsWith(`The database ${file}/jointly.db cannot be opened: `)]).toEqual([1, true])
})

test('[B6] a folder where the database should be is told as such', async () => {
  const dataDir = freshDir()
  mkdirSync(join(dataDir, 'jointly.db'))
  const { code, stderr } = await startProgram({ DATA_DIR: dataDir }).ended
  expect([code, stderr.startsWith(`The database ${dataDir}/jointly.db cannot be opened: `)]).toEqual([1, true])
})

test('[B7] a second server on the same data folder is refused, also after the first was killed and came again', async () => {
  const first = startProgram()
  await running(first)
  const second = await startProgram({ DATA_DIR: first.dataDir }).ended
  first.child.kill('SIGKILL')
  await first.ended
  const third = startProgram({ DATA_DIR: first.dataDir })
  await running(third)
  const fourth = await startProgram({ DATA_DIR: first.dataDir }).ended
  const refused = `The data folder ${first.dataDir} is in use by another Jointly: stop that one, or set DATA_DIR to another folder.\n`
  expect([second.code, second.stdout, second.stderr, fourth.stderr]).toEqual([1, '', refused, refused])
})
