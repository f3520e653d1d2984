import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { Author } from './card.ts'
import { hello, nothingToAdd, read, updateFrame, type WireName } from './wire.ts'

export type Target = { url: string; wire: WireName; document: string; author: Author; pid: number }

export type Listening = {
  /** Each update as it came, the answer at joining included; the clock is read before anything is decoded. */
  onUpdate?: (update: Uint8Array, atMs: number) => void
  /** Without it a closed socket ends the load process: a server that drops clients must not look fast. */
  onClose?: () => void
}

export type Seat = { send: (update: Uint8Array) => void; deafen: () => void }

const JOIN_LIMIT_MS = 20_000

/** Opens a socket and resolves once the server has answered with the document. */
export async function sit(target: Target, { onUpdate, onClose }: Listening = {}): Promise<Seat> {
  const joined = Promise.withResolvers<void>()
  const limit = setTimeout(() => joined.reject(new Error(`no answer for ${target.document}`)), JOIN_LIMIT_MS)
  const socket = new WebSocket(target.url, { perMessageDeflate: false })
  let stream: Socket | undefined
  socket.once('upgrade', response => {
    stream = response.socket
  })
  socket.once('open', () => {
    for (const frame of hello(target)) socket.send(frame)
  })
  socket.on('message', (frame: Buffer) => {
    const atMs = performance.now()
    const message = read(target.wire, frame)
    if (message?.kind === 'asks') socket.send(nothingToAdd(target))
    if (message?.kind === 'answers') joined.resolve()
    if (message && message.kind !== 'asks') onUpdate?.(message.update, atMs)
  })
  socket.on('error', joined.reject)
  socket.on('close', (code, reason) => {
    if (!onClose) throw new Error(`the server closed a socket: ${code} ${reason}`)
    onClose()
  })
  await joined.promise.finally(() => clearTimeout(limit))

  return {
    send: update => socket.send(updateFrame(target, update)),
    deafen: () => {
      // Its bytes are still taken off the wire, only nobody looks at them. Else one process would parse 40 sockets' frames,
      // and the flood would measure that instead of the server.
      stream?.removeAllListeners('data').on('data', () => {})
    },
  }
}

export function sitMany(count: number, target: Target, listening?: Listening): Promise<Seat[]> {
  return Promise.all(Array.from({ length: count }, () => sit(target, listening)))
}
