import * as Y from 'yjs'

export type Run = { client: number; from: number; to: number }

/** Which clocks of which clients an update carries: a server that batches sends many characters as one struct. */
export function runs(update: Uint8Array): Run[] {
  return Y.decodeUpdate(update).structs.map(struct => ({
    client: struct.id.client,
    from: struct.id.clock,
    to: struct.id.clock + struct.length,
  }))
}
