import type { IncomingMessage } from 'node:http'
import type { Credentials } from './door.ts'

export const SESSION_COOKIE = 'jointly_session'

/** The value of one cookie of a request, or null. */
const cookieOf = (request: IncomingMessage, name: string): string | null => {
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const [key, value] = pair.split('=', 2)
    if (key?.trim() === name && value !== undefined) return value.trim()
  }
  return null
}

/**
 * Whether a request comes from a page that is not ours. Browsers name the page's origin on every socket and on every
 * request that changes something; a program that names none carries no stolen cookie. Ours are the public URL's, and the
 * very host that the request was sent to (a cookie is bound to it).
 */
const isForeign = (request: IncomingMessage, publicOrigin: string | null): boolean => {
  const { origin, host } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site'
  return origin !== publicOrigin && origin !== `http://${host}` && origin !== `https://${host}`
}

const bearerOf = (request: IncomingMessage): string | null =>
  /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null

/** What a request brings: a bearer token, or the browser's cookie and the name of the acting member. */
export const credentialsOf = (
  request: IncomingMessage,
  { publicOrigin, as = null, token = null }: { publicOrigin: string | null; as?: string | null; token?: string | null },
): Credentials => {
  const foreignOrigin = isForeign(request, publicOrigin)
  const header = request.headers['x-jointly-member']
  const acting = as ?? (typeof header === 'string' ? header : null)
  const bearer = bearerOf(request) ?? token
  if (bearer !== null) return { token: bearer, source: 'bearer', as: acting, foreignOrigin }
  return { token: cookieOf(request, SESSION_COOKIE), source: 'cookie', as: acting, foreignOrigin }
}
