import type { Invitation, Reply } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { useSeatWords } from '../ui/seatWords.ts'
import { useRequest } from '../ui/useRequest.ts'
import { isOpen } from './isOpen.ts'
import styles from './OpenInvitations.module.css'

type Props = {
  here: Reply<'team'>
  /** Those that one may withdraw: the server shows no others. */
  invitations: readonly Invitation[]
  onChange: () => Promise<void>
}

/** The links that still let somebody in: for which seat, by whom, how often used, until when; each can be withdrawn. */
export const OpenInvitations = ({ here, invitations, onChange }: Props) => {
  const { t } = useTranslation('team')
  const open = invitations.filter(one => isOpen(one, Date.now()))
  return (
    <section aria-labelledby="open-links" className={styles.open}>
      <h3 id="open-links" className={styles.heading}>
        {t('invitation.open')}
      </h3>
      {open.length === 0 ? (
        <p className={styles.none}>{t('invitation.none')}</p>
      ) : (
        <ul>
          {open.map(one => (
            <InvitationRow key={one.id} invitation={one} here={here} onChange={onChange} />
          ))}
        </ul>
      )}
    </section>
  )
}

type RowProps = { invitation: Invitation; here: Reply<'team'>; onChange: () => Promise<void> }

const InvitationRow = ({ invitation, here, onChange }: RowProps) => {
  const { t, i18n } = useTranslation('team')
  const seat = useSeatWords()
  const { team, you, members } = here
  const { role, name, used, uses } = invitation
  const side = team.sides.find(one => one.id === invitation.side) ?? null
  const by = members.find(member => member.id === invitation.by)
  const until = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(invitation.expiresAt))

  const [revoke, revoking] = useRequest(async () => {
    await call('revokeInvitation', { params: { id: team.id, iid: invitation.id }, as: you.id })
    notify(t('invitation.revoked'))
  }, onChange)

  const facts = [
    ...(name === null ? [] : [t('invitation.forName', { name })]),
    by?.id === you.id
      ? t('invitation.madeByYou')
      : t('invitation.madeBy', { name: by === undefined || by.left ? t('invitation.gone') : by.name }),
    t('invitation.used', { used, uses }),
    t('invitation.expires', { date: until }),
  ]
  return (
    <li className={styles.row}>
      <SideMark side={side} role={role} size={22} decorative />
      <span className={styles.words}>
        {seat(role, side)}
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </span>
      <Button
        small
        isPending={revoking}
        onPress={revoke}
        aria-label={t('invitation.revokeOne', { seat: seat(role, side), used, uses })}
      >
        {t('invitation.revoke')}
      </Button>
    </li>
  )
}
