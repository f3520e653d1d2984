import { BoardId, InvitationId, MemberId, Role, Side, SideId, TeamId, TemplateId } from '@jointly/board'
import { z } from 'zod'
import { Instant, Title } from './parts.ts'

export const Team = z.object({ id: TeamId, name: Title, sides: z.array(Side) })
export type Team = z.infer<typeof Team>

export const Board = z.object({
  id: BoardId,
  team: TeamId,
  title: Title,
  template: TemplateId,
  case: z.string().nullable(),
  practice: z.boolean(),
  createdAt: Instant,
})
export type Board = z.infer<typeof Board>

/** A board in a list: where it stands and when somebody last changed it. */
export const BoardEntry = Board.extend({ step: z.string(), lastActivity: Instant })
export type BoardEntry = z.infer<typeof BoardEntry>

/** An invitation as its team sees it later: its code is kept only as a hash, so the link is shown once, when made. */
export const Invitation = z.object({
  id: InvitationId,
  role: Role,
  side: SideId.nullable(),
  name: z.string().nullable(),
  uses: z.number().int(),
  used: z.number().int(),
  expiresAt: Instant,
  revoked: z.boolean(),
  by: MemberId,
  createdAt: Instant,
})
export type Invitation = z.infer<typeof Invitation>

/** Where somebody is signed in. `browser` and `system` are names ("Firefox", "Windows"), null where none is known. */
export const Session = z.object({
  id: z.string(),
  /** `feed`: a calendar that asks by a link of its own. */
  kind: z.enum(['cookie', 'bearer', 'feed']),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: Instant,
  /** The last use, to ten minutes; now, where it is in use. */
  seenAt: Instant.nullable(),
  current: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const HistoryRow = z.object({
  seq: z.number().int(),
  at: Instant,
  by: MemberId,
  side: SideId.nullable(),
  /** The minutes' number in force when the row was written. */
  minutes: z.number().int(),
  /** The Yjs update, base64; empty where its content was erased. */
  bytes: z.string(),
  hash: z.string(),
  /** Where content was taken out: the digest of the row as it was written, and the joint acts with what each left of it. */
  digest: z.string().optional(),
  erasures: z.array(z.object({ move: z.number().int(), digest: z.string() })).optional(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** The largest file that is taken in, bytes. */
export const MOST_FILE_BYTES = 10 << 20
