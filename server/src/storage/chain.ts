import { createHash, hash } from 'node:crypto'
import { ImageId } from '@jointly/board'
import type { Erasure, Head, ImageRecord, Row } from './storage.ts'

const sha256 = (data: string | Uint8Array) => hash('sha256', data)

export type Unchained = Omit<Row, 'digest' | 'hash' | 'erasures'>

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

/** The last joint act that took content out of a log: the number of its move; 0 where none did. */
const lastErasure = (rows: readonly Row[]): number =>
  rows.reduce((last, { erasures }) => Math.max(last, erasures?.at(-1)?.move ?? 0), 0)

/**
 * [L19] Names the beginning of a log: of its first row's hash (the first that was not erased) as much as tells two apart.
 * A joint act that took content out of it begins it anew: a copy of before holds what was erased.
 */
export const epochOf = (rows: readonly Row[]): string => {
  const first = rows.find(row => !isErased(row))?.hash ?? ''
  const act = lastErasure(rows)
  return (act === 0 ? first : sha256(`${first}\n${act}`)).slice(0, 16)
}

/** What is left of these rows, in one digest: what the move that took the rest says of them. */
export const digestOfLeft = (left: readonly { readonly seq: number; readonly digest: string }[]): string =>
  sha256(left.map(({ seq, digest }) => `${seq} ${digest}`).join('\n'))

/** A row as a joint act leaves it. */
export const rowWithout = (row: Row, bytes: Uint8Array, move: number): Row & { erasures: readonly Erasure[] } => ({
  ...row,
  bytes,
  erasures: [...(row.erasures ?? []), { move, digest: sha256(bytes) }],
})

/** The number of the first row that does not follow from the one before it, or null when all do. */
export const brokenAt = (document: string, rows: Iterable<Row>, before: Head): number | null => {
  let last = before
  for (const row of rows) {
    if (row.seq !== last.seq + 1) return last.seq + 1
    const digest = row.erasures?.at(-1)?.digest ?? row.digest
    const isWhole = isErased(row) || digest === sha256(row.bytes)
    if (!isWhole || row.hash !== hashOf(document, last.hash, row)) return row.seq
    last = row
  }
  return null
}

const ID_LENGTH = 40

/**
 * A picture is named by a digest of it and of all that stands beside it, as long as an id may be: so the row that shows it
 * says which picture it is. When it was added is part of it, to the millisecond, so that nobody finds out whether a picture
 * that they have lies in somebody else's room.
 */
export const imageIdOf = ({ bytes, board, caucus, by, createdAt }: Omit<ImageRecord, 'id'>): ImageId => {
  const digest = createHash('sha256').update([board, caucus ?? '', by, createdAt, sha256(bytes)].join('\n'))
  return ImageId.parse(digest.digest('base64url').slice(0, ID_LENGTH))
}

/** Whether it is the picture that was added. A name that is shorter is of before pictures were named so, and says nothing. */
export const isAsAdded = (image: ImageRecord): boolean => image.id.length < ID_LENGTH || image.id === imageIdOf(image)
