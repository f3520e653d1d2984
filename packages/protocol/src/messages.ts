import { CardId, INK_COLOURS } from '@jointly/board'
import { z } from 'zod'

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
  /** What is asked of the facilitator now. */
  asks?: Asks | null
  /** What is done on the whiteboard now; absent while one looks at another face of the board. */
  canvas?: CanvasPresence | null
}

/** What somebody asks of the facilitator for this moment, read by this schema at each door. */
export const Asks = z.object({
  /** More time, before the closing that was announced for this moment. */
  moreTime: z.iso.datetime().nullish(),
  /** That these cards of theirs be let in, which came after the closing. */
  late: z.array(CardId).max(100).readonly().optional(),
})
export type Asks = z.infer<typeof Asks>

const Coordinate = z.number().min(-1e6).max(1e6)
const Point = z.tuple([Coordinate, Coordinate]).readonly()
const Things = z.array(z.string().max(40)).max(60).readonly()
/** Points of a stroke, each with how hard the pen presses, from 0 to 100. */
const InkStretch = z
  .array(z.tuple([Coordinate, Coordinate, z.number().min(0).max(100)]))
  .max(64)
  .readonly()

/** Where somebody is on the whiteboard, in board coordinates rounded to whole pixels. Read by this schema at each door. */
export const CanvasPresence = z.object({
  cursor: Point.nullish(),
  /** Ids of the cards, frames and strokes they have selected, the first few. */
  selected: Things.optional(),
  /** What they drag now, and how far it is from where it stands; the drop is an edit and not here. */
  drag: z.object({ things: Things, by: Point }).nullish(),
  /** The stroke they are drawing, as one of theirs in a row: its last stretch, and where in it that begins. */
  ink: z
    .object({
      stroke: z.number().int().min(0),
      colour: z.enum(INK_COLOURS),
      from: z.number().int().min(0).max(1e6),
      points: InkStretch,
    })
    .nullish(),
  /** Their cursor is a laser. */
  laser: z.literal(true).optional(),
  /** The middle and the width of what they see. `summon` counts up when a facilitator brings everyone here. */
  view: z.object({ at: Point, width: z.number().min(1).max(1e6), summon: z.number().optional() }).optional(),
})
export type CanvasPresence = z.infer<typeof CanvasPresence>
