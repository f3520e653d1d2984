import type { MemberId, MoveRefusal } from '@jointly/board'
import {
  ENDPOINTS,
  type Endpoint,
  type EndpointName,
  type Params,
  Problem,
  type ProblemCode,
  type Query,
  type Reply,
  type Request,
} from '@jointly/protocol'

/** What went wrong without an answer of the server's: not reached, not understood, or nothing there to ask for. */
export type LocalProblem = { readonly code: 'offline' | 'unreadable' | 'no_caucus'; readonly detail?: string }

/** Why a call failed; `code` is what a screen explains (`problems` in the language files). */
export class ProblemError extends Error {
  readonly problem: Problem | LocalProblem

  constructor(problem: Problem | LocalProblem) {
    super(`${problem.code}${problem.detail === undefined ? '' : `: ${problem.detail}`}`)
    this.name = 'ProblemError'
    this.problem = problem
  }

  get code(): ProblemCode | MoveRefusal | LocalProblem['code'] {
    return this.problem.code
  }
}

type Part<Key extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Key]?: never }
  : Record<never, never> extends Value
    ? { readonly [K in Key]?: Value }
    : { readonly [K in Key]: Value }

export type CallOptions<Name extends EndpointName> = Part<'params', Params<Name>> &
  Part<'query', Partial<Query<Name>>> &
  Part<'body', Request<Name>> & {
    /** The member whom the page's URL names: a browser may be several people in one team. */
    readonly as?: MemberId | undefined
    readonly signal?: AbortSignal | undefined
  }

/** A hall with forty phones on one access point is slow; what takes longer than this is not coming. */
const TIMEOUT_MS = 20_000

/**
 * Asks the server. Resolves with the parsed reply (undefined for an empty one); throws a `ProblemError`, or the signal's
 * own `AbortError`. Nothing is sent twice: after a lost answer only the person can know whether to ask again.
 */
export const call = async <Name extends EndpointName>(
  name: Name,
  ...[options]: Record<never, never> extends CallOptions<Name> ? [CallOptions<Name>?] : [CallOptions<Name>]
): Promise<Reply<Name>> => {
  const { method, path, reply }: Endpoint = ENDPOINTS[name]
  const { params = {}, query = {}, body, as, signal } = (options ?? {}) as LooseOptions
  const timeout = AbortSignal.timeout(TIMEOUT_MS)

  const response = await fetch(pathOf(path, params) + queryOf(query), {
    method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(as !== undefined && { 'x-jointly-member': as }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }).catch((cause: unknown) => {
    throw signal?.aborted ? cause : new ProblemError({ code: 'offline' })
  })

  if (!response.ok) throw new ProblemError(await problemOf(response))
  if (reply === null) return undefined as Reply<Name>
  if (typeof reply === 'string') throw new Error(`${name} is a file, not an answer`)
  const parsed = reply.safeParse(await jsonOf(response))
  if (!parsed.success) throw new ProblemError({ code: 'unreadable', detail: parsed.error.message })
  return parsed.data as Reply<Name>
}

/** Within `call` the options of one endpoint are no longer told from another's; this is what all have in common. */
type LooseOptions = {
  readonly params?: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
  readonly as?: MemberId
  readonly signal?: AbortSignal
}

/** `/api/teams/:id` with its parameters in place, each made safe for a path. */
export const pathOf = (path: string, params: Record<string, unknown>): string =>
  path.replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))

const queryOf = (query: Record<string, unknown>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}

/** The body as JSON, undefined when it is none. A body that breaks off is a lost connection, not a strange answer. */
const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text().catch(() => {
    throw new ProblemError({ code: 'offline' })
  })
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The server's problem, or what a proxy in between made of it. */
const problemOf = async (response: Response): Promise<Problem | LocalProblem> =>
  problemIn(await jsonOf(response), response.status)

export const problemIn = (body: unknown, status: number): Problem | LocalProblem => {
  const parsed = Problem.safeParse(body)
  if (parsed.success) return parsed.data
  return { code: status >= 502 && status <= 504 ? 'offline' : 'unreadable', detail: `${status}` }
}
