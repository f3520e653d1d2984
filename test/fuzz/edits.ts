import {
  type Act,
  actRefusal,
  type BoardView,
  bodyOf,
  bringBack,
  CARD_KINDS,
  type CardId,
  type CardKind,
  type CardView,
  type Circumstances,
  drawFrame,
  drawInk,
  duplicateCard,
  eraseMarks,
  frameSize,
  groupCards,
  INK_COLOURS,
  isJointText,
  JOINT_TEXTS,
  type JointText,
  jointTextOf,
  linkCards,
  type MarkId,
  type MarkView,
  type Member,
  MOST_POINTS,
  orderCard,
  orderCards,
  passageAt,
  placeCard,
  placeCards,
  placeMarks,
  postCard,
  postComment,
  postTogether,
  putAway,
  putInGroup,
  setAlt,
  setAnchor,
  setCurrent,
  setJointText,
  setSource,
  sizeCard,
  titleFrame,
  unlinkCards,
} from '@jointly/board'
import type * as edits from '@jointly/board/edit'
import * as prng from 'lib0/prng'
import type * as Y from 'yjs'
import { word, words } from './editor.ts'
import { anyOf, byShare, chance, type Random } from './seeds.ts'

/** Somebody at a screen: what they see, and what their own screen would offer them. */
export type Hand = {
  readonly random: Random
  readonly doc: Y.Doc
  readonly board: BoardView
  readonly who: Member
  readonly now: Circumstances
}

/** Every function of edit.ts that changes a document. */
type EditName = {
  [Name in keyof typeof edits]: (typeof edits)[Name] extends (...args: never) => unknown ? Name : never
}[keyof typeof edits]

/** One edit of a random kind, as the person's screen would offer it; often there is nothing to do it to. */
export const editSomething = (hand: Hand): void => {
  const name = byShare(hand.random, SHARES)
  if (name === 'word') wordSomething(hand)
  else EDITS[name](hand)
}

const pick = (hand: Hand, offered: (card: CardView) => boolean = () => true): CardView | undefined =>
  anyOf(hand.random, [...hand.board.cards, ...hand.board.comments].filter(offered))

