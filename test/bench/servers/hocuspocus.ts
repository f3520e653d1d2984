import { join } from 'node:path'
import type { Peer } from './peer.ts'
import { startServer } from './process.ts'

const file = new URL('hocuspocus.host.ts', import.meta.url)
const author = { by: 'bench', side: null }
const open: Peer['open'] = async () => ({ path: '/', document: 'bench', author })

export const hocuspocus: Peer = {
  name: 'Hocuspocus',
  wire: 'hocuspocus',
  keepsWhatWasSeen: false,
  start: () => startServer({ file }),
  open,
}

export const hocuspocusSqlite: Peer = {
  name: 'Hocuspocus+SQLite',
  wire: 'hocuspocus',
  keepsWhatWasSeen: false,
  start: dataDir => startServer({ file, env: { BENCH_SQLITE: join(dataDir, 'hocuspocus.sqlite') } }),
  open,
}
