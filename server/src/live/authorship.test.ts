import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { queryObjects } from 'node:v8'
import { BoardId } from '@jointly/board'
import { emptyBoard, people, post } from '@jointly/board/testing'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { chained } from '../storage/chain.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { NO_ROWS } from '../storage/storage.ts'
import { Authorship } from './authorship.ts'

const storage = openSqlite(join(mkdtempSync(join(tmpdir(), 'jointly-')), 'jointly.db'))
afterAll(() => storage.close())

const KEPT = 50
const boards = Array.from({ length: KEPT + 10 }, (_, i) => BoardId.parse(`b${i}`))
const jointOf = (board: BoardId) => ({ kind: 'joint', board }) as const

/** A log of one row, in which Ana wrote an interest. */
const write = async (board: BoardId) => {
  const document = `joint:${board}`
  const doc = emptyBoard()
  post(doc, people.ana, { kind: 'interest', text: 'Calm classes' })
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  const { id: by, side } = people.ana
  const row = chained(document, NO_ROWS, { seq: 1, at: '2026-09-01T09:00:00.000Z', by, side, minutes: 1, bytes })
  await storage.commit({ appends: [{ document, rows: [row], expect: 0 }] })
}

/** Every document that something still holds; what nobody holds is collected first. */
const docs = () => queryObjects(Y.Doc, { format: 'count' })

test('[L40] what was followed is kept of the fifty documents asked about last, and of none that was to be forgotten', async () => {
  for (const board of boards) await write(board)
  const authorship = new Authorship(storage)
  const before = docs()
  for (const board of boards) expect(await authorship.rewordings(jointOf(board))).toEqual({})
  const kept = docs() - before
  for (const board of boards) authorship.forget(jointOf(board))
  expect({ kept, left: docs() - before }).toEqual({ kept: KEPT, left: 0 })
})