/** What somebody may comment on: a card, another's comment, a text, some words of it. */
const somewhere = ({ random, board, doc }: Hand) => {
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
const onCard =
  (edit: (hand: Hand, id: CardId) => unknown, offered: (hand: Hand, card: CardView) => boolean = () => true) =>
  (hand: Hand): void => {
    const card = pick(hand, card => offered(hand, card))
    if (card !== undefined) edit(hand, card.id)
  }

/** Whether the screen offers it: the table that the gate asks, asked beforehand. */
const offers = ({ who, now }: Hand, act: Act): boolean => actRefusal(who, act, now) === null
const movable = (hand: Hand, card: CardView) => offers(hand, { act: 'place card', card })
const own = (hand: Hand, card: CardView) => offers(hand, { act: 'put away card', card })
const worded = (hand: Hand, card: CardView) => offers(hand, { act: 'word card', card })
const settable = (hand: Hand, card: CardView) => offers(hand, { act: 'set card', card })
const copied = (hand: Hand, { kind, about }: CardView) =>
  about === undefined && offers(hand, { act: 'make card', kind })
const marks = (hand: Hand, offered: (hand: Hand, mark: MarkView) => boolean): MarkId[] =>
  hand.board.marks.filter(mark => offered(hand, mark) && chance(hand.random, 3)).map(({ id }) => id)
const erasable = (hand: Hand, made: MarkView) => offers(hand, { act: 'take away mark', made })
const movableMark = (hand: Hand, made: MarkView) => offers(hand, { act: 'place mark', made })
/** A kind of card that may be made now. */
const someKind = (hand: Hand): CardKind | undefined =>
  anyOf(
    hand.random,
    KINDS.filter(kind => offers(hand, { act: 'make card', kind })),
  )
const author = ({ who }: Hand) => ({ by: who.id, side: who.side })
const position = (random: Random) => ({ x: prng.int32(random, -5000, 5000), y: prng.int32(random, -5000, 5000) })
const size = (random: Random) => ({ w: prng.int32(random, 40, 900), h: prng.int32(random, 20, 900) })
const KINDS = Object.keys(CARD_KINDS) as CardKind[]

/** A generator for each edit function: a new one that is missing here does not compile. */
const EDITS = {
  postCard: hand => {
    const { random, doc } = hand
    const kind = someKind(hand)
    if (kind === undefined) return
    postCard(doc, {
      ...author(hand),
      kind,
      text: prng.oneOf(random, [words(random), `${words(random)}\n${words(random)}`, '']),
      pos: prng.oneOf(random, [undefined, position(random)]),
      source: chance(random, 8) ? words(random) : undefined,
      spokenBy: chance(random, 8) ? hand.who.id : undefined,
    })
  },
  postTogether: hand => {
    const { random, doc } = hand
    const kind = someKind(hand)
    if (kind === undefined) return
    const texts = [words(random), words(random), words(random)]
    const group = offers(hand, { act: 'make card', kind: 'cluster' }) ? 2 : undefined
    const frame = { kind: 'frame', pos: position(random), size: frameSize(size(random)), title: words(random) } as const
    const ink = { kind: 'ink', pos: position(random), colour: 'side' } as const
    postTogether(doc, {
      author: author(hand),
      cards: texts.map((text, i) => ({
        ...author(hand),
        ...(i === group ? ({ kind: 'cluster' } as const) : { kind, in: group }),
        text,
      })),
      links: [{ from: 0, to: prng.int32(random, 0, 2), kind: 'relates' }],
      marks: [
        { ...author(hand), ...frame },
        { ...author(hand), ...ink, points: [0, 0, 50, 40, 30, 90] },
      ].filter(() => prng.bool(random)),
    })
  },
  postComment: hand => {
    const text = prng.oneOf(hand.random, [words(hand.random), `${words(hand.random)}?`])
    postComment(hand.doc, { ...author(hand), ...somewhere(hand), text })
  },
  duplicateCard: onCard((hand, id) => duplicateCard(hand.doc, id, author(hand)), copied),
  putAway: onCard(({ doc }, id) => putAway(doc, id), own),
  bringBack: onCard(({ doc }, id) => bringBack(doc, id), own),
  placeCard: onCard(({ doc, random }, id) => placeCard(doc, id, position(random)), movable),
  placeCards: hand => {
    const { random, doc } = hand
    const cards = hand.board.cards.filter(card => movable(hand, card) && chance(random, 3))
    placeCards(
      doc,
      cards.map(({ id }) => ({ id, pos: position(random), size: prng.oneOf(random, [undefined, size(random)]) })),
    )
  },
  sizeCard: onCard(({ doc, random }, id) => sizeCard(doc, id, size(random)), movable),
  orderCard: onCard((hand, id) => {
    const [before, after] = neighbours(hand)
    orderCard(hand.doc, id, before, after)
  }, movable),
  orderCards: hand => {
    const cards = hand.board.cards.filter(card => movable(hand, card) && chance(hand.random, 4))
    const ids = cards.map(({ id }) => id)
    const rest = hand.board.cards.filter(({ id }) => !ids.includes(id))
    const at = prng.int32(hand.random, 0, rest.length)
    orderCards(hand.doc, ids, rest[at - 1]?.id ?? null, rest[at]?.id ?? null)
  },
  groupCards: hand => {
    if (!offers(hand, { act: 'make card', kind: 'cluster' })) return
    const cards = hand.board.cards.filter(card => movable(hand, card) && chance(hand.random, 3))
    groupCards(hand.doc, {
      ...author(hand),
      heading: words(hand.random),
      cards: cards.map(({ id }) => id),
      pos: position(hand.random),
    })
  },
  putInGroup: hand => {
    const groups = hand.board.cards.filter(({ kind }) => kind === 'cluster')
    const cards = hand.board.cards.filter(card => movable(hand, card) && chance(hand.random, 4))
    const group = chance(hand.random, 3) ? null : (anyOf(hand.random, groups)?.id ?? null)
    putInGroup(
      hand.doc,
      cards.map(({ id }) => id),
      group,
    )
  },
  drawFrame: hand => {
    const { random, doc } = hand
    drawFrame(doc, { ...author(hand), pos: position(random), size: size(random), title: words(random) })
  },
  drawInk: hand => {
    const { random, doc } = hand
    const length = prng.oneOf(random, [1, 2, 20, MOST_POINTS, MOST_POINTS + 1, 3 * MOST_POINTS])
    const way = Array.from({ length }, () => ({ ...position(random), pressure: prng.real53(random) }))
    drawInk(doc, { ...author(hand), colour: prng.oneOf(random, [...INK_COLOURS]), way })
  },
  placeMarks: hand =>
    placeMarks(
      hand.doc,
      marks(hand, movableMark).map(id => ({
        ...{ id, pos: position(hand.random) },
        size: prng.oneOf(hand.random, [undefined, size(hand.random)]),
      })),
    ),
  titleFrame: hand => {
    const [id] = marks(hand, movableMark)
    if (id !== undefined) titleFrame(hand.doc, id, words(hand.random))
  },
  eraseMarks: hand => eraseMarks(hand.doc, marks(hand, erasable)),
  setSource: onCard(({ doc, random }, id) => setSource(doc, id, prng.oneOf(random, ['', words(random)])), settable),
  setAnchor: onCard(({ doc, random }, id) => setAnchor(doc, id, prng.oneOf(random, ['', words(random)])), settable),
  setAlt: onCard(({ doc, random }, id) => setAlt(doc, id, prng.oneOf(random, ['', words(random)])), settable),
  setCurrent: onCard(({ doc, random }, id) => setCurrent(doc, id, prng.bool(random)), settable),
  linkCards: hand => {
    const [from, to] = [pick(hand), pick(hand)]
    if (from === undefined || to === undefined) return
    linkCards(hand.doc, {
      ...{ from: from.id, to: to.id, kind: prng.oneOf(hand.random, ['serves', 'relates'] as const) },
      ...author(hand),
    })
  },
  unlinkCards: hand => {
    const link = anyOf(
      hand.random,
      hand.board.links.filter(made => offers(hand, { act: 'take away link', made })),
    )
    if (link !== undefined) unlinkCards(hand.doc, link.id)
  },
  setJointText: hand => {
    const text = someText(hand)
    if (text !== undefined) setJointText(hand.doc, text, words(hand.random))
  },
} satisfies Readonly<Record<EditName, (hand: Hand) => void>>

/** Two that stand next to each other, or an end of the list. */
const neighbours = ({ random, board: { cards } }: Hand): [CardId | null, CardId | null] => {
  const at = prng.int32(random, 0, cards.length)
  return [cards[at - 1]?.id ?? null, cards[at]?.id ?? null]
}

const someText = (hand: Hand): JointText | undefined =>
  anyOf(
    hand.random,
    JOINT_TEXTS.filter(text => offers(hand, { act: 'word text', text })),
  )

/** What an editor does in a card that this person may word, or in a joint text. */
const wordSomething = (hand: Hand): void => {
  const { doc, random } = hand
  const card = chance(random, 4) ? undefined : pick(hand, card => worded(hand, card))
  const body = card && bodyOf(doc, card.id)
  if (body !== undefined) return word(random, body, 'card')
  const text = someText(hand)
  if (text !== undefined) word(random, jointTextOf(doc, text), 'text')
}

const SHARES: Readonly<Record<EditName | 'word', number>> = {
  word: 24,
  postCard: 3,
  postTogether: 0.8,
  postComment: 2,
  duplicateCard: 1,
  putAway: 1.5,
  bringBack: 1,
  placeCard: 3,
  placeCards: 1,
  sizeCard: 1,
  orderCard: 2,
  orderCards: 0.5,
  groupCards: 0.5,
  putInGroup: 0.7,
  drawFrame: 0.6,
  drawInk: 0.6,
  placeMarks: 1,
  titleFrame: 1,
  eraseMarks: 0.7,
  setSource: 1,
  setAnchor: 0.5,
  setAlt: 0.5,
  setCurrent: 1,
  linkCards: 2,
  unlinkCards: 1,
  setJointText: 0.3,
}
