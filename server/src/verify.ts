import { existsSync, readFileSync } from 'node:fs'
import {
  type BoardId,
  documentName,
  documentOf,
  type Move,
  movesOf,
  parseDocument,
  purgedUpTo,
  readMove,
} from '@jointly/board'
import * as Y from 'yjs'
import { headsIn, type KeptHead, recordIn } from './record.ts'
import { brokenAt, contentOf, digestOfLeft, isAsAdded, isErased } from './storage/chain.ts'
import { NO_ROWS, type Row, type Storage } from './storage/storage.ts'

/** What is verified: a database, or an export of one board, which holds no pictures. */
export type Kept = Pick<Storage, 'documents' | 'read' | 'head'> & Partial<Pick<Storage, 'imageIds' | 'image'>>

/** Where the record is not as it was written. `seq` 0: the document as a whole. */
export type Finding = { readonly document: string; readonly seq: number; readonly what: string }

/**
 * Proves that no row of a database was changed, removed or reordered, or says where: each document's rows follow from one
 * another by hash; the last of them is the head that the directory keeps; every move finds the row of the joint document
 * that it saw, and every row the move that was in force, so that an end cut off together with its head shows as well; and
 * content is missing only where a joint act or a purge says that it was erased, and exactly that much.
 */
export const verify = async (storage: Kept): Promise<{ documents: number; rows: number; findings: Finding[] }> => {
  const documents = await storage.documents()
  const findings: Finding[] = []
  let rows = 0
  for (const document of documents) {
    const log = await storage.read(document)
    rows += log.length
    findings.push(...(await inLog(storage, document, log)))
    findings.push(...inErased(document, log))
  }
  const boards = Map.groupBy(documents, document => parseDocument(document)?.board)
  for (const [board, ofBoard] of boards)
    if (board !== undefined)
      findings.push(...(await inAnchors(storage, board, ofBoard)), ...(await inPictures(storage, board)))
  return { documents: documents.length, rows, findings }
}

const inLog = async (storage: Kept, document: string, log: readonly Row[]): Promise<Finding[]> => {
  const broken = brokenAt(document, log, NO_ROWS)
  if (broken !== null) return [{ document, seq: broken, what: 'this row was changed, removed or moved' }]
  const head = await storage.head(document)
  const last = log.at(-1) ?? NO_ROWS
  if (head.seq === last.seq && head.hash === last.hash) return []
  return [{ document, seq: last.seq, what: `the log ends here, and the directory says that it ends at ${head.seq}` }]
}

/**
 * Content is missing where a side purged its caucus, and nowhere else: the row that begins it anew says up to where. A joint
 * act takes content out of the board alone: a row of anything else that says so holds what nobody wrote.
 */
const inErased = (document: string, log: readonly Row[]): Finding[] => {
  const kind = parseDocument(document)?.kind
  const upTo = kind === 'caucus' && log.some(isErased) ? purgedIn(log) : 0
  return log.flatMap(row => {
    if (isErased(row) && row.seq > upTo)
      return [{ document, seq: row.seq, what: 'the content of this row is gone, and nothing says that it was erased' }]
    return kind !== 'joint' && row.erasures !== undefined
      ? [{ document, seq: row.seq, what: 'content was taken out of this row, and no joint act reaches it' }]
      : []
  })
}

/** A row that does not apply was found by the chain already. */
const purgedIn = (log: readonly Row[]): number => {
  try {
    return purgedUpTo(documentOf(contentOf(log)))
  } catch {
    return 0
  }
}

/** What the documents of one board say of each other; one that is gone as a whole is missed by the others. */
const inAnchors = async (storage: Kept, board: BoardId, documents: readonly string[]): Promise<Finding[]> => {
  const minutes = documentName({ kind: 'minutes', board })
  const document = documentName({ kind: 'joint', board })
  const log = await storage.read(minutes)
  const joint = await storage.read(document)
  const hashes = new Map(joint.map(({ seq, hash }) => [seq, hash]))
  const moves = movesIn(log)
  const cut = moves
    .filter(({ seen }) => seen !== undefined && hashes.get(seen.seq) !== seen.hash)
    .map(({ seq, seen }) => ({
      document,
      seq: seen?.seq ?? 0,
      what: `move ${seq} of the minutes saw this row, and it is not there as it was`,
    }))
  const last = log.at(-1)?.seq ?? 0
  const missing: Finding[] = []
  for (const other of documents) {
    const later = other === minutes ? undefined : (await storage.read(other)).find(row => row.minutes > last)
    if (later !== undefined)
      missing.push({
        document: minutes,
        seq: last,
        what: `the log ends here, and row ${later.seq} of ${other} was written under move ${later.minutes}`,
      })
  }
  return [...cut, ...missing, ...inErasures(document, joint, moves)]
}

