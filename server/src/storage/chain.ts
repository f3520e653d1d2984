import { createHash } from 'node:crypto'
import type { Head, Row } from './storage.ts'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

export type Unchained = Omit<Row, 'digest' | 'hash'>

/**
 * A row's hash: SHA-256 over its fields, one a line, beginning with the hash of the row before. A row that was changed,
 * removed or put elsewhere no longer fits the next one; a missing end shows against the head that the directory keeps.
 */
export const hashOf = (document: string, before: string, row: Omit<Unchained, 'bytes'> & { digest: string }): string =>
  sha256([before, document, row.seq, row.at, row.by, row.side ?? '', row.minutes, row.digest].join('\n'))

export const chained = (document: string, before: Head, row: Unchained): Row => {
  const digest = sha256(row.bytes)
  return { ...row, digest, hash: hashOf(document, before.hash, { ...row, digest }) }
}

/** Content that was erased leaves no bytes; what the row says beside it stays, and its hash. */
export const isErased = ({ bytes }: Pick<Row, 'bytes'>): boolean => bytes.length === 0

/** The updates that a document consists of. */
export const contentOf = (rows: readonly Row[]): Uint8Array[] =>
  rows.filter(row => !isErased(row)).map(({ bytes }) => bytes)

/** [L19] Names the beginning of a log: of its first row's hash (the first that was not erased) as much as tells two apart. */
export const epochOf = (rows: readonly Row[]): string => rows.find(row => !isErased(row))?.hash.slice(0, 16) ?? ''

/** The number of the first row that does not follow from the one before it, or null when all do. */
export const brokenAt = (document: string, rows: Iterable<Row>, before: Head): number | null => {
  let last = before
  for (const row of rows) {
    if (row.seq !== last.seq + 1) return last.seq + 1
    const isWhole = isErased(row) || row.digest === sha256(row.bytes)
    if (!isWhole || row.hash !== hashOf(document, last.hash, row)) return row.seq
    last = row
  }
  return null
}
