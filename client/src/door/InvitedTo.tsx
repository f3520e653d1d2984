import type { Reply } from '@jointly/protocol'
import { Hourglass, Server } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SideMark } from '../ui/SideMark.tsx'
import { useSeatWords, useSideList, useSidePhrase } from '../ui/seatWords.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './InvitedTo.module.css'

export type InvitationReply = Reply<'invitation'>

/** What the link is for: the team, by whom, in which seat and what that seat may do, on whose server, whether one waits. */
export const InvitedTo = ({ invitation }: { invitation: InvitationReply }) => {
  const { t } = useTranslation(['door', 'common'])
  const seat = useSeatWords()
  const phrase = useSidePhrase()
  const list = useSideList()
  const { kind, team, by, name, role, side, host, waits, awaits } = invitation
  return (
    <section className={styles.card} style={sideStyle(side)}>
      <p className={styles.by}>{kind === 'return' ? t('returnTo', { name: name ?? by }) : t('invitedBy', { by })}</p>
      <h2 className={styles.team}>{team.name}</h2>
      <div className={styles.seat}>
        <SideMark side={side} role={role} size={40} decorative />
        <div>
          <p>
            <span className={styles.as}>{t('as')}</span> <strong>{seat(role, side)}</strong>
          </p>
          <p className={styles.does}>{t(`common:does.${role}`)}</p>
        </div>
      </div>
      <ul className={styles.notes}>
        {waits && (
          <li>
            <Hourglass aria-hidden="true" />
            {t('waits', { side: side ? phrase(side) : team.name })}
          </li>
        )}
        {awaits.length > 0 && (
          <li>
            <Hourglass aria-hidden="true" />
            {t('awaits', { sides: list(awaits) })}
          </li>
        )}
        <li>
          <Server aria-hidden="true" />
          {t('host', { host })}
        </li>
      </ul>
    </section>
  )
}
