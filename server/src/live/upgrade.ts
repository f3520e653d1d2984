import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { NewerSchema, parseDocument } from '@jointly/board'
import { CLOSE, type Close, PROTOCOL_VERSION } from '@jointly/protocol'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { credentialsOf } from '../people/credentials.ts'
import { CLOSE_FOR, type Door } from '../people/door.ts'
import { type Admission, Connection, type Limits } from './connection.ts'
import type { Rooms } from './rooms.ts'

/**
 * The way from a request for `/sync/<document>` to a connection in its room.
 *
 * A refused upgrade looks to a browser like a lost network and is retried for ever, so every upgrade is accepted, and a
 * refusal is a close code, said before any frame is read or sent. Frames that arrive while the door decides and the room
 * loads wait in order.
 */
export const syncEndpoint = ({ door, rooms, limits, clock, publicOrigin, onClosing, onError }: SyncParts) => {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    // Beyond the limit for one frame we close with a code that says so; this only bounds what is buffered until then.
    maxPayload: 4 * limits.frameBytes,
    WebSocket: SyncSocket,
  })

  const open = async (socket: WebSocket, request: IncomingMessage) => {
    const early: Uint8Array[] = []
    let connection: Connection | null = null
    socket.on('message', (data: RawData, isBinary: boolean) => {
      const bytes = isBinary ? bytesOf(data) : new Uint8Array()
      if (connection !== null) connection.receive(bytes)
      else if (socket.readyState === socket.OPEN) early.push(bytes)
    })
    // Until the door has decided, what a stranger sends waits in the kernel; only what was read already arrives.
    socket.pause()
    // What happens in a caucus is counted nowhere, and there is no line of it.
    const isUntold = isOfCaucus(request)
    const told = isUntold ? () => {} : onClosing
    const failed = isUntold ? () => {} : onError
    // A broken frame or a reset connection: ws closes the socket itself, and 'close' follows.
    socket.on('error', failed)
    const refuse = (close: Close, reason: string = close.reason) => {
      told(close, reason)
      socket.close(close.code, reason)
      // Else the answer to the goodbye is never read, and the socket ends only when ws gives up, 30 s later.
      socket.resume()
    }
    const enter = async (): Promise<void> => {
      const { changes } = rooms
      const admitted = await admit(request)
      if ('close' in admitted) return refuse(admitted.close, admitted.reason)
      const isIn = await rooms.use(admitted.document, room => {
        if (rooms.changes !== changes) return false
        if (admitted.epoch !== null && admitted.epoch !== room.log.epoch) {
          refuse(CLOSE.discard, 'old_epoch')
          return true
        }
        if (socket.readyState !== socket.OPEN) return true
        connection = new Connection(socket, room, admitted, {
          limits,
          clock,
          after: committed => rooms.journal.after({ committed, lost: () => connection?.close(CLOSE.comeBack) }),
          onClosing: told,
          onEnd: () => rooms.left(room),
          onError: failed,
        })
        connection.greet()
        for (const bytes of early.splice(0)) connection.receive(bytes)
        socket.resume()
        return true
      })
      // Somebody was removed, or signed out, while the room was loading: the door decides again.
      return isIn ? undefined : enter()
    }
    await enter().catch(error => {
      onError(error)
      refuse(error instanceof NewerSchema ? CLOSE.pageTooOld : CLOSE.comeBack)
    })
  }

  const admit = async (request: IncomingMessage) => {
    const { searchParams } = addressOf(request)
    const document = documentAt(request)
    if (document === null) return { close: CLOSE.noSuch }
    const version = searchParams.get('v')
    if (version !== null && version !== String(PROTOCOL_VERSION)) return { close: CLOSE.pageTooOld }
    const at = await door.atDocument(
      credentialsOf(request, { publicOrigin, as: searchParams.get('as'), token: searchParams.get('token') }),
      document,
    )
    if ('refused' in at) return { close: CLOSE_FOR[at.refused], reason: at.refused }
    const { team: _team, ...member } = at.member
    const admission: Admission = {
      member,
      tokenHash: at.tokenHash,
      expiresAt: Date.parse(at.expiresAt),
      saved: searchParams.get('saved') === '1',
    }
    return { document, epoch: searchParams.get('epoch'), ...admission }
  }

  return (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    server.handleUpgrade(request, socket, head, opened => void open(opened, request))
}

/** Of a message that is too long to be read at all, ws says 1009, and a stock provider would send it again for ever. */
class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === MESSAGE_TOO_BIG) super.close(CLOSE.tooBig.code, CLOSE.tooBig.reason)
    else super.close(code, reason)
  }
}
const MESSAGE_TOO_BIG = 1009

export type SyncParts = {
  readonly door: Door
  readonly rooms: Rooms
  readonly limits: Limits
  readonly clock: () => number
  readonly publicOrigin: string | null
  readonly onClosing: (close: Close, reason: string) => void
  readonly onError: (error: unknown) => void
}

export const SYNC_PATH = '/sync/'

const addressOf = ({ url }: IncomingMessage) => new URL(url ?? '/', 'ws://jointly')
const documentAt = (request: IncomingMessage) => parseDocument(decodeName(addressOf(request).pathname))
const isOfCaucus = (request: IncomingMessage) => documentAt(request)?.kind === 'caucus'

const decodeName = (pathname: string): string => {
  try {
    return decodeURIComponent(pathname.slice(SYNC_PATH.length))
  } catch {
    return ''
  }
}

const bytesOf = (data: RawData): Uint8Array => {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
