import {
  Answer,
  BoardId,
  CardId,
  Image,
  ImageId,
  InvitationId,
  JOINT_TEXTS,
  Member,
  MemberId,
  MoveRequest,
  PersonName,
  ReportLanguage,
  Role,
  RoundId,
  type RoundResult,
  Side,
  SideId,
  Sides,
  Stamp,
  TeamId,
  TemplateId,
} from '@jointly/board'

import { z } from 'zod'

const Instant = z.iso.datetime()
/** Safe in the name of a database, which is where a copy's stands. */
const Epoch = z.string().regex(/^[0-9a-f]{16}$/)
const Title = z.string().trim().min(1).max(120)

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

const Joined = z.object({ team: Team, member: Member, token: z.string() })

const Params = {
  team: z.object({ id: TeamId }),
  member: z.object({ id: TeamId, mid: MemberId }),
  invitation: z.object({ id: TeamId, iid: InvitationId }),
  code: z.object({ code: z.string().min(1).max(100) }),
  board: z.object({ id: BoardId }),
  caucus: z.object({ id: BoardId, side: SideId }),
  caucusGuest: z.object({ id: BoardId, side: SideId, mid: MemberId }),
}

const ReadableDocument = z.union([z.enum(['joint', 'minutes']), z.string().regex(/^caucus:[A-Za-z0-9_-]{1,40}$/)])
const WritableDocument = z.union([z.literal('joint'), z.string().regex(/^caucus:[A-Za-z0-9_-]{1,40}$/)])
const Sequence = z.coerce.number().int().min(0)

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

export type MediaType =
  | 'application/octet-stream'
  | 'image/webp'
  | 'text/markdown; charset=utf-8'
  | 'text/html; charset=utf-8'
  | 'text/csv; charset=utf-8'
  | 'text/calendar; charset=utf-8'

/** The largest file that is taken in, bytes. */
export const MOST_FILE_BYTES = 10 << 20

