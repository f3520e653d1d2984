import type { TeamId } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useReply } from '../session/useReply.ts'
import { classes } from '../ui/classes.ts'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { NotIn } from './NotIn.tsx'
import styles from './WhoNow.module.css'
import { YouAre } from './YouAre.tsx'

/** A browser that is several people in this team, at an address that does not say who of them acts. */
export const WhoNow = ({ teamId }: { teamId: TeamId }) => {
  const { t } = useTranslation('team')
  const [me, reload] = useReply('me', {})
  if (me.state === 'failed') return <NotIn error={me.error} onRetry={reload} />
  const mine = me.state === 'ready' ? me.reply.memberships.filter(one => one.team.id === teamId) : []
  return (
    <Page narrow title={t('out.whichTitle')} over={mine[0]?.team.name}>
      <p>{t('out.which')}</p>
      {me.state === 'loading' && <Loading />}
      <ul className={styles.people}>
        {mine.map(({ member, team }) => (
          <li key={member.id}>
            <Link href={`/team/${team.id}?as=${member.id}`} className={classes(styles.person)}>
              <YouAre member={member} sides={team.sides} />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
