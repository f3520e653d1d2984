import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const SQLITE_BUSY = 5
const SQLITE_CANNOT_OPEN = 14

/** A data folder has one owner; `release` gives it up, and so does the end of the process, however it ends. */
export type FolderLock = { readonly release: () => void }

/**
 * Takes a data folder for this process, or null where another has it: two servers would each believe that their rooms are
 * the only ones. The lock is SQLite's own, on a file beside the database: the system lets go of it with the process, so a
 * `kill -9` leaves nothing to clear away, and whoever only reads the database (a backup, `pnpm verify`) is not in its way.
 */
export const lockFolder = (dir: string): FolderLock | null => {
  mkdirSync(dir, { recursive: true })
  const file = openLock(join(dir, 'jointly.lock'))
  try {
    // Nothing is ever written, and so there is nothing to roll back from a file.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null
    throw error
  }
}

const openLock = (path: string): DatabaseSync => {
  try {
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== SQLITE_CANNOT_OPEN) throw error
    throw new Error('nothing can be written in its folder', { cause: error })
  }
}
