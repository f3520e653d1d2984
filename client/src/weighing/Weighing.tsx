import { type CardView, isRunning, type Round, releasedRatings } from '@jointly/board'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { AskButton } from './AskButton.tsx'
import { Closed } from './Closed.tsx'
import { OpenRound } from './OpenRound.tsx'
import { Results } from './Results.tsx'
import styles from './Weighing.module.css'

export type WeighingProps = {
  options: readonly CardView[]
  criteria: readonly CardView[]
  /** What is shown before anybody was asked. */
  sheet: React.ReactNode
}

/** The round that is under way, and beneath it what earlier ones have brought. */
export const Weighing = ({ options, criteria, sheet }: WeighingProps) => {
  const { t } = useTranslation('weighing')
  const { rounds } = useProcess()
  const running = [...rounds.values()].find(isRunning)
  const released = useMemo(() => releasedRatings(rounds), [rounds])
  const last = [...rounds.values()].at(-1)
  return (
    <div className={styles.weighing}>
      {running === undefined && last?.state.is === 'cancelled' && <Banner>{t('answered.cancelled')}</Banner>}
      {running !== undefined && <Running key={`${running.id} ${running.state.is}`} round={running} />}
      {released === null && running === undefined && <AskButton options={options} criteria={criteria} />}
      {released !== null ? (
        <Results released={released} options={options} criteria={criteria} isAsking={running !== undefined} />
      ) : (
        running === undefined && sheet
      )}
    </div>
  )
}

const Running = ({ round }: { round: Round }) =>
  round.state.is === 'open' ? <OpenRound round={round} /> : <Closed round={round} />
