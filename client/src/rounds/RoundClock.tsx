import type { Round } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useNow } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { clockFace } from '../ui/clockTime.ts'
import { useMoment } from './useMoment.ts'

const DAY_MS = 24 * 3600 * 1000
const LAST_MINUTE_MS = 60_000

/** How long answers are still taken, for everybody in sight of the round; nothing where nobody named a moment. */
export const RoundClock = ({ round: { closesAt } }: { round: Round }) =>
  closesAt === null ? null : <Clock closesAt={closesAt} />

const Clock = ({ closesAt }: { closesAt: string }) => {
  const { t } = useTranslation('rounds')
  const time = useMoment()(closesAt)
  const leftMs = Date.parse(closesAt) - useNow()
  const isOver = leftMs <= 0
  const left = clockFace(Math.ceil(leftMs / 1_000))
  return (
    <Banner>
      {isOver ? t('clock.over') : t('clock.until', { time })}{' '}
      {!isOver && leftMs < DAY_MS && <strong role="timer">{t('clock.left', { left })}</strong>}
      {/* A clock is not read out by itself: that it runs is, its last minute, and its end. */}
      <span className="unseen" role="status">
        {isOver ? t('clock.over') : leftMs > LAST_MINUTE_MS ? t('clock.until', { time }) : t('clock.lastMinute')}
      </span>
    </Banner>
  )
}