type Endpoint = {
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

/** The report as text for people. */
const printed = <Format extends string>(format: Format) =>
  ({
    method: 'GET',
    path: `/api/boards/:id/report.${format}`,
    params: Params.board,
    query: z.object({ language: ReportLanguage.default('en') }),
    status: 200,
  }) as const

/** Every HTTP endpoint: what comes in is parsed with these schemas, what goes out is typed by them. */
export const ENDPOINTS = {
  createTeam: {
    method: 'POST',
    path: '/api/teams',
    request: z.strictObject({ name: Title, yourName: PersonName, sides: Sides.optional() }),
    reply: Joined,
    status: 201,
  },
  team: {
    method: 'GET',
    path: '/api/teams/:id',
    params: Params.team,
    reply: z.object({ team: Team, you: Member, members: z.array(Member), boards: z.array(BoardEntry) }),
    status: 200,
  },
  invite: {
    method: 'POST',
    path: '/api/teams/:id/invitations',
    params: Params.team,
    request: z.strictObject({
      role: Role,
      side: SideId.nullish(),
      name: PersonName.optional(),
      uses: z.number().int().min(1).max(500).optional(),
      expiresAt: Instant.optional(),
    }),
    reply: z.object({ invitation: Invitation.extend({ code: z.string(), url: z.string() }) }),
    status: 201,
  },
  invitations: {
    method: 'GET',
    path: '/api/teams/:id/invitations',
    params: Params.team,
    reply: z.object({ invitations: z.array(Invitation) }),
    status: 200,
  },
  revokeInvitation: {
    method: 'DELETE',
    path: '/api/teams/:id/invitations/:iid',
    params: Params.invitation,
    reply: null,
    status: 204,
  },
  invitation: {
    method: 'GET',
    path: '/api/invitations/:code',
    params: Params.code,
    /** `return` invites a known member back; `waits`: a co-chair of the side will have to admit. */
    reply: z.object({
      kind: z.enum(['join', 'return']),
      team: z.object({ name: z.string() }),
      role: Role,
      side: Side.nullable(),
      name: z.string().nullable(),
      by: z.string(),
      host: z.string(),
      waits: z.boolean(),
      /** The sides that will have to accept whoever comes by it. */
      awaits: z.array(Side),
      /** Members whom this browser already is in that team, so that one need not join twice. */
      already: z.array(Member),
    }),
    status: 200,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/invitations/:code/accept',
    params: Params.code,
    request: z.strictObject({ name: PersonName.optional() }),
    reply: Joined.extend({
      /** Where to go: the team's only board, or null for the team page. */
      board: BoardId.nullable(),
    }),
    status: 201,
  },
  me: {
    method: 'GET',
    path: '/api/me',
    /** `waitsFor`: the names of those who can admit a member who is not yet. */
    reply: z.object({
      memberships: z.array(z.object({ team: Team, member: Member, waitsFor: z.array(z.string()) })),
      openSignup: z.boolean(),
    }),
    status: 200,
  },
  signOut: { method: 'POST', path: '/api/sign-out', reply: null, status: 204 },
  /** Where one is signed in as the acting member, the latest use first. */
  sessions: {
    method: 'GET',
    path: '/api/teams/:id/sessions',
    params: Params.team,
    reply: z.object({ sessions: z.array(Session) }),
    status: 200,
  },
  endSession: {
    method: 'DELETE',
    path: '/api/teams/:id/sessions/:session',
    params: z.object({ id: TeamId, session: z.string().max(64) }),
    reply: null,
    status: 204,
  },
  /** Signs the acting member out everywhere but here; return links made for them end too. */
  endOtherSessions: {
    method: 'DELETE',
    path: '/api/teams/:id/sessions',
    params: Params.team,
    reply: null,
    status: 204,
  },
  returnLink: {
    method: 'POST',
    path: '/api/teams/:id/members/:mid/return-link',
    params: Params.member,
    reply: z.object({ url: z.string(), expiresAt: Instant }),
    status: 201,
  },
  changeMember: {
    method: 'PATCH',
    path: '/api/teams/:id/members/:mid',
    params: Params.member,
    request: z
      .strictObject({ role: Role.optional(), side: SideId.nullable().optional(), admitted: z.literal(true).optional() })
      .refine(change => Object.keys(change).length > 0, 'nothing to change'),
    reply: z.object({ member: Member }),
    status: 200,
  },
  removeMember: {
    method: 'DELETE',
    path: '/api/teams/:id/members/:mid',
    params: Params.member,
    reply: null,
    status: 204,
  },
  /** One side's yes to a facilitator or an observer, by whoever acts for it. */
  accept: {
    method: 'POST',
    path: '/api/teams/:id/members/:mid/acceptance',
    params: Params.member,
    reply: z.object({ member: Member }),
    status: 200,
  },
  /** One side's no, at any time; they act and read no more until it accepts them again. */
  dismiss: {
    method: 'DELETE',
    path: '/api/teams/:id/members/:mid/acceptance',
    params: Params.member,
    reply: z.object({ member: Member }),
    status: 200,
  },
  cases: {
    method: 'GET',
    path: '/api/cases',
    reply: z.object({
      cases: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          note: z.string(),
          template: TemplateId,
          fictional: z.boolean(),
          sides: z.array(z.object({ id: SideId, name: z.string() })),
        }),
      ),
    }),
    status: 200,
  },
  createBoard: {
    method: 'POST',
    path: '/api/teams/:id/boards',
    params: Params.team,
    request: z.strictObject({
      title: Title,
      template: TemplateId.optional(),
      case: z.string().max(60).optional(),
      practice: z.boolean().optional(),
    }),
    reply: z.object({ board: Board }),
    status: 201,
  },
  board: {
    method: 'GET',
    path: '/api/boards/:id',
    params: Params.board,
    /** `process` is what the minutes say now; a page computes it again, live, from the minutes document. */
    reply: z.object({
      board: Board,
      team: Team,
      process: z.object({ step: z.string(), seq: z.number() }),
      you: Member,
      /** Names the beginning of each document: a page's copy of another epoch is of no use any more. */
      epochs: z.object({ joint: Epoch, minutes: Epoch }),
    }),
    status: 200,
  },
  move: {
    method: 'POST',
    path: '/api/boards/:id/moves',
    params: Params.board,
    request: MoveRequest,
    reply: z.object({ move: Stamp.loose() }),
    status: 201,
  },
  /** A side's own room, for those who may be in it. */
  caucus: {
    method: 'GET',
    path: '/api/boards/:id/caucuses/:side',
    params: Params.caucus,
    /** `host`: on whose server it lies. */
    reply: z.object({ epoch: Epoch, host: z.string(), writingOff: z.boolean() }),
    status: 200,
  },
  /** Switches writing in it off or on, for whoever acts for the side. */
  switchCaucus: {
    method: 'PATCH',
    path: '/api/boards/:id/caucuses/:side',
    params: Params.caucus,
    request: z.strictObject({ writingOff: z.boolean() }),
    reply: z.object({ writingOff: z.boolean() }),
    status: 200,
  },
  /** Takes every word and picture in it off the disk, for good; hashes and dates of the rows stay. */
  purgeCaucus: {
    method: 'DELETE',
    path: '/api/boards/:id/caucuses/:side',
    params: Params.caucus,
    reply: null,
    status: 204,
  },
  /** Asks a guest of the side into its caucus until it ends; nobody outside learns of it. */
  inviteToCaucus: {
    method: 'POST',
    path: '/api/boards/:id/caucuses/:side/guests/:mid',
    params: Params.caucusGuest,
    reply: null,
    status: 204,
  },
  /** Whether the asker's side has asked them, a guest, into its caucus: on whose server it lies, or null. */
  caucusInvitation: {
    method: 'GET',
    path: '/api/boards/:id/caucus-invitation',
    params: Params.board,
    reply: z.object({ host: z.string().nullable() }),
    status: 200,
  },
  sendOutOfCaucus: {
    method: 'DELETE',
    path: '/api/boards/:id/caucuses/:side/guests/:mid',
    params: Params.caucusGuest,
    reply: null,
    status: 204,
  },
  /** What the asker may know of a round beside the minutes: their own answer, and once it is closed their side's result. */
  round: {
    method: 'GET',
    path: '/api/boards/:id/rounds/:round',
    params: z.object({ id: BoardId, round: RoundId }),
    reply: z.object({ mine: Answer.nullable(), own: z.custom<RoundResult>().nullable() }),
    status: 200,
  },
  history: {
    method: 'GET',
    path: '/api/boards/:id/history',
    params: Params.board,
    query: z.object({
      document: ReadableDocument.default('joint'),
      after: Sequence.default(0),
      limit: z.coerce.number().int().min(1).max(5000).default(1000),
    }),
    reply: z.object({ rows: z.array(HistoryRow), last: z.number().int() }),
    status: 200,
  },
  state: {
    method: 'GET',
    path: '/api/boards/:id/state',
    params: Params.board,
    query: z.object({ document: ReadableDocument.default('joint'), seq: Sequence.optional() }),
    reply: 'application/octet-stream',
    status: 200,
  },
  rewordings: {
    method: 'GET',
    path: '/api/boards/:id/rewordings',
    params: Params.board,
    /** Who changed the words of a card that stands under another's name, in the order in which they first did. */
    reply: z.object({ rewordings: z.record(CardId, z.array(MemberId)) }),
    status: 200,
  },
  authorship: {
    method: 'GET',
    path: '/api/boards/:id/authorship',
    params: Params.board,
    /** A joint text, or a card by its id. */
    query: z.object({ of: z.union([z.enum(JOINT_TEXTS), CardId]) }),
    /** The words in reading order, joined the text; `side` is the one they were written for. */
    reply: z.object({
      runs: z.array(z.object({ text: z.string(), side: SideId.nullable(), by: MemberId.optional() })),
    }),
    status: 200,
  },
  /** The record of the board row by row, to be kept and verified elsewhere (`pnpm verify`). */
  record: {
    method: 'GET',
    path: '/api/boards/:id/record.json',
    params: Params.board,
    reply: z.unknown(),
    status: 200,
  },
  addImage: {
    method: 'POST',
    path: '/api/boards/:id/images',
    params: Params.board,
    /** A picture is seen by whoever may read the document that it is added to. */
    query: z.object({ document: WritableDocument.default('joint') }),
    /** The body is the file itself: JPEG, PNG, WebP or GIF, 10 MB at most. It is kept as WebP without metadata. */
    request: 'bytes',
    reply: z.object({ image: Image }),
    status: 201,
  },
  image: {
    method: 'GET',
    path: '/api/boards/:id/images/:image',
    params: z.object({ id: BoardId, image: ImageId }),
    reply: 'image/webp',
    status: 200,
  },
  report: {
    method: 'GET',
    path: '/api/boards/:id/report.json',
    params: Params.board,
    /** The report of packages/board; typed there. */
    reply: z.unknown(),
    status: 200,
  },
  reportMarkdown: { ...printed('md'), reply: 'text/markdown; charset=utf-8' },
  /** One page that needs nothing else. A browser that opens it names the acting member in the address (`?as=`). */
  reportHtml: { ...printed('html'), reply: 'text/html; charset=utf-8' },
  reportCsv: { ...printed('csv'), reply: 'text/csv; charset=utf-8' },
  /** What is due and when the parties meet again (RFC 5545). `token`: that of a link made by `subscribe`. */
  calendar: {
    method: 'GET',
    path: '/api/boards/:id/calendar.ics',
    params: Params.board,
    query: z.object({ token: z.string().min(1).max(100).optional(), language: ReportLanguage.default('en') }),
    reply: 'text/calendar; charset=utf-8',
    status: 200,
  },
  /** A link for calendar programs. It opens the calendars of the acting member's boards, and nothing else. */
  subscribe: {
    method: 'POST',
    path: '/api/boards/:id/calendar-links',
    params: Params.board,
    request: z.strictObject({ language: ReportLanguage.default('en') }),
    reply: z.object({ url: z.string(), expiresAt: Instant }),
    status: 201,
  },
  /** Ends every such link of the acting member. */
  unsubscribe: {
    method: 'DELETE',
    path: '/api/boards/:id/calendar-links',
    params: Params.board,
    reply: null,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>
export type EndpointName = keyof typeof ENDPOINTS

type Part<Name extends EndpointName, Key extends string> = (typeof ENDPOINTS)[Name] extends {
  readonly [K in Key]: infer Schema
}
  ? Schema
  : undefined

export type Params<Name extends EndpointName> =
  Part<Name, 'params'> extends z.ZodType<infer Out> ? Out : Record<never, never>
export type Query<Name extends EndpointName> =
  Part<Name, 'query'> extends z.ZodType<infer Out> ? Out : Record<never, never>
export type Request<Name extends EndpointName> =
  Part<Name, 'request'> extends z.ZodType<infer Out>
    ? Out
    : Part<Name, 'request'> extends 'bytes'
      ? Uint8Array
      : undefined
export type Reply<Name extends EndpointName> =
  Part<Name, 'reply'> extends z.ZodType<infer Out>
    ? Out
    : Part<Name, 'reply'> extends MediaType
      ? Uint8Array
      : undefined
