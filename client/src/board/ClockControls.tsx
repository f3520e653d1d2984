import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { clockFace, secondsLeft } from '../ui/clockTime.ts'
import { TextField } from '../ui/TextField.tsx'
import styles from './Clock.module.css'

const PRESETS_MIN = [3, 5, 10, 15, 20] as const
const MOST_MIN = 24 * 60

/** Starts the clock with a preset or minutes of one's own, and stops it. */
export const ClockControls = ({ onDone }: { onDone?: () => void }) => {
  const { t } = useTranslation('board')
  const left = secondsLeft(useProcess(), useNow())
  const { take, isPending } = useMove()
  const [minutes, setMinutes] = useState('')
  const own = Number(minutes.replace(',', '.'))
  const isOwn = Number.isFinite(own) && own > 0 && own <= MOST_MIN

  const start = async (count: number) => {
    if (await take({ type: 'timer.start', seconds: Math.max(1, Math.round(count * 60)) })) {
      setMinutes('')
      onDone?.()
    }
  }
  return (
    <div className={styles.controls}>
      <p className={styles.note}>{left === null ? t('clock.off') : t('clock.running', { time: clockFace(left) })}</p>
      <fieldset className={styles.presets}>
        <legend className="unseen">{t('clock.presets')}</legend>
        {PRESETS_MIN.map(count => (
          <Button key={count} small isDisabled={isPending} onPress={() => start(count)}>
            {t('clock.minutes', { count })}
          </Button>
        ))}
      </fieldset>
      <form
        className={styles.own}
        onSubmit={event => {
          event.preventDefault()
          if (isOwn) void start(own)
        }}
      >
        <TextField label={t('clock.ownLabel')} inputMode="decimal" value={minutes} onChange={setMinutes} />
        <Button type="submit" isDisabled={!isOwn} isPending={isPending}>
          {t('clock.go')}
        </Button>
      </form>
      {left !== null && (
        <Button
          isPending={isPending}
          onPress={async () => {
            if (await take({ type: 'timer.stop' })) onDone?.()
          }}
        >
          {t('clock.stop')}
        </Button>
      )}
    </div>
  )
}
