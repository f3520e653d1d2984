import { everyTwo, type Mapped, type OptionId, printed, type SideId, type Value, type Weighed } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../../session/hooks.ts'
import { listed } from '../../ui/listed.ts'
import { Select } from '../../ui/Select.tsx'
import { Wide } from '../Wide.tsx'
import { printedValue, verdictDecimals } from './arithmetic.ts'
import { MapPlot } from './MapPlot.tsx'
import { OptionHead } from './OptionHead.tsx'
import { PartLegend, PartMark } from './PartMark.tsx'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'

/** Two deciding sides at a time: each option where it stands with both, and the same as a table. */
export const MapPanel = ({ weighed, mapped }: { weighed: Weighed; mapped: Mapped }) => {
  const { t } = useTranslation('values')
  const { sides } = useProcess()
  const { nameOf } = useWords()
  const deciding = sides.filter(({ decides }) => decides)
  const pairs = everyTwo(deciding).map(([x, y]) => ({ id: `${x.id} ${y.id}`, x, y }))
  const [chosen, choose] = useState(pairs[0]?.id ?? '')
  const pair = pairs.find(({ id }) => id === chosen) ?? pairs[0]
  if (pair === undefined) return null
  const { x, y } = pair
  const worthOf = (option: OptionId, side: SideId) => weighed.values[option]?.[side]
  const points = weighed.options.flatMap((option, i) => {
    const [atX, atY] = [worthOf(option, x.id), worthOf(option, y.id)]
    if (atX === undefined || atX.value === null || atY === undefined || atY.value === null) return []
    const efficient = mapped.pareto.set.includes(option)
    return [{ option, number: i + 1, x: atX.value, y: atY.value, within: { x: atX, y: atY }, efficient }]
  })
  const decimals = verdictDecimals({ ...weighed, sides })
  const isPart =
    mapped.pareto.unsettled.length > 0 ||
    weighed.options.some(option => [x, y].some(({ id }) => (worthOf(option, id)?.missing ?? 0) > 0))
  const numbersOf = (options: readonly OptionId[]) =>
    listed(options.map(option => String(weighed.options.indexOf(option) + 1)))
  const floors = [x, y].map(({ id }) => mapped.gain.noAgreement[id] ?? null)
  return (
    <section className={styles.panel} aria-label={t('map.title')}>
      <h4 className={styles.panelTitle}>{t('map.title')}</h4>
      {pairs.length > 1 && (
        <Select
          label={t('map.pair')}
          value={pair.id}
          onChange={choose}
          options={pairs.map(one => ({ id: one.id, label: `${one.x.name} · ${one.y.name}` }))}
        />
      )}
      {points.length === 0 ? (
        <p>{t('map.nothing')}</p>
      ) : (
        <>
          <MapPlot points={points} x={x} y={y} floors={[floors[0]?.value ?? null, floors[1]?.value ?? null]} />
          <p className={styles.said}>{t('map.filled', { count: mapped.pareto.set.length })}</p>
          {mapped.pareto.unsettled.length > 0 && (
            <p className={styles.said}>{t('map.unsettled', { numbers: numbersOf(mapped.pareto.unsettled) })}</p>
          )}
        </>
      )}
      {[x, y].map((side, i) => (
        <p key={side.id} className={styles.note}>
          {floorWords(floors[i] ?? null, nameOf(side.id), t)}
        </p>
      ))}
      <Wide>
        <table className={styles.table}>
          <caption className="unseen">{t('map.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('option')}</th>
              <th scope="col" className={styles.number}>
                {x.name}
              </th>
              <th scope="col" className={styles.number}>
                {y.name}
              </th>
              <th scope="col">{t('map.efficient')}</th>
            </tr>
          </thead>
          <tbody>
            {weighed.options.map((option, i) => {
              const by = mapped.pareto.dominated.find(one => one.option === option)?.by ?? []
              return (
                <tr key={option}>
                  <OptionHead option={option} number={i + 1} />
                  {[x, y].map(({ id }) => (
                    <td key={id} className={styles.number}>
                      <Worth value={worthOf(option, id)} decimals={decimals} />
                    </td>
                  ))}
                  <td>
                    {mapped.pareto.set.includes(option)
                      ? t('map.yes')
                      : by.length > 0
                        ? t('map.by', { numbers: by.map(one => weighed.options.indexOf(one) + 1).join(', ') })
                        : t('none')}
                    {mapped.pareto.unsettled.includes(option) && <PartMark />}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Wide>
      {isPart && <PartLegend />}
    </section>
  )
}

const Worth = ({ value, decimals }: { value: Value | undefined; decimals: number }) => {
  const { t } = useTranslation('values')
  if (value === undefined || value.value === null) return t('none')
  return (
    <>
      {printed(value.value, decimals)}
      {value.missing > 0 && <PartMark />}
    </>
  )
}

type Floor = Mapped['gain']['noAgreement'][SideId]

/** What a side's gain is counted from, and whether the side itself said so. */
export const floorWords = (floor: Floor, side: string, t: ReturnType<typeof useTranslation<'values'>>['t']): string => {
  if (floor === null) return t('floor.unknown', { side })
  const value = printedValue(floor.value)
  if (floor.from === 'side') return t('floor.side', { side, value })
  return t(floor.missing > 0 ? 'floor.todayPart' : 'floor.today', { side, value })
}
