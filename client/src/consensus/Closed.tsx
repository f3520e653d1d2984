import type { ConsensusResult, Round } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { CancelButton } from '../rounds/Answered.tsx'
import { MySide } from '../rounds/Mine.tsx'
import { ReleaseButtons } from '../rounds/Release.tsx'
import { BySide } from './BySide.tsx'
import styles from './Consensus.module.css'

/** Nobody signals any more: where one's own side stands, and what the joint result still waits for. */
export const Closed = ({ round }: { round: Round }) => (
  <>
    <MySide round={round}>{own => 'outcomes' in own && <Own round={round} own={own} />}</MySide>
    <div>
      <CancelButton round={round} />
    </div>
  </>
)

const Own = ({ round, own }: { round: Round; own: ConsensusResult }) => {
  const { t } = useTranslation(['consensus', 'rounds'])
  return (
    <section className={styles.own} aria-label={t('closed.title')}>
      <h4 className={styles.title}>{t('closed.title')}</h4>
      <p className={styles.note}>{t('rounds:closed.alone')}</p>
      <BySide round={round} result={own} />
      <div>
        <ReleaseButtons round={round} />
      </div>
    </section>
  )
}
