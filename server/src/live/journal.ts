import { parseDocument } from '@jointly/board'
import type { Append, Change, Row, Storage } from '../storage/storage.ts'

/**
 * The one way to the log: a group commit over all rooms.
 *
 * What is accepted within one turn of the event loop goes into one batch; at the end of the turn the batch is committed
 * in one transaction; only then is anything sent, acknowledged or answered. While a commit is under way the next batch
 * collects. Everything that must wait for the log (`after`) stands in the order in which it was asked, so an answer that
 * was computed from accepted rows leaves only after exactly these rows are on the disk.
 *
 * If a commit fails, nothing of it may be shown. What came later was accepted on top of it and goes with it: both batches
 * are dropped, whoever waits is told, and `onLost` names the documents, whose rooms close and load again from the log.
 * The writers still hold their edits and send them once more.
 */
export class Journal {
  private batch = emptyBatch()
  private committing: Batch | null = null
  private scheduled = false
  private idle: (() => void)[] = []
  private readonly storage: Storage
  private readonly hooks: JournalHooks

  constructor(storage: Storage, hooks: JournalHooks) {
    this.storage = storage
    this.hooks = hooks
  }

  append(document: string, row: Row): void {
    const rows = this.batch.rows.get(document)
    if (rows === undefined) this.batch.rows.set(document, [row])
    else rows.push(row)
    this.schedule()
  }

  change(...changes: Change[]): void {
    this.batch.changes.push(...changes)
    this.schedule()
  }

  /** Calls back once everything appended so far is committed, or lost; never within this very call. */
  after(waiter: Waiter): void {
    this.batch.waiters.push(waiter)
    this.schedule()
  }

  /** The same as a promise; rejects with the storage's error. */
  committed(): Promise<void> {
    return new Promise((committed, lost) => this.after({ committed, lost }))
  }

  /** Resolves when nothing waits any more, whether it was committed or lost. */
  settled(): Promise<void> {
    return isEmpty(this.batch) && this.committing === null
      ? Promise.resolve()
      : new Promise(resolve => this.idle.push(resolve))
  }

  private schedule(): void {
    if (this.scheduled || this.committing !== null) return
    this.scheduled = true
    // After the poll phase: every frame that the kernel has ready now joins the same commit.
    setImmediate(() => void this.flush())
  }

  private async flush(): Promise<void> {
    this.scheduled = false
    const batch = this.batch
    this.batch = emptyBatch()
    this.committing = batch
    try {
      await this.write(batch)
    } catch (error) {
      const later = this.batch
      this.batch = emptyBatch()
      this.committing = null
      this.lose([batch, later], error)
      this.rest()
      return
    }
    this.committing = null
    for (const waiter of batch.waiters) waiter.committed()
    this.hooks.onCommitted()
    if (isEmpty(this.batch)) this.rest()
    else this.schedule()
  }

  private async write({ rows, changes }: Batch): Promise<void> {
    if (rows.size === 0 && changes.length === 0) return
    const appends: Append[] = [...rows].map(([document, rows]) => ({ document, rows, expect: (rows[0]?.seq ?? 1) - 1 }))
    const started = performance.now()
    await this.storage.commit({ appends, changes })
    // What is written in a caucus is counted nowhere: else the other side could read there when it is busy.
    const told = appends.filter(({ document }) => parseDocument(document)?.kind !== 'caucus')
    if (told.length === 0 && appends.length > 0) return
    this.hooks.onWritten({
      rows: told.reduce((sum, { rows }) => sum + rows.length, 0),
      ms: performance.now() - started,
    })
  }

  private lose(batches: readonly Batch[], error: unknown): void {
    // The rooms go first: whoever waits may ask for them again.
    this.hooks.onLost(new Set(batches.flatMap(batch => [...batch.rows.keys()])), error)
    for (const { waiters } of batches) for (const waiter of waiters) waiter.lost(error)
  }

  private rest(): void {
    const idle = this.idle
    this.idle = []
    for (const resolve of idle) resolve()
  }
}

export type Waiter = { readonly committed: () => void; readonly lost: (error: unknown) => void }

export type JournalHooks = {
  /** After the waiters of a batch: the rooms send what has gathered, one frame each. */
  readonly onCommitted: () => void
  readonly onLost: (documents: ReadonlySet<string>, error: unknown) => void
  readonly onWritten: (written: { rows: number; ms: number }) => void
}

type Batch = { readonly rows: Map<string, Row[]>; readonly changes: Change[]; readonly waiters: Waiter[] }

const emptyBatch = (): Batch => ({ rows: new Map(), changes: [], waiters: [] })
const isEmpty = ({ rows, changes, waiters }: Batch) => rows.size === 0 && changes.length === 0 && waiters.length === 0
