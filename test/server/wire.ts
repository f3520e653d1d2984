import { MESSAGE, SYNC } from '@jointly/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { World } from '../world.ts'

/**
 * A socket without a provider: it sends exactly the bytes that it is told to and keeps every frame that came, so a test can
 * say what the server does with a client that no honest program is.
 */
export type Wire = {
  readonly socket: WebSocket
  /** What the server has told this client, applied. */
  readonly doc: Y.Doc
  readonly heard: readonly Heard[]
  readonly send: (bytes: Uint8Array | string) => void
  readonly closed: Promise<Closed>
  /** What was looked for among all that was heard, or how the socket ended instead. */
  readonly until: <T>(what: Look<T>) => Promise<T | Closed>
  /** The same where an end would be the test's failure. */
  readonly hears: <T>(what: Look<T>) => Promise<Exclude<T, Closed>>
}
type Look<T> = (heard: readonly Heard[]) => T | null | undefined | false
export type Closed = { readonly code: number; readonly reason: string }

type Heard =
  | { readonly kind: 'step1' }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: readonly Entry[] }
  | { readonly kind: 'saved'; readonly count: number }
export type Entry = { readonly client: number; readonly clock: number; readonly state: unknown }

type Opening = {
  readonly token?: string | null
  readonly query?: Record<string, string>
  readonly headers?: object
  /** false: a client that is gone, and answers no ping. */
  readonly autoPong?: boolean
}

export const openWire = (
  { url }: Pick<World, 'url'>,
  document: string,
  { token = null, query = {}, headers = {}, autoPong = true }: Opening = {},
): Wire => {
  const search = new URLSearchParams({ ...(token !== null && { token }), ...query })
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${document}?${search}`, {
    headers: { ...headers },
    autoPong,
  })
  const doc = new Y.Doc()
  const heard: Heard[] = []
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of [...listeners]) listener()
  }
  let end: Closed | null = null
  socket.on('message', (bytes: Buffer) => {
    const message = readHeard(bytes)
    if ('update' in message) Y.applyUpdate(doc, message.update, 'server')
    heard.push(message)
    changed()
  })
  socket.on('error', () => {})
  const closed = new Promise<Closed>(resolve =>
    socket.on('close', (code, reason) => {
      end = { code, reason: String(reason) }
      changed()
      resolve(end)
    }),
  )
  const until: Wire['until'] = what =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = what(heard) || end
        if (!found) return
        clearTimeout(timer)
        listeners.delete(look)
        resolve(found)
      }
      const timer = setTimeout(() => {
        listeners.delete(look)
        reject(new Error(`it does not come, only ${heard.map(({ kind }) => kind)}`))
      }, 10_000)
      listeners.add(look)
      look()
    })
  const hears: Wire['hears'] = async what => {
    const found = await until(what)
    if (found === end) throw new Error(`closed instead: ${JSON.stringify(end)}`)
    return found as Exclude<typeof found, Closed>
  }
  return { socket, doc, heard, closed, until, hears, send: bytes => socket.send(bytes) }
}

const readHeard = (bytes: Uint8Array): Heard => {
  const decoder = decoding.createDecoder(new Uint8Array(bytes))
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE.saved) return { kind: 'saved', count: decoding.readVarUint(decoder) }
  if (type === MESSAGE.awareness) return { kind: 'presence', entries: readEntries(decoding.readVarUint8Array(decoder)) }
  const step = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (step === SYNC.step1) return { kind: 'step1' }
  return { kind: step === SYNC.step2 ? 'step2' : 'update', update: payload }
}

const readEntries = (bytes: Uint8Array): Entry[] => {
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)),
  }))
}

const sync = (step: number, payload: Uint8Array) =>
  encoding.encode(encoder => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })
export const step1 = (stateVector = Y.encodeStateVector(new Y.Doc())) => sync(SYNC.step1, stateVector)
export const step2 = (update: Uint8Array) => sync(SYNC.step2, update)
export const updateMessage = (update: Uint8Array) => sync(SYNC.update, update)

/** A presence message; a string stands for a state that is sent as it is written. */
export const presence = (...entries: readonly Entry[]) =>
  encoding.encode(encoder => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode(inner => {
        encoding.writeVarUint(inner, entries.length)
        for (const { client, clock, state } of entries) {
          encoding.writeVarUint(inner, client)
          encoding.writeVarUint(inner, clock)
          encoding.writeVarString(inner, typeof state === 'string' ? state : JSON.stringify(state))
        }
      }),
    )
  })

/** Opens a socket that has heard the whole document, and has answered that it holds nothing new. */
export const joinWire = async (...opening: Parameters<typeof openWire>): Promise<Wire> => {
  const wire = openWire(...opening)
  await wire.hears(heard => heard.some(({ kind }) => kind === 'step1'))
  wire.send(step1())
  wire.send(step2(NOTHING))
  await wire.hears(heard => heard.some(({ kind }) => kind === 'step2'))
  return wire
}
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc())

/** Resolves when the server has read all that was sent on this socket: it has answered who is here, which waits for nothing. */
export const isRead = async (wire: Wire): Promise<void> => {
  const presences = () => wire.heard.filter(({ kind }) => kind === 'presence').length
  const before = presences()
  wire.send(WHO_IS_HERE)
  await wire.hears(() => presences() > before)
}
const WHO_IS_HERE = encoding.encode(encoder => encoding.writeVarUint(encoder, MESSAGE.queryAwareness))

/** Sends an update as soon as the server asks what the client holds, and says what became of it. Needs `?saved=1`. */
export const writes = async (wire: Wire, update: Uint8Array): Promise<'saved' | Closed> => {
  const asked = await wire.until(heard => heard.some(({ kind }) => kind === 'step1'))
  if (asked !== true) return asked
  const before = lastSaved(wire)
  wire.send(step2(update))
  return wire.until(() => lastSaved(wire) > before && 'saved')
}
const lastSaved = ({ heard }: Wire): number => heard.findLast(message => message.kind === 'saved')?.count ?? 0
