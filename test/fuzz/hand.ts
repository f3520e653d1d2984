import {
  type Act,
  actRefusal,
  type BoardView,
  CARD_KINDS,
  type CardId,
  type CardKind,
  type CardView,
  type Circumstances,
  isJointText,
  JOINT_TEXTS,
  type JointText,
  jointTextOf,
  type MarkId,
  type MarkView,
  type Member,
  passageAt,
} from '@jointly/board'
import * as prng from 'lib0/prng'
import type * as Y from 'yjs'
import { anyOf, chance, type Random } from './seeds.ts'

/** Somebody at a screen: what they see, and what their own screen would offer them. */
export type Hand = {
  readonly random: Random
  readonly doc: Y.Doc
  readonly board: BoardView
  readonly who: Member
  readonly now: Circumstances
}

export const pick = (hand: Hand, offered: (card: CardView) => boolean = () => true): CardView | undefined =>
  anyOf(hand.random, [...hand.board.cards, ...hand.board.comments].filter(offered))

/** What somebody may comment on: a card, another's comment, a text, some words of it. */
export const somewhere = ({ random, board, doc }: Hand) => {
  const about = anyOf(random, [
    ...board.cards.map(({ id }) => id),
    ...JOINT_TEXTS,
    ...board.comments.map(({ id }) => id),
  ])
  if (about === undefined || !isJointText(about) || prng.bool(random)) return { about: about ?? 'issue' }
  const from = prng.int32(random, 0, 40)
  const span = { from, to: from + prng.int32(random, 1, 30) }
  return { about, passage: passageAt(jointTextOf(doc, about), span) ?? undefined }
}

/** Calls the edit with a card that the screen offers it for. */
export const onCard =
  (edit: (hand: Hand, id: CardId) => unknown, offered: (hand: Hand, card: CardView) => boolean = () => true) =>
  (hand: Hand): void => {
    const card = pick(hand, card => offered(hand, card))
    if (card !== undefined) edit(hand, card.id)
  }

/** Whether the screen offers it: the table that the gate asks, asked beforehand. */
export const offers = ({ who, now }: Hand, act: Act): boolean => actRefusal(who, act, now) === null
export const movable = (hand: Hand, card: CardView) => offers(hand, { act: 'place card', card })
export const own = (hand: Hand, card: CardView) => offers(hand, { act: 'put away card', card })
export const worded = (hand: Hand, card: CardView) => offers(hand, { act: 'word card', card })
export const settable = (hand: Hand, card: CardView) => offers(hand, { act: 'set card', card })
export const copied = (hand: Hand, { kind, about }: CardView) =>
  about === undefined && offers(hand, { act: 'make card', kind })
export const marks = (hand: Hand, offered: (hand: Hand, mark: MarkView) => boolean): MarkId[] =>
  hand.board.marks.filter(mark => offered(hand, mark) && chance(hand.random, 3)).map(({ id }) => id)
export const erasable = (hand: Hand, made: MarkView) => offers(hand, { act: 'take away mark', made })
export const movableMark = (hand: Hand, made: MarkView) => offers(hand, { act: 'place mark', made })
/** A kind of card that may be made now. */
export const someKind = (hand: Hand): CardKind | undefined =>
  anyOf(
    hand.random,
    KINDS.filter(kind => offers(hand, { act: 'make card', kind })),
  )
export const author = ({ who }: Hand) => ({ by: who.id, side: who.side })
export const position = (random: Random) => ({ x: prng.int32(random, -5000, 5000), y: prng.int32(random, -5000, 5000) })
export const size = (random: Random) => ({ w: prng.int32(random, 40, 900), h: prng.int32(random, 20, 900) })
const KINDS = Object.keys(CARD_KINDS) as CardKind[]

/** Two that stand next to each other, or an end of the list. */
export const neighbours = ({ random, board: { cards } }: Hand): [CardId | null, CardId | null] => {
  const at = prng.int32(random, 0, cards.length)
  return [cards[at - 1]?.id ?? null, cards[at]?.id ?? null]
}

export const someText = (hand: Hand): JointText | undefined =>
  anyOf(
    hand.random,
    JOINT_TEXTS.filter(text => offers(hand, { act: 'word text', text })),
  )
