import type { RoundResult, Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { CancelButton } from '../rounds/Answered.tsx'
import { MySide } from '../rounds/Mine.tsx'
import { ReleaseButtons } from '../rounds/Release.tsx'
import shared from '../rounds/Rounds.module.css'
import { viewOf, type WeighedRound } from './kindViews.tsx'
import styles from './Weighing.module.css'

/** Nobody answers any more: one's own side's result, and what the joint one still waits for. */
export const Closed = ({ round }: { round: WeighedRound }) => (
  <section className={styles.closed}>
    <MySide round={round}>{(own, side) => <Own round={round} side={side} own={own} />}</MySide>
    <CancelButton round={round} />
  </section>
)

const Own = ({ round, side, own }: { round: WeighedRound; side: Side; own: RoundResult }) => {
  const { t } = useTranslation(['weighing', 'rounds'])
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
        <ReleaseButtons round={round} />
      </header>
      <OwnResult round={round} side={side} own={own} />
    </section>
  )
}
