import type { MemberId, TeamId } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useReply } from '../session/useReply.ts'
import { Loading } from '../ui/Loading.tsx'
import { listed } from '../ui/listed.ts'
import { Page } from '../ui/Page.tsx'
import { useSideList, useSidePhrase } from '../ui/seatWords.ts'
import styles from './WaitingRoom.module.css'
import { YouAre } from './YouAre.tsx'

/** For somebody whom a co-chair has yet to admit. The page around it keeps looking and goes in by itself. */
export const WaitingRoom = ({ teamId, as }: { teamId: TeamId; as: MemberId | undefined }) => {
  const { t } = useTranslation('team')
  const phrase = useSidePhrase()
  const [me] = useReply('me', {})
  const mine =
    me.state === 'ready'
      ? me.reply.memberships.find(one => one.team.id === teamId && (as === undefined || one.member.id === as))
      : undefined
  const side = mine?.team.sides.find(one => one.id === mine.member.side)
  const list = useSideList()
  const awaited = mine?.team.sides.filter(one => mine.member.awaits?.includes(one.id)) ?? []
  const names = mine?.waitsFor ?? []
  return (
    <Page narrow title={t('wait.title')} over={mine?.team.name}>
      <div className={styles.room}>
        {mine && <YouAre member={mine.member} sides={mine.team.sides} />}
        {mine && !mine.member.admitted && (
          <p>{side ? t('wait.text', { side: phrase(side) }) : t('wait.textNeutral')}</p>
        )}
        {awaited.length > 0 && <p>{t('wait.awaited', { sides: list(awaited) })}</p>}
        {names.length > 0 && (
          <p>
            {t('wait.who', {
              names: listed(names, awaited.length > 0 ? 'conjunction' : 'disjunction'),
            })}
          </p>
        )}
        <p>{t('wait.stay')}</p>
        <Loading label={t('wait.checking')} />
      </div>
    </Page>
  )
}
