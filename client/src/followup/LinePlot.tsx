import { decimal } from '@jointly/board/report/decimal'
import { linePlot } from '@jointly/board/report/plot'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../ui/useNarrow.ts'
import { useDay } from './days.ts'
import styles from './LinePlot.module.css'

type LinePlotProps = {
  title: string
  values: readonly { readonly on: string; readonly value: number }[]
  target: { readonly on: string; readonly value: number }
}

/** A phone's is drawn for its width: made smaller, its letters could not be read. */
const SIZE = { wide: { width: 640, height: 220 }, narrow: { width: 300, height: 180 } }

/** The course of an indicator with its target, drawn as the printed report draws it. The table below says the same. */
export const LinePlot = ({ title, values, target }: LinePlotProps) => {
  const { t } = useTranslation('followUp')
  const day = useDay()
  const plot = linePlot({ title, values, target }, useNarrow() ? SIZE.narrow : SIZE.wide)
  const goal = t('indicators.target', { value: decimal(target.value), day: day(target.on) })
  return (
    <svg
      className={styles.plot}
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      role="img"
      aria-label={`${title}. ${goal}`}
    >
      {plot.levels.map(({ y, label }) => (
        <g key={label}>
          <path className={styles.level} d={`M${plot.left} ${y}H${plot.right}`} />
          <text x={plot.left - 8} y={y + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <path className={styles.target} d={`M${plot.left} ${plot.target.y}H${plot.right}`} />
      <text className={styles.goal} x={plot.right} y={plot.target.y - 5} textAnchor="end">
        {goal}
      </text>
      <polyline className={styles.line} points={plot.line} />
      {plot.dots.map(({ x, y, on }) => (
        <circle key={on} className={styles.dot} cx={x} cy={y} r={4} />
      ))}
      <text x={plot.left} y={plot.height - 6}>
        {day(plot.first)}
      </text>
      {plot.last !== plot.first && (
        <text x={plot.right} y={plot.height - 6} textAnchor="end">
          {day(plot.last)}
        </text>
      )}
    </svg>
  )
}
