import { mkdtempSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Target } from './client/seat.ts'
import type { Board, Peer } from './servers/peer.ts'
import type { Running } from './servers/process.ts'

/** Where a temporary folder is memory, TMPDIR should name a disk. Swept at the end, also after Ctrl-C. */
const root = mkdtempSync(join(tmpdir(), 'jointly-bench-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

export type Fresh = {
  target: Target
  /** Starts the server again on the same folder, after something killed it; the board is reached at another port. */
  again: () => Promise<Target>
}

/** One server on an empty folder with one empty board; killed and swept away afterwards, whatever happened. */
export async function onFreshServer<Result>(peer: Peer, use: (fresh: Fresh) => Promise<Result>): Promise<Result> {
  const dataDir = await mkdtemp(join(root, 'data-'))
  let running: Running | undefined
  try {
    running = await peer.start(dataDir)
    const board = await peer.open(running.base)
    const again = async () => {
      await running?.kill()
      running = await peer.start(dataDir)
      return reach(peer, board, running)
    }
    return await use({ target: reach(peer, board, running), again })
  } finally {
    await running?.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function reach({ wire }: Peer, { path, document, author }: Board, { base, pid }: Running): Target {
  return { url: base.replace('http:', 'ws:') + path, wire, document, author, pid }
}
