import type { Member, Role } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'
import { useSeatWords } from '../ui/seatWords.ts'

type Props = {
  member: Member
  role: Role
  team: Team
  you: Member
  onChange: () => Promise<void>
  onClose: () => void
}

/** Gives somebody another role, after saying what it means. */
export const RoleDialog = ({ member, role, team, you, onChange, onClose }: Props) => {
  const { t } = useTranslation(['team', 'common'])
  const seat = useSeatWords()
  const side = team.sides.find(one => one.id === member.side) ?? null
  const named = { name: member.name, role: seat(role, side) }

  const change = async () => {
    try {
      await call('changeMember', { params: { id: team.id, mid: member.id }, body: { role }, as: you.id })
    } catch (error) {
      return problemSentence(error)
    }
    notify(t('member.changed', named), { kind: 'good' })
    await onChange()
    return null
  }

  return (
    <ConfirmDialog
      title={t('member.roleTitle', named)}
      confirm={t('member.roleConfirm')}
      onConfirm={change}
      onClose={onClose}
    >
      <p>{t('member.roleText', { ...named, does: t(`common:does.${role}`) })}</p>
    </ConfirmDialog>
  )
}
