import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { type CopyName, copyName } from './copyName.ts'
import { openKept, placesIn, STORES } from './kept.ts'
import { within } from './patience.ts'

/** A document that is being kept in this browser, change by change. */
export type KeptDoc = {
  /** What was not committed when the page that kept it before this one wrote last. */
  readonly waiting: readonly string[]
  /** Writes something beside the document; resolves when it, and every change made until now, has been written. */
  readonly write: (key: 'opened' | 'waiting', value: unknown) => Promise<void>
  readonly close: () => Promise<void>
}

const LOAD_MS = 10_000

/** What others write comes in many small updates, and each would be a transaction: they are written together, after this. */
const GATHER_MS = 250

const READ = Symbol('read from this browser')

/** What comes from the browser's own storage is neither typed here nor heard from others. */
export const isFromKept = (origin: unknown): boolean => origin === READ || origin instanceof IndexeddbPersistence

/** Puts what was read into a document, in one step. */
export const readInto = (doc: Y.Doc, updates: readonly Uint8Array[]): void =>
  Y.transact(
    doc,
    () => {
      for (const update of updates) Y.applyUpdate(doc, update)
    },
    READ,
    false,
  )

/**
 * Loads what is kept of a document into it and keeps it from now on. Throws where that cannot be, and calls `onBroken`
 * when it ends later: a full disk, a database that another tab deletes.
 *
 * y-indexeddb 9 knows no errors, so they are kept from it: where a database does not open it leaves a rejection that
 * nobody can catch and never settles (so it is opened once before); a write that fails is another such rejection (so the
 * event is stopped on its way down, before the request hears of it); and it throws into the edit that is under way where
 * its database was closed (so it is let go the moment that somebody wants to delete it).
 */
export const keepDoc = async (name: CopyName, doc: Y.Doc, onBroken: () => void): Promise<KeptDoc> => {
  const probe = await openKept(name)
  probe.close()
  const persistence = new IndexeddbPersistence(copyName(name), doc)
  try {
    await within(LOAD_MS, () => persistence.whenSynced)
  } catch (error) {
    void persistence.destroy()
    throw error
  }
  const db = persistence.db as IDBDatabase // it is open once it has loaded
  const gathered = gatherUpdates(doc, persistence)
  let isOpen = true
  const letGo = () => {
    isOpen = false
    gathered.stop()
    return persistence.destroy()
  }
  const giveUp = (event: Event) => {
    event.stopPropagation()
    if (!isOpen) return
    void letGo()
    onBroken()
  }
  for (const event of ['error', 'abort', 'versionchange', 'close'])
    db.addEventListener(event, giveUp, { capture: true })
  return {
    waiting: placesIn(await persistence.get('waiting')),
    write: (key, value) =>
      new Promise(resolve => {
        if (!isOpen) return
        gathered.write()
        // Over both stores, and so behind every update that was written before it.
        const transaction = db.transaction(Object.values(STORES), 'readwrite')
        transaction.objectStore(STORES.custom).put(value, key)
        transaction.addEventListener('complete', () => resolve())
      }),
    close: async () => {
      if (isOpen) gathered.write()
      await letGo()
    },
  }
}

/** Takes the place of y-indexeddb's own listener, which writes each update by itself. */
const gatherUpdates = (doc: Y.Doc, persistence: IndexeddbPersistence) => {
  let updates: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    if (updates.length > 0) persistence._storeUpdate(Y.mergeUpdates(updates), null)
    updates = []
  }
  const gather = (update: Uint8Array, origin: unknown) => {
    if (origin === persistence) return
    updates.push(update)
    timer ??= setTimeout(write, GATHER_MS)
  }
  doc.off('update', persistence._storeUpdate)
  doc.on('update', gather)
  return {
    write,
    stop: () => {
      doc.off('update', gather)
      clearTimeout(timer)
    },
  }
}