/** A picture is named by what it shows: what a card says that it shows is what was added. */
const inPictures = async ({ imageIds, image }: Kept, board: BoardId): Promise<Finding[]> => {
  const findings: Finding[] = []
  // One after the other: a board may hold more of them than there is room for at once.
  for (const id of (await imageIds?.(board)) ?? []) {
    const found = await image?.(board, id)
    if (!found || isAsAdded(found)) continue
    const { caucus: side } = found
    const document = documentName(side === null ? { kind: 'joint', board } : { kind: 'caucus', board, side })
    findings.push({ document, seq: 0, what: `the picture ${id} is not the one that was added` })
  }
  return findings
}

/** What is left of a row is what the joint act says that it left; and nothing else says so of a row. */
const inErasures = (document: string, joint: readonly Row[], moves: readonly Move[]): Finding[] => {
  const acts = new Map(moves.flatMap(({ seq, erased }) => (erased ? [[seq, erased] as const] : [])))
  const left = new Map([...acts.keys()].map(move => [move, [] as { seq: number; digest: string }[]]))
  const unknown: Finding[] = []
  for (const { seq, erasures = [] } of joint)
    for (const { move, digest } of erasures) {
      left.get(move)?.push({ seq, digest })
      if (!left.has(move))
        unknown.push({ document, seq, what: `content was taken out of this row, and move ${move} erased nothing` })
    }
  const wrong = [...acts].filter(([move, { digest }]) => digestOfLeft(left.get(move) ?? []) !== digest)
  return [
    ...unknown,
    ...wrong.map(([move]) => ({
      document,
      seq: left.get(move)?.[0]?.seq ?? 0,
      what: `what is left of the rows is not what the erasure of move ${move} left`,
    })),
  ]
}

/** A row that does not apply was found by the chain already. */
const movesIn = (log: readonly Row[]) => {
  const doc = new Y.Doc()
  try {
    for (const { bytes } of log) Y.applyUpdate(doc, bytes)
  } catch {
    return []
  }
  return movesOf(doc)
    .toArray()
    .map(readMove)
    .filter(move => move !== null)
}

/** A head that somebody kept: of a report or an export, for a log that was cut together with all that knew of its end. */
const againstHeads = async (storage: Kept, heads: readonly KeptHead[]): Promise<Finding[]> => {
  const findings = await Promise.all(
    heads.map(async ({ document, seq, hash }) => {
      const [row] = seq === 0 ? [] : await storage.read(document, { after: seq - 1, limit: 1 })
      return seq === 0 || row?.hash === hash
        ? []
        : [{ document, seq, what: 'what was kept elsewhere has another row here' }]
    }),
  )
  return findings.flat()
}

/**
 * `pnpm verify <database or export> [<earlier export or report> …]`, by their paths; the lines to print, and whether all is
 * well.
 */
export const verifyFile = async (
  [path, ...earlier]: readonly (string | undefined)[],
  open: (path: string) => Promise<Storage>,
): Promise<{ lines: readonly string[]; ok: boolean }> => {
  if (path === undefined) return { lines: ['Which record? pnpm verify ./data/jointly.db'], ok: false }
  const missing = [path, ...earlier].find(one => one === undefined || !existsSync(one))
  if (missing !== undefined) return { lines: [`There is no file ${missing}.`], ok: false }
  const heads = earlier.flatMap(one => headsIn(readFileSync(String(one), 'utf8')))
  const isDatabase = readFileSync(path).subarray(0, SQLITE.length).toString('latin1') === SQLITE
  const storage = isDatabase ? await open(path) : null
  const kept = storage ?? recordIn(readFileSync(path, 'utf8'))
  const { documents, rows, findings } = await verify(kept)
  findings.push(...(await againstHeads(kept, heads)))
  await storage?.close()
  if (findings.length === 0)
    return { lines: [`${rows} rows of ${documents} documents: all as they were written.`], ok: true }
  return { lines: findings.map(({ document, seq, what }) => `${document}, row ${seq}: ${what}`), ok: false }
}

const SQLITE = 'SQLite format 3\0'
