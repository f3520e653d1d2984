import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { MOST_FILE_BYTES, PROTOCOL_VERSION } from '@jointly/protocol'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import sirv from 'sirv'
import { boardHandlers } from './http/boards.ts'
import { caucusHandlers } from './http/caucuses.ts'
import { joinLimit, perMinute, perMinuteEach, socketLimit } from './http/limits.ts'
import { openApi } from './http/openapi.ts'
import { recordHandlers } from './http/record.ts'
import { problemOf, Refusal } from './http/refusal.ts'
import { reportHandlers } from './http/reports.ts'
import { type BodyLimits, mount } from './http/routes.ts'
import type { Services } from './http/services.ts'
import { teamHandlers } from './http/teams.ts'
import { Authorship } from './live/authorship.ts'
import { type Limits, LIMITS as SOCKET_LIMITS } from './live/connection.ts'
import { Rooms } from './live/rooms.ts'
import { SYNC_PATH, syncEndpoint } from './live/upgrade.ts'
import { createMetrics } from './metrics.ts'
import { Door } from './people/door.ts'
import { Invitations } from './people/invitations.ts'
import { Membership } from './people/membership.ts'
import { Roll } from './people/roll.ts'
import { Sessions } from './people/sessions.ts'
import { DiskFull, NotWritten, type Storage } from './storage/storage.ts'
import { upkeep } from './upkeep.ts'

export type AppParts = {
  readonly storage: Storage
  readonly log: Logger
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly publicUrl?: string | null
  readonly openSignup?: boolean
  /** The folder of the built client; without it only the interface is served. */
  readonly clientDir?: string | null
  readonly limits?: Partial<Limits & HttpLimits>
}

type HttpLimits = {
  /** Requests a minute and address: to anything, and to what lets somebody in. A whole school sits behind one address. */
  readonly requestsPerMinute: number
  readonly joinsPerMinute: number
  /** Sockets opened a minute and address: after a restart everybody of a school comes at once. */
  readonly socketsPerMinute: number
  /** Requests a minute of one person's one session. */
  readonly requestsPerMinuteEach: number
} & BodyLimits

const HTTP_LIMITS: HttpLimits = {
  requestsPerMinute: 6_000,
  joinsPerMinute: 300,
  socketsPerMinute: 6_000,
  requestsPerMinuteEach: 1_200,
  bodyBytes: 64 << 10,
  fileBytes: MOST_FILE_BYTES,
}
const GOODBYE_MS = 1_000

/** The whole server as one value, not yet listening: the seam that tests use. `drain` ends it without losing anything. */
export type App = { readonly server: Server; readonly services: Services; readonly drain: () => Promise<void> }

