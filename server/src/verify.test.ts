import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BoardId, CardId, MemberId, type Move, movesOf } from '@jointly/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { chained } from './storage/chain.ts'
import { openSqlite } from './storage/sqlite.ts'
import { type Head, NO_ROWS, type Row, type Storage } from './storage/storage.ts'
import { verify, verifyFile } from './verify.ts'

const AT = '2026-09-01T09:00:00.000Z'
const ANA = MemberId.parse('ana')
const board = BoardId.parse('b')

const append = async (storage: Storage, document: string, updates: readonly Uint8Array[]): Promise<Row[]> => {
  let head: Head = await storage.head(document)
  const expected = head.seq
  const rows = updates.map(bytes => {
    const row = chained(document, head, { seq: head.seq + 1, at: AT, by: ANA, side: null, minutes: 1, bytes })
    head = row
    return row
  })
  await storage.commit({ appends: [{ document, rows, expect: expected }] })
  return rows
}

/** A board with five rows, and a move that saw the last of them. */
const record = async (): Promise<string> => {
  const path = join(mkdtempSync(join(tmpdir(), 'jointly-')), 'jointly.db')
  const storage = openSqlite(path)
  const rows = await append(
    storage,
    'joint:b',
    [1, 2, 3, 4, 5].map(n => new Uint8Array([n, n, n])),
  )
  const seen = rows.at(-1) ?? NO_ROWS
  const minutes = new Y.Doc()
  const move: Move = {
    ...{ seq: 1, at: AT, by: ANA, side: null, seen: { seq: seen.seq, hash: seen.hash } },
    ...{ type: 'interest.withdraw', card: CardId.parse('c') },
  }
  movesOf(minutes).push([move])
  await append(storage, `minutes:${board}`, [Y.encodeStateAsUpdate(minutes)])
  await storage.close()
  return path
}

const after = async (tamper: string) => {
  const path = await record()
  const db = new DatabaseSync(path)
  db.exec(tamper)
  db.close()
  const storage = openSqlite(path)
  const { findings } = await verify(storage)
  await storage.close()
  return findings.map(({ document, seq }) => `${document} ${seq}`)
}

test('[S11] an untouched record verifies', async () => {
  expect(await verifyFile(await record(), openSqlite)).toEqual({
    lines: ['6 rows of 2 documents: all as they were written.'],
    ok: true,
  })
})

test('[S11] a flipped byte is found at its row', async () => {
  expect(await after(`UPDATE rows SET bytes = x'030304' WHERE document = 'joint:b' AND seq = 3`)).toEqual(['joint:b 3'])
})

test('[S11] a changed name is found at its row', async () => {
  expect(await after(`UPDATE rows SET author = 'max' WHERE document = 'joint:b' AND seq = 2`)).toEqual(['joint:b 2'])
})

test('[S11] a removed row is found where it is missing', async () => {
  expect(await after(`DELETE FROM rows WHERE document = 'joint:b' AND seq = 2`)).toEqual(['joint:b 2'])
})

test('[S11] a swapped pair is found at the first of them', async () => {
  const swap = `UPDATE rows SET seq = 99 WHERE document = 'joint:b' AND seq = 2;
    UPDATE rows SET seq = 2 WHERE document = 'joint:b' AND seq = 3;
    UPDATE rows SET seq = 3 WHERE document = 'joint:b' AND seq = 99;`
  expect(await after(swap)).toEqual(['joint:b 2'])
})

test('[S12] a truncated tail is found against the head', async () => {
  expect(await after(`DELETE FROM rows WHERE document = 'joint:b' AND seq > 4`)).toContain('joint:b 4')
})

test('[S12] a tail truncated together with its head is found by the moves that saw it', async () => {
  const cut = `DELETE FROM rows WHERE document = 'joint:b' AND seq > 4;
    UPDATE heads SET seq = 4, hash = (SELECT hash FROM rows WHERE document = 'joint:b' AND seq = 4) WHERE document = 'joint:b'`
  expect(await after(cut)).toEqual(['joint:b 5'])
})

test('[S11] a path that leads nowhere says so and makes no file', async () => {
  expect(await verifyFile('/tmp/there-is-none.db', openSqlite)).toEqual({
    lines: ['There is no file /tmp/there-is-none.db.'],
    ok: false,
  })
})
