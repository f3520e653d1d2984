import type { CardView } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { authorOf } from './author.ts'

/** The accessible name of a card: what it is, who says it, its words. */
export const useCardName = (card: CardView): string => {
  const { t } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const author = authorOf(card, useProcess())
  const kind = t(`kind.${card.kind}`)
  const text = card.text === '' ? t('noWords') : card.text
  if (author.system) return t('namedSystem', { kind, text })
  const side = author.side?.name ?? (author.role === undefined ? common('neutral') : common(`role.${author.role}`))
  return t('named', { kind, text, side, name: author.name ?? t('unknownAuthor') })
}
