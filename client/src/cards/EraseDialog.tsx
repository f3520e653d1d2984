import type { Erasure } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import { takeMove } from '../session/moves.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'

/** Asked once more before content goes for good. */
export default function EraseDialog({ erasure, onClose }: { erasure: Erasure; onClose: () => void }) {
  const { t } = useTranslation('erasing')
  const session = useSession()
  const { proposal, cards } = erasure
  return (
    <ConfirmDialog
      danger
      title={t('sure')}
      confirm={t('now')}
      onConfirm={async () => {
        await takeMove(session, { type: 'erase.accept', proposal })
        return null
      }}
      onClose={onClose}
    >
      <p>{t('means', { count: cards.length })}</p>
      <p>{t('limits')}</p>
    </ConfirmDialog>
  )
}
