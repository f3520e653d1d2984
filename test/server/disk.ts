import { join } from 'node:path'
import { openSqlite } from '@jointly/server/sqlite'
import { NotWritten, type Storage } from '@jointly/server/storage'
import { freshDir } from '../world.ts'

/** The real SQLite storage on a disk that can be told to be slow, or full. */
export type Disk = {
  readonly storage: Storage
  readonly dataDir: string
  /** From now on commits wait. */
  readonly hold: () => void
  /** The commit that waits, once such a one does. */
  readonly waits: (what?: (write: Write) => boolean) => Promise<Write>
  /** Lets through what waits, and what comes. */
  readonly release: () => void
  /** What waits fails, and what comes, until `release`. */
  readonly fill: () => void
  /** From now on reading this document's rows waits; what is returned lets it go on. */
  readonly holdRead: (document: string) => { readonly reached: Promise<void>; readonly release: () => void }
}
export type Write = Parameters<Storage['commit']>[0]

export const slowDisk = (dataDir: string = freshDir()): Disk => {
  const real = openSqlite(join(dataDir, 'jointly.db'))
  let state: 'quick' | 'held' | 'full' = 'quick'
  const held: { write: Write; go: () => void }[] = []
  const watchers: (() => void)[] = []
  const reads = new Map<string, { reach: () => void; go: Promise<void> }>()

  const turn = (next: typeof state) => {
    state = next
    for (const { go } of held.splice(0)) go()
  }
  const storage: Storage = {
    ...real,
    commit: async write => {
      if (state === 'held')
        await new Promise<void>(go => {
          held.push({ write, go })
          for (const watch of watchers) watch()
        })
      if (state === 'full') throw new NotWritten('the disk is full')
      return real.commit(write)
    },
    read: async (document, range) => {
      const gate = reads.get(document)
      gate?.reach()
      await gate?.go
      return real.read(document, range)
    },
  }
  return {
    storage,
    dataDir,
    hold: () => {
      state = 'held'
    },
    waits: (what = () => true) =>
      new Promise(resolve => {
        const look = () => {
          const found = held.find(({ write }) => what(write))
          if (found !== undefined) resolve(found.write)
        }
        watchers.push(look)
        look()
      }),
    release: () => turn('quick'),
    fill: () => turn('full'),
    holdRead: document => {
      const reached = Promise.withResolvers<void>()
      const going = Promise.withResolvers<void>()
      reads.set(document, { reach: reached.resolve, go: going.promise })
      const release = () => {
        reads.delete(document)
        going.resolve()
      }
      return { reached: reached.promise, release }
    },
  }
}
