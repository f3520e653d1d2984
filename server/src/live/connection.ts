import { accessTo, type Circumstances, circumstances, editingPaused, type Member, UNBOUND } from '@jointly/board'
import { CLOSE, type Close, type CopyRefusal } from '@jointly/protocol'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { KEEP_ALIVE, readFrame, savedFrame, step1Frame } from './frames.ts'
import { Meter } from './meter.ts'
import type { Holder } from './presence.ts'
import type { Room } from './room.ts'

export type Limits = {
  /** One frame, bytes. */
  readonly frameBytes: number
  /** Frames that a socket may send in a second in the long run, and at once. Beyond it, it is read more slowly. */
  readonly framesPerSecond: number
  readonly frameBurst: number
  /** What may wait to be sent to a socket, bytes; beyond it the socket is closed and comes back to sync. */
  readonly bufferedBytes: number
  /** One presence state, bytes as JSON. */
  readonly presenceBytes: number
  /** How often every socket hears something. The stock provider hangs up after 30 s without a message. */
  readonly heartbeatMs: number
}

export const LIMITS: Limits = {
  frameBytes: 1 << 20,
  framesPerSecond: 3_000,
  frameBurst: 10_000,
  bufferedBytes: 8 << 20,
  presenceBytes: 4 << 10,
  heartbeatMs: 20_000,
}

/** What a socket was opened with, as the door decided it. */
export type Admission = {
  readonly member: Member
  /** The session that it came in with: its end ends the socket. */
  readonly tokenHash: string
  /** When that session ends by itself, milliseconds since 1970. */
  readonly expiresAt: number
  readonly saved: boolean
}

/** How long after a pause or a stage that closes others began what was under way still counts. */
export const GRACE_MS = 3_000

/**
 * What somebody wrote while the server was at something else comes in one read of the socket, and is taken as one update, as
 * an offline stretch is: one look of the gate, one row. Only short ones, which people make one after the other by typing:
 * so many, and none longer than so many bytes.
 */
const TOGETHER = { updates: 32, bytes: 256 } as const

/** One socket in one room. */
export class Connection implements Holder {
  readonly member: Member
  readonly tokenHash: string
  readonly expiresAt: number
  readonly told = new Set<number>()
  readonly spoken = new Set<number>()
  private readonly socket: WebSocket
  private readonly room: Room
  private readonly parts: ConnectionParts
  private readonly saved: boolean
  /** Step-2 and update messages: taken, committed, and acknowledged to the client. */
  private taken = 0
  private committed = 0
  private acknowledged = 0
  /** Whether the client has answered our step 1; until then it may hold more than it has sent. */
  private answered = false
  private passedOver = false
  /**
   * One answer is on its way at a time, and of what is asked meanwhile the last question is heard again after it: an answer
   * may hold the whole document, and one packet has room for thousands of questions.
   */
  private answering = false
  private asked: Uint8Array | null = null
  private readonly meter: Meter
  private readonly waiting: Uint8Array[] = []
  /** So many of those in front are asked for one by one: not all of them may be taken. */
  private apart = 0
  private alive = true
  private open = true

  constructor(socket: WebSocket, room: Room, admission: Admission, parts: ConnectionParts) {
    this.socket = socket
    this.room = room
    this.member = admission.member
    this.tokenHash = admission.tokenHash
    this.expiresAt = admission.expiresAt
    this.saved = admission.saved
    this.parts = parts
    const { framesPerSecond: perSecond, frameBurst: burst } = parts.limits
    this.meter = new Meter({ perSecond, burst }, parts.clock)
    socket.on('pong', () => {
      this.alive = true
    })
    socket.on('close', () => this.end())
  }

  /** The first words: what the server holds (once it is committed), and who is here. */
  greet(): void {
    this.room.company.join(this)
    const frame = step1Frame(this.room.stateVector)
    this.parts.after(() => this.send(frame))
    this.room.company.tellOfAll(this)
  }

  /** [L5] Frames wait in order for the end of this read, and while the room builds its document again. */
  receive(bytes: Uint8Array): void {
    if (!this.open) return
    this.slow(this.meter.count())
    if (this.waiting.push(bytes) === 1) queueMicrotask(() => this.resume())
  }

  resume(): void {
    try {
      // Looked at before each: what was refused once it was applied leaves a document that nothing may be asked of.
      while (this.waiting.length > 0 && this.room.rebuilding === null && this.open) this.takeNext()
    } catch (error) {
      this.parts.onError(error)
      this.close(CLOSE.comeBack)
    }
  }

  private takeNext(): void {
    const updates = this.together()
    if (updates.length > 1) return this.writeTogether(updates)
    this.apart = Math.max(0, this.apart - 1)
    this.take(this.waiting.shift() as Uint8Array) // there is one
  }

  /** What the gate asks its acts in, now: what was under way when something closed still counts for `GRACE_MS`. */
  standing(): { readonly readOnly: CopyRefusal | null; readonly now: Circumstances } {
    const { document, minutes } = this.room
    const before = this.parts.clock() - GRACE_MS
    const now = document.kind === 'joint' ? circumstances(minutes.process, before) : UNBOUND
    return { readOnly: this.readOnly(editingPaused(minutes.process, before)), now }
  }

