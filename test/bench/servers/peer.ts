import type { Author } from '../client/card.ts'
import type { WireName } from '../client/wire.ts'
import type { Running } from './process.ts'

/** What one board needs to be reached: it survives a restart of the server, only the base address changes. */
export type Board = { path: string; document: string; author: Author }

/** One server under test. Every server does the same work on the same document; only how to start it and say hello differ. */
export type Peer = {
  name: string
  wire: WireName
  /** A reason to leave this server out of the run, or nothing. */
  skip?: () => string | undefined
  start: (dataDir: string) => Promise<Running>
  /** Whether it promises that a `kill -9` loses nothing that anybody has seen; breaking that fails the bench. */
  keepsWhatWasSeen: boolean
  open: (base: string) => Promise<Board>
}
