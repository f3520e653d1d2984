import { NotWritten, type Storage } from '@jointly/server/storage'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { turns } from './seeds.ts'

/** By document: up to which clock each client's words are on the disk. */
export type Committed = Map<string, Map<number, number>>

/** `slow`: for how many turns of the event loop a write takes. */
export type Disk = { readonly committed: Committed; full: boolean; slow: number }

/** The same storage, which notes what it has committed, on a disk that is slow or full at times. */
export const witnessed = (storage: Storage, disk: Disk): Storage => {
  const { committed } = disk
  const commit: Storage['commit'] = async write => {
    await turns(disk.slow)
    if (disk.full) throw new NotWritten('the disk is full')
    await storage.commit(write)
    for (const { document, rows } of write.appends ?? []) {
      const clocks = committed.get(document) ?? new Map<number, number>()
      committed.set(document, clocks)
      for (const { bytes } of rows)
        for (const [client, clock] of Y.parseUpdateMeta(bytes).to)
          clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
    }
  }
  return { ...storage, commit }
}

/**
 * What a screen was shown that was not on the disk at that moment: nothing, if the log comes before the fan-out. A loss of
 * the server right then would make others know what it does not.
 */
export const shownTooSoon = (
  { doc, provider }: { doc: Y.Doc; provider: WebsocketProvider },
  { document, committed, found }: { document: string; committed: Committed; found: string[] },
): void =>
  void doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== provider) return
    for (const [client, clock] of Y.parseUpdateMeta(bytes).to) {
      const safe = committed.get(document)?.get(client) ?? 0
      if (clock > safe) found.push(`${document}: ${client} at ${clock}, committed up to ${safe}`)
    }
  })
