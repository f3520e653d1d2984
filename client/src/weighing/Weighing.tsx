import { type CardView, isRunning, rulesInForce } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { withWords } from '../i18n/language.ts'
import shared from '../rounds/Rounds.module.css'
import { useMe, useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Loading } from '../ui/Loading.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { AskButton } from './AskButton.tsx'
import { AskNumbers } from './AskNumbers.tsx'
import { ChangedSince } from './ChangedSince.tsx'
import { Closed } from './Closed.tsx'
import { isWeighed, type WeighedRound } from './kindViews.tsx'
import { OpenRound } from './OpenRound.tsx'
import { Results } from './Results.tsx'
import { releasedOf } from './released.ts'
import { Unsent } from './Unsent.tsx'
import styles from './Weighing.module.css'

export type WeighingProps = {
  options: readonly CardView[]
  criteria: readonly CardView[]
  /** What is shown before anybody was asked. */
  sheet: React.ReactNode
}

// Whoever weighs in words alone never fetches it.
const Valued = onDemand(
  async () => ({ default: (await withWords('values', import('./values/Valued.tsx'))).Valued }),
  <Loading />,
)

/** By confirmed links alone, whatever was rated, and so whether numbers are switched on or not. */
const CoveragePanel = onDemand(
  async () => ({ default: (await withWords('values', import('./values/Coverage.tsx'))).CoveragePanel }),
  <Loading />,
)

/** The rounds that are under way, and beneath them what earlier ones have brought: where to talk first, then numbers. */
export const Weighing = ({ options, criteria, sheet }: WeighingProps) => {
  const { t } = useTranslation('rounds')
  const process = useProcess()
  const { rounds } = process
  const { weights, map } = rulesInForce(process)
  const weighed = [...rounds.values()].filter(isWeighed)
  const running = weighed.filter(isRunning)
  const released = releasedOf(rounds)
  const isRating = running.some(({ kind }) => kind === 'rating')
  return (
    <div className={styles.weighing}>
      {running.length === 0 && weighed.at(-1)?.state.is === 'cancelled' && <Banner>{t('answered.cancelled')}</Banner>}
      <Unsent />
      {running.map(round => (
        <Running key={`${round.id} ${round.state.is}`} round={round} />
      ))}
      {released === null && !isRating && <AskButton options={options} criteria={criteria} />}
      {released !== null ? (
        <Results released={released} options={options} criteria={criteria} isAsking={isRating} />
      ) : (
        !isRating && sheet
      )}
      {(weights || map) && released !== null && <Valued />}
      {options.length > 0 && <CoveragePanel />}
      {(weights || map) && <AskMore />}
    </div>
  )
}

/** What else can be asked where the ground rules have switched it on; nobody sees what is not theirs to ask. */
const AskMore = () => {
  const { rounds } = useProcess()
  const hasWeights = [...rounds.values()].some(
    ({ kind, state }) => (kind === 'weights' || kind === 'ranks') && state.is === 'released',
  )
  return (
    <div className={shared.row}>
      <AskNumbers kinds={['weights', 'ranks']} again={hasWeights} />
      <AskNumbers kinds={['no-agreement']} />
    </div>
  )
}

const Running = ({ round }: { round: WeighedRound }) => {
  const { t } = useTranslation('weighing')
  const { sides } = useProcess()
  const me = useMe()
  const asked = sides.find(({ id }) => id === round.of)
  // What one side asks itself is that side's; the others are told that it does.
  if (asked !== undefined && asked.id !== me.side)
    return <Banner>{t('kind.no-agreement.others', { side: asked.name })}</Banner>
  return (
    <>
      <ChangedSince round={round} />
      {round.state.is === 'open' ? <OpenRound round={round} /> : <Closed round={round} />}
    </>
  )
}
