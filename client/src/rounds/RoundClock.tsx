import type { Round } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useNow } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { clockFace } from '../ui/clockTime.ts'
import { useMoment } from './useMoment.ts'

const DAY_MS = 24 * 3600 * 1000
const LAST_MINUTE_MS = 60_000

/** How long answers are still taken, for everybody in sight of the round; nothing where nobody named a moment. */
export const RoundClock = ({ round }: { round: Round }) =>
  round.closesAt === null ? null : <Clock round={round} closesAt={round.closesAt} />

/** The time that is left, where somebody named a moment and it is less than a day away. */
export const TimeLeft = ({ round: { closesAt } }: { round: Round }) => {
  const { t } = useTranslation('rounds')
  const now = useNow()
  const leftMs = Date.parse(closesAt ?? '') - now
  if (!(leftMs > 0 && leftMs < DAY_MS)) return null
  return <strong role="timer">{t('clock.left', { left: clockFace(Math.ceil(leftMs / 1_000)) })}</strong>
}

const Clock = ({ round, closesAt }: { round: Round; closesAt: string }) => {
  const { t } = useTranslation('rounds')
  const time = useMoment()(closesAt)
  const leftMs = Date.parse(closesAt) - useNow()
  const isOver = leftMs <= 0
  return (
    <Banner>
      {isOver ? t('clock.over') : t('clock.until', { time })} <TimeLeft round={round} />
      {/* A clock is not read out by itself: that it runs is, its last minute, and its end. */}
      <span className="unseen" role="status">
        {isOver ? t('clock.over') : leftMs > LAST_MINUTE_MS ? t('clock.until', { time }) : t('clock.lastMinute')}
      </span>
    </Banner>
  )
}
