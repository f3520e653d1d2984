import type { CardKind, CardView, SideId } from '@jointly/board'
import { isLikeWords } from '../cards/likeWords.ts'

/** What somebody looks for in the list of all cards. `side: 'none'` is whoever sits with no side. */
export type ListQuestion = {
  readonly words: string
  readonly kind: CardKind | null
  readonly side: SideId | 'none' | null
  readonly away: boolean
}

export const SHOW_ALL: ListQuestion = { words: '', kind: null, side: null, away: false }

/** Every word that was typed stands somewhere in the card, accents and capitals aside. */
export const isLike = (card: CardView, { words, kind, side, away }: ListQuestion): boolean =>
  (away || !card.gone) &&
  (kind === null || card.kind === kind) &&
  (side === null || (side === 'none' ? card.side === null : card.side === side)) &&
  isLikeWords(`${card.text} ${card.source ?? ''} ${card.alt ?? ''}`, words)
