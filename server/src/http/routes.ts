import {
  ENDPOINTS,
  type EndpointName,
  type Params,
  type Problem,
  type Query,
  type Reply,
  type Request,
} from '@jointly/protocol'
import type { Express, Request as HttpRequest, Response } from 'express'
import type { z } from 'zod'
import { credentialsOf } from '../people/credentials.ts'
import type { Credentials } from '../people/door.ts'
import { Refusal } from './refusal.ts'

export type Asked<Name extends EndpointName> = {
  readonly params: Params<Name>
  readonly query: Query<Name>
  readonly body: Request<Name>
  readonly credentials: Credentials
  readonly http: { readonly request: HttpRequest; readonly response: Response }
}

/** A handler gets parsed input and returns the reply; a `stream` reply is bytes. */
export type Handler<Name extends EndpointName> = (
  asked: Asked<Name>,
) => Promise<(typeof ENDPOINTS)[Name]['reply'] extends 'stream' ? Uint8Array : Reply<Name>>

export type Handlers = { readonly [Name in EndpointName]: Handler<Name> }

type Row = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly reply: unknown
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly request?: z.ZodType
}

/** Mounts every endpoint of the protocol: parse, ask the handler, answer. */
export const mount = (app: Express, handlers: Handlers, publicOrigin: string | null): void => {
  for (const name of Object.keys(ENDPOINTS) as EndpointName[]) {
    const endpoint: Row = ENDPOINTS[name]
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'
    // Input and reply are typed by the endpoint's own row; over the whole table TypeScript sees only their union.
    const handler = handlers[name] as unknown as Handler<'move'>
    app[method](endpoint.path, async (request, response) => {
      const credentials = credentialsOf(request, { publicOrigin })
      if (endpoint.method !== 'GET' && credentials.foreignOrigin && credentials.source === 'cookie')
        throw new Refusal('foreign_origin')
      const parts = {
        params: parse(endpoint.params, request.params, 'params'),
        query: parse(endpoint.query, request.query, 'query'),
        body: parse(endpoint.request, request.body ?? {}, 'body'),
      }
      const reply: unknown = await handler({ ...parts, credentials, http: { request, response } } as Asked<'move'>)
      response.status(endpoint.status).set('cache-control', 'no-store')
      if (endpoint.reply === 'stream') response.type('application/octet-stream').send(Buffer.from(reply as Uint8Array))
      else if (endpoint.reply === null) response.end()
      else response.json(reply)
    })
  }
}

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
