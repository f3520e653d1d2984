import type { Member } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { Check, ChevronDown, MonitorSmartphone, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useReply } from '../session/useReply.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuItem, MenuLine, MenuSection } from '../ui/Menu.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { useSeatWords } from '../ui/seatWords.ts'
import { ReturnLinkDialog } from './ReturnLinkDialog.tsx'
import { SessionsDialog } from './SessionsDialog.tsx'
import styles from './YouMenu.module.css'

/** Who one is in this team; where the browser is several people there, who one would rather be; and the way to a phone. */
export const YouMenu = ({ you, team }: { you: Member; team: Team }) => {
  const { t } = useTranslation('team')
  const seat = useSeatWords()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<'return' | 'sessions' | null>(null)
  const [me] = useReply('me', {})
  const sideOf = (member: Member) => team.sides.find(side => side.id === member.side) ?? null
  const mine = me.state === 'ready' ? me.reply.memberships.filter(one => one.team.id === team.id) : []
  return (
    <>
      <Menu
        label={t('act.menu')}
        trigger={
          <Button variant="plain">
            <span className="unseen">{t('act.as')} </span>
            <SideMark side={sideOf(you)} role={you.role} size={22} decorative />
            <span className={styles.name}>{you.name}</span>
            <span className="unseen">, {seat(you.role, sideOf(you))}</span>
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        {mine.length > 1 && (
          <MenuSection title={t('act.switch')}>
            {mine.map(({ member }) => (
              <MenuItem
                key={member.id}
                icon={
                  member.id === you.id ? (
                    <Check aria-hidden="true" />
                  ) : (
                    <SideMark side={sideOf(member)} role={member.role} size={18} decorative />
                  )
                }
                label={member.name}
                description={seat(member.role, sideOf(member))}
                onAction={() => navigate(`/team/${team.id}?as=${member.id}`)}
              />
            ))}
          </MenuSection>
        )}
        {mine.length > 1 && <MenuLine />}
        <MenuItem icon={<Smartphone aria-hidden="true" />} label={t('act.device')} onAction={() => setOpen('return')} />
        <MenuItem
          icon={<MonitorSmartphone aria-hidden="true" />}
          label={t('sessions.title')}
          onAction={() => setOpen('sessions')}
        />
      </Menu>
      {open === 'return' && <ReturnLinkDialog member={you} self team={team} you={you} onClose={() => setOpen(null)} />}
      {open === 'sessions' && <SessionsDialog team={team} you={you} onClose={() => setOpen(null)} />}
    </>
  )
}
