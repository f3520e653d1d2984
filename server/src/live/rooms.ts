import {
  type BoardId,
  type Document,
  documentName,
  type Member,
  type MemberId,
  mayBeInvited,
  type SideId,
} from '@jointly/board'
import { CLOSE } from '@jointly/protocol'
import type { Storage } from '../storage/storage.ts'
import type { Connection } from './connection.ts'
import { Journal, type JournalHooks } from './journal.ts'
import { Room } from './room.ts'

/** How long a room stays loaded after the last socket left it. */
const LINGER_MS = 60_000

/** The rooms that are open, each loaded once, and the journal that they share. */
export class Rooms {
  readonly journal: Journal
  /** Counts up with every change of who may be where; what the door said before holds no longer. */
  changes = 0
  private readonly rooms = new Map<string, Promise<Room>>()
  private readonly open = new Map<string, Room>()
  private readonly lingering = new Map<string, NodeJS.Timeout>()
  private readonly parts: RoomsParts

  constructor(parts: RoomsParts) {
    this.parts = parts
    this.journal = new Journal(parts.storage, {
      onCommitted: () => {
        for (const room of this.open.values()) room.flush()
      },
      onLost: (documents, error) => this.lose(documents, error),
      onWritten: parts.onWritten,
    })
  }

  /**
   * Does something with the room of a document, loaded from its log if need be, in one synchronous step: between looking
   * whether the room is still the open one and acting on it nothing else can happen. Beside a board's other rooms its
   * minutes are always open (`room.minutes`).
   */
  async use<T>(document: Document, act: (room: Room) => T): Promise<T> {
    return this.useAll([document], ([room]) => act(room as Room))
  }

  /** The same with several at once. */
  async useAll<T>(documents: readonly Document[], act: (rooms: readonly Room[]) => T): Promise<T> {
    for (;;) {
      const rooms = await Promise.all(documents.map(document => this.enter(document)))
      // One may have been unloaded, or dropped after a failed commit, while we waited.
      if (rooms.some(room => this.open.get(room.name) !== room)) continue
      const rebuilding = rooms.find(room => room.rebuilding !== null)
      if (rebuilding === undefined) {
        const result = act(rooms)
        for (const room of rooms) this.left(room)
        return result
      }
      await rebuilding.rebuilding
    }
  }

  /**
   * Empties a caucus for good and leaves nothing of it in any file; its sockets are told that their copy is one of before.
   * What was on its way to the disk is waited for, or it would be written behind the erasure.
   */
  async purge(document: Extract<Document, { kind: 'caucus' }>, by: Member): Promise<void> {
    const begin = (room: Room): boolean => {
      for (const connection of [...room.company.connections]) connection.close(CLOSE.discard, 'old_epoch')
      if (room.log.pending > 0) return false
      this.journal.change({ drop: 'caucus-images', board: document.board, side: document.side })
      room.beginAnew(by)
      return true
    }
    while (!(await this.use(document, begin))) await this.journal.committed()
    await this.journal.committed()
    await this.tidy()
  }

  /**
   * Takes content out of a board's log by a joint act, and leaves nothing of it in any file. Whoever has the board open is
   * told that their copy is one of before. False where the board was dropped meanwhile: nothing happened.
   */
  async eraseContent(room: Room, take: Parameters<Room['eraseContent']>[0]): Promise<boolean> {
    for (const connection of [...room.company.connections]) connection.close(CLOSE.discard, 'old_epoch')
    await room.eraseContent(rows => (this.open.get(room.name) === room ? take(rows) : []))
    await this.tidy()
    return this.open.get(room.name) === room
  }

  /**
   * Leaves nothing in any file of what a commit has erased. That commit stands: where somebody reads the files just now, as a
   * backup does, what was asked for is done all the same, and the files are tidied soon after.
   */
  async tidy(): Promise<void> {
    await this.parts.storage.tidy().catch(this.parts.onUntidy)
  }

  private enter(document: Document): Promise<Room> {
    const name = documentName(document)
    const known = this.rooms.get(name)
    if (known !== undefined) return known
    const loading = this.load(document, name)
    this.rooms.set(name, loading)
    loading.catch(() => this.rooms.delete(name))
    return loading
  }

  /** The minutes of every board that is open. */
  *minutes(): Iterable<Room> {
    for (const room of this.open.values()) if (room.minutes === room) yield room
  }

  *connections(): Iterable<Connection> {
    for (const room of this.open.values()) yield* room.company.connections
  }

  /**
   * How many boards are open at the table, and how many sockets there. [H3] Nobody is to see that a caucus is busy: whoever
   * sits in one has the minutes open as well.
   */
  counts(): { readonly tables: number; readonly sockets: number } {
    const told = [...this.open.values()].filter(({ document }) => document.kind === 'joint')
    return { tables: told.length, sockets: told.reduce((sum, { company }) => sum + company.connections.size, 0) }
  }

