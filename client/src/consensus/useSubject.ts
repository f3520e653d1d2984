import { isOtherNow, type Round } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../session/hooks.ts'

/** What a test asks about, in words, and whether it has become another thing since. */
export const useSubject = ({
  subject,
}: Pick<Round, 'subject'>): { readonly title: string; readonly isOther: boolean } => {
  const { t } = useTranslation('consensus')
  const board = useBoard()
  const { agreement, options } = subject
  const option = options[0]
  const text = option === undefined ? undefined : board.card(option.id)?.text
  const title = agreement === undefined ? (text ?? '') : t('version', { version: agreement.version })
  return { title, isOther: isOtherNow(subject, board) }
}
