import {
  applyWithin,
  type BoardView,
  type BoardWatch,
  boundCleanUp,
  type Document,
  documentName,
  documentOf,
  inviteGuest,
  isGuestNow,
  isWritingOff,
  type Member,
  type MemberId,
  type Move,
  migrate,
  movesOf,
  OPENING,
  type Process,
  processOf,
  purgedDocument,
  type SideId,
  SYSTEM,
  switchWriting,
  watchBoard,
} from '@jointly/board'
import { CLOSE, type CopyRefusal } from '@jointly/protocol'
import * as Y from 'yjs'
import { contentOf, type rowWithout } from '../storage/chain.ts'
import type { Row, Storage } from '../storage/storage.ts'
import { Claims } from './claims.ts'
import { Company } from './company.ts'
import type { Connection } from './connection.ts'
import { step2Frame, updateFrame } from './frames.ts'
import { flawOf, inspect } from './gate.ts'
import type { Journal } from './journal.ts'
import { RoomLog } from './roomLog.ts'

/**
 * One document, live: the heart of the server.
 *
 * An update is accepted in one synchronous step with no `await` between: gate, apply, order check, and the rows of what
 * the document emitted (not of what came in: a replay must show what people saw). Checked against a document that does
 * not yet hold the last accepted update, honest typing would be refused.
 *
 * Nothing leaves before the commit. Frames, acknowledgements and answers to those who join all pass through
 * `journal.after`, in order; an answer is computed from the document as it is now and sent when everything in it is on
 * the disk. So no client can ever know something that the server has lost.
 */
export class Room {
  readonly document: Document
  readonly name: string
  /** Who is here. */
  readonly company: Company
  /** What is accepted, on its way to the disk and from there to everybody. */
  readonly log: RoomLog
  process: Process = OPENING
  /** While the document is being built again after a refused update; sockets hold their frames until then. */
  rebuilding: Promise<void> | null = null
  private doc = new Y.Doc()
  private watch: BoardWatch | null = null
  private readonly claims: Claims
  private emitted: Emitted[] = []
  private readonly parts: RoomParts
  /** The minutes of this board: itself, for the minutes. */
  readonly minutes: Room

  private constructor(document: Document, parts: RoomParts) {
    this.document = document
    this.minutes = parts.minutes ?? this
    this.name = documentName(document)
    this.parts = parts
    this.claims = new Claims(claim => parts.journal.change({ put: 'claim', document: this.name, claim }))
    this.company = new Company(this.claims)
    this.log = new RoomLog(this.name, parts)
  }

  /** Loads a document from its log. Throws `NewerSchema` where a newer Jointly wrote it; then nothing was touched. */
  static async load(document: Document, parts: RoomParts): Promise<Room> {
    const room = new Room(document, parts)
    room.claims.load(await parts.storage.claims(room.name))
    await room.build()
    if (document.kind !== 'minutes') room.writeAsSystem(doc => migrate(doc))
    return room
  }

