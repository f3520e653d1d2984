import { hocuspocus, hocuspocusSqlite } from './hocuspocus.ts'
import { jointly } from './jointly.ts'
import type { Peer } from './peer.ts'
import { yWebsocket } from './y-websocket.ts'

/** In the order in which each round visits them. */
export const peers: readonly Peer[] = [jointly, yWebsocket, hocuspocus, hocuspocusSqlite]

/** The ratios in the table are against this one. */
export const reference = hocuspocus.name
