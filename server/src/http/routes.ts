import { MOST_ASKED } from '@jointly/board'
import {
  ENDPOINTS,
  type Endpoint,
  type EndpointName,
  type Params,
  type Problem,
  type Query,
  type Reply,
  type Request,
} from '@jointly/protocol'
import express, { type Express, type Request as HttpRequest, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import { credentialsOf } from '../people/credentials.ts'
import type { Credentials } from '../people/door.ts'
import { Refusal } from './refusal.ts'

export type Asked<Name extends EndpointName> = {
  readonly params: Params<Name>
  readonly query: Query<Name>
  /** A file is taken in when the handler asks for it: the door comes first. */
  readonly body: Request<Name> extends Uint8Array ? () => Promise<Uint8Array> : Request<Name>
  readonly credentials: Credentials
  readonly http: { readonly request: HttpRequest; readonly response: Response }
}

/** A handler gets parsed input and returns the reply. */
type Handler<Name extends EndpointName> = (asked: Asked<Name>) => Promise<Reply<Name>>

export type Handlers = { readonly [Name in EndpointName]: Handler<Name> }

/** Mounts every endpoint of the protocol: parse, ask the handler, answer. */
export const mount = (
  app: Express,
  handlers: Handlers,
  { publicOrigin, limits }: { publicOrigin: string | null; limits: BodyLimits },
): void => {
  const takeFile = fileTaker(limits)
  for (const name of Object.keys(ENDPOINTS) as EndpointName[]) {
    const endpoint: Endpoint = ENDPOINTS[name]
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'
    // Input and reply are typed by the endpoint's own row; over the whole table TypeScript sees only their union.
    const handler = handlers[name] as unknown as Handler<'move'>
    app[method](endpoint.path, bodyParser(name, limits), async (request, response) => {
      // A picture is asked for by the browser itself, which sets no header: its address names the acting member.
      const as = typeof request.query.as === 'string' ? request.query.as : null
      const credentials = credentialsOf(request, { publicOrigin, as })
      if (endpoint.method !== 'GET' && credentials.foreignOrigin && credentials.source === 'cookie')
        throw new Refusal('foreign_origin')
      const parts = {
        params: parse(endpoint.params, request.params, 'params'),
        query: parse(endpoint.query, request.query, 'query'),
        body:
          endpoint.request === 'bytes'
            ? () => takeFile(request, response)
            : parse(endpoint.request, request.body ?? {}, 'body'),
      }
      const reply: unknown = await handler({ ...parts, credentials, http: { request, response } } as Asked<'move'>)
      response.status(endpoint.status)
      if (!response.hasHeader('cache-control')) response.set('cache-control', 'no-store')
      if (typeof endpoint.reply === 'string') response.type(endpoint.reply).send(Buffer.from(reply as Uint8Array))
      else if (endpoint.reply === null) response.end()
      else response.json(reply)
    })
  }
}

/** The longest body of a request, bytes: JSON where it is not said otherwise, and a file. */
export type BodyLimits = { readonly bodyBytes: number; readonly fileBytes: number }

/** An id of 40 letters, a number of 18, and the signs between them. */
const MOST_CELL_BYTES = 64
/** Requests that are longer than the others, bytes: an answer to the largest round there can be. */
const LONGER: Partial<Record<EndpointName, number>> = {
  move: (MOST_ASKED.options + 1) * MOST_ASKED.criteria * MOST_CELL_BYTES,
}

const bodyParser = (name: EndpointName, { bodyBytes }: BodyLimits): RequestHandler => {
  const { request }: Endpoint = ENDPOINTS[name]
  if (request === 'bytes') return (_request, _response, next) => next()
  return express.json({ limit: Math.max(bodyBytes, LONGER[name] ?? 0) })
}

const fileTaker = ({ fileBytes }: BodyLimits) => {
  const raw = express.raw({ type: () => true, limit: fileBytes })
  return (request: HttpRequest, response: Response) =>
    new Promise<Uint8Array>((resolve, reject) => {
      raw(request, response, (error?: unknown) => (error === undefined ? resolve(bytesOf(request)) : reject(error)))
    })
}

const bytesOf = ({ body }: HttpRequest): Uint8Array => (Buffer.isBuffer(body) ? body : new Uint8Array())

const parse = (schema: z.ZodType | undefined, input: unknown, part: string): unknown => {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  // A path with an id that cannot be one names nothing.
  if (part === 'params') throw new Refusal('no_such')
  throw new Refusal('bad_request', { errors: errorsOf(parsed.error) })
}

const errorsOf = (error: z.ZodError): NonNullable<Problem['errors']> =>
  error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
