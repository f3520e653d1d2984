import type { Member } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { call } from '../session/api.ts'
import { forgetMember } from '../session/forget.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'

type Props = {
  member: Member
  /** One leaves oneself; another is removed. */
  self: boolean
  team: Team
  you: Member
  onChange: () => Promise<void>
  onClose: () => void
}

/** Takes somebody, or oneself, out of the team: at once, on every device, while the words stay. */
export const LeaveDialog = ({ member, self, team, you, onChange, onClose }: Props) => {
  const { t } = useTranslation('team')
  const [, navigate] = useLocation()
  const named = { name: member.name }

  const remove = async () => {
    try {
      await call('removeMember', { params: { id: team.id, mid: member.id }, as: you.id })
    } catch (error) {
      return problemSentence(error)
    }
    if (self) {
      await forgetMember(member.id)
      navigate('/')
    } else {
      notify(t('member.removed', named), { kind: 'good' })
      await onChange()
    }
    return null
  }

  return (
    <ConfirmDialog
      danger
      title={self ? t('member.leaveTitle') : t('member.removeTitle', named)}
      confirm={self ? t('member.leaveConfirm') : t('member.removeConfirm', named)}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{self ? t('member.leaveText') : t('member.removeText', named)}</p>
    </ConfirmDialog>
  )
}
