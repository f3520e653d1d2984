import type { MemberId, SideId } from '@jointly/board'
import * as Y from 'yjs'
import { chained, epochOf } from '../storage/chain.ts'
import { type Head, NO_ROWS, type Row } from '../storage/storage.ts'
import type { Connection } from './connection.ts'
import type { Journal } from './journal.ts'

/** The end of one document's log: what is accepted becomes rows here, and leaves for the others once it is committed. */
export class RoomLog {
  head: Head = NO_ROWS
  /** [L19] A log that begins anew has another, and a copy of the old one is a copy of nothing. */
  epoch = ''
  /** Rows that are accepted and not yet committed. */
  pending = 0
  private readonly outbox: Outgoing[] = []
  private readonly name: string
  private readonly parts: LogParts

  constructor(name: string, parts: LogParts) {
    this.name = name
    this.parts = parts
  }

  /** As it lies on the disk. */
  begin(rows: readonly Row[]): void {
    this.head = rows.at(-1) ?? NO_ROWS
    this.epoch = epochOf(rows)
  }

  keep(bytes: Uint8Array, { from, by, side, minutes }: Writing): void {
    const { journal, clock } = this.parts
    const seq = this.head.seq + 1
    const at = new Date(clock()).toISOString()
    const row = chained(this.name, this.head, { seq, at, by, side, minutes: minutes ?? seq, bytes })
    this.head = row
    if (seq === 1) this.epoch = epochOf([row])
    journal.append(this.name, row)
    this.pending++
    journal.after({
      committed: () => {
        this.pending--
        this.outbox.push({ bytes, from })
      },
      lost: ignore,
    })
  }

  /** [L3] What has been committed since the last time, as one update, and whose it was where it was one socket's alone. */
  takeCommitted(): Outgoing | null {
    if (this.outbox.length === 0) return null
    const sent = this.outbox.splice(0)
    const first = sent[0]?.from ?? null
    return {
      bytes: merged(sent.map(({ bytes }) => bytes)),
      from: sent.every(({ from }) => from === first) ? first : null,
    }
  }
}

type LogParts = {
  readonly journal: Journal
  /** Milliseconds since 1970. */
  readonly clock: () => number
}
/** `from`: the socket that it came by, or null. `minutes`: the last move that it was written under; null: it is one. */
type Writing = {
  readonly from: Connection | null
  readonly by: MemberId
  readonly side: SideId | null
  readonly minutes: number | null
}
type Outgoing = { readonly bytes: Uint8Array; readonly from: Connection | null }

/** A few at a time: Yjs sorts all that it merges again for each of them (8,000 at once took 1.9 s, like this 0.07 s). */
const merged = (updates: readonly Uint8Array[]): Uint8Array => {
  if (updates.length === 1 && updates[0] !== undefined) return updates[0]
  if (updates.length <= AT_ONCE) return Y.mergeUpdates([...updates])
  const parts = Array.from({ length: Math.ceil(updates.length / AT_ONCE) }, (_, i) =>
    merged(updates.slice(i * AT_ONCE, (i + 1) * AT_ONCE)),
  )
  return merged(parts)
}
const AT_ONCE = 16

/** Whoever was to be answered is closed with the room. */
const ignore = () => {}
