import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BoardId, CardId, ImageId, MemberId, type Move, movesOf, SideId, TeamId } from '@jointly/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { exportRecord } from './record.ts'
import { chained, digestOfLeft, imageIdOf, rowWithout } from './storage/chain.ts'
import { openCopyOf, openSqlite } from './storage/sqlite.ts'
import { type BoardRecord, type Head, type ImageRecord, NO_ROWS, type Row, type Storage } from './storage/storage.ts'
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
  expect(await verifyFile([await record()], openCopyOf)).toEqual({
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
  expect(await verifyFile(['/tmp/there-is-none.db'], openCopyOf)).toEqual({
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
  expect((await verifyFile([path], openCopyOf)).lines).toEqual([
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
  expect(await verifyFile([await exported()], openCopyOf)).toEqual({
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
  const { lines, ok } = await verifyFile([await exported(tamper)], openCopyOf)
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
  const whole = await verifyFile([path, kept, report], openCopyOf)
  const db = new DatabaseSync(path)
  db.exec(`DELETE FROM rows WHERE document = 'joint:b' AND seq > 5;
    UPDATE heads SET seq = 5, hash = (SELECT hash FROM rows WHERE document = 'joint:b' AND seq = 5) WHERE document = 'joint:b'`)
  db.close()
  const alone = await verifyFile([path], openCopyOf)
  const against = await Promise.all([kept, report].map(file => verifyFile([path, file], openCopyOf)))
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
  expect([(await verifyFile([path], openCopyOf)).lines, (await verifyFile([file], openCopyOf)).lines]).toEqual([
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

/** A second board beside the first, with as many rows of its own. */
const twoBoards = async (): Promise<string> => {
  const path = await record()
  const storage = openSqlite(path)
  await append(
    storage,
    'joint:other',
    [6, 7, 8].map(n => new Uint8Array([n, n, n])),
  )
  const minutes = new Y.Doc()
  movesOf(minutes).push([{ seq: 1, at: AT, by: ANA, side: null, type: 'layout.lock' }])
  await append(storage, 'minutes:other', [Y.encodeStateAsUpdate(minutes)])
  await storage.close()
  return path
}
const found = async (path: string): Promise<string[]> => {
  const storage = await openCopyOf(path)
  const { findings } = await verify(storage)
  await storage.close()
  return findings.map(({ document, seq }) => `${document} ${seq}`)
}
const tampered = async (path: string, tamper: (db: DatabaseSync) => void): Promise<string[]> => {
  const db = new DatabaseSync(path)
  tamper(db)
  db.close()
  return found(path)
}

/** Writes a document's rows anew from one on, as somebody with the disk would who knows how hashes are made. */
const rewritten = (db: DatabaseSync, document: string, change: (row: Row) => Row) => {
  let head: Head = NO_ROWS
  for (const record of db.prepare('SELECT * FROM rows WHERE document = ? ORDER BY seq').all(document)) {
    const { seq, at, author, side, minutes, bytes } = record as Record<string, never>
    const row = chained(document, head, change({ seq, at, by: author, side, minutes, bytes } as never))
    const write = 'UPDATE rows SET bytes = ?, digest = ?, hash = ? WHERE document = ? AND seq = ?'
    db.prepare(write).run(row.bytes, row.digest, row.hash, document, row.seq)
    head = row
  }
  db.prepare('UPDATE heads SET hash = ? WHERE document = ?').run(head.hash, document)
}

test('[S11] a row that was changed together with its own hash is found at the one after it', async () => {
  const path = await record()
  const storage = openSqlite(path)
  const [first, second] = await storage.read('joint:b')
  await storage.close()
  const forged = chained('joint:b', first as Row, { ...(second as Row), bytes: new Uint8Array([9]) })
  const set = 'UPDATE rows SET bytes = ?, digest = ?, hash = ? WHERE document = ? AND seq = 2'
  expect(
    await tampered(path, db => db.prepare(set).run(forged.bytes, forged.digest, forged.hash, 'joint:b')),
  ).toContain('joint:b 3')
})

test('[S12] where all hashes after it were made anew as well, a changed row is found by the move that saw a later one', async () => {
  const forge = (row: Row) => (row.seq === 2 ? { ...row, bytes: new Uint8Array([9]) } : row)
  expect(await tampered(await record(), db => rewritten(db, 'joint:b', forge))).toEqual(['joint:b 5'])
})

test('[S11] rows of two boards that were swapped are found in both', async () => {
  const swap = `UPDATE rows SET document = 'x' WHERE document = 'joint:b' AND seq = 2;
    UPDATE rows SET document = 'joint:b' WHERE document = 'joint:other' AND seq = 2;
    UPDATE rows SET document = 'joint:other' WHERE document = 'x'`
  expect(await tampered(await twoBoards(), db => db.exec(swap))).toEqual(['joint:b 2', 'joint:other 2'])
})

test('[S11] a document that was put in another’s place is found from its first row on', async () => {
  const swap = ['rows', 'heads']
    .map(
      table => `UPDATE ${table} SET document = 'x' WHERE document = 'joint:b';
        UPDATE ${table} SET document = 'joint:b' WHERE document = 'joint:other';
        UPDATE ${table} SET document = 'joint:other' WHERE document = 'x'`,
    )
    .join(';')
  expect(await tampered(await twoBoards(), db => db.exec(swap))).toEqual(
    expect.arrayContaining(['joint:b 1', 'joint:other 1']),
  )
})

test.each([
  ['the minutes', 'minutes:b', ['minutes:b 0']],
  ['the board', 'joint:b', ['joint:b 5']],
])(
  '[S12] %s that are gone as a whole, with their head, are missed by what is left',
  async (_what, document, missed) => {
    const remove = `DELETE FROM rows WHERE document = '${document}'; DELETE FROM heads WHERE document = '${document}'`
    expect(await tampered(await twoBoards(), db => db.exec(remove))).toEqual(missed)
  },
)

test('[S12] minutes that were cut are missed by what was written in a caucus under them', async () => {
  const path = await record()
  const storage = openSqlite(path)
  const row = { seq: 1, at: AT, by: ANA, side: null, minutes: 2, bytes: new Uint8Array([9]) }
  const document = 'caucus:b:union'
  await storage.commit({ appends: [{ document, rows: [chained(document, NO_ROWS, row)], expect: 0 }] })
  await storage.close()
  expect(await found(path)).toEqual(['minutes:b 1'])
})

test.each(['minutes:b', 'caucus:b:union'])(
  '[S15] a row of %s that says that a joint act left it so is found: none reaches it',
  async document => {
    const path = await record()
    const storage = openSqlite(path)
    if (document !== 'minutes:b') await append(storage, document, [new Uint8Array([0, 0])])
    await storage.close()
    const bytes = Y.encodeStateAsUpdate(new Y.Doc())
    const erasures = JSON.stringify([{ move: 1, digest: sha256(bytes) }])
    const forge = 'UPDATE rows SET bytes = ?, erasures = ? WHERE document = ? AND seq = 1'
    expect(await tampered(path, db => db.prepare(forge).run(bytes, erasures, document))).toContain(`${document} 1`)
  },
)

test.each<[string, (file: File) => void, string]>([
  ['who wrote a row', file => Object.assign(jointOf(file).rows[1] ?? {}, { by: 'max' }), 'joint:b, row 2'],
  ['for which side', file => Object.assign(jointOf(file).rows[1] ?? {}, { side: 'union' }), 'joint:b, row 2'],
  ['when', file => Object.assign(jointOf(file).rows[1] ?? {}, { at: '2026-09-02T09:00:00.000Z' }), 'joint:b, row 2'],
  ['under which move', file => Object.assign(jointOf(file).rows[1] ?? {}, { minutes: 0 }), 'joint:b, row 2'],
  ['where it ends', file => Object.assign(jointOf(file).head, { hash: 'f'.repeat(64) }), 'joint:b, row 5'],
  [
    'the words of a move',
    file => Object.assign(file.documents[1]?.rows[0] ?? {}, { bytes: 'AAA=' }),
    'minutes:b, row 1',
  ],
])('[S16] in the text of an export it is found that somebody changed %s', async (_what, tamper, at) => {
  const { lines, ok } = await verifyFile([await exported(tamper)], openCopyOf)
  expect([lines[0]?.startsWith(at), ok]).toEqual([true, false])
})

test.each<[string, (file: File) => void]>([
  ['without its minutes', file => file.documents.pop()],
  ['without its board', file => file.documents.shift()],
  ['with its board twice', file => file.documents.push(structuredClone(jointOf(file)))],
  ['of another board', file => Object.assign(file, { board: 'other' })],
])('[S16] an export %s is none', async (_what, tamper) => {
  await expect(verifyFile([await exported(tamper)], openCopyOf)).rejects.toThrow(/board and its minutes/)
})

const bytesIn = (dir: string) =>
  Object.fromEntries(readdirSync(dir).map(name => [name, sha256(readFileSync(join(dir, name)))]))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test.each([
  ['as it was left', () => {}],
  [
    'of an earlier version',
    (db: DatabaseSync) => db.exec('DROP TABLE seen; ALTER TABLE rows DROP COLUMN erasures; PRAGMA user_version = 5'),
  ],
  [
    'with erased content to be tidied away',
    (db: DatabaseSync) => db.exec("INSERT INTO settings VALUES ('untidy', '')"),
  ],
])('[S17] verifying a database %s changes not a byte of it and leaves nothing beside it', async (_what, prepare) => {
  const path = await record()
  const db = new DatabaseSync(path)
  prepare(db)
  db.close()
  const before = bytesIn(dirname(path))
  expect((await verifyFile([path], openCopyOf)).lines).toEqual(['6 rows of 2 documents: all as they were written.'])
  expect(bytesIn(dirname(path))).toEqual(before)
})

test('[S17] a database that a server has open is verified with all that it has committed', async () => {
  const path = await record()
  const storage = openSqlite(path)
  await append(storage, 'joint:b', [new Uint8Array([6])])
  const { lines } = await verifyFile([path], openCopyOf)
  await append(storage, 'joint:b', [new Uint8Array([7])])
  await storage.close()
  expect([lines, (await verifyFile([path], openCopyOf)).lines]).toEqual([
    ['7 rows of 2 documents: all as they were written.'],
    ['8 rows of 2 documents: all as they were written.'],
  ])
})

test('[S19] a picture that was changed, or put in the place of another, is found; one of before is passed over', async () => {
  const path = await record()
  const storage = openSqlite(path)
  await append(storage, 'caucus:b:union', [new Uint8Array([0, 0])])
  await storage.commit({
    changes: [
      { put: 'team', team: { id: TeamId.parse('t'), name: 'Lincoln School', sides: [], createdAt: AT } },
      { put: 'board', board: BOARD },
    ],
  })
  const pictures = [null, SideId.parse('union')].map((caucus, i) => {
    const added = { board, caucus, by: ANA, createdAt: AT, bytes: new Uint8Array([1, 2, i]) }
    return { id: imageIdOf(added), ...added }
  })
  const before = { ...pictures[0], id: ImageId.parse('from-before') } as ImageRecord
  await storage.commit({ changes: [...pictures, before].map(image => ({ put: 'image', image }) as const) })
  await storage.close()
  const flip = `UPDATE images SET bytes = x'010203' WHERE caucus IS NULL`
  const swap = `UPDATE images SET bytes = (SELECT bytes FROM images WHERE caucus IS NULL) WHERE caucus = 'union'`
  expect([
    await found(path),
    await tampered(path, db => db.exec(flip)),
    await tampered(path, db => db.exec(swap)),
  ]).toEqual([[], ['joint:b 0'], expect.arrayContaining(['caucus:b:union 0'])])
})
const BOARD: BoardRecord = {
  ...{ id: board, team: TeamId.parse('t'), title: 'Cover', template: 'full', case: null, practice: false },
  createdAt: AT,
}
