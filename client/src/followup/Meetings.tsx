import { openActions, plannedReviews, type Review } from '@jointly/board'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { CalendarDialog } from './CalendarDialog.tsx'
import { useDay, useToday } from './days.ts'
import styles from './FollowUp.module.css'
import { HoldDialog, PlanDialog } from './MeetingDialogs.tsx'

type Opened = { is: 'plan' } | { is: 'calendar' } | { is: 'hold'; review: Review }

/** When everybody looks at it again, what then waits for them, and the calendar that says so. */
export const Meetings = () => {
  const { t } = useTranslation('followUp')
  const process = useProcess()
  const may = useMay()
  const [opened, setOpened] = useState<Opened | null>(null)
  const planned = plannedReviews(process.followUp)
  const held = [...process.followUp.reviews.values()].filter(({ state }) => state.is === 'held').reverse()
  const close = () => setOpened(null)
  return (
    <>
      <h3 className={styles.title}>{t('meetings.title')}</h3>
      {planned.length === 0 && (
        <p className={openActions(process).length > 0 ? styles.warn : styles.note}>{t('meetings.none')}</p>
      )}
      <ul className={styles.list}>
        {planned.map((review, i) => (
          <Planned key={review.id} review={review} isNext={i === 0} onHold={() => setOpened({ is: 'hold', review })} />
        ))}
      </ul>
      <div className={styles.buttons}>
        {may({ type: 'review.plan', on: '2000-01-01' }) && (
          <Button small onPress={() => setOpened({ is: 'plan' })}>
            {t('meetings.plan')}
          </Button>
        )}
        <Button small variant="plain" onPress={() => setOpened({ is: 'calendar' })}>
          <CalendarPlus aria-hidden="true" />
          {t('calendar.open')}
        </Button>
      </div>
      {held.length > 0 && <Held reviews={held} />}
      {opened?.is === 'plan' && <PlanDialog onClose={close} />}
      {opened?.is === 'hold' && <HoldDialog review={opened.review} onClose={close} />}
      {opened?.is === 'calendar' && <CalendarDialog onClose={close} />}
    </>
  )
}

const Planned = ({ review, isNext, onHold }: { review: Review; isNext: boolean; onHold: () => void }) => {
  const { t } = useTranslation('followUp')
  const process = useProcess()
  const day = useDay()
  const today = useToday()
  const may = useMay()
  const { take, isPending } = useMove()
  const waiting = openActions(process).length
  const cancel = { type: 'review.cancel', review: review.id } as const
  // Whoever may cancel may hold: what else it takes is asked in the dialog.
  const mine = may(cancel)
  return (
    <li className={styles.meeting}>
      <p className={styles.day}>
        <time dateTime={review.on}>{day(review.on)}</time>
        {review.on < today && <span className={styles.late}> {t('meetings.past')}</span>}
      </p>
      {review.about !== null && <p>{review.about}</p>}
      {isNext && <p className={styles.note}>{t('meetings.waiting', { count: waiting })}</p>}
      {mine && (
        <div className={styles.buttons}>
          {isNext && (
            <Button small onPress={onHold}>
              {t('meetings.hold')}
            </Button>
          )}
          <Button
            small
            variant="plain"
            isPending={isPending}
            aria-label={t('meetings.cancelOne', { day: day(review.on) })}
            onPress={() => void take(cancel)}
          >
            {t('meetings.cancel')}
          </Button>
        </div>
      )}
    </li>
  )
}

const Held = ({ reviews }: { reviews: readonly Review[] }) => {
  const { t } = useTranslation('followUp')
  const day = useDay()
  return (
    <details className={styles.over}>
      <summary>{t('meetings.held', { count: reviews.length })}</summary>
      <ul className={styles.list}>
        {reviews.map(({ id, on, about, state }) => (
          <li key={id} className={styles.meeting}>
            <time dateTime={on}>{day(on)}</time>
            {about !== null && <p>{about}</p>}
            {state.is === 'held' && (
              <p className={styles.note}>{t('meetings.carried', { count: state.carried.length })}</p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
