import { z } from 'zod'
import { Order, Position } from './cards.ts'
import { MemberId, SideId } from './ids.ts'

/** What ink can be drawn in: the colour of its writer's side (or of neutral people), that of the text, and two more. */
export const INK_COLOURS = ['side', 'ink', 'red', 'green'] as const
export type InkColour = (typeof INK_COLOURS)[number]

/** A stroke holds at most so many points; a longer one is drawn as several that touch. */
export const MOST_POINTS = 500
/** x, y, pressure: how many numbers a point takes. */
export const POINT_LENGTH = 3
const MOST_TITLE = 120
const FRAME_SIDE = { least: 40, most: 20_000 }

/** How large a frame may be; it holds many cards, so it may be larger than one. */
export const FrameSize = z.object({
  w: z.number().min(FRAME_SIDE.least).max(FRAME_SIDE.most),
  h: z.number().min(FRAME_SIDE.least).max(FRAME_SIDE.most),
})
export type FrameSize = z.infer<typeof FrameSize>
const within = (length: number) => Math.min(FRAME_SIDE.most, Math.max(FRAME_SIDE.least, Math.round(length)))
export const frameSize = ({ w, h }: FrameSize): FrameSize => ({ w: within(w), h: within(h) })

const FrameTitle = z.string().max(MOST_TITLE)
/** A title as it can stand on a frame: one line, and not longer than there is room for. */
export const frameTitle = (title: string): string => title.replace(/\s+/g, ' ').trim().slice(0, MOST_TITLE)

/** Like a card's, the tag of its writer never changes, and `gone` puts a mark away: nothing deletes it. */
const TAG = {
  by: MemberId,
  side: SideId.nullable(),
  /** What lies above what, equal on every screen. */
  order: Order,
  gone: z.literal(true).optional(),
}

export const FrameFields = z.object({
  ...TAG,
  kind: z.literal('frame'),
  pos: Position,
  size: FrameSize,
  title: FrameTitle,
})

/**
 * `points`: x, y and pressure by turns; x and y from `pos` in tenths of a pixel, pressure from 0 to 100. Fixed once drawn:
 * what moves a stroke is `pos`.
 */
export const InkFields = z.object({
  ...TAG,
  kind: z.literal('ink'),
  pos: Position,
  colour: z.enum(INK_COLOURS),
  points: z
    .array(z.number().int().min(-2e7).max(2e7))
    .min(POINT_LENGTH)
    .max(MOST_POINTS * POINT_LENGTH)
    .refine(points => points.length % POINT_LENGTH === 0),
})

/** A row per kind of mark: its form. */
const MARK_KINDS = { frame: FrameFields, ink: InkFields } as const
export type MarkKind = keyof typeof MARK_KINDS

/** What stands on the whiteboard beside cards and links. */
export const MarkFields = z.discriminatedUnion('kind', [FrameFields, InkFields])
export type MarkFields = z.infer<typeof MarkFields>

/** The same, with nothing beside it: what may be written. */
export const OnlyMarkFields = z.discriminatedUnion('kind', [FrameFields.strict(), InkFields.strict()])

/** What may change once a mark stands, with its form; only a frame has a size and a title. */
export const OPEN_MARK_FIELDS = {
  pos: Position,
  size: FrameSize,
  title: FrameTitle,
  gone: TAG.gone,
} as const

/** A point of a stroke on the board; pressure from 0 to 1. */
export type InkPoint = Position & { readonly pressure: number }

const COORDINATE = 1e6
const bounded = (at: number) => Math.min(COORDINATE, Math.max(-COORDINATE, at))
const tenths = (length: number) => Math.round(length * 10)

type Stroke = { readonly pos: Position; readonly points: number[] }

/**
 * [D21] A way of any length as strokes of at most `MOST_POINTS`, each beginning where the one before ended. A press without
 * a way is a dot.
 */
export const strokesOf = (way: readonly InkPoint[]): Stroke[] => {
  const strokes: Stroke[] = []
  for (let from = 0; from === 0 || from < way.length - 1; from += MOST_POINTS - 1) {
    const piece = way.slice(from, from + MOST_POINTS)
    const [first] = piece
    if (first === undefined) break
    const pos = { x: Math.round(bounded(first.x)), y: Math.round(bounded(first.y)) }
    strokes.push({
      pos,
      points: piece.flatMap(({ x, y, pressure }) => [
        tenths(bounded(x) - pos.x),
        tenths(bounded(y) - pos.y),
        Math.round(Math.min(1, Math.max(0, pressure)) * 100),
      ]),
    })
  }
  return strokes
}

/** The points of a stroke on the board. */
export const wayOf = ({ pos, points }: { readonly pos: Position; readonly points: readonly number[] }): InkPoint[] =>
  Array.from({ length: Math.floor(points.length / POINT_LENGTH) }, (_, i) => ({
    x: pos.x + (points[i * POINT_LENGTH] ?? 0) / 10,
    y: pos.y + (points[i * POINT_LENGTH + 1] ?? 0) / 10,
    pressure: (points[i * POINT_LENGTH + 2] ?? 0) / 100,
  }))
