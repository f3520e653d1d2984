import type { MemberId } from '@jointly/board'
import { MESSAGE, PROTOCOL_VERSION, type Presence, SYNC } from '@jointly/protocol'
import { readVarUint } from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { onNetworkChange } from './patience.ts'

/** What a line tells: whether it stands, what left and what was committed, and that the server ended it for good. */
export type LineEvents = {
  readonly opened?: () => void
  readonly sent?: () => void
  readonly committed?: (frames: number) => void
  readonly connected: (is: boolean) => void
  readonly ended: (close: { code: number; reason: string }) => void
}

/** One document, kept in step with the server over one socket at a time. */
export type Line = {
  readonly synced: Promise<void>
  readonly say: (presence: Presence | null) => void
  readonly heard: () => Iterable<Presence>
  readonly onHeard: (listener: () => void) => () => void
  readonly hangUp: () => void
}

const syncUrl = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`

/**
 * The browser's WebSocket, counting the frames that the server counts for "saved".
 *
 * It also keeps back updates until the copy's answer to the server's sync step 1 has left: after a reconnect the stock
 * provider sends a keystroke at once, ahead of what was written offline, and the server refuses an update that leaves a
 * gap. Nothing is lost by it, since that answer is made from the whole copy.
 */
const socketClass = ({ opened, sent }: LineEvents, heard: () => void) =>
  class extends WebSocket {
    #answered = false

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('open', () => opened?.())
      this.addEventListener('message', heard)
    }

    override send(frame: Uint8Array<ArrayBuffer>): void {
      const isSync = frame[0] === MESSAGE.sync
      if (isSync && frame[1] === SYNC.update && !this.#answered) return
      if (isSync && frame[1] === SYNC.step2) this.#answered = true
      super.send(frame)
      if (isSync && frame[1] !== SYNC.step1) sent?.()
    }
  }

export type LineTo = {
  readonly document: string
  readonly doc: Y.Doc
  readonly as: MemberId
  /** The beginning of the document that this is a copy of: the server refuses a copy of another. */
  readonly epoch: string
  /** What is to be in the document before its line is opened. */
  readonly after: Promise<unknown>
}

export const openLine = (to: LineTo & LineEvents): Line => {
  // A line is not believed in once the browser says that there is no network, until something is heard on it: on a closed
  // network a browser may say so for ever.
  let doubted = false
  const heard = () => {
    if (!doubted) return
    doubted = false
    to.connected(provider.synced)
  }
  const provider = new WebsocketProvider(syncUrl(), to.document, to.doc, {
    connect: false,
    // Another tab may be another member: nothing goes past the server.
    disableBc: true,
    params: { as: to.as, epoch: to.epoch, saved: '1', v: String(PROTOCOL_VERSION) },
    // The provider sends Uint8Arrays alone, so the narrower `send` is never called otherwise.
    WebSocketPolyfill: socketClass(to, heard) as unknown as typeof WebSocket,
  })
  const synced = Promise.withResolvers<void>()
  provider.awareness.setLocalState(null)
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => to.committed?.(readVarUint(decoder))
  provider.on('sync', (is: boolean) => {
    if (is) synced.resolve()
    to.connected(is)
  })
  provider.on('status', ({ status }) => {
    if (status === 'disconnected') to.connected(false)
  })
  provider.on('closed', to.ended)
  const stopWatching = onNetworkChange(there => {
    doubted = !there
    to.connected(there && provider.synced)
  })
  let isOver = false
  void to.after.then(() => isOver || provider.connect())
  return {
    synced: synced.promise,
    say: presence => provider.awareness.setLocalState(presence),
    heard: () => provider.awareness.getStates().values() as Iterable<Presence>, // stamped and checked by the server
    onHeard: listener => {
      provider.awareness.on('change', listener)
      return () => provider.awareness.off('change', listener)
    },
    hangUp: () => {
      isOver = true
      stopWatching()
      provider.destroy()
      // The provider leaves it: its clock would go on for as long as the page.
      provider.awareness.destroy()
    },
  }
}
