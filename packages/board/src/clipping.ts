import { z } from 'zod'
import { CardFields, CardKind, Image, LinkFields, Position, Size } from './cards.ts'
import { type CardPlace, CaucusOnBoard, nameOnBoard } from './documents.ts'
import { BoardId, type CardId, type MarkId, MemberId } from './ids.ts'
import { FrameFields, InkFields, POINT_LENGTH } from './marks.ts'
import type { RichNode } from './richtext.ts'
import type { BoardView, MarkView } from './view.ts'

/** The most that comes at once: what one gate, one frame on the wire, one undo and one look can bear. */
export const MOST_CARDS_AT_ONCE = 200
const MOST_MARKS_AT_ONCE = 400
const MOST_LINKS_AT_ONCE = 1_000
const MOST_NUMBERS_OF_INK = 40_000 * POINT_LENGTH
const MOST_CHARACTERS = 20_000
const MOST_NODES = 500
const DEEPEST = 12

const Run = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(MOST_CHARACTERS),
  // An unknown mark makes words plain; it never makes them another's, nor brings anything with it.
  marks: z
    .object({
      bold: z.object({}).exactOptional(),
      italic: z.object({}).exactOptional(),
      link: z.object({ href: z.string().max(2_000) }).exactOptional(),
    })
    .default({}),
})

const BLOCKS = ['paragraph', 'bulletList', 'orderedList', 'listItem', 'hardBreak'] as const

/** What a card's editor knows: it would delete anything else, with the words in it. */
const Node: z.ZodType<RichNode> = z.lazy(() => z.union([Run, Block]))
const Block = z.object({
  type: z.enum(BLOCKS),
  attrs: z.object({ start: z.number().int().min(1).max(9_999).exactOptional() }).default({}),
  content: z.array(Node).max(MOST_NODES).default([]),
})

const depth = (value: unknown, left = DEEPEST): number => {
  if (left === 0 || typeof value !== 'object' || value === null) return 0
  const content: unknown = Reflect.get(value, 'content')
  return Array.isArray(content) ? 1 + Math.max(0, ...content.map(child => depth(child, left - 1))) : 1
}

const Body = z
  // Before the schema walks down: what is deeper than any list in a list could overflow the stack.
  .array(z.unknown().refine(node => depth(node) < DEEPEST, 'too deep'))
  .min(1)
  .max(MOST_NODES)
  .pipe(z.array(Block))

const Index = z
  .number()
  .int()
  .min(0)
  .max(MOST_CARDS_AT_ONCE - 1)

const ClippedMark = z.discriminatedUnion('kind', [
  FrameFields.pick({ kind: true, pos: true, size: true, title: true }).strict(),
  InkFields.pick({ kind: true, pos: true, colour: true, points: true }).strict(),
])
export type ClippedMark = z.infer<typeof ClippedMark>

const numbersIn = (mark: ClippedMark | MarkView): number => (mark.kind === 'ink' ? mark.points.length : 0)

/**
 * Cards, frames and ink as they lie on a clipboard: what they say and where they lay, and nobody's name, for a copy is the
 * copier's. Links and groups name cards by place in the list. It comes from a clipboard, so it is read like any stranger's
 * word.
 *
 * `from.document` says where they were copied: words of a caucus do not leave it by a key that everybody presses without
 * thinking, so what comes from one is laid in it again and nowhere else (`mayLay`).
 */
export const Clipping = z
  .strictObject({
    jointly: z.literal(1),
    from: z.strictObject({
      board: BoardId,
      document: z.union([z.literal('joint'), CaucusOnBoard]),
      as: MemberId,
    }),
    cards: z
      .array(
        z.strictObject({
          kind: CardKind,
          pos: Position,
          size: Size.optional(),
          in: Index.optional(),
          source: z.string().max(300).optional(),
          anchor: CardFields.shape.anchor,
          image: Image.optional(),
          alt: CardFields.shape.alt,
          body: Body,
        }),
      )
      .max(MOST_CARDS_AT_ONCE),
    links: z.array(z.strictObject({ from: Index, to: Index, kind: LinkFields.shape.kind })).max(MOST_LINKS_AT_ONCE),
    /** What was copied before there were marks has none. */
    marks: z.array(ClippedMark).max(MOST_MARKS_AT_ONCE).default([]),
  })
  .refine(({ cards, marks }) => cards.length + marks.length > 0, 'nothing')
  .refine(({ marks }) => marks.reduce((sum, mark) => sum + numbersIn(mark), 0) <= MOST_NUMBERS_OF_INK, 'too much ink')
export type Clipping = z.infer<typeof Clipping>
export type ClippedCard = Clipping['cards'][number]

/** [D42] Whether what was copied there may be laid here: what is of the table anywhere, what is of a caucus in it alone. */
export const mayLay = ({ from }: Clipping, to: CardPlace): boolean =>
  from.document === 'joint' || (from.board === to.board && from.document === nameOnBoard(to))

type ThingId = CardId | MarkId

/** Which of these come onto a clipboard at once, in the order in which they stand on the board. */
export const clippable = (board: BoardView, ids: ReadonlySet<ThingId>): ReadonlySet<ThingId> => {
  const cards = board.cards.filter(({ id, gone }) => !gone && ids.has(id)).slice(0, MOST_CARDS_AT_ONCE)
  let numbers = 0
  const marks = board.marks.filter(mark => {
    if (!ids.has(mark.id)) return false
    numbers += numbersIn(mark)
    return numbers <= MOST_NUMBERS_OF_INK
  })
  return new Set([...cards, ...marks.slice(0, MOST_MARKS_AT_ONCE)].map(({ id }) => id))
}

/** What these are on a clipboard, with the links among them; a card stays in its group where that comes along. */
export const clip = (
  board: BoardView,
  ids: ReadonlySet<ThingId>,
  from: Omit<Clipping['from'], 'document'> & { readonly document: CardPlace },
): Clipping => {
  const taken = clippable(board, ids)
  const cards = board.cards.filter(({ id }) => taken.has(id))
  const at = new Map(cards.map(({ id }, i) => [id, i]))
  return {
    jointly: 1,
    from: { ...from, document: nameOnBoard(from.document) },
    cards: cards.map(({ kind, pos, size, source, anchor, image, alt, body, in: group }) => ({
      ...{ kind, pos, body: body as ClippedCard['body'] },
      ...present({ size, source, anchor, image, alt }),
      ...(group !== undefined && at.has(group) && { in: at.get(group) }),
    })),
    links: board.links
      .flatMap(({ from, to, kind }) => {
        const [a, b] = [at.get(from), at.get(to)]
        return a === undefined || b === undefined ? [] : [{ from: a, to: b, kind }]
      })
      .slice(0, MOST_LINKS_AT_ONCE),
    marks: board.marks.filter(({ id }) => taken.has(id)).map(clipMark),
  }
}

const clipMark = (mark: MarkView): ClippedMark =>
  mark.kind === 'frame'
    ? { kind: 'frame', pos: mark.pos, size: mark.size, title: mark.title }
    : { kind: 'ink', pos: mark.pos, colour: mark.colour, points: mark.points }

const present = <Fields extends Partial<CardFields>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>
  }
