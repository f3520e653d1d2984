import { changesSince, type Round, writtenNow } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../session/hooks.ts'

/** What a test asks about, in words, and whether it has become another thing since. */
export const useSubject = ({
  subject,
}: Pick<Round, 'subject'>): { readonly title: string; readonly isOther: boolean } => {
  const { t } = useTranslation('consensus')
  const board = useBoard()
  const { agreement, options } = subject
  if (agreement !== undefined)
    return {
      title: t('version', { version: agreement.version }),
      isOther: writtenNow(board.agreement).hash !== agreement.hash,
    }
  const { reworded, gone } = changesSince(subject, board)
  const option = options[0]
  const text = option === undefined ? undefined : board.card(option.id)?.text
  return { title: text ?? '', isOther: reworded.size + gone.size > 0 }
}
