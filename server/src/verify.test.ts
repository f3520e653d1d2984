import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BoardId, CardId, MemberId, type Move, movesOf } from '@jointly/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { exportRecord } from './record.ts'
import { chained, digestOfLeft, rowWithout } from './storage/chain.ts'
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
  expect(await verifyFile([await record()], openSqlite)).toEqual({
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
  expect(await verifyFile(['/tmp/there-is-none.db'], openSqlite)).toEqual({
    lines: ['There is no file /tmp/there-is-none.db.'],
    ok: false,
  })
})

test('[S12] minutes cut together with their head are found by the rows that were written under them', async () => {
  const path = await record()
  const storage = openSqlite(path)
  const head = await storage.head('joint:b')
  const row = { seq: 6, at: AT, by: ANA, side: null, minutes: 2, bytes: new Uint8Array([9]) }
  await storage.commit({ appends: [{ document: 'joint:b', rows: [chained('joint:b', head, row)], expect: 5 }] })
  const { findings } = await verify(storage)
  await storage.close()
  expect(findings.map(({ document, seq }) => `${document} ${seq}`)).toEqual(['minutes:b 1'])
})

test('[S11] a byte that is flipped in the file itself is found at its row', async () => {
  const path = await record()
  const storage = openSqlite(path)
  await append(storage, 'joint:b', [new TextEncoder().encode('a sentence that somebody said')])
  await storage.close()
  const file = readFileSync(path)
  const at = file.indexOf('somebody')
  file[at] = 'S'.charCodeAt(0)
  writeFileSync(path, file)
  expect((await verifyFile([path], openSqlite)).lines).toEqual([
    'joint:b, row 6: this row was changed, removed or moved',
  ])
})

type File = Awaited<ReturnType<typeof exportRecord>>

const exported = async (tamper: (file: File) => void = () => {}): Promise<string> => {
  const storage = openSqlite(await record())
  const file = await exportRecord(storage, board)
  await storage.close()
  tamper(file)
  const path = join(mkdtempSync(join(tmpdir(), 'jointly-')), 'record.json')
  writeFileSync(path, JSON.stringify(file))
  return path
}
const jointOf = ({ documents }: File) => documents[0] as File['documents'][number]

test('[S16] an untouched export verifies', async () => {
  expect(await verifyFile([await exported()], openSqlite)).toEqual({
    lines: ['6 rows of 2 documents: all as they were written.'],
    ok: true,
  })
})

test.each<[string, (file: File) => void, string]>([
  ['a flipped byte', file => Object.assign(jointOf(file).rows[2] ?? {}, { bytes: 'AwME' }), '3: this row was changed'],
  ['a removed row', file => jointOf(file).rows.splice(1, 1), '2: this row was changed'],
  [
    'a swapped pair',
    file => jointOf(file).rows.splice(1, 2, ...jointOf(file).rows.slice(1, 3).reverse()),
    '2: this row',
  ],
  ['a missing end', file => jointOf(file).rows.pop(), '4: the log ends here'],
])('[S16] in an export %s is found', async (_name, tamper, found) => {
  const { lines, ok } = await verifyFile([await exported(tamper)], openSqlite)
  expect([lines[0], ok]).toEqual([expect.stringContaining(`joint:b, row ${found}`), false])
})

test('[S16] an end that was cut from a database with all that knew it is found against an earlier export, and against a report', async () => {
  const path = await record()
  const storage = openSqlite(path)
  await append(storage, 'joint:b', [new Uint8Array([6])])
  const kept = join(mkdtempSync(join(tmpdir(), 'jointly-')), 'record.json')
  writeFileSync(kept, JSON.stringify(await exportRecord(storage, board)))
  const { seq, hash } = await storage.head('joint:b')
  const report = join(mkdtempSync(join(tmpdir(), 'jointly-')), 'report.json')
  writeFileSync(report, JSON.stringify({ board: { id: board }, last: { joint: seq, minutes: 1 }, chain: hash }))
  await storage.close()
  const whole = await verifyFile([path, kept, report], openSqlite)
  const db = new DatabaseSync(path)
  db.exec(`DELETE FROM rows WHERE document = 'joint:b' AND seq > 5;
    UPDATE heads SET seq = 5, hash = (SELECT hash FROM rows WHERE document = 'joint:b' AND seq = 5) WHERE document = 'joint:b'`)
  db.close()
  const alone = await verifyFile([path], openSqlite)
  const against = await Promise.all([kept, report].map(file => verifyFile([path, file], openSqlite)))
  expect([whole.ok, alone.ok, ...against.map(({ lines }) => lines)]).toEqual([
    true,
    true,
    ['joint:b, row 6: what was kept elsewhere has another row here'],
    ['joint:b, row 6: what was kept elsewhere has another row here'],
  ])
})

/** The record after a joint act has taken content out of two rows. */
const erased = async (): Promise<string> => {
  const path = await record()
  const storage = openSqlite(path)
  const rows = (await storage.read('joint:b')).slice(1, 3)
  const left = rows.map(row => rowWithout(row, new Uint8Array([0, 0]), 2))
  const digest = digestOfLeft(left.map(({ seq, erasures }) => ({ seq, digest: erasures.at(-1)?.digest ?? '' })))
  const minutes = new Y.Doc()
  for (const { bytes } of await storage.read(`minutes:${board}`)) Y.applyUpdate(minutes, bytes)
  const before = Y.encodeStateVector(minutes)
  const move: Move = {
    ...{ seq: 2, at: AT, by: ANA, side: null, erased: { rows: 2, digest } },
    ...{ type: 'erase.accept', proposal: 1 },
  }
  movesOf(minutes).push([move])
  await append(storage, `minutes:${board}`, [Y.encodeStateAsUpdate(minutes, before)])
  await storage.commit({ changes: left.map(row => ({ erase: 'content', document: 'joint:b', row })) })
  await storage.close()
  return path
}

test('[S15] after an erasure by a joint act the record verifies, and so does its export', async () => {
  const path = await erased()
  const storage = openSqlite(path)
  const file = join(mkdtempSync(join(tmpdir(), 'jointly-')), 'record.json')
  writeFileSync(file, JSON.stringify(await exportRecord(storage, board)))
  await storage.close()
  expect([(await verifyFile([path], openSqlite)).lines, (await verifyFile([file], openSqlite)).lines]).toEqual([
    ['7 rows of 2 documents: all as they were written.'],
    ['7 rows of 2 documents: all as they were written.'],
  ])
})

test.each([
  [
    'what is left of a row is changed',
    `UPDATE rows SET bytes = x'0001' WHERE document = 'joint:b' AND seq = 2`,
    'joint:b 2',
  ],
  [
    'another row says that the act emptied it too',
    `UPDATE rows SET bytes = x'0000', erasures = (SELECT erasures FROM rows WHERE document = 'joint:b' AND seq = 2)
     WHERE document = 'joint:b' AND seq = 4`,
    'joint:b 2',
  ],
  [
    'a row names an act that erased nothing',
    `UPDATE rows SET bytes = x'0000', erasures = replace((SELECT erasures FROM rows WHERE document = 'joint:b' AND seq = 2), '"move":2', '"move":1')
     WHERE document = 'joint:b' AND seq = 4`,
    'joint:b 4',
  ],
])('[S15] where %s, it is found', async (_name, tamper, found) => {
  const path = await erased()
  const db = new DatabaseSync(path)
  db.exec(tamper)
  db.close()
  const storage = openSqlite(path)
  const { findings } = await verify(storage)
  await storage.close()
  expect(findings.map(({ document, seq }) => `${document} ${seq}`)).toEqual([found])
})
