import { BoardId, CaucusOnBoard, InvitationId, line, MemberId, SideId, TeamId } from '@jointly/board'
import { z } from 'zod'

/** What the tables of endpoints are written with. */

export const Instant = z.iso.datetime()
/** Safe in the name of a database, which is where a copy's stands. */
export const Epoch = z.string().regex(/^[0-9a-f]{16}$/)
export const Title = line(120)

export const Params = {
  team: z.object({ id: TeamId }),
  member: z.object({ id: TeamId, mid: MemberId }),
  invitation: z.object({ id: TeamId, iid: InvitationId }),
  code: z.object({ code: z.string().min(1).max(100) }),
  board: z.object({ id: BoardId }),
  caucus: z.object({ id: BoardId, side: SideId }),
  caucusGuest: z.object({ id: BoardId, side: SideId, mid: MemberId }),
}

export const ReadableDocument = z.union([z.enum(['joint', 'minutes']), CaucusOnBoard])
export const WritableDocument = z.union([z.literal('joint'), CaucusOnBoard])
export const Sequence = z.coerce.number().int().min(0)

export type MediaType =
  | 'application/octet-stream'
  | 'image/webp'
  | 'text/markdown; charset=utf-8'
  | 'text/html; charset=utf-8'
  | 'text/csv; charset=utf-8'
  | 'text/calendar; charset=utf-8'

/** A row of the table. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** `bytes`: the body is a file. */
  readonly request?: z.ZodType | 'bytes'
  /** null: an empty 204. A media type: bytes of it. */
  readonly reply: z.ZodType | null | MediaType
  readonly status: number
}
