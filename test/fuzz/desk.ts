import {
  applyWithin,
  boundCleanUp,
  type Circumstances,
  documentOf,
  keepMarks,
  type Member,
  type MemberId,
  mayWrite,
  SYSTEM,
  UNBOUND,
  undoManagerFor,
  watchBoard,
} from '@jointly/board'
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
  now: Circumstances = UNBOUND
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
    const readOnly = mayWrite(member) ? null : 'read_only'
    const verdict = inspect({ doc, update, member, ownerOf: client => claims.get(client), readOnly, now: this.now })
    if ('refused' in verdict) return verdict
    if (verdict.clients === null) return { rows: [] }
    this.emitted = []
    this.touched = true
    if (!applyWithin(doc, verdict.update, { origin: 'someone' })) return this.refuse('too_costly')
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
    const doc = documentOf(this.log)
    boundCleanUp(doc)
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) =>
      this.emitted.push({ bytes, transaction }),
    )
    return doc
  }
}

/** `stock`: a client that is not ours, and cleans up formatting marks as Yjs does by itself. */
type PageParts = { readonly copy?: Uint8Array; readonly now: Circumstances; readonly stock: boolean }

/** A page of one member: what it has not sent and not yet heard, in the order in which a socket would carry it. */
export class Page {
  readonly who: Member
  readonly random: Random
  readonly doc = new Y.Doc()
  private readonly now: Circumstances
  private readonly stock: boolean
  private readonly unheard: Uint8Array[] = []
  private readonly watch
  private readonly undo
  private unsent: Uint8Array[] = []
  private online = false

  constructor(who: Member, random: Random, { copy, now, stock }: PageParts) {
    this.who = who
    this.random = random
    this.now = now
    this.stock = stock
    if (!stock) keepMarks(this.doc)
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
    else editSomething({ random, doc, who, board: this.watch.view(), now: this.now })
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
    const { who, random, doc, now, stock } = this
    const next = new Page(who, random, { copy: Y.encodeStateAsUpdate(doc), now, stock })
    this.watch.stop()
    this.doc.destroy()
    return next
  }
}

const HEARD = 'heard'
