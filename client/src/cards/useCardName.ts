import { type BoardView, type CardView, isJointText } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { authorOf } from './author.ts'
import { excerpt } from './excerpt.ts'

/** The accessible name of a card: what it is, who says it, its words. */
export const useCardName = (card: CardView): string => useCardNames()(card)

/** The same for whoever names cards as they come. */
export const useCardNames = (): ((card: CardView) => string) => {
  const { t } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const process = useProcess()
  const me = useMe()
  const { view } = useSession()
  const topicOf = (card: CardView) => excerpt(topicIn(view.get(), card))
  return card => {
    const author = authorOf(card, process, me)
    const kind = card.about === undefined ? t(`kind.${card.kind}`) : t('commentOn', { text: topicOf(card) })
    const picture = card.image === undefined ? null : t('picture.named', { alt: card.alt ?? t('picture.noAlt') })
    const text = [card.text, picture].filter(Boolean).join('. ') || t('noWords')
    if (author.system)
      return author.side === null
        ? t('namedSystem', { kind, text })
        : t('namedSystemSide', { kind, text, side: author.side.name })
    const side = author.side?.name ?? (author.role === undefined ? common('neutral') : common(`role.${author.role}`))
    if (author.unnamed) return t('namedSide', { kind, text, side })
    return t('named', { kind, text, side, name: author.name ?? t('unknownAuthor') })
  }
}

/** The words that a comment is about: its passage, else all of the text or the card. */
const topicIn = (board: BoardView, { about, passage }: CardView): string => {
  if (about === undefined || passage !== undefined) return passage?.quote ?? ''
  return isJointText(about) ? board[about].text : (board.card(about)?.text ?? '')
}
