import type { OptionId, Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { classes } from '../../ui/classes.ts'
import { sideStyle } from '../../ui/sideStyle.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import styles from './MapPlot.module.css'
import { placedLabels, togetherAt } from './mapLabels.ts'

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

/** A phone's is drawn for its width: made smaller, its numbers could not be read. */
const SIZE = { wide: { width: 400, height: 320 }, narrow: { width: 300, height: 260 } }
const LEFT = 32
const RIGHT = 12
const TOP = 12
const BOTTOM = 28
const STEP = 10
const CLEAR = 5
const RADIUS = 6
/** Points nearer than this are one on the screen; they are labelled together. */
const NEAR = 4

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
  const { width, height } = useNarrow() ? SIZE.narrow : SIZE.wide
  const known = floors.filter(floor => floor !== null)
  const [low, high] = boundsOf([
    ...points.flatMap(({ within }) => [within.x.low, within.x.high, within.y.low, within.y.high]),
    ...known,
  ])
  const across = (value: number) => LEFT + ((value - low) / (high - low)) * (width - LEFT - RIGHT)
  const up = (value: number) => height - BOTTOM - ((value - low) / (high - low)) * (height - TOP - BOTTOM)
  const ticks = Array.from({ length: (high - low) / STEP + 1 }, (_, i) => low + i * STEP)
  const shownTicks = ticks.filter(tick => ticks.length <= 6 || tick % (2 * STEP) === 0)
  const at = points.map(point => ({ ...point, cx: across(point.x), cy: up(point.y) }))
  const labels = placedLabels({
    labels: togetherAt(at, NEAR).map(([first, ...rest]) => ({
      key: first.option,
      at: { x: first.cx, y: first.cy },
      words: [first, ...rest].map(one => (isPart(one) ? `${one.number}*` : one.number)).join(', '),
    })),
    points: at.map(({ cx, cy }) => ({ x: cx, y: cy })),
    radius: RADIUS,
    within: { left: LEFT, right: width, top: 0, bottom: height - BOTTOM },
  })
  const [floorX, floorY] = floors
  return (
    <div>
      <p className={styles.name}>↑ {t('map.valueTo', { side: y.name })}</p>
      <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('map.plot')}>
        {floorX !== null && (
          <rect
            className={styles.below}
            x={LEFT}
            y={TOP}
            width={Math.max(0, across(floorX) - LEFT)}
            height={height - TOP - BOTTOM}
          />
        )}
        {floorY !== null && (
          <rect
            className={styles.below}
            x={LEFT}
            y={up(floorY)}
            width={width - LEFT - RIGHT}
            height={Math.max(0, height - BOTTOM - up(floorY))}
          />
        )}
        <path className={styles.axis} d={`M${LEFT} ${TOP}V${height - BOTTOM}H${width - RIGHT}`} />
        {shownTicks.map(tick => (
          <g key={tick} className={styles.tick}>
            <text x={across(tick)} y={height - BOTTOM + 16} textAnchor="middle">
              {tick}
            </text>
            <text x={LEFT - 8} y={up(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {floorX !== null && (
          <path
            className={styles.floor}
            style={sideStyle(x)}
            d={`M${across(floorX)} ${TOP}V${height - BOTTOM}`}
            strokeDasharray="5 4"
          />
        )}
        {floorY !== null && (
          <path
            className={styles.floor}
            style={sideStyle(y)}
            d={`M${LEFT} ${up(floorY)}H${width - RIGHT}`}
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
        {labels.map(({ key, leader, words, ...place }) => (
          <g key={key}>
            {leader !== null && <path className={styles.leader} d={leader} />}
            <text className={styles.label} {...place} textAnchor="middle">
              {words}
            </text>
          </g>
        ))}
      </svg>
      <p className={classes(styles.name, styles.across)}>{t('map.valueTo', { side: x.name })} →</p>
    </div>
  )
}
