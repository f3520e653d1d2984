import type { BoardId, CardId } from '../ids.ts'
import { isText, plainText, type RichBlock, type RichNode } from '../richtext.ts'
import type { BoardView, CardView } from '../view.ts'

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

/** [G8] The interests that the text leaves out: no clause leads to them, nor to an option that serves them. */
export const leftOut = (board: BoardView, id: BoardId): CardView[] => {
  const led = new Set(clausesOf(board.agreement.body, id).flatMap(({ cards }) => cards))
  const serving = board.links.filter(({ kind, from }) => kind === 'serves' && led.has(from))
  const served = new Set(serving.map(({ to }) => to))
  return board.cards.filter(
    ({ id: card, kind, gone }) => kind === 'interest' && !gone && !led.has(card) && !served.has(card),
  )
}
