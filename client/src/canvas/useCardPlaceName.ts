import type { CardView } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useCommentCount } from '../cards/comments/CommentCount.tsx'
import { useCardName } from '../cards/useCardName.ts'
import { usePart, useSession } from '../session/hooks.ts'
import { orderOf } from './readingOrder.ts'

/** The accessible name of a card on the whiteboard: what it is, who says it, its words, and which of how many. */
export const useCardPlaceName = (card: CardView): string => {
  const { t } = useTranslation('canvas')
  const { t: cards } = useTranslation('cards')
  const name = useCardName(card)
  const { view } = useSession()
  const at = usePart(view, ({ cards }) => (orderOf(cards).at.get(card.id) ?? 0) + 1)
  const of = usePart(view, ({ cards }) => orderOf(cards).cards.length)
  const count = useCommentCount(card.id)
  const said = count === 0 ? '' : ` · ${cards('commentCount', { count })}`
  return `${t('cardNamed', { name, at, of })}${said}`
}
