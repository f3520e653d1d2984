import { accessSync, constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { ImageId, MemberId } from '@jointly/board'
import { MIGRATIONS } from './migrations.ts'
import {
  answerOf,
  boardOf,
  claimOf,
  imageOf,
  invitationOf,
  memberOf,
  READ,
  rowOf,
  type SqlRecord,
  seenResultOf,
  sessionOf,
  teamOf,
  WRITE,
} from './sql.ts'
import {
  type Append,
  type Change,
  Conflict,
  DiskFull,
  NewerDatabase,
  NO_ROWS,
  NotWritten,
  type SessionRecord,
  type Storage,
} from './storage.ts'

/**
 * Opens the embedded store, making or upgrading it. `synchronous=FULL`: what was acknowledged survives a power loss
 * (with NORMAL a write-ahead log may lose it). `secure_delete`: what is erased is overwritten on the disk.
 *
 * It runs on the event loop on purpose: measured here, a group commit takes 0.2 ms, less than the way to a thread and
 * back, and while it runs no socket can be told something that is not yet on the disk.
 *
 * `maxPages`: how far the file may grow, 4 kB a page; beyond it commits fail as they do on a full disk.
 */
export const openSqlite = (path: string, { maxPages }: { maxPages?: number } = {}): Storage => {
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path)) refuseReadOnly(path)
  const db = new DatabaseSync(path)
  try {
    refuseNewer(db)
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON')
    if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`)
    refuseDamaged(db)
    upgrade(db)
    // A server that died between erasing and tidying.
    if (isUntidy(db)) tidy(db)
  } catch (error) {
    db.close()
    throw error
  }
  return storageOver(db)
}

/**
 * A database for whoever only looks at it: a copy is opened, and goes when it is closed. So not a byte changes of what is
 * looked at, whichever version wrote it, and it may be in use by a server, or lie where nothing is written.
 */
export const openCopyOf = async (path: string): Promise<Storage> => {
  const dir = mkdtempSync(join(tmpdir(), 'jointly-copy-'))
  const forget = () => rmSync(dir, { recursive: true, force: true })
  try {
    await copy(path, join(dir, 'jointly.db'))
    const storage = openSqlite(join(dir, 'jointly.db'))
    return { ...storage, close: () => storage.close().finally(forget) }
  } catch (error) {
    forget()
    throw error
  }
}

const LOG = '-wal'

/** A database beside which lies a log may be written to meanwhile: SQLite copies it as it is at one moment, where it can read it. */
const copy = async (from: string, to: string): Promise<void> => {
  const hasLog = existsSync(`${from}${LOG}`)
  const db = hasLog ? openToRead(from) : null
  if (db !== null) return backup(db, to).then(() => db.close())
  copyFileSync(from, to)
  if (hasLog) copyFileSync(`${from}${LOG}`, `${to}${LOG}`)
}

/** Null on a disk that takes no writes: SQLite would lay an index of the log beside it. */
const openToRead = (path: string): DatabaseSync | null => {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    versionOf(db)
    return db
  } catch {
    db.close()
    return null
  }
}

const versionOf = (db: DatabaseSync): number => Number(db.prepare('PRAGMA user_version').get()?.user_version)

/** Before anything else: even the choice of a journal would change the file. */
const refuseNewer = (db: DatabaseSync) => {
  const found = versionOf(db)
  if (found > MIGRATIONS.length)
    throw new NewerDatabase(`the database has version ${found}, this Jointly knows up to ${MIGRATIONS.length}`)
}

/** Better told at the start than in the middle of a session. It reads the whole file once. */
const refuseDamaged = (db: DatabaseSync) => {
  const found = String(db.prepare('PRAGMA quick_check(1)').get()?.quick_check)
  if (found !== 'ok') throw new Error(`the file is damaged (${found.split('\n').at(-1)})`)
}

/** SQLite opens it all the same: a server would start, and fail at the first word that somebody writes. */
const refuseReadOnly = (path: string) => {
  try {
    accessSync(path, constants.W_OK)
  } catch (cause) {
    throw new Error('this account may not write to it', { cause })
  }
}

const upgrade = (db: DatabaseSync) => {
  const found = versionOf(db)
  if (found === MIGRATIONS.length) return
  inTransaction(db, () => {
    for (const migration of MIGRATIONS.slice(found)) db.exec(migration)
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
  })
}

const inTransaction = (db: DatabaseSync, work: () => void) => {
  db.exec('BEGIN IMMEDIATE')
  try {
    work()
    db.exec('COMMIT')
  } catch (error) {
    // A full disk may have rolled back already.
    if (db.isTransaction) db.exec('ROLLBACK')
    if (error instanceof Conflict) throw error
    throw notWritten(error)
  }
}

const notWritten = (error: unknown): NotWritten => {
  const isFull = (error as { errcode?: number }).errcode === SQLITE_FULL
  return new (isFull ? DiskFull : NotWritten)('SQLite could not write', { cause: error })
}

/** SQLite's own number for a disk, or a database, that has no room. */
const SQLITE_FULL = 13

const storageOver = (db: DatabaseSync): Storage => {
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, known)
    return known
  }
  const run = (sql: string, ...values: SQLInputValue[]) => Number(prepared(sql).run(...values).changes)
  const all = (sql: string, ...values: SQLInputValue[]) => prepared(sql).all(...values) as SqlRecord[]
  const one = (sql: string, ...values: SQLInputValue[]) => prepared(sql).get(...values) as SqlRecord | undefined

  const append = ({ document, rows, expect }: Append) => {
    const last = rows.at(-1)
    if (last === undefined) return
    const moved =
      expect === 0
        ? run(WRITE.firstHead, document, last.seq, last.hash, last.at)
        : run(WRITE.moveHead, last.seq, last.hash, last.at, document, expect)
    if (moved === 0) throw new Conflict(`${document} does not end at ${expect}`)
    for (const row of rows)
      run(WRITE.row, document, row.seq, row.at, row.by, row.side, row.minutes, row.bytes, row.digest, row.hash)
  }

  const change = (change: Change) => {
    if ('erase' in change || ('drop' in change && change.drop === 'answers')) run(UNTIDY.set)
    const [sql, ...values] = WRITE.change(change)
    if (run(sql, ...values) === 0 && 'use' in change) throw new Conflict('the invitation has no use left')
  }

  const withMembers = (record: SqlRecord): SessionRecord => {
    const session = sessionOf(record)
    return { ...session, members: all(READ.seats, session.tokenHash).map(seat => MemberId.parse(seat.member)) }
  }

  return {
    commit: async ({ appends = [], changes = [] }) =>
      inTransaction(db, () => {
        for (const one of changes) change(one)
        for (const one of appends) append(one)
      }),
    read: async (document, { after = 0, limit = -1 } = {}) => all(READ.rows, document, after, limit).map(rowOf),
    head: async document => {
      const head = one(READ.head, document)
      return head === undefined ? NO_ROWS : { seq: Number(head.seq), hash: String(head.hash), at: String(head.at) }
    },
    documents: async () => all(READ.documents).map(record => String(record.document)),
    claims: async document => all(READ.claims, document).map(claimOf),
    isEmpty: async () => one(READ.anyTeam) === undefined,
    team: async id => orNull(one(READ.team, id), teamOf),
    member: async id => orNull(one(READ.member, id), memberOf),
    members: async team => all(READ.members, team).map(memberOf),
    board: async id => orNull(one(READ.board, id), boardOf),
    boards: async team => all(READ.boards, team).map(boardOf),
    invitation: async codeHash => orNull(one(READ.invitation, codeHash), invitationOf),
    invitations: async team => all(READ.invitations, team).map(invitationOf),
    session: async tokenHash => orNull(one(READ.session, tokenHash), withMembers),
    sessions: async member => all(READ.sessions, member).map(withMembers),
    imageIds: async board => all(READ.imageIds, board).map(({ id }) => ImageId.parse(id)),
    image: async (board, id) => orNull(one(READ.image, board, id), imageOf),
    answers: async (board, round) => all(READ.answers, board, round).map(answerOf),
    seenResults: async board => all(READ.seenResults, board).map(seenResultOf),
    setting: async key => orNull(one(READ.setting, key), record => String(record.value)),
    tidy: async ({ ifLeft } = { ifLeft: false }) => {
      if (!ifLeft || isUntidy(db)) tidy(db)
    },
    close: async () => db.close(),
  }
}

/** Set with an erasure, in its transaction, until nothing of it is left in the file. */
const UNTIDY = {
  set: "INSERT INTO settings (key, value) VALUES ('untidy', '') ON CONFLICT (key) DO NOTHING",
  get: "SELECT 1 AS found FROM settings WHERE key = 'untidy'",
  clear: "DELETE FROM settings WHERE key = 'untidy'",
}

const isUntidy = (db: DatabaseSync): boolean => db.prepare(UNTIDY.get).get() !== undefined

/**
 * `secure_delete` overwrites what is erased where it lies, but a page that was split before may hold a forgotten copy of a
 * cell, and the write-ahead log holds pages as they were. So the file is written anew and the log cut to nothing. It takes
 * about a second for 100 MB, and while it runs nothing else does: rare enough to be had. That it is done is noted last: a
 * server that dies before finds what is left to do.
 */
const tidy = (db: DatabaseSync): void => {
  try {
    // First as it is: whoever still reads, as a backup does, would have the whole file written anew at each try, for nothing.
    cutLog(db)
    db.exec('VACUUM')
    cutLog(db)
    db.exec(UNTIDY.clear)
  } catch (error) {
    db.exec(UNTIDY.set)
    throw notWritten(error)
  }
}

const cutLog = (db: DatabaseSync): void => {
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
  if (busy !== 0) throw new Error('somebody else reads the database')
}

const orNull = <T>(record: SqlRecord | undefined, read: (record: SqlRecord) => T): T | null =>
  record === undefined ? null : read(record)
