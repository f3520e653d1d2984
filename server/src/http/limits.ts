import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { MemoryStore, type Options, rateLimit } from 'express-rate-limit'
import { credentialsOf } from '../people/credentials.ts'
import { hashToken } from '../people/tokens.ts'
import { Refusal } from './refusal.ts'

/** How much of everything an address and a person may ask. A whole school sits behind one address. */

const MINUTE_MS = 60_000

/** A 429 with `Retry-After`, told as a problem like every other refusal. */
export const perMinute = (requests: number, more: Partial<Options> = {}) =>
  rateLimit({
    windowMs: MINUTE_MS,
    limit: requests,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(new Refusal('too_many_requests')),
    ...more,
  })

/** By the secret that a request brings, whomever it says that it acts for; who brings none is counted by address alone. */
export const perMinuteEach = (requests: number): RequestHandler =>
  perMinute(requests, {
    keyGenerator: request => hashToken(credentialsOf(request, { publicOrigin: null }).token ?? ''),
    skip: request => credentialsOf(request, { publicOrigin: null }).token === null,
  })

/** Guessing codes and filling the disk with teams is what these doors must bear; reading a team is not. */
export const joinLimit = (requests: number): RequestHandler => {
  const limited = perMinute(requests)
  return (request, response, next) =>
    request.baseUrl === '/api/teams' && (request.method !== 'POST' || request.path !== '/')
      ? next()
      : limited(request, response, next)
}

/** Whether an address may open one more socket now; `stop` lets the process end. */
export const socketLimit = (perMinute: number) => {
  const store = new MemoryStore()
  store.init({ windowMs: MINUTE_MS } as Options) // the only one of them that it reads
  return {
    allows: async (request: IncomingMessage): Promise<boolean> =>
      (await store.increment(addressOf(request))).totalHits <= perMinute,
    stop: () => store.shutdown(),
  }
}

const LOOPBACK: ReadonlySet<string | undefined> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** A proxy on this machine may say for whom it asks; nobody else is believed. */
const addressOf = ({ socket, headers }: IncomingMessage): string => {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return (LOOPBACK.has(socket.remoteAddress) && forwarded) || (socket.remoteAddress ?? '')
}
