import type { Peer } from './peer.ts'
import { startServer } from './process.ts'

/** The reference server, without persistence: what `npx y-websocket` gives. */
export const yWebsocket: Peer = {
  name: 'y-websocket-server',
  wire: 'y-websocket',
  keepsWhatWasSeen: false,
  start: () => startServer({ file: new URL('y-websocket.host.ts', import.meta.url) }),
  open: async () => ({ path: '/bench', document: 'bench', author: { by: 'bench', side: null } }),
}
