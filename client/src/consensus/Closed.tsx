import { ROLES, type Round } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { CancelButton } from '../rounds/Answered.tsx'
import { ReleaseButton } from '../rounds/Release.tsx'
import { useRoundReply } from '../rounds/useRoundReply.ts'
import { Waiting } from '../rounds/Waiting.tsx'
import { useMe, useProcess } from '../session/hooks.ts'
import { Loading } from '../ui/Loading.tsx'
import { BySide } from './BySide.tsx'
import styles from './Consensus.module.css'

/** Nobody signals any more: where one's own side stands, and what the joint result still waits for. */
export const Closed = ({ round }: { round: Round }) => {
  const me = useMe()
  const { sides } = useProcess()
  const mine = sides.find(({ id }) => id === me.side)
  return (
    <>
      <Waiting round={round} mine={mine} />
      {mine !== undefined && ROLES[me.role].counted && <Own round={round} />}
      <div>
        <CancelButton round={round} />
      </div>
    </>
  )
}

const Own = ({ round }: { round: Round }) => {
  const { t } = useTranslation(['consensus', 'rounds'])
  const answer = useRoundReply(round)
  if (answer.state === 'loading') return <Loading />
  const own = answer.state === 'ready' ? answer.reply.own : null
  if (own === null || !('outcomes' in own)) return null
  return (
    <section className={styles.own} aria-label={t('closed.title')}>
      <h4 className={styles.title}>{t('closed.title')}</h4>
      <p className={styles.note}>{t('rounds:closed.alone')}</p>
      <BySide round={round} result={own} />
      <div>
        <ReleaseButton round={round} />
      </div>
    </section>
  )
}