  /** Somebody's part has changed: their sockets close and the door decides again. `final`: it would only refuse. */
  reconsider(member: Pick<Member, 'id'>, { final }: { final: boolean }): void {
    this.changes++
    for (const connection of this.connections())
      if (connection.member.id === member.id) connection.close(final ? CLOSE.notYours : CLOSE.comeBack)
  }

  /** [L36] A caucus has ended, or one guest is asked in no more: guests are out; the side itself stays. */
  endGuests(of: { readonly board: BoardId; readonly side: SideId }, guest?: MemberId): void {
    this.changes++
    for (const { document, company } of this.open.values()) {
      if (document.kind !== 'caucus' || document.board !== of.board || document.side !== of.side) continue
      for (const connection of [...company.connections])
        if (mayBeInvited(connection.member, of.side) && (guest === undefined || connection.member.id === guest))
          connection.close(CLOSE.notYours)
    }
  }

  /** Whoever came in by this session is out; of several people in one browser only `member`, where one is named. */
  endSession(tokenHash: string, member?: MemberId): void {
    this.changes++
    for (const connection of this.connections())
      if (connection.tokenHash === tokenHash && (member === undefined || connection.member.id === member))
        connection.close(CLOSE.signIn)
  }

  /** Sockets whose session is over by `now` (milliseconds since 1970) come back, and the door says so. */
  endExpired(now: number): void {
    for (const connection of this.connections()) if (connection.expiresAt <= now) connection.close(CLOSE.comeBack)
  }

  /** A room that nobody is in any more is unloaded after a while, unless rows of it are still on their way. */
  left(room: Room): void {
    if (room.company.connections.size > 0 || this.lingering.has(room.name)) return
    const timer = setTimeout(() => {
      this.lingering.delete(room.name)
      // Not always this very room: it may have been dropped and loaded anew.
      const present = this.open.get(room.name)
      if (present !== undefined) this.unload(present)
    }, this.parts.lingerMs ?? LINGER_MS)
    this.lingering.set(room.name, timer.unref())
  }

  /** Everybody is asked to come back, and what was accepted is committed. */
  async drain(): Promise<void> {
    for (const connection of this.connections()) connection.close(CLOSE.comeBack)
    for (const timer of this.lingering.values()) clearTimeout(timer)
    await this.journal.settled()
    for (const room of this.open.values()) room.stop()
  }

  private async load(document: Document, name: string): Promise<Room> {
    const { storage, clock } = this.parts
    const minutes = document.kind === 'minutes' ? null : await this.enter({ kind: 'minutes', board: document.board })
    const room = await Room.load(document, {
      storage,
      journal: this.journal,
      clock,
      minutes,
      onStumble: this.parts.onStumble,
      onBroken: (broken, error) => this.lose(new Set([broken.name]), error),
    })
    if (minutes !== null && this.open.get(minutes.name) !== minutes) {
      // Unloaded, or dropped after a failed commit, while this one was loading: moves made here would go nowhere.
      room.stop()
      await this.journal.committed().catch(() => {})
      return this.load(document, name)
    }
    this.open.set(name, room)
    return room
  }

  private unload(room: Room): void {
    if (this.open.get(room.name) !== room || room.company.connections.size > 0) return
    const othersNeedIt = room.minutes === room && this.hasOthers(room.document.board)
    if (othersNeedIt) return
    // Rows on their way to the disk: loaded again now, the document would lack them.
    if (room.log.pending > 0 || room.rebuilding !== null) return this.left(room)
    this.forget(room)
    if (room.minutes !== room) this.left(room.minutes)
  }

  private hasOthers(board: BoardId): boolean {
    return [...this.open.values()].some(({ document }) => document.board === board && document.kind !== 'minutes')
  }

  /** Rows were lost: every room of those boards closes, for what one shows may rest on what another has lost. */
  private lose(documents: ReadonlySet<string>, error: unknown): void {
    this.parts.onLost(error)
    const boards = new Set(
      [...this.open.values()].filter(({ name }) => documents.has(name)).map(room => room.document.board),
    )
    for (const room of [...this.open.values()]) {
      if (!boards.has(room.document.board)) continue
      this.forget(room)
      for (const connection of [...room.company.connections]) connection.close(CLOSE.comeBack)
    }
  }

  private forget(room: Room): void {
    this.open.delete(room.name)
    this.rooms.delete(room.name)
    room.stop()
  }
}

export type RoomsParts = {
  readonly storage: Storage
  readonly clock: () => number
  readonly onLost: (error: unknown) => void
  readonly onStumble: (error: unknown) => void
  /** A commit stands, and what it erased lies in the files still. */
  readonly onUntidy: (why: unknown) => void
  readonly onWritten: JournalHooks['onWritten']
  readonly lingerMs?: number
}
