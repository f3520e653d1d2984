import { BoardId, CardId, Image, ImageId, JOINT_TEXTS, MemberId, ReportLanguage, SideId } from '@jointly/board'
import { z } from 'zod'
import { type Endpoint, Instant, Params, ReadableDocument, Sequence, WritableDocument } from '../parts.ts'
import { HistoryRow } from '../shapes.ts'

/** The report as text for people. */
const printed = <Format extends string>(format: Format) =>
  ({
    method: 'GET',
    path: `/api/boards/:id/report.${format}`,
    params: Params.board,
    query: z.object({ language: ReportLanguage.default('en') }),
    status: 200,
  }) as const

/** What is written down: the log, who wrote what, pictures, the report and what is due. */
export const RECORD = {
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
    query: z.object({ document: WritableDocument.default('joint') }),
    /** Who changed the words of a card that stands under another's name, in the order in which they first did. */
    reply: z.object({ rewordings: z.record(CardId, z.array(MemberId)) }),
    status: 200,
  },
  comments: {
    method: 'GET',
    path: '/api/boards/:id/comments',
    params: Params.board,
    query: z.object({ document: WritableDocument.default('joint') }),
    /** When each comment was said, by the server's clock; what it says stands in the document. */
    reply: z.object({ said: z.record(CardId, Instant) }),
    status: 200,
  },
  authorship: {
    method: 'GET',
    path: '/api/boards/:id/authorship',
    params: Params.board,
    /** A joint text, or a card by its id; of the agreement also as it was when this version was proposed. */
    query: z.object({
      of: z.union([z.enum(JOINT_TEXTS), CardId]),
      version: z.coerce.number().int().min(1).optional(),
    }),
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
