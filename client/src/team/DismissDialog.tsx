import type { Member } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'

type Props = { member: Member; team: Team; you: Member; onChange: () => Promise<void>; onClose: () => void }

/** One side's no to a facilitator or an observer: at once, and enough, until that side says yes again. */
export const DismissDialog = ({ member, team, you, onChange, onClose }: Props) => {
  const { t } = useTranslation('team')
  const named = { name: member.name }
  const dismiss = async () => {
    try {
      await call('dismiss', { params: { id: team.id, mid: member.id }, as: you.id })
    } catch (error) {
      return problemSentence(error)
    }
    notify(t('awaited.dismissed', named), { kind: 'good' })
    await onChange()
    return null
  }
  return (
    <ConfirmDialog
      danger
      title={t('awaited.dismissTitle', named)}
      confirm={t('awaited.dismissConfirm', named)}
      onConfirm={dismiss}
      onClose={onClose}
    >
      <p>{t('awaited.dismissText', named)}</p>
    </ConfirmDialog>
  )
}
