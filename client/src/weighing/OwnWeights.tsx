import { printed, rounded, type ShownCell } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../session/hooks.ts'
import type { OwnProps } from './kindViews.tsx'
import styles from './Numbers.module.css'
import { Wide } from './Wide.tsx'

/** The decimals of a weight on the screen; where arithmetic needs more of them it prints more. */
export const WEIGHT_DECIMALS = 3

/** One's own side's weights, with how far its members lie apart, and where names are shown who gave what. */
export const OwnWeights = ({ round, side, own }: OwnProps) => {
  const { t } = useTranslation('weighing')
  const view = useBoard()
  const { members } = useProcess()
  if (!('weights' in own)) return null
  const { people = [] } = own
  return (
    <Wide>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('weights.criterion')}</th>
            <th scope="col">{t('weights.weight')}</th>
            {people.map(({ member }) => (
              <th key={member} scope="col">
                {members.get(member)?.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {round.subject.criteria.map(({ id }) => (
            <tr key={id}>
              <th scope="row" className={styles.words}>
                {view.card(id)?.text}
              </th>
              <td>
                <WeightCell cell={own.weights[id]?.[side.id]} />
              </td>
              {people.map(({ member, weights }) => (
                <td key={member}>{printed(weights[id] ?? 0, WEIGHT_DECIMALS)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

const WeightCell = ({ cell }: { cell: ShownCell | undefined }) => {
  const { t } = useTranslation('weighing')
  if (cell === undefined) return t('result.nobody')
  if ('hidden' in cell) return t('result.few', { count: cell.answered })
  if (cell.mean === null) return t('result.nobody')
  const spread = cell.spread !== null && rounded(cell.spread, WEIGHT_DECIMALS) > 0
  return (
    <>
      {printed(cell.mean, WEIGHT_DECIMALS)}
      {spread && (
        <span className={styles.more}>
          {t('weights.spread', { spread: printed(cell.spread ?? 0, WEIGHT_DECIMALS) })}
        </span>
      )}
    </>
  )
}
