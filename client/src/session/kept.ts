import * as idb from 'lib0/indexeddb'
import { type CopyName, copyName, parseCopyName } from './copyName.ts'
import { within } from './patience.ts'

/**
 * The copies that lie in this browser: one database each, in the form that y-indexeddb gives it. What here is `custom`
 * is ours: what the door said when the board was last opened, and which places hold something not committed.
 */
export const STORES = { updates: 'updates', custom: 'custom' } as const
const FORM = [[STORES.updates, { autoIncrement: true }], [STORES.custom]] as [string, IDBObjectStoreParameters?][]

/** A database that is blocked by another tab, or on a disk that does not answer, is not waited for. */
const PATIENCE_MS = 5_000

/** Without locks (plain http) two tabs would trim each other's copy; without a list of databases none could be wiped. */
export const keepsCopies = (): boolean => {
  try {
    return 'locks' in navigator && typeof indexedDB.databases === 'function'
  } catch {
    return false // a browser that forbids storage throws at the very name
  }
}

/** Opens a copy's database, and makes it where there is none. Throws where this browser cannot. */
export const openKept = async (name: CopyName): Promise<IDBDatabase> =>
  within(PATIENCE_MS, () => idb.openDB(copyName(name), db => idb.createStores(db, FORM)))

/** Every copy in this browser, whoever's it is. */
export const keptCopies = async (): Promise<CopyName[]> => {
  if (!keepsCopies()) return []
  const databases = await indexedDB.databases()
  return databases.flatMap(({ name }) => parseCopyName(name ?? '') ?? [])
}

export type Kept = {
  readonly updates: readonly Uint8Array[]
  /** The door's reply, to be parsed by whoever uses it. */
  readonly opened: unknown
  /** The places whose last change was not committed when this was written. */
  readonly waiting: readonly string[]
}

/** Reads a copy without taking part in it; null where there is none. */
export const readKept = async (name: CopyName): Promise<Kept | null> => {
  const isThere = (await keptCopies()).some(one => copyName(one) === copyName(name))
  if (!isThere) return null
  const db = await openKept(name)
  try {
    const [updates, custom] = idb.transact(db, Object.values(STORES), 'readonly') as [IDBObjectStore, IDBObjectStore]
    const [rows, opened, waiting] = await Promise.all([
      idb.getAll(updates),
      idb.get(custom, 'opened'),
      idb.get(custom, 'waiting'),
    ])
    return { updates: rows, opened, waiting: placesIn(waiting) }
  } finally {
    db.close()
  }
}

/** What was written as a list of places; anything else is none. */
export const placesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(place => typeof place === 'string') : []

/**
 * Deletes a copy and waits until it is gone; false where it could not be. (`clearData` of y-indexeddb resolves before the
 * deletion has begun.) A tab that has it open lets go of it when it hears of this.
 */
export const dropKept = (name: CopyName): Promise<boolean> =>
  within(PATIENCE_MS, () => idb.deleteDB(copyName(name))).then(
    () => true,
    () => false,
  )
