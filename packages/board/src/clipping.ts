import type * as Y from 'yjs'
import { z } from 'zod'
import { CardFields, CardKind, Image, LinkFields, Position, Size } from './cards.ts'
import type { Document } from './documents.ts'
import { type Author, type NewCard, postCards } from './edit.ts'
import { BoardId, type CardId, MemberId } from './ids.ts'
import { CARD_WIDTH, estimatedHeight, pictureHeight } from './place.ts'
import { plainText, type RichNode } from './richtext.ts'
import type { BoardView, CardView } from './view.ts'

/** The most cards that come at once: what one gate, one undo and one look can bear. */
export const MOST_CARDS_AT_ONCE = 200
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

/**
 * Cards as they lie on a clipboard: what they say and where they lay, and nobody's name, for a copy is the copier's. The
 * links among them name their ends by place in the list. It comes from a clipboard, so it is read like any stranger's word.
 *
 * `from.document` says where they were copied: words of a caucus do not leave it by a key that everybody presses without
 * thinking, so what comes from one is laid in it again and nowhere else (`mayLay`).
 */
export const Clipping = z.strictObject({
  jointly: z.literal(1),
  from: z.strictObject({
    board: BoardId,
    document: z.union([z.literal('joint'), z.string().regex(/^caucus:[A-Za-z0-9_-]{1,40}$/)]),
    as: MemberId,
  }),
  cards: z
    .array(
      z.strictObject({
        kind: CardKind,
        pos: Position,
        size: Size.optional(),
        source: z.string().max(300).optional(),
        image: Image.optional(),
        alt: CardFields.shape.alt,
        body: Body,
      }),
    )
    .min(1)
    .max(MOST_CARDS_AT_ONCE),
  links: z.array(z.strictObject({ from: Index, to: Index, kind: LinkFields.shape.kind })).max(1_000),
})
export type Clipping = z.infer<typeof Clipping>
export type ClippedCard = Clipping['cards'][number]

type CardPlace = Extract<Document, { kind: 'joint' | 'caucus' }>
const keyOf = (document: CardPlace) => (document.kind === 'joint' ? document.kind : `caucus:${document.side}`)

/** [D42] Whether what was copied there may be laid here: cards of the table anywhere, those of a caucus in it alone. */
export const mayLay = ({ from }: Clipping, to: CardPlace): boolean =>
  from.document === 'joint' || (from.board === to.board && from.document === keyOf(to))

/** What these cards are on a clipboard, with the links among them. */
export const clip = (
  board: BoardView,
  cards: readonly CardView[],
  from: Omit<Clipping['from'], 'document'> & { readonly document: CardPlace },
): Clipping => {
  const taken = cards.slice(0, MOST_CARDS_AT_ONCE)
  const at = new Map(taken.map(({ id }, i) => [id, i]))
  return {
    jointly: 1,
    from: { ...from, document: keyOf(from.document) },
    cards: taken.map(({ kind, pos, size, source, image, alt, body }) => ({
      ...{ kind, pos, body: body as ClippedCard['body'] },
      ...present({ size, source, image, alt }),
    })),
    links: board.links.flatMap(({ from, to, kind }) => {
      const [a, b] = [at.get(from), at.get(to)]
      return a === undefined || b === undefined ? [] : [{ from: a, to: b, kind }]
    }),
  }
}

const present = <Fields extends Partial<CardFields>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>
  }

/** The middle of where clipped cards lay. */
export const middleOf = ({ cards }: Clipping): Position => {
  const boxes = cards.map(({ pos, size, body, image }) => ({
    right: pos.x + (size?.w ?? CARD_WIDTH),
    bottom:
      pos.y +
      (size?.h ??
        estimatedHeight(plainText(body).length, size?.w) + (image === undefined ? 0 : pictureHeight(image, size?.w))),
  }))
  return {
    x: (Math.min(...cards.map(({ pos }) => pos.x)) + Math.max(...boxes.map(({ right }) => right))) / 2,
    y: (Math.min(...cards.map(({ pos }) => pos.y)) + Math.max(...boxes.map(({ bottom }) => bottom))) / 2,
  }
}

/** [D12] Lays clipped cards around a point: as they lay, with the links among them, in the name of whoever lays them. */
export const layClipping = (
  doc: Y.Doc,
  clipping: Clipping,
  { author, at }: { author: Author; at: Position },
): CardId[] => {
  const middle = middleOf(clipping)
  const by = { x: Math.round(at.x - middle.x), y: Math.round(at.y - middle.y) }
  const cards = clipping.cards.map(
    ({ body, pos, ...card }): NewCard => ({
      ...card,
      ...author,
      text: body,
      pos: { x: pos.x + by.x, y: pos.y + by.y },
    }),
  )
  return postCards(doc, { cards, links: clipping.links, author })
}
