import type { Round } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './Rounds.module.css'
import { useMoment } from './useMoment.ts'

/** What somebody ticked or typed and had not handed in when the round ended: it counts for nothing, and is not taken away. */
export const NotHandedIn = ({
  round,
  lines,
  onPutAway,
}: {
  round: Round
  lines: readonly string[]
  onPutAway: () => void
}) => {
  const { t } = useTranslation('rounds')
  const time = useMoment()
  const { id } = useMe()
  const { state, closesAt } = round
  const isByTime = closesAt !== null && state.is === 'closed' && state.byTime
  const why = isByTime ? t('unsent.byTime', { time: time(closesAt) }) : t(`unsent.${endOf(round)}`)
  return (
    <section className={styles.panel} aria-label={t('unsent.title')}>
      <Banner
        action={
          <Button small onPress={onPutAway}>
            {t('unsent.putAway')}
          </Button>
        }
      >
        {why} {t(round.answered.has(id) ? 'unsent.earlierCounts' : 'unsent.nothingCounts')}
      </Banner>
      <details>
        <summary className={styles.summary}>{t('unsent.lines', { count: lines.length })}</summary>
        <ul className={styles.lines}>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines stay as they are until all of them go
            <li key={i}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const endOf = ({ state }: Round) => (state.is === 'cancelled' ? 'cancelled' : 'closed')
