import { Timer } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useNow, useProcess } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { clockFace, secondsLeft } from '../ui/clockTime.ts'
import { Loading } from '../ui/Loading.tsx'
import styles from './Clock.module.css'

const PopoverButton = lazy(async () => ({ default: (await import('../ui/PopoverButton.tsx')).PopoverButton }))
const ClockControls = lazy(async () => ({ default: (await import('./ClockControls.tsx')).ClockControls }))

/** The clock that everybody sees. A facilitator starts and stops it by pressing it. */
export const Clock = () => {
  const { t } = useTranslation('board')
  const process = useProcess()
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const runs = process.timer !== null
  const face = runs ? <Face /> : <Off />
  if (me.role !== 'facilitator') return runs ? face : null
  return (
    <Suspense fallback={face}>
      <PopoverButton
        label={t(runs ? 'clock.change' : 'clock.startLabel')}
        panel={t('clock.startLabel')}
        face={face}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <Suspense fallback={<Loading />}>
          <ClockControls onDone={() => setOpen(false)} />
        </Suspense>
      </PopoverButton>
    </Suspense>
  )
}

const Off = () => {
  const { t } = useTranslation('board')
  return (
    <span className={styles.off}>
      <Timer aria-hidden="true" />
      <span className={styles.offWords}>{t('clock.start')}</span>
    </span>
  )
}

const Face = () => {
  const { t } = useTranslation('board')
  const left = secondsLeft(useProcess(), useNow())
  if (left === null) return null
  return (
    <span
      className={classes(styles.face, left === 0 && styles.over)}
      role="timer"
      aria-label={left === 0 ? t('clock.over') : t('clock.name', { time: clockFace(left) })}
    >
      {left === 0 ? t('clock.over') : clockFace(left)}
    </span>
  )
}
