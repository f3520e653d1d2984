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

/** [L19] Names the beginning of a log: of its first row's hash as much as tells two beginnings apart. */
export const epochOf = (first: Row | undefined): string => first?.hash.slice(0, 16) ?? ''

/** The number of the first row that does not follow from the one before it, or null when all do. */
export const brokenAt = (document: string, rows: Iterable<Row>, before: Head): number | null => {
  let last = before
  for (const row of rows) {
    if (row.seq !== last.seq + 1) return last.seq + 1
    if (row.digest !== sha256(row.bytes) || row.hash !== hashOf(document, last.hash, row)) return row.seq
    last = row
  }
  return null
}
