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
  /** What is done on the whiteboard now; absent while one looks at another face of the board. */
  canvas?: CanvasPresence | null
}

type Point = readonly [x: number, y: number]

/** Where somebody is on the whiteboard, in board coordinates rounded to whole pixels. */
export type CanvasPresence = {
  readonly cursor?: Point | null
  /** Ids of the cards they have selected, the first few. */
  readonly selected?: readonly string[]
  /** What they drag now, and how far it is from where it stands; the drop is an edit and not here. */
  readonly drag?: { readonly cards: readonly string[]; readonly by: Point } | null
  /** Where a laser pointer is, while it is lit. */
  readonly laser?: Point | null
  /** What they see: the middle and the width of their screen. `summon` counts up when a facilitator brings everyone here. */
  readonly view?: { readonly at: Point; readonly width: number; readonly summon?: number }
}