  private readOnly(paused: boolean): CopyRefusal | null {
    const { member, room } = this
    const { document, isWritingOff: writingOff } = room
    const invited = room.hasAsGuest(member.id)
    if (accessTo({ member, document, paused, writingOff, invited }) === 'write') return null
    if (accessTo({ member, document, paused: false, invited }) !== 'write') return 'read_only'
    return document.kind === 'caucus' ? 'writing_off' : 'editing_paused'
  }

  send(frame: Uint8Array): void {
    if (!this.open) return
    if (this.socket.bufferedAmount > this.parts.limits.bufferedBytes) this.close(CLOSE.tooSlow)
    else this.socket.send(frame)
  }

  /** Tells how far this socket's messages are committed, where it asked to know. */
  acknowledge(): void {
    if (!this.saved || this.committed === this.acknowledged) return
    this.acknowledged = this.committed
    this.send(savedFrame(this.committed))
  }

  close(close: Close, reason: string = close.reason): void {
    if (!this.open) return
    this.parts.onClosing(close, reason)
    this.socket.close(close.code, reason)
    this.end()
  }

  /** Every `heartbeatMs`: says something, and ends a socket whose other end is gone. */
  heartbeat(): void {
    if (!this.alive) {
      this.socket.terminate()
      return
    }
    this.alive = false
    this.socket.ping()
    this.send(KEEP_ALIVE)
  }

  private take(bytes: Uint8Array): void {
    if (bytes.length > this.parts.limits.frameBytes) return this.close(CLOSE.tooBig)
    const message = readFrame(bytes)
    if (message === null) return this.close(CLOSE.discard, 'bad_frame')
    switch (message.kind) {
      case 'step1':
        if (!this.answering) return this.answer(message.stateVector)
        this.asked = bytes
        return
      case 'update':
      case 'answer':
        return this.write(message)
      case 'presence':
        if (message.longest > this.parts.limits.presenceBytes) return this.close(CLOSE.tooBig)
        return this.room.company.hear(this, message.entries)
      case 'query-presence':
        return this.room.company.tellOfAll(this)
    }
  }

  private answer(stateVector: Uint8Array): void {
    try {
      this.room.answer(this, stateVector)
      this.answering = true
    } catch {
      // The bytes of the state vector do not decode; nothing was changed.
      this.close(CLOSE.discard, 'bad_frame')
    }
  }

  /** The answer may leave: all that it says is committed. */
  sendAnswer(frame: Uint8Array): void {
    this.send(frame)
    const { asked } = this
    this.answering = false
    this.asked = null
    if (asked !== null) this.receive(asked)
  }

  /** The short updates in front, where there are several. */
  private together(): Uint8Array[] {
    const updates: Uint8Array[] = []
    if (this.apart > 0 || this.waiting.length === 1) return updates
    for (const bytes of this.waiting) {
      const message = bytes.length > TOGETHER.bytes ? null : readFrame(bytes)
      if (message?.kind !== 'update' || updates.push(message.update) === TOGETHER.updates) break
    }
    return updates
  }

  private writeTogether(updates: Uint8Array[]): void {
    const update = asOne(updates)
    if (update === null || this.room.accept(this, update) !== null) {
      this.apart = updates.length
      return
    }
    this.waiting.splice(0, updates.length)
    this.count(updates.length)
  }

  /**
   * A stock provider that comes back sends a new keystroke at once, ahead of its answer to our step 1, and so ahead of
   * what it wrote offline. Such a gap is no fault: the answer on its way brings both, so the keystroke is passed over, and
   * nothing is acknowledged until then.
   */
  private write({ kind, update }: { kind: 'update' | 'answer'; update: Uint8Array }): void {
    const refused = this.room.accept(this, update)
    if (refused === 'gap' && kind === 'update' && !this.answered) this.passedOver = true
    else if (refused !== null) return this.close(CLOSE.discard, refused)
    if (kind === 'answer') {
      this.answered = true
      this.passedOver = false
    }
    this.count(1)
  }

  private count(messages: number): void {
    this.taken += messages
    if (this.passedOver) return
    const count = this.taken
    this.parts.after(() => {
      this.committed = count
    })
  }

  /** A socket that sends too much is read more slowly; nothing of it is lost. */
  private slow(waitMs: number): void {
    if (waitMs === 0 || this.socket.isPaused) return
    this.socket.pause()
    setTimeout(() => this.socket.resume(), waitMs).unref()
  }

  private end(): void {
    if (!this.open) return
    this.open = false
    this.room.company.leave(this)
    this.parts.onEnd(this)
  }
}

/** Null where one of them is no update. */
const asOne = (updates: Uint8Array[]): Uint8Array | null => {
  try {
    return Y.mergeUpdates(updates)
  } catch {
    // Which one it is shows when they are taken one by one.
    return null
  }
}

export type ConnectionParts = {
  readonly limits: Limits
  readonly clock: () => number
  /** Once everything accepted so far is committed. */
  readonly after: (committed: () => void) => void
  readonly onClosing: (close: Close, reason: string) => void
  readonly onEnd: (connection: Connection) => void
  /** Something went wrong that nobody thought of; the socket closes. */
  readonly onError: (error: unknown) => void
}
