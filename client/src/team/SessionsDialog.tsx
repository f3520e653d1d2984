import type { Member } from '@jointly/board'
import type { Session, Team } from '@jointly/protocol'
import { Bot, CalendarDays, Laptop, Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { useReply } from '../session/useReply.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Loading } from '../ui/Loading.tsx'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { useRequest } from '../ui/useRequest.ts'
import styles from './SessionsDialog.module.css'

type Props = { team: Team; you: Member; onClose: () => void }

/** Where one is signed in as this member, and the way to end it there: a phone that was lost, an office machine. */
export const SessionsDialog = ({ team, you, onClose }: Props) => {
  const { t } = useTranslation(['team', 'common'])
  const [answer, reload] = useReply('sessions', { params: { id: team.id }, as: you.id })
  const [endOthers, ending] = useRequest(async () => {
    await call('endOtherSessions', { params: { id: team.id }, as: you.id })
    notify(t('sessions.endedOthers'), { kind: 'good' })
  }, reload)
  return (
    <Dialog
      title={t('sessions.title')}
      onClose={onClose}
      actions={
        <Button variant="danger" isPending={ending} onPress={endOthers}>
          {t('sessions.endOthers')}
        </Button>
      }
    >
      <p>{t('sessions.text', { name: you.name })}</p>
      {answer.state === 'loading' && <Loading />}
      {answer.state === 'failed' && (
        <Banner kind="bad" action={<Button onPress={reload}>{t('common:tryAgain')}</Button>}>
          {problemSentence(answer.error)}
        </Banner>
      )}
      {answer.state === 'ready' && (
        <ul className={styles.list} aria-label={t('sessions.title')}>
          {answer.reply.sessions.map(session => (
            <SessionRow key={session.id} session={session} team={team} you={you} onChange={reload} />
          ))}
        </ul>
      )}
      <p className={styles.when}>{t('sessions.others')}</p>
    </Dialog>
  )
}

/** A browser shows the machine that it is on. */
const ICONS: Partial<Record<Session['kind'], typeof Bot>> = { bearer: Bot, feed: CalendarDays }
const PHONES: ReadonlySet<string | null> = new Set(['iPhone', 'iPad', 'Android'])

type RowProps = { session: Session; team: Team; you: Member; onChange: () => Promise<void> }

const SessionRow = ({ session, team, you, onChange }: RowProps) => {
  const { t } = useTranslation('team')
  const { browser, system, kind, current } = session
  const Icon = ICONS[kind] ?? (PHONES.has(system) ? Smartphone : Laptop)
  const name =
    browser !== null && system !== null
      ? t('sessions.on', { browser, system })
      : (browser ?? system ?? t(`sessions.kind.${kind}`))
  const [end, ending] = useRequest(async () => {
    await call('endSession', { params: { id: team.id, session: session.id }, as: you.id })
    notify(t('sessions.ended', { device: name }), { kind: 'good' })
  }, onChange)
  return (
    <li className={styles.row}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p className={styles.when}>
          {session.createdAt !== '' && (
            <>
              {t('sessions.since')} <RelativeTime at={session.createdAt} />
            </>
          )}
          {session.seenAt !== null && !current && (
            <>
              {' · '}
              {t('sessions.seen')} <RelativeTime at={session.seenAt} />
            </>
          )}
        </p>
      </div>
      {current ? (
        <span className={styles.here}>{t('sessions.current')}</span>
      ) : (
        <Button small aria-label={t('sessions.endOne', { device: name })} isPending={ending} onPress={end}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
