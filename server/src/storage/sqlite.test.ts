import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openSqlite } from './sqlite.ts'
import { storageContract } from './storage.contract.ts'
import { NewerDatabase } from './storage.ts'

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
