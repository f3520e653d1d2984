import { mappedOn, type Weighed, weighedOn } from '@jointly/board'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { FlipsPanel } from './Flips.tsx'
import { Indicators } from './Indicators.tsx'
import { MapPanel } from './MapPanel.tsx'
import { RobustnessPanel } from './Robustness.tsx'
import styles from './Values.module.css'
import { ValueTable } from './ValueTable.tsx'
import { WeightsPanel } from './WeightsPanel.tsx'

/**
 * What the released answers come to in numbers, where the ground rules have switched numbers on. Options stand in the order
 * of the table and none stands out; every figure opens its arithmetic.
 */
export const Valued = () => {
  const { t } = useTranslation('values')
  const process = useProcess()
  const view = useBoard()
  const weighed = useMemo(() => weighedOn(process, view), [process, view])
  const mapped = useMemo(() => weighed && mappedOn(process, weighed), [process, weighed])
  if (weighed === null) return null
  return (
    <section className={styles.valued} aria-label={t('title')}>
      <header>
        <h3 className={styles.title}>{t('title')}</h3>
        <p className={styles.note}>{t(`from.${sourceOf(weighed)}`)}</p>
      </header>
      <WeightsPanel weighed={weighed} />
      {hasValues(weighed) && (
        <div className={classes(styles.beside, process.sides.length > 2 && styles.beneath)}>
          <ValueTable weighed={weighed} />
          {mapped !== null && <MapPanel weighed={weighed} mapped={mapped} />}
        </div>
      )}
      {mapped !== null && hasValues(weighed) && (
        <>
          <Indicators weighed={weighed} mapped={mapped} />
          <FlipsPanel weighed={weighed} />
        </>
      )}
      {mapped !== null && <RobustnessPanel weighed={weighed} />}
    </section>
  )
}

const hasValues = ({ weights }: Weighed) => Object.values(weights).some(own => own !== null)

const sourceOf = (weighed: Weighed) => (weighed.given === null ? 'alike' : hasValues(weighed) ? 'weights' : 'waiting')
