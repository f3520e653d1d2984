import {
  type CriterionId,
  everyTwo,
  printed,
  rounded,
  type Side,
  shownWeights,
  staleWeights,
  type Weighed,
} from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../../session/hooks.ts'
import { Banner } from '../../ui/Banner.tsx'
import { listed } from '../../ui/listed.ts'
import { Wide } from '../Wide.tsx'
import { Apart } from './Apart.tsx'
import { SideHeads } from './SideHeads.tsx'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'
import { WhoWeighed } from './WhoWeighed.tsx'

const DECIMALS = 3

/** How much each criterion counts for each side; what has changed since is said with it. */
export const WeightsPanel = ({ weighed }: { weighed: Weighed }) => {
  const { t } = useTranslation('values')
  const { sides } = useProcess()
  const { textOf } = useWords()
  const { given, criteria } = weighed
  if (given === null || Object.values(given).every(one => one === null)) return null
  return (
    <section className={styles.panel} aria-label={t('weights.title')}>
      <h4 className={styles.panelTitle}>{t('weights.title')}</h4>
      {sides.map(side => (
        <Stale key={side.id} weighed={weighed} side={side} />
      ))}
      <Wide>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              <SideHeads />
            </tr>
          </thead>
          <tbody>
            {criteria.map(criterion => (
              <tr key={criterion}>
                <th scope="row" className={styles.words}>
                  {textOf(criterion)}
                </th>
                {sides.map(side => (
                  <td key={side.id} className={styles.number}>
                    <Weight weighed={weighed} criterion={criterion} side={side} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('weights.answered')}</th>
              {sides.map(side => (
                <td key={side.id} className={styles.number}>
                  {given[side.id]?.n ?? t('none')}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Wide>
      {sides.map(side => (
        <WhoWeighed key={side.id} weighed={weighed} side={side} />
      ))}
      {everyTwo(sides).map(two => (
        <Apart key={two.map(({ id }) => id).join(' ')} weighed={weighed} sides={two} />
      ))}
    </section>
  )
}

const Weight = ({ weighed, criterion, side }: { weighed: Weighed; criterion: CriterionId; side: Side }) => {
  const { t } = useTranslation('values')
  const shown = shownWeights(weighed)[side.id] ?? null
  if (shown === null) return <span className={styles.none}>{t('none')}</span>
  const weight = shown.weights[criterion] ?? null
  if (weight === null) return <span className={styles.none}>{t('weights.unweighed')}</span>
  const spread = shown.spread?.[criterion] ?? null
  return (
    <>
      {printed(weight, DECIMALS)}
      {spread !== null && rounded(spread, DECIMALS) > 0 && (
        <span className={styles.more}>{t('weights.spread', { spread: printed(spread, DECIMALS) })}</span>
      )}
    </>
  )
}

/** [Q6] Weights of an earlier table say so, and why. */
const Stale = ({ weighed, side }: { weighed: Weighed; side: Side }) => {
  const { t } = useTranslation('values')
  const { rounds } = useProcess()
  const board = useBoard()
  const { textOf } = useWords()
  const given = weighed.given?.[side.id] ?? null
  if (given === null) return null
  const { reworded, gone, unweighed, ranges } = staleWeights(given, { rounds, board, side: side.id })
  const textsOf = (cards: readonly CriterionId[]) => listed(cards.map(textOf))
  const why = [
    reworded.length > 0 && t('stale.reworded', { criteria: textsOf(reworded) }),
    gone.length > 0 && t('stale.gone', { criteria: textsOf(gone) }),
    unweighed.length > 0 && t('stale.unweighed', { criteria: textsOf(unweighed) }),
    ranges.length > 0 && t('stale.ranges', { criteria: textsOf(ranges.map(({ criterion }) => criterion)) }),
  ].filter(one => one !== false)
  if (why.length === 0) return null
  return (
    <Banner>
      {t('stale.earlier', { side: side.name })} {why.join(' ')}
    </Banner>
  )
}
