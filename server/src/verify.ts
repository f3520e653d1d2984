import { existsSync } from 'node:fs'
import { documentName, documentOf, movesOf, parseDocument, purgedUpTo, readMove } from '@jointly/board'
import * as Y from 'yjs'
import { brokenAt, contentOf, isErased } from './storage/chain.ts'
import { NO_ROWS, type Row, type Storage } from './storage/storage.ts'

/** Where the record is not as it was written. `seq` 0: the document as a whole. */
export type Finding = { readonly document: string; readonly seq: number; readonly what: string }

/**
 * Proves that no row of a database was changed, removed or reordered, or says where: each document's rows follow from one
 * another by hash; the last of them is the head that the directory keeps; and every move that names the row of the joint
 * document which it was made about finds that row, so that an end cut off together with its head shows as well.
 */
export const verify = async (storage: Storage): Promise<{ documents: number; rows: number; findings: Finding[] }> => {
  const documents = await storage.documents()
  const findings: Finding[] = []
  let rows = 0
  for (const document of documents) {
    const log = await storage.read(document)
    rows += log.length
    findings.push(...(await inLog(storage, document, log)))
    findings.push(...inErased(document, log))
    if (parseDocument(document)?.kind === 'minutes') findings.push(...(await inAnchors(storage, document, log)))
  }
  return { documents: documents.length, rows, findings }
}

const inLog = async (storage: Storage, document: string, log: readonly Row[]): Promise<Finding[]> => {
  const broken = brokenAt(document, log, NO_ROWS)
  if (broken !== null) return [{ document, seq: broken, what: 'this row was changed, removed or moved' }]
  const head = await storage.head(document)
  const last = log.at(-1) ?? NO_ROWS
  if (head.seq === last.seq && head.hash === last.hash) return []
  return [{ document, seq: last.seq, what: `the log ends here, and the directory says that it ends at ${head.seq}` }]
}

/** Content is missing where a side purged its caucus, and nowhere else: the row that begins it anew says up to where. */
const inErased = (document: string, log: readonly Row[]): Finding[] => {
  const erased = log.filter(isErased)
  if (erased.length === 0) return []
  const upTo = parseDocument(document)?.kind === 'caucus' ? purgedIn(log) : 0
  return erased
    .filter(({ seq }) => seq > upTo)
    .map(({ seq }) => ({ document, seq, what: 'the content of this row is gone, and nothing says that it was erased' }))
}

/** A row that does not apply was found by the chain already. */
const purgedIn = (log: readonly Row[]): number => {
  try {
    return purgedUpTo(documentOf(contentOf(log)))
  } catch {
    return 0
  }
}

const inAnchors = async (storage: Storage, document: string, log: readonly Row[]): Promise<Finding[]> => {
  const minutes = parseDocument(document)
  if (minutes === null) return []
  const joint = documentName({ kind: 'joint', board: minutes.board })
  const hashes = new Map((await storage.read(joint)).map(row => [row.seq, row.hash]))
  return movesIn(log).flatMap(({ seq, seen }) =>
    seen === undefined || hashes.get(seen.seq) === seen.hash
      ? []
      : [
          {
            document: joint,
            seq: seen.seq,
            what: `move ${seq} of the minutes saw this row, and it is not there as it was`,
          },
        ],
  )
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

/** `pnpm verify <database>`, by its path; the lines to print, and whether all is well. */
export const verifyFile = async (
  path: string | undefined,
  open: (path: string) => Storage,
): Promise<{ lines: readonly string[]; ok: boolean }> => {
  if (path === undefined) return { lines: ['Which database? pnpm verify ./data/jointly.db'], ok: false }
  if (!existsSync(path)) return { lines: [`There is no file ${path}.`], ok: false }
  const storage = open(path)
  const { documents, rows, findings } = await verify(storage)
  await storage.close()
  if (findings.length === 0)
    return { lines: [`${rows} rows of ${documents} documents: all as they were written.`], ok: true }
  return { lines: findings.map(({ document, seq, what }) => `${document}, row ${seq}: ${what}`), ok: false }
}
