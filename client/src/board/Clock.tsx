import { Timer } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useMe, useNow, useProcess } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import styles from './Clock.module.css'
import { ClockControls } from './ClockControls.tsx'
import { clockFace, secondsLeft } from './clockTime.ts'

/** The clock that everybody sees. A facilitator starts and stops it by pressing it. */
export const Clock = () => {
  const { t } = useTranslation('board')
  const process = useProcess()
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const runs = process.timer !== null
  if (me.role !== 'facilitator') return runs ? <Face /> : null
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={classes(styles.button)} aria-label={t(runs ? 'clock.change' : 'clock.startLabel')}>
        {runs ? (
          <Face />
        ) : (
          <span className={styles.off}>
            <Timer aria-hidden="true" />
            <span className={styles.offWords}>{t('clock.start')}</span>
          </span>
        )}
      </AriaButton>
      <Popover className={classes(styles.popover)} placement="bottom end" offset={6}>
        <Dialog className={classes(styles.dialog)} aria-label={t('clock.startLabel')}>
          <ClockControls onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
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