export const createApp = ({
  storage,
  log,
  clock,
  publicUrl = null,
  openSignup = true,
  clientDir = null,
  limits = {},
}: AppParts): App => {
  const limit = { ...SOCKET_LIMITS, ...HTTP_LIMITS, ...limits }
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  const rooms = new Rooms({
    storage,
    clock,
    onLost: error => log.error({ err: error }, 'a commit failed; what it held was shown to nobody'),
    onStumble: error => log.warn({ err: error }, 'an update could not be applied; it was refused'),
    onUntidy: error => kept.tidySoon(error),
    onWritten: ({ rows, ms }) => metrics.written(rows, ms),
  })
  const metrics = createMetrics(rooms)
  const door = new Door(storage, clock, (caucus, guest) => rooms.use(caucus, room => room.hasAsGuest(guest)))
  const roll = new Roll({ storage, rooms, clock })
  const invitations = new Invitations({ storage, roll, clock })
  const sessions = new Sessions({ storage, rooms, clock })
  const membership = new Membership({ storage, roll, invitations, sessions, clock })
  const services: Services = {
    ...{ storage, rooms, door, roll, invitations, sessions, membership, clock },
    authorship: new Authorship(storage),
    settings: { publicUrl, openSignup },
  }

  const app = express()
  app.disable('x-powered-by')
  // A proxy on this machine may say for whom it asks; nobody else is believed.
  app.set('trust proxy', 'loopback')
  app.use(headers(publicUrl?.startsWith('https:') ?? false))
  app.use(requestLog(log, metrics.answered))
  app.get('/healthz', async (_request, response) => {
    await storage.setting('health')
    response.json({ status: 'ok', version: PROTOCOL_VERSION })
  })
  app.get('/metrics', async (_request, response) => {
    response.type('text/plain').send(await metrics.text())
  })
  app.use('/api', perMinute(limit.requestsPerMinute), perMinuteEach(limit.requestsPerMinuteEach))
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi())
  })
  app.use(['/api/invitations', '/api/teams'], joinLimit(limit.joinsPerMinute))
  mount(
    app,
    {
      ...teamHandlers(services),
      ...boardHandlers(services),
      ...recordHandlers(services),
      ...caucusHandlers(services),
      ...reportHandlers(services),
    },
    { publicOrigin, limits: limit },
  )
  app.use('/api', () => {
    throw new Refusal('no_such')
  })
  if (clientDir !== null) serveClient(app, clientDir)
  app.use(sayProblem(log))

  const server = createServer(app)
  const upgrade = syncEndpoint({
    ...{ door, rooms, clock, publicOrigin, limits: limit },
    onClosing: (close, reason) => metrics.closed(close.code, reason),
    onError: error => log.warn({ err: error }, 'a socket failed'),
  })
  const upgraded = new Set<Duplex>()
  const sockets = socketLimit(limit.socketsPerMinute)
  server.on('upgrade', (request, socket, head) => {
    upgraded.add(socket)
    // Until ws has it, whoever resets the line would end the whole server.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => upgraded.delete(socket))
    if (!request.url?.startsWith(SYNC_PATH)) return socket.destroy()
    void sockets.allows(request).then(allowed => {
      if (allowed) upgrade(request, socket, head)
      // As if the network were away: whoever means well tries again later.
      else socket.end('HTTP/1.1 429 Too Many Requests\r\nRetry-After: 60\r\nConnection: close\r\n\r\n')
    })
  })
  const kept = upkeep({ rooms, storage, clock, log, heartbeatMs: limit.heartbeatMs })
  const drain = async () => {
    const stopped = kept.stop()
    sockets.stop()
    const closed = new Promise(resolve => server.close(resolve))
    await rooms.drain()
    server.closeAllConnections()
    // Whoever does not answer the goodbye in time is not waited for.
    const impatient = setTimeout(() => {
      for (const socket of upgraded) socket.destroy()
    }, GOODBYE_MS)
    await closed
    clearTimeout(impatient)
    await stopped
    await storage.close()
  }
  return { server, services, drain }
}

/** Everything comes from this server: no script, style, font or picture from elsewhere, and no frame around it. */
const headers = (https: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // React Aria and ProseMirror set styles at run time; scripts never are inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  })

/**
 * A line per request: the route's pattern, never its address, for addresses hold codes. Of what is done in a caucus there is
 * no line and no count, so that whoever reads them does not see when one is busy.
 */
const requestLog =
  (log: Logger, answered: (route: string, status: number, ms: number) => void): RequestHandler =>
  (request, response, next) => {
    const started = performance.now()
    const id = randomUUID()
    response.setHeader('x-request-id', id)
    response.on('finish', () => {
      const route = String(request.route?.path ?? 'page')
      const ms = performance.now() - started
      if (response.locals.isOfCaucus) return
      answered(`${request.method} ${route}`, response.statusCode, ms)
      log.debug({ id, method: request.method, route, status: response.statusCode, ms: Math.round(ms) }, 'answered')
    })
    next()
  }

/** The built page: assets by their hashed names for ever, in the smallest form that the browser takes. */
const serveClient = (app: express.Express, dir: string) => {
  const immutable = { brotli: true, gzip: true, immutable: true, maxAge: 365 * 24 * 3600 }
  app.use('/assets', sirv(`${dir}/assets`, immutable), () => {
    throw new Refusal('no_such')
  })
  app.use(sirv(dir, { maxAge: 3600, extensions: [] }))
  // Every other address is a page of the client, which says so itself where there is none.
  app.get('/{*page}', (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile('index.html', { root: dir })
  })
}

/** The one handler that everything thrown reaches. What was not expected is logged whole and told as nothing. */
const sayProblem =
  (log: Logger): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent) return next(error)
    const refusal = error instanceof Refusal ? error : knownRefusal(error)
    if (refusal === null || error instanceof NotWritten) log.error({ err: error }, 'a request failed')
    const problem = problemOf(refusal ?? new Refusal('internal'))
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  }

/** What express's own parsers refuse, and what the disk does. */
const knownRefusal = (error: unknown): Refusal | null => {
  if (error instanceof DiskFull) return new Refusal('disk_full')
  if (error instanceof NotWritten) return new Refusal('come_back')
  const { type, status } = error as { type?: string; status?: number }
  if (type === 'entity.parse.failed') return new Refusal('bad_json')
  if (type === 'entity.too.large') return new Refusal('too_big')
  if (status === 404) return new Refusal('no_such')
  return status !== undefined && status >= 400 && status < 500 ? new Refusal('bad_request') : null
}
