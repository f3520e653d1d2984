import type { CardView } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { authorOf } from './author.ts'

/** The accessible name of a card: what it is, who says it, its words. */
export const useCardName = (card: CardView): string => useCardNames()(card)

/** The same for whoever names cards as they come. */
export const useCardNames = (): ((card: CardView) => string) => {
  const { t } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const process = useProcess()
  const me = useMe()
  return card => {
    const author = authorOf(card, process, me)
    const kind = t(`kind.${card.kind}`)
    const picture = card.image === undefined ? null : t('picture.named', { alt: card.alt ?? t('picture.noAlt') })
    const text = [card.text, picture].filter(Boolean).join('. ') || t('noWords')
    if (author.system) return t('namedSystem', { kind, text })
    const side = author.side?.name ?? (author.role === undefined ? common('neutral') : common(`role.${author.role}`))
    if (author.unnamed) return t('namedSide', { kind, text, side })
    return t('named', { kind, text, side, name: author.name ?? t('unknownAuthor') })
  }
}
