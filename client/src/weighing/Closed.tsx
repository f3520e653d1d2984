import { ROLES, type Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { CancelButton } from '../rounds/Answered.tsx'
import { ReleaseButton } from '../rounds/Release.tsx'
import shared from '../rounds/Rounds.module.css'
import { useRoundReply } from '../rounds/useRoundReply.ts'
import { Waiting } from '../rounds/Waiting.tsx'
import { useMe, useProcess } from '../session/hooks.ts'
import { Loading } from '../ui/Loading.tsx'
import { viewOf, type WeighedRound } from './kindViews.tsx'
import styles from './Weighing.module.css'

/** Nobody answers any more: one's own side's result, and what the joint one still waits for. */
export const Closed = ({ round }: { round: WeighedRound }) => {
  const me = useMe()
  const { sides } = useProcess()
  const mine = sides.find(({ id }) => id === me.side)
  return (
    <section className={styles.closed}>
      <Waiting round={round} mine={mine} />
      {mine !== undefined && ROLES[me.role].counted && <Own round={round} side={mine} />}
      <CancelButton round={round} />
    </section>
  )
}

const Own = ({ round, side }: { round: WeighedRound; side: Side }) => {
  const { t } = useTranslation(['weighing', 'rounds'])
  const answer = useRoundReply(round)
  if (answer.state === 'loading') return <Loading />
  const own = answer.state === 'ready' ? answer.reply.own : null
  if (own === null) return null
  const { Own: OwnResult } = viewOf(round)
  return (
    <section className={shared.panel} aria-label={t('rounds:closed.title')}>
      <header className={shared.headed}>
        <div>
          <h3 className={shared.panelTitle}>{t('rounds:closed.title')}</h3>
          <p className={shared.note}>
            {t(`kind.${round.kind}.short`)}. {t('rounds:closed.alone')}
          </p>
        </div>
        <ReleaseButton round={round} />
      </header>
      <OwnResult round={round} side={side} own={own} />
    </section>
  )
}
