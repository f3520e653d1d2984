import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'
import type { HttpSettings } from './services.ts'

/** Makes addresses of ours. Asked before anything is done: a request may name a host that is none. */
export const addressesOf = (
  { headers }: Pick<IncomingMessage, 'headers'>,
  { publicUrl }: Pick<HttpSettings, 'publicUrl'>,
): ((path: string) => URL) => {
  const base = publicUrl ?? `http://${headers.host}`
  if (!URL.canParse(base)) throw new Refusal('bad_request', { errors: [{ path: 'host', message: 'is no host' }] })
  return path => new URL(path, base)
}
