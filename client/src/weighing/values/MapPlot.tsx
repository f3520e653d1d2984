import type { OptionId, Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { sideStyle } from '../../ui/sideStyle.ts'
import styles from './MapPlot.module.css'

type Point = {
  readonly option: OptionId
  readonly number: number
  readonly x: number
  readonly y: number
  /** Where either value can lie; from complete data the value itself. */
  readonly within: Readonly<
    Record<'x' | 'y', { readonly low: number; readonly high: number; readonly missing: number }>
  >
  readonly efficient: boolean
}

const WIDTH = 400
const HEIGHT = 340
const LEFT = 52
const RIGHT = 12
const TOP = 12
const BOTTOM = 48
const STEP = 10
const CLEAR = 5
const RADIUS = 6
/** Points nearer than this are one on the screen; they are labelled together. */
const NEAR = 9

/** The same scale both ways, so that a gap looks as wide for one side as for the other. */
const boundsOf = (numbers: readonly number[]): readonly [number, number] => [
  Math.max(0, Math.floor((Math.min(...numbers) - CLEAR) / STEP) * STEP),
  Math.min(100, Math.ceil((Math.max(...numbers) + CLEAR) / STEP) * STEP),
]

const isPart = ({ within: { x, y } }: Point) => x.missing > 0 || y.missing > 0

/** Value to one side across, to the other upwards. What it shows stands in the table beneath it as well. */
export const MapPlot = ({
  points,
  x,
  y,
  floors,
}: {
  points: readonly Point[]
  x: Side
  y: Side
  /** What no agreement is worth to each, or what stands in for it. */
  floors: readonly [number | null, number | null]
}) => {
  const { t } = useTranslation('values')
  const known = floors.filter(floor => floor !== null)
  const [low, high] = boundsOf([
    ...points.flatMap(({ within }) => [within.x.low, within.x.high, within.y.low, within.y.high]),
    ...known,
  ])
  const across = (value: number) => LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - RIGHT)
  const up = (value: number) => HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  const ticks = Array.from({ length: (high - low) / STEP + 1 }, (_, i) => low + i * STEP)
  const shownTicks = ticks.filter(tick => ticks.length <= 6 || tick % (2 * STEP) === 0)
  const at = points.map(point => ({ ...point, cx: across(point.x), cy: up(point.y) }))
  const labelled = at.filter(
    (point, i) => at.findIndex(other => Math.hypot(other.cx - point.cx, other.cy - point.cy) < NEAR) === i,
  )
  const [floorX, floorY] = floors
  return (
    <svg className={styles.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('map.plot')}>
      {floorX !== null && (
        <rect
          className={styles.below}
          x={LEFT}
          y={TOP}
          width={Math.max(0, across(floorX) - LEFT)}
          height={HEIGHT - TOP - BOTTOM}
        />
      )}
      {floorY !== null && (
        <rect
          className={styles.below}
          x={LEFT}
          y={up(floorY)}
          width={WIDTH - LEFT - RIGHT}
          height={Math.max(0, HEIGHT - BOTTOM - up(floorY))}
        />
      )}
      <path className={styles.axis} d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} />
      {shownTicks.map(tick => (
        <g key={tick} className={styles.tick}>
          <text x={across(tick)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
            {tick}
          </text>
          <text x={LEFT - 8} y={up(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text className={styles.name} x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 10} textAnchor="middle">
        {t('map.valueTo', { side: x.name })} →
      </text>
      <text
        className={styles.name}
        transform={`translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {t('map.valueTo', { side: y.name })} →
      </text>
      {floorX !== null && (
        <path
          className={styles.floor}
          style={sideStyle(x)}
          d={`M${across(floorX)} ${TOP}V${HEIGHT - BOTTOM}`}
          strokeDasharray="5 4"
        />
      )}
      {floorY !== null && (
        <path
          className={styles.floor}
          style={sideStyle(y)}
          d={`M${LEFT} ${up(floorY)}H${WIDTH - RIGHT}`}
          strokeDasharray="1.5 4"
        />
      )}
      {at.filter(isPart).map(({ option, cx, cy, within }) => (
        <path
          key={option}
          className={styles.within}
          d={`M${across(within.x.low)} ${cy}H${across(within.x.high)}M${cx} ${up(within.y.low)}V${up(within.y.high)}`}
        />
      ))}
      {at.map(({ option, cx, cy, efficient }) => (
        <circle key={option} className={efficient ? styles.efficient : styles.point} cx={cx} cy={cy} r={RADIUS} />
      ))}
      {labelled.map(point => (
        <text key={point.option} className={styles.label} x={point.cx + RADIUS + 4} y={point.cy - RADIUS}>
          {at
            .filter(other => Math.hypot(other.cx - point.cx, other.cy - point.cy) < NEAR)
            .map(other => (isPart(other) ? `${other.number}*` : other.number))
            .join(', ')}
        </text>
      ))}
    </svg>
  )
}
