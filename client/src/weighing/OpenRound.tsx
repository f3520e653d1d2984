import { useTranslation } from 'react-i18next'
import { Answered } from '../rounds/Answered.tsx'
import { MyAnswer } from '../rounds/Mine.tsx'
import { RoundClock } from '../rounds/RoundClock.tsx'
import { viewOf, type WeighedRound } from './kindViews.tsx'
import styles from './Weighing.module.css'

/** People are answering: one's own answer, and beside it who has handed one in. */
export const OpenRound = ({ round }: { round: WeighedRound }) => {
  const { t } = useTranslation('weighing')
  const { Answer } = viewOf(round)
  return (
    <>
      <RoundClock round={round} />
      <div className={styles.beside}>
        <MyAnswer round={round}>{mine => <Answer round={round} mine={mine} />}</MyAnswer>
        <Answered round={round} about={t(`kind.${round.kind}.short`)} />
      </div>
    </>
  )
}
