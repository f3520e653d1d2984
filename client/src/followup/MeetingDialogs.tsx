import { openActions, plannedReviews, type Review } from '@jointly/board'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isDay, useDay } from './days.ts'
import styles from './FollowUp.module.css'

export const PlanDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('followUp')
  const { take, isPending } = useMove()
  const form = useId()
  const [on, setOn] = useState('')
  const [about, setAbout] = useState('')
  const [isTried, setTried] = useState(false)
  const plan = async () => {
    setTried(true)
    if (!isDay(on)) return
    const topic = about.trim()
    if (await take({ type: 'review.plan', on, ...(topic !== '' && { about: topic }) })) onClose()
  }
  return (
    <Dialog
      title={t('meetings.planTitle')}
      onClose={onClose}
      actions={
        <Button variant="primary" type="submit" form={form} isPending={isPending}>
          {t('meetings.planOne')}
        </Button>
      }
    >
      <Form id={form} onSubmit={() => void plan()}>
        <TextField
          label={t('meetings.day')}
          type="date"
          value={on}
          onChange={setOn}
          error={isTried && !isDay(on) ? t('needsDay') : undefined}
        />
        <TextField label={t('meetings.about')} value={about} onChange={setAbout} maxLength={500} />
      </Form>
    </Dialog>
  )
}

/** Ends a meeting: what is still open is named, and goes on to the next one, which is asked for where none is planned. */
export const HoldDialog = ({ review, onClose }: { review: Review; onClose: () => void }) => {
  const { t } = useTranslation('followUp')
  const process = useProcess()
  const day = useDay()
  const { take, isPending } = useMove()
  const form = useId()
  const [next, setNext] = useState('')
  const [isTried, setTried] = useState(false)
  const open = openActions(process)
  const after = plannedReviews(process.followUp).find(({ id }) => id !== review.id)
  const isNeeded = open.length > 0 && after === undefined
  const isWrong = next === '' ? isNeeded : !isDay(next) || next <= review.on
  const hold = async () => {
    setTried(true)
    if (isWrong) return
    if (await take({ type: 'review.hold', review: review.id, ...(next !== '' && { next }) })) onClose()
  }
  return (
    <Dialog
      title={t('meetings.holdTitle', { day: day(review.on) })}
      onClose={onClose}
      actions={
        <Button variant="primary" type="submit" form={form} isPending={isPending}>
          {t('meetings.holdOne')}
        </Button>
      }
    >
      <Form id={form} onSubmit={() => void hold()}>
        <p>{t('meetings.stillOpen', { count: open.length })}</p>
        {open.length > 0 && (
          <ul className={styles.bullets}>
            {open.map(({ id, what }) => (
              <li key={id}>{what}</li>
            ))}
          </ul>
        )}
        {after !== undefined && <p className={styles.note}>{t('meetings.nextIs', { day: day(after.on) })}</p>}
        <TextField
          label={t(isNeeded ? 'meetings.next' : 'meetings.nextMore')}
          type="date"
          value={next}
          onChange={setNext}
          error={isTried && isWrong ? t('meetings.needsLater') : undefined}
        />
      </Form>
    </Dialog>
  )
}