  /** What stands on the table here: accepted, and so committed before anything derived from it leaves. */
  get board(): BoardView {
    this.watch ??= watchBoard(this.doc)
    return this.watch.view()
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** [L1] Takes an update from a socket, or says why not. Whatever it returns, nobody else has seen anything yet. */
  accept(from: Connection, update: Uint8Array): CopyRefusal | null {
    if (this.rebuilding !== null) throw new Error('the document holds what was refused')
    try {
      return this.tryToAccept(from, update)
    } catch (error) {
      // Bytes that no Yjs makes can make Yjs throw in the middle of a transaction; what it did until then goes.
      // Of what happens in a caucus there is no line.
      if (this.document.kind !== 'caucus') this.parts.onStumble(error)
      this.rebuild()
      return 'bad_update'
    }
  }

  private tryToAccept(from: Connection, update: Uint8Array): CopyRefusal | null {
    const { doc, claims } = this
    const { member } = from
    const verdict = inspect({ doc, update, member, ownerOf: claims.ownerOf, ...from.standing() })
    if ('refused' in verdict) return verdict.refused
    if (verdict.clients === null) return null
    if (!claims.hasRoomFor(member, verdict.clients)) return 'too_costly'

    this.emitted = []
    if (!applyWithin(doc, verdict.update, { origin: from })) {
      this.rebuild()
      return 'too_costly'
    }
    const flaw = flawOf(
      doc,
      this.emitted.map(({ transaction }) => transaction),
    )
    if (flaw !== null) {
      this.rebuild()
      return flaw
    }
    for (const client of verdict.clients) claims.write({ client, member: member.id, side: member.side })
    this.keepEmitted(from, member.id, member.side)
    return null
  }

  /** What the server itself writes: cases, migrations. */
  writeAsSystem(change: (doc: Y.Doc) => void): void {
    this.writeAs(SYSTEM, null, change)
  }

  /** One row per change that the document emits. */
  private writeAs(by: MemberId, side: SideId | null, change: (doc: Y.Doc) => void): void {
    this.emitted = []
    change(this.doc)
    if (this.emitted.length > 0) this.claims.write({ client: this.doc.clientID, member: SYSTEM, side: null })
    this.keepEmitted(null, by, side)
  }

  /** Appends a move to the minutes and counts it in; it is taken once the journal has committed. */
  append(move: Move): void {
    this.writeAs(move.by, move.side, doc => movesOf(doc).push([move]))
    this.process = processOf([move], this.process)
  }

  /** Whether this is a caucus whose side has switched off writing in it. */
  get isWritingOff(): boolean {
    return isWritingOff(this.doc)
  }

  /** [L31] A side switches writing in its caucus off or on; it holds from the next update on. */
  switchWriting(by: Member, { off }: { off: boolean }): void {
    this.writeAs(by.id, by.side, doc => switchWriting(doc, { off }))
  }

  /** Whether somebody is in this caucus as the guest whom its side asked in, and it has not ended since. */
  hasAsGuest(member: MemberId): boolean {
    const { document, minutes } = this
    return document.kind === 'caucus' && isGuestNow(this.doc, member, minutes.process, document.side)
  }

  /** [L36] A side asks a guest in for the caucus that began then (null: no more). */
  invite(guest: MemberId, began: string | null, { by }: { by: Member }): void {
    this.writeAs(by.id, by.side, doc => inviteGuest(doc, guest, began))
  }

  /**
   * [L32] A side purges its caucus: the content of all rows goes in the transaction that appends the first row of what
   * begins anew. Nobody may be in the room, and nothing of it on its way to the disk. Nobody joins it, and nothing reads
   * it, before it was built again from what is left.
   */
  beginAnew(by: Member): void {
    const upTo = this.log.head.seq
    const doc = purgedDocument({ upTo, writingOff: this.isWritingOff })
    this.claims.write({ client: doc.clientID, member: SYSTEM, side: null })
    this.parts.journal.change({ erase: 'rows', document: this.name, upTo })
    this.log.keep(Y.encodeStateAsUpdate(doc), { from: null, by: by.id, side: by.side, minutes: this.minutesSeen })
    this.rebuild()
  }

  /**
   * [L34] Takes content out of the log by a joint act. `take` hears what the rows are once all that was accepted is on the
   * disk, and in one step says what is left of them (empty: nothing happens) and appends the act to the minutes. Nobody may
   * be in the room; nobody joins it, and nothing reads it, before it was built again from what is left.
   */
  async eraseContent(take: (rows: readonly Row[]) => readonly ReturnType<typeof rowWithout>[]): Promise<void> {
    const { journal, storage } = this.parts
    const erased = journal
      .committed()
      .then(() => storage.read(this.name))
      .then(rows => {
        for (const row of take(rows)) journal.change({ erase: 'content', document: this.name, row })
        return journal.committed()
      })
    this.rebuild(erased)
    await erased
    await this.rebuilding
  }

  get moves(): unknown[] {
    return movesOf(this.doc).toArray()
  }

  /** The answer to a client's state vector; sent when all it says is committed. */
  answer(connection: Connection, stateVector: Uint8Array): void {
    const frame = step2Frame(Y.encodeStateAsUpdate(this.doc, stateVector))
    this.parts.journal.after({
      committed: () => connection.sendAnswer(frame),
      // What was lost need not be this board's: then nobody else closes who waits here.
      lost: () => connection.close(CLOSE.comeBack),
    })
  }

  /** [L3] Sends what has been committed since the last time: one encoded frame for everybody. */
  flush(): void {
    const sent = this.log.takeCommitted()
    if (sent !== null) this.company.tell(updateFrame(sent.bytes), { except: sent.from })
    this.company.acknowledge()
  }

  stop(): void {
    this.watch?.stop()
    this.company.stop()
    this.doc.destroy()
  }

  /**
   * The document holds something that was refused after it was applied. Nobody has seen it and no row holds it, so the
   * document is built again from the log, once everything accepted before is on it; meanwhile frames wait.
   */
  private rebuild(after: Promise<void> = Promise.resolve()): void {
    this.rebuilding = after
      .then(() => this.parts.journal.committed())
      .then(() => this.build())
      .then(() => {
        this.rebuilding = null
        this.company.resume()
      })
      .catch((error: unknown) => this.parts.onBroken(this, error))
  }

  private async build(): Promise<void> {
    const rows = await this.parts.storage.read(this.name)
    const doc = documentOf(contentOf(rows))
    boundCleanUp(doc)
    doc.on('update', (bytes: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) =>
      this.emitted.push({ bytes, origin, transaction }),
    )
    this.watch?.stop()
    this.watch = null
    this.doc.destroy()
    this.doc = doc
    this.log.begin(rows)
    if (this.document.kind === 'minutes') this.process = processOf(movesOf(doc))
  }

  /** The minutes that a row was written under; a move's row is the minutes itself. */
  private get minutesSeen(): number | null {
    return this.minutes === this ? null : this.minutes.log.head.seq
  }

  private keepEmitted(from: Connection | null, by: MemberId, side: SideId | null): void {
    for (const { bytes, origin } of this.emitted) {
      const cleanUp = from !== null && origin !== from
      const author = cleanUp ? NOBODY : { from, by, side }
      this.log.keep(bytes, { ...author, minutes: this.minutesSeen })
    }
    this.emitted = []
  }
}

export type RoomParts = {
  readonly storage: Storage
  readonly journal: Journal
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** The minutes of the same board; null for the minutes themselves. */
  readonly minutes: Room | null
  /** An update made Yjs throw; it is refused, and the document built again. */
  readonly onStumble: (error: unknown) => void
  /** The document could not be built again: the room must close. */
  readonly onBroken: (room: Room, error: unknown) => void
}

type Emitted = { readonly bytes: Uint8Array; readonly origin: unknown; readonly transaction: Y.Transaction }

/** What Yjs cleans up by itself after an update (formatting marks) is nobody's writing. */
const NOBODY = { from: null, by: SYSTEM, side: null }
