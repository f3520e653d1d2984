import type { BoardId, CardId } from '../ids.ts'
import { type CountedAt, isConfirmed } from '../linkStanding.ts'
import type { Process } from '../process.ts'
import { isText, plainText, type RichBlock, type RichNode } from '../richtext.ts'
import { type BoardView, type CardView, cardOnTable } from '../view.ts'

/** A line of the agreement whose words link to cards: the options and interests that it serves. */
export type Clause = { readonly text: string; readonly cards: readonly CardId[] }

/** The card that an address leads to, by its board and its id: the server may be known by several names. */
const cardAt = (href: unknown, board: BoardId): CardId | null => {
  const [, of, card] = (typeof href === 'string' && /\/board\/([\w-]{1,40})#card=([\w-]{1,40})$/.exec(href)) || []
  return of === board && card !== undefined ? (card as CardId) : null // an address names an id, and the board knows it or not
}

const isLine = ({ content }: RichBlock): boolean => content.every(node => isText(node) || node.type === 'hardBreak')

const clauseIn = (line: RichBlock, board: BoardId): Clause[] => {
  const cards = line.content.flatMap(node => (isText(node) ? (cardAt(node.marks.link?.href, board) ?? []) : []))
  return cards.length === 0 ? [] : [{ text: plainText([line]), cards: [...new Set(cards)] }]
}

/** [G8] The lines of a text that lead to cards of this board, in reading order. */
export const clausesOf = (nodes: readonly RichNode[], board: BoardId): Clause[] =>
  nodes.flatMap(node => {
    if (isText(node)) return []
    return isLine(node) ? clauseIn(node, board) : clausesOf(node.content, board)
  })

/** An interest that no clause serves; `suggested`: a clause leads to an option of which somebody says that it does. */
export type LeftOutInterest = { readonly card: CardView; readonly suggested: boolean }

type Clauses = {
  readonly clauses: readonly Clause[]
  readonly board: BoardView
  readonly process: Process
  readonly counted?: CountedAt
}

/**
 * [G8] The interests that the text leaves out: no clause leads to them, nor to an option on the table of which the side
 * whose they are has confirmed that it serves them ([V5]).
 */
export const leftOut = (at: Clauses): LeftOutInterest[] => {
  const { clauses, board } = at
  const led = new Set(clauses.flatMap(({ cards }) => cards))
  const serving = board.links.filter(
    ({ kind, from }) => kind === 'serves' && led.has(from) && cardOnTable(board, from) !== undefined,
  )
  const linked = new Set(serving.map(({ to }) => to))
  const confirmed = serving.filter(link => isConfirmed(link, at))
  const served = new Set(confirmed.map(({ to }) => to))
  return board.cards.flatMap(card =>
    card.kind !== 'interest' || card.gone || led.has(card.id) || served.has(card.id)
      ? []
      : [{ card, suggested: linked.has(card.id) }],
  )
}
