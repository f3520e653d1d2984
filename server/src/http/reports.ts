import { createHash } from 'node:crypto'
import {
  agreedVersion,
  type BoardAt,
  type BoardId,
  documentName,
  documentOf,
  type ReportLanguage,
  readMove,
  report,
  reportFor,
  watchBoard,
} from '@jointly/board'
import { calendar, printReport, REPORT_STYLE, type ReportFormat } from '@jointly/board/report'
import type { Response } from 'express'
import type { Credentials } from '../people/door.ts'
import { contentOf } from '../storage/chain.ts'
import { addressesOf } from './addresses.ts'
import { orRefuse } from './refusal.ts'
import type { Handlers } from './routes.ts'
import type { Services } from './services.ts'

type ReportHandlers = Pick<
  Handlers,
  'report' | 'reportMarkdown' | 'reportHtml' | 'reportCsv' | 'calendar' | 'subscribe' | 'unsubscribe'
>

type JointDocument = { readonly kind: 'joint'; readonly board: BoardId }
type Asked = { readonly params: { readonly id: BoardId }; readonly credentials: Credentials }
type AskedForPrint = Asked & {
  readonly query: { readonly language: ReportLanguage }
  readonly http: { readonly response: Response }
}

/** The report in its formats, all of one object, and the calendar of what follows. */
export const reportHandlers = ({ door, rooms, storage, sessions, settings }: Services): ReportHandlers => {
  /** [G11] What lay on the board when the last signer signed, read from its log; null where nothing is agreed. */
  const lastSigned = async (document: JointDocument): Promise<BoardAt | null> => {
    const row = await rooms.use(document, ({ minutes }) => agreedVersion(minutes.process)?.agreedRow ?? null)
    if (row === null) return null
    await rooms.journal.committed()
    const rows = await storage.read(documentName(document), { limit: row })
    return { row, board: watchBoard(documentOf(contentOf(rows))).view() }
  }

  const make = async ({ params, credentials }: Asked) => {
    const { board, member } = orRefuse(await door.atBoard(credentials, params.id))
    const document = { kind: 'joint', board: board.id } as const
    const signed = await lastSigned(document)
    const made = await rooms.use(document, joint => {
      const whole = report({
        process: joint.minutes.process,
        board: joint.board,
        minutes: joint.minutes.moves.map(readMove).filter(move => move !== null),
        head: { joint: joint.log.head.seq, minutes: joint.minutes.log.head.seq, chain: joint.log.head.hash },
        signed,
      })
      return { whole, own: reportFor(whole, joint.minutes.process, member) }
    })
    // It tells what was accepted; nobody may know of it before the disk does.
    await rooms.journal.committed()
    return made
  }

  const print =
    (format: ReportFormat) =>
    async ({ query, http: { response }, ...asked }: AskedForPrint): Promise<Uint8Array> => {
      const made = await make(asked)
      response.set(HEADERS[format])
      if (format !== 'html') response.set('content-disposition', `attachment; filename="report.${format}"`)
      return new TextEncoder().encode(printReport(made.whole, { format, language: query.language }))
    }

  return {
    report: async asked => (await make(asked)).own,
    reportMarkdown: print('md'),
    reportHtml: print('html'),
    reportCsv: print('csv'),

    calendar: async ({ params, query, credentials, http }) => {
      // A calendar program sends no header of ours: its link carries a secret that opens this and nothing else.
      const { token } = query
      const by = token === undefined ? credentials : ({ ...credentials, token, source: 'feed', as: null } as const)
      const { board } = orRefuse(await door.atBoard(by, params.id))
      const process = await rooms.use({ kind: 'joint', board: board.id }, ({ minutes }) => minutes.process)
      await rooms.journal.committed()
      const url = addressesOf(http.request, settings)(`/board/${board.id}`).href
      http.response.set('content-disposition', 'inline; filename="follow-up.ics"')
      return new TextEncoder().encode(calendar(process, { url, language: query.language }))
    },

    subscribe: async ({ params, body, credentials, http }) => {
      const at = orRefuse(await door.atBoard(credentials, params.id))
      const address = addressesOf(http.request, settings)
      const { token, expiresAt } = await sessions.openFeed(at)
      const url = address(`/api/boards/${at.board.id}/calendar.ics`)
      url.search = new URLSearchParams({ token, language: body.language }).toString()
      return { url: url.href, expiresAt }
    },

    unsubscribe: async ({ params, credentials }) => {
      await sessions.endFeeds(orRefuse(await door.atBoard(credentials, params.id)))
      return undefined
    },
  }
}

/** The page holds its own style and nothing else may be in it: should a word ever slip through as markup, it does nothing. */
const STYLE_HASH = createHash('sha256').update(REPORT_STYLE).digest('base64')
const HEADERS: Readonly<Record<ReportFormat, Record<string, string>>> = {
  md: {},
  csv: {},
  html: {
    'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  },
}
