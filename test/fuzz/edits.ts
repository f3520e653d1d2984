import {
  bodyOf,
  bringBack,
  drawFrame,
  drawInk,
  duplicateCard,
  eraseMarks,
  frameSize,
  groupCards,
  INK_COLOURS,
  jointTextOf,
  linkCards,
  MOST_POINTS,
  orderCard,
  orderCards,
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
import { word, words } from './editor.ts'
import {
  author,
  copied,
  erasable,
  type Hand,
  marks,
  movable,
  movableMark,
  neighbours,
  offers,
  onCard,
  own,
  pick,
  position,
  settable,
  size,
  someKind,
  someText,
  somewhere,
  worded,
} from './hand.ts'
import { anyOf, byShare, chance } from './seeds.ts'

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
