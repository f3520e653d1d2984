import { courseOf, type TrackedIndicator } from '@jointly/board'
import { decimal } from '@jointly/board/report/decimal'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useDay } from './days.ts'
import styles from './FollowUp.module.css'
import { IndicatorDialog } from './IndicatorDialog.tsx'
import { LinePlot } from './LinePlot.tsx'
import { RecordForm } from './RecordForm.tsx'

const PROBE = {
  type: 'indicator.add',
  indicator: {
    ...{ what: '?', unit: '?', source: '?' },
    ...{ baseline: { on: '2000-01-01', value: 0 }, target: { on: '2000-01-01', value: 0 } },
  },
} as const

/** What is looked at to see whether it helps. */
export const Indicators = () => {
  const { t } = useTranslation('followUp')
  const { followUp } = useProcess()
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const all = [...followUp.indicators.values()].sort((a, b) => Number(a.ended) - Number(b.ended))
  const add = may(PROBE) && (
    <Button onPress={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t('indicators.add')}
    </Button>
  )
  return (
    <>
      <div className={styles.headed}>
        <h3 className={styles.title}>{t('indicators.title')}</h3>
        {all.length > 0 && add}
      </div>
      {all.length === 0 && (
        <EmptyState purpose={t('indicators.empty')} rule={t('indicators.rule')} example={t('indicators.example')}>
          {add}
        </EmptyState>
      )}
      {all.map(indicator => (
        <Followed key={indicator.id} indicator={indicator} />
      ))}
      {isAdding && <IndicatorDialog onClose={() => setAdding(false)} />}
    </>
  )
}

const Followed = ({ indicator }: { indicator: TrackedIndicator }) => {
  const { t } = useTranslation('followUp')
  const day = useDay()
  const may = useMay()
  const { take, isPending } = useMove()
  const { id, what, unit, baseline, target, source, ended } = indicator
  const course = courseOf(indicator)
  const end = { type: 'indicator.update', indicator: id, change: { ended: !ended } } as const
  return (
    <article className={styles.row} aria-label={what}>
      <h4 className={styles.what}>
        {what} <span className={styles.note}>({unit})</span>
      </h4>
      <p className={styles.facts}>
        <span>{t('indicators.baseline', { value: decimal(baseline.value), day: day(baseline.on) })}</span>
        <span>{t('indicators.target', { value: decimal(target.value), day: day(target.on) })}</span>
        <span>{t('indicators.source', { source })}</span>
        {ended && <strong>{t('indicators.ended')}</strong>}
      </p>
      <LinePlot title={`${what} (${unit})`} values={course} target={target} />
      <details className={styles.over}>
        <summary>{t('indicators.values', { count: course.length })}</summary>
        <table className={styles.values}>
          <caption className="unseen">{`${what} (${unit})`}</caption>
          <thead>
            <tr>
              <th scope="col">{t('indicators.day')}</th>
              <th scope="col">{t('indicators.value')}</th>
            </tr>
          </thead>
          <tbody>
            {course.map(({ on, value }) => (
              <tr key={on}>
                <th scope="row">{day(on)}</th>
                <td>
                  {decimal(value)}
                  {indicator.values.has(on) && may({ type: 'indicator.record', indicator: id, on, value: null }) && (
                    <Button
                      small
                      variant="plain"
                      isPending={isPending}
                      aria-label={t('indicators.removeOne', { day: day(on) })}
                      onPress={() => void take({ type: 'indicator.record', indicator: id, on, value: null })}
                    >
                      {t('indicators.remove')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <div className={styles.buttons}>
        {!ended && may({ type: 'indicator.record', indicator: id, on: '2000-01-01', value: 0.5 }) && (
          <RecordForm indicator={indicator} />
        )}
        {may(end) && (
          <Button small variant="plain" isPending={isPending} onPress={() => void take(end)}>
            {t(ended ? 'indicators.goOn' : 'indicators.end')}
          </Button>
        )}
      </div>
    </article>
  )
}
