import { ROLES } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { Answered } from '../rounds/Answered.tsx'
import { RoundClock } from '../rounds/RoundClock.tsx'
import shared from '../rounds/Rounds.module.css'
import { useRoundReply } from '../rounds/useRoundReply.ts'
import { useMe } from '../session/hooks.ts'
import { Loading } from '../ui/Loading.tsx'
import { viewOf, type WeighedRound } from './kindViews.tsx'
import styles from './Weighing.module.css'

/** People are answering: one's own answer, and beside it who has handed one in. */
export const OpenRound = ({ round }: { round: WeighedRound }) => {
  const { t } = useTranslation(['weighing', 'rounds'])
  const me = useMe()
  const answers = ROLES[me.role].counted && me.side !== null
  return (
    <>
      <RoundClock round={round} />
      <div className={styles.beside}>
        {answers ? <MyAnswer round={round} /> : <p className={shared.panel}>{t('rounds:answer.notYours')}</p>}
        <Answered round={round} about={t(`kind.${round.kind}.short`)} />
      </div>
    </>
  )
}

/** One's own earlier answer comes first: it lies sealed on the server, and nobody else is told it. */
const MyAnswer = ({ round }: { round: WeighedRound }) => {
  const answer = useRoundReply(round)
  if (answer.state === 'loading') return <Loading />
  const { Answer } = viewOf(round)
  return <Answer round={round} mine={answer.state === 'ready' ? answer.reply.mine : null} />
}
