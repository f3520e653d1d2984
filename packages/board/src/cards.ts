import { z } from 'zod'
import { CardId, ImageId, MemberId, SideId } from './ids.ts'
import { isJointText, JOINT_TEXTS } from './schema.ts'

type KindRow = {
  /** Whose the wording is after it was posted: its side's (an interest is nobody else's to reword), or everybody's. */
  readonly worded: 'side' | 'all'
  /** May be said about something that is there: a comment. */
  readonly comments?: true
}

/** A row per kind of card. What else differs between kinds stands in the tables that are keyed by kind. */
export const CARD_KINDS = {
  fact: { worded: 'side' },
  interest: { worded: 'side' },
  option: { worded: 'all' },
  criterion: { worded: 'all' },
  question: { worded: 'all', comments: true },
  note: { worded: 'side', comments: true },
  cluster: { worded: 'all' },
} as const satisfies Record<string, KindRow>
export type CardKind = keyof typeof CARD_KINDS
export const CardKind = z.enum(Object.keys(CARD_KINDS) as [CardKind, ...CardKind[]])

const Coordinate = z.number().min(-1e6).max(1e6)

/** Board coordinates: x to the right, y down, in CSS pixels at 100 %. */
export const Position = z.object({ x: Coordinate, y: Coordinate })
export type Position = z.infer<typeof Position>
export const Size = z.object({ w: z.number().min(40).max(4000), h: z.number().min(20).max(4000) })
export type Size = z.infer<typeof Size>

/** A key as `orderBetween` makes it. It outlives an erasure, so it is no place for words. */
export const Order = z.string().regex(/^[0-9A-Za-z]{1,200}$/)

/** A picture on a card: kept by the server under the board's access. `w` and `h` are its pixels. */
export const Image = z.object({
  id: ImageId,
  w: z.number().int().min(1).max(10_000),
  h: z.number().int().min(1).max(10_000),
})
export type Image = z.infer<typeof Image>

/** One letter of a text as Yjs names it: it stays the same letter wherever the words around it go. */
export const Letter = z.strictObject({
  client: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  clock: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
})
export type Letter = z.infer<typeof Letter>

/** The longest beginning of a passage that is kept as plain words. */
export const LONGEST_QUOTE = 300

/** A stretch of a joint text, from its first letter to its last, and the words that stood there when it was chosen. */
export const Passage = z.strictObject({ from: Letter, to: Letter, quote: z.string().min(1).max(LONGEST_QUOTE) })
export type Passage = z.infer<typeof Passage>

/** What a comment is about: a card, or a joint text. */
export const Topic = z.union([z.enum(JOINT_TEXTS), CardId])
export type Topic = z.infer<typeof Topic>

/**
 * The plain fields of a card, as they stand in its Y.Map beside `body` (Y.XmlFragment).
 * `by` and `side` are the writer's and never change. `gone` puts the card away; nothing deletes it.
 * The picture is the writer's and stays; `alt` says what is to be seen in it, and is worded by whoever words the card.
 * `about` makes it a comment, which lies nowhere and stands under what it is about; `passage` says on which words of a text.
 * `anchor` is a criterion's: the sentence that says when an option meets it.
 * `basis` marks the cards of a worked case: a `fact` with a source, or `inferred` for realism.
 */
export const CardFields = z.object({
  kind: CardKind,
  by: MemberId,
  side: SideId.nullable(),
  spokenBy: MemberId.optional(),
  pos: Position,
  size: Size.optional(),
  order: Order,
  in: CardId.optional(),
  gone: z.literal(true).optional(),
  current: z.literal(true).optional(),
  source: z.string().max(300).optional(),
  anchor: z.string().max(300).optional(),
  image: Image.optional(),
  alt: z.string().max(500).optional(),
  basis: z.enum(['fact', 'inferred']).optional(),
  about: Topic.optional(),
  passage: Passage.optional(),
})
export type CardFields = z.infer<typeof CardFields>

/** [D80] A comment is a note or a question, and only what is about a joint text has a passage. */
export const isRightlyAbout = ({ kind, about, passage }: Pick<CardFields, 'kind' | 'about' | 'passage'>): boolean => {
  if (about === undefined) return passage === undefined
  const { comments }: KindRow = CARD_KINDS[kind]
  return comments === true && (passage === undefined || isJointText(about))
}

/** What may change once a card stands, beside the words in its body; the rest stays as it was written ([D2]). */
export const OPEN_FIELDS = ['pos', 'size', 'order', 'in', 'gone', 'current', 'source', 'anchor', 'alt'] as const

/** The fields of a link. Like a card it is never deleted: `gone` takes it away, so that taking it away can be undone. */
export const LinkFields = z.object({
  from: CardId,
  to: CardId,
  kind: z.enum(['serves', 'relates']),
  by: MemberId,
  side: SideId.nullable(),
  gone: z.literal(true).optional(),
})
export type LinkFields = z.infer<typeof LinkFields>
