/** Message types of the y-websocket protocol, and the one that is ours. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** With `?saved=1`: `varUint n`, the first n step-2 and update messages of this socket are committed. */
  saved: 100,
} as const

export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** What the server stamps on a presence state, over whatever the client wrote there. */
export type PresenceStamp = { id: string; name: string; side: string | null; role: string }

/** What a client may say of itself for the moment; nothing of it is stored. */
export type Presence = {
  user?: PresenceStamp
  /** What is being written at: a card's id, a joint text's name, or `composer:<kind>`. */
  writing?: string | null
}
