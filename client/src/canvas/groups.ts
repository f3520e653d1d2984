import type { BoardView, CardId, CardView } from '@jointly/board'
import { traitsOf } from '../cards/cardTraits.ts'
import type { Box } from './box.ts'

/** What lies in each group, by the group; a group that was put away holds nothing. */
type Members = ReadonlyMap<CardId, readonly CardView[]>
const known = new WeakMap<BoardView['cards'], Members>()

export const membersIn = (cards: BoardView['cards']): Members => {
  const before = known.get(cards)
  if (before !== undefined) return before
  const groups = new Set(cards.flatMap(card => (!card.gone && isGroup(card) ? [card.id] : [])))
  const members = new Map<CardId, CardView[]>()
  for (const card of cards) {
    if (card.gone || card.in === undefined || isGroup(card) || !groups.has(card.in)) continue
    const others = members.get(card.in)
    if (others === undefined) members.set(card.in, [card])
    else others.push(card)
  }
  known.set(cards, members)
  return members
}

export const isGroup = ({ kind }: Pick<CardView, 'kind'>): boolean => traitsOf(kind).holds === true

const ROOM = 16
/** The line of the heading, how many letters of it stand in a pixel's width, and the role tag below. */
const HEADING = { line: 24, letters: 0.115, rest: 42 }

/** The soft ground of a group: around what lies in it, with its heading above. */
export const groundAround = (group: CardView, { x, y, w, h }: Box): Box => {
  const lines = Math.max(1, Math.ceil(group.text.length / Math.max(8, (w + ROOM) * HEADING.letters)))
  const head = HEADING.rest + lines * HEADING.line
  return { x: x - ROOM, y: y - head, w: w + 2 * ROOM, h: h + head + ROOM }
}
