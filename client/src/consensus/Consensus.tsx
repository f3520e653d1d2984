import { isRunning, type Round, releasedOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { Answered } from '../rounds/Answered.tsx'
import { MyAnswer } from '../rounds/Mine.tsx'
import { RoundClock } from '../rounds/RoundClock.tsx'
import { useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { AskButton } from './AskButton.tsx'
import { Closed } from './Closed.tsx'
import styles from './Consensus.module.css'
import { Shown } from './Shown.tsx'
import { Signalling } from './Signalling.tsx'
import { Unsent } from './Unsent.tsx'
import { useSubject } from './useSubject.ts'

/** Whether everybody can live with it and will support it: the test under way, and what earlier ones have brought. */
export const Consensus = () => {
  const { t } = useTranslation('consensus')
  const { rounds } = useProcess()
  const tests = [...rounds.values()].filter(({ kind }) => kind === 'consensus')
  const running = tests.find(isRunning)
  const released = releasedOf(rounds, 'consensus').toReversed()
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <header className={styles.headed}>
        <div>
          <h3 className={styles.title}>{t('title')}</h3>
          <p className={styles.note}>{t('what')}</p>
        </div>
        {running === undefined && <AskButton again={released.length > 0} />}
      </header>
      {running === undefined && tests.at(-1)?.state.is === 'cancelled' && <Banner>{t('cancelled')}</Banner>}
      <Unsent />
      {running !== undefined && <Running key={`${running.id} ${running.state.is}`} round={running} />}
      {released.map(({ round, at, result }) => (
        <Shown key={round.id} round={round} at={at} result={result} />
      ))}
    </section>
  )
}

const Running = ({ round }: { round: Round }) => {
  const { t } = useTranslation('consensus')
  const subject = useSubject(round)
  return (
    <div className={styles.running}>
      <p>
        {t('asked')} <strong className={styles.subject}>{subject.title}</strong>
      </p>
      {subject.isOther && <Banner>{t('changedSince')}</Banner>}
      {round.state.is === 'open' ? <Open round={round} /> : <Closed round={round} />}
    </div>
  )
}

const Open = ({ round }: { round: Round }) => (
  <>
    <RoundClock round={round} />
    <div className={styles.beside}>
      <MyAnswer round={round}>
        {mine => <Signalling round={round} mine={mine !== null && 'signal' in mine ? mine : null} />}
      </MyAnswer>
      <Answered round={round} />
    </div>
  </>
)
