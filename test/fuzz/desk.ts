import { type Member, type MemberId, mayWrite, SYSTEM, undoManagerFor, watchBoard } from '@jointly/board'
import { emptyBoard } from '@jointly/board/testing'
import type { CopyRefusal } from '@jointly/protocol'
import { flawOf, inspect } from '@jointly/server/gate'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { editSomething } from './edits.ts'
import { chance, type Random } from './seeds.ts'

type Emitted = { readonly bytes: Uint8Array; readonly transaction: Y.Transaction }

/** What the server does with an update, without sockets and storage: the gate, applying, the second look, the log. */
export class Desk {
  readonly log: Uint8Array[] = []
  readonly claims = new Map<number, MemberId>()
  doc: Y.Doc
  private emitted: Emitted[] = []
  private touched = false

  constructor(clientId: number) {
    const opening = emptyBoard(clientId)
    this.claims.set(clientId, SYSTEM)
    this.log.push(Y.encodeStateAsUpdate(opening))
    this.doc = this.load()
  }

  /** The rows that the update became, or why it was refused. */
  accept(update: Uint8Array, member: Member): { rows: Uint8Array[] } | { refused: CopyRefusal } {
    const { doc, claims } = this
    const verdict = inspect({ doc, update, member, ownerOf: client => claims.get(client) })
    if ('refused' in verdict) return verdict
    if (verdict.clients === null) return { rows: [] }
    if (!mayWrite(member)) return verdict.cleansUp ? { rows: [] } : { refused: 'read_only' }
    this.emitted = []
    this.touched = true
    Y.applyUpdate(doc, verdict.update, 'someone')
    const flaw = flawOf(
      doc,
      this.emitted.map(({ transaction }) => transaction),
    )
    if (flaw !== null) return this.refuse(flaw)
    for (const client of verdict.clients) claims.set(client, member.id)
    const rows = this.emitted.map(({ bytes }) => bytes)
    this.log.push(...rows)
    return { rows }
  }

  /** The document again as it was: what an update left there is thrown away, and its rows with it. */
  forgetFrom(row: number, claims: ReadonlyMap<number, MemberId>): void {
    this.claims.clear()
    for (const [client, member] of claims) this.claims.set(client, member)
    this.log.length = row
    if (this.touched) this.reload()
  }

  private refuse(refused: CopyRefusal) {
    this.reload()
    return { refused }
  }

  private reload(): void {
    this.touched = false
    this.doc.destroy()
    this.doc = this.load()
  }

  private load(): Y.Doc {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const bytes of this.log) Y.applyUpdate(doc, bytes)
    })
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) =>
      this.emitted.push({ bytes, transaction }),
    )
    return doc
  }
}

/** A page of one member: what it has not sent and not yet heard, in the order in which a socket would carry it. */
export class Page {
  readonly who: Member
  readonly random: Random
  readonly doc = new Y.Doc()
  private readonly unheard: Uint8Array[] = []
  private readonly watch
  private readonly undo
  private unsent: Uint8Array[] = []
  private online = false

  constructor(who: Member, random: Random, copy?: Uint8Array) {
    this.who = who
    this.random = random
    this.doc.clientID = prng.uint32(random, 1, 0xffffffff)
    if (copy !== undefined) Y.applyUpdate(this.doc, copy, HEARD)
    this.watch = watchBoard(this.doc)
    this.undo = undoManagerFor(this.doc)
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (this.online && origin !== HEARD) this.unsent.push(bytes)
    })
  }

  act(): void {
    const { random, doc, who, undo } = this
    if (!mayWrite(who)) return
    if (chance(random, 5)) undo.stopCapturing()
    if (chance(random, 8)) undo.undo()
    else if (chance(random, 12)) undo.redo()
    else editSomething({ random, doc, who, board: this.watch.view(), locked: false })
  }

  /** What the server sends: nobody hears anything offline, nor before they have said what they hold. */
  tell(rows: readonly Uint8Array[]): void {
    if (this.online) this.unheard.push(...rows)
  }

  hear(): void {
    for (const bytes of this.unheard.splice(0)) Y.applyUpdate(this.doc, bytes, HEARD)
  }

  get quiet(): boolean {
    return this.online && this.unheard.length === 0 && this.unsent.length === 0
  }

  /** What leaves next: an update each, or after a time offline all that the server lacks in one. */
  takeUnsent(desk: Desk): Uint8Array[] {
    if (this.online) return this.unsent.splice(0)
    this.online = true
    this.unheard.push(Y.encodeStateAsUpdate(desk.doc, Y.encodeStateVector(this.doc)))
    return [Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(desk.doc))]
  }

  takeOwn(): Uint8Array[] {
    return this.unsent.splice(0)
  }

  goOffline(): void {
    this.online = false
    this.unsent = []
    this.unheard.length = 0
  }

  /** The same member's next page over the same offline copy: a new client id, with what the old one had not sent. */
  successor(): Page {
    const next = new Page(this.who, this.random, Y.encodeStateAsUpdate(this.doc))
    this.watch.stop()
    this.doc.destroy()
    return next
  }
}

const HEARD = 'heard'
