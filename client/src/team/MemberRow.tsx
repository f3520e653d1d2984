import { type Member, mayAccept, mayChangeMember, type Role } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { DismissDialog } from './DismissDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import styles from './MemberRow.module.css'
import { ReturnLinkDialog } from './ReturnLinkDialog.tsx'
import { RoleDialog } from './RoleDialog.tsx'
import { rolesToGive } from './seats.ts'

type Props = {
  member: Member
  you: Member
  team: Team
  members: readonly Member[]
  /** With the mark of the side: where the heading above the row does not show it. */
  marked?: boolean
  onChange: () => Promise<void>
}

type Open = { readonly kind: 'leave' | 'return' | 'dismiss' } | { readonly kind: 'role'; readonly role: Role }

/** Somebody of the team: name, role where it is more than member, and a menu for those who may do something about it. */
export const MemberRow = ({ member, you, team, members, marked, onChange }: Props) => {
  const { t } = useTranslation(['team', 'common'])
  const [open, setOpen] = useState<Open | null>(null)
  const self = member.id === you.id
  const may = mayChangeMember(you, member, { sides: team.sides, members })
  const mayDismiss =
    !self && !member.awaits?.some(side => side === you.side) && mayAccept(you, member, { sides: team.sides, members })
  const mayReturn = self || (may && member.side !== null)
  const roles = may ? rolesToGive(member) : []
  const about = { member, self, team, you, onChange, onClose: () => setOpen(null) }
  return (
    <li className={styles.row}>
      {marked && (
        <SideMark side={team.sides.find(side => side.id === member.side) ?? null} role={member.role} size={18} />
      )}
      <span className={styles.words}>
        <span className={styles.name}>{member.name}</span>
        {self && <span className={styles.you}> ({t('you')})</span>}
        {member.role !== 'member' && <span className={styles.role}>{t(`common:role.${member.role}`)}</span>}
        {member.awaits !== undefined && <span className={styles.role}>{t('awaited.note')}</span>}
      </span>
      {(may || self || mayDismiss) && (
        <Menu
          label={t('member.menu', { name: member.name })}
          trigger={
            <IconButton small label={t('member.menu', { name: member.name })}>
              <Ellipsis aria-hidden="true" />
            </IconButton>
          }
        >
          {roles.map(role => (
            <MenuItem
              key={role}
              label={t(`member.make.${role as Exclude<Role, 'facilitator'>}`)}
              onAction={() => setOpen({ kind: 'role', role })}
            />
          ))}
          {roles.length > 0 && <MenuLine />}
          {mayReturn && (
            <MenuItem
              label={self ? t('act.device') : t('member.returnLink', { name: member.name })}
              onAction={() => setOpen({ kind: 'return' })}
            />
          )}
          {mayDismiss && <MenuItem danger label={t('awaited.dismiss')} onAction={() => setOpen({ kind: 'dismiss' })} />}
          {(may || self) && (
            <MenuItem
              danger
              label={t(self ? 'member.leave' : 'member.remove')}
              onAction={() => setOpen({ kind: 'leave' })}
            />
          )}
        </Menu>
      )}
      {open?.kind === 'leave' && <LeaveDialog {...about} />}
      {open?.kind === 'dismiss' && <DismissDialog {...about} />}
      {open?.kind === 'return' && <ReturnLinkDialog {...about} />}
      {open?.kind === 'role' && <RoleDialog {...about} role={open.role} />}
    </li>
  )
}
