import { BoardId, documentName, MemberId, SideId } from '@jointly/board'
import { z } from 'zod'
import { type Head, NO_ROWS, type Row, type Storage } from './storage/storage.ts'

/** A row as an export holds it: all of it, its bytes in base64. */
const RecordRow = z.object({
  seq: z.number().int(),
  at: z.string(),
  by: MemberId,
  side: SideId.nullable(),
  minutes: z.number().int(),
  bytes: z.base64(),
  digest: z.string(),
  hash: z.string(),
  erasures: z.array(z.object({ move: z.number().int(), digest: z.string() })).optional(),
})
const RecordDocument = z.object({
  document: z.string(),
  head: z.object({ seq: z.number(), hash: z.string() }),
  rows: z.array(RecordRow),
})

const exported = (board: BoardId): readonly string[] =>
  (['joint', 'minutes'] as const).map(kind => documentName({ kind, board }))

/**
 * The record of a board, as it is exported: its joint document and its minutes, row by row, and where each ends. Without one
 * of them, or with one twice, it is none: what is left would follow from itself.
 */
export const BoardRecordFile = z
  .object({ board: BoardId, documents: z.array(RecordDocument) })
  .refine(
    ({ board, documents }) => documents.map(({ document }) => document).join() === exported(board).join(),
    'it does not hold the board and its minutes, each once',
  )
export type BoardRecordFile = z.infer<typeof BoardRecordFile>

export const exportRecord = async (storage: Storage, board: BoardId): Promise<BoardRecordFile> => ({
  board,
  documents: await Promise.all(
    exported(board).map(async document => {
      const rows = await storage.read(document)
      const { seq, hash }: Head = rows.at(-1) ?? NO_ROWS
      return { document, head: { seq, hash }, rows: rows.map(written) }
    }),
  ),
})

const written = ({ bytes, erasures, ...row }: Row) => ({
  ...row,
  bytes: Buffer.from(bytes).toString('base64'),
  ...(erasures && { erasures: [...erasures] }),
})

/** Reads an export as a store of one board. Throws where it is none. */
export const recordIn = (text: string): Pick<Storage, 'documents' | 'read' | 'head'> => {
  const parsed = BoardRecordFile.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`this is no export of a board (${z.prettifyError(parsed.error)})`)
  const { documents } = parsed.data
  const find = (name: string) => documents.find(({ document }) => document === name)
  return {
    documents: async () => documents.map(({ document }) => document),
    read: async (name, { after = 0, limit = Number.POSITIVE_INFINITY } = {}) =>
      (find(name)?.rows ?? [])
        .filter(({ seq }) => seq > after)
        .slice(0, limit)
        .map(({ bytes, erasures, ...row }) => ({
          ...row,
          bytes: new Uint8Array(Buffer.from(bytes, 'base64')),
          ...(erasures && { erasures }),
        })),
    head: async name => ({ at: '', ...(find(name)?.head ?? NO_ROWS) }),
  }
}

export type KeptHead = { readonly document: string; readonly seq: number; readonly hash: string }

const Report = z.object({ board: z.object({ id: BoardId }), last: z.object({ joint: z.number() }), chain: z.string() })

/** Where a board stood when an export or a report was made of it. Throws where it is neither. */
export const headsIn = (text: string): KeptHead[] => {
  const file: unknown = JSON.parse(text)
  const record = BoardRecordFile.safeParse(file)
  if (record.success) return record.data.documents.map(({ document, head }) => ({ document, ...head }))
  const { board, last, chain } = Report.parse(file)
  return [{ document: documentName({ kind: 'joint', board: board.id }), seq: last.joint, hash: chain }]
}
