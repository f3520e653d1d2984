import type { CriterionId, Row, Weights } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { listed } from '../../ui/listed.ts'
import { Wide } from '../Wide.tsx'
import { arithmeticOf } from './arithmetic.ts'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'

/** A value as a sum of products: what is printed here gives what is printed there. */
export const ArithmeticTable = ({
  caption,
  ...given
}: {
  caption: string
  criteria: readonly CriterionId[]
  weights: Weights
  row: Row
}) => {
  const { t } = useTranslation('values')
  const { textOf, noteOf } = useWords()
  const opened = arithmeticOf(given)
  if (opened === null) return <p>{t('noValue')}</p>
  const { lines, unrated, sum, divisor, value, decimals, bounds } = opened
  return (
    <Wide>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col" className={styles.number}>
              {t('weight')}
            </th>
            <th scope="col" className={styles.number}>
              {t('mean')}
            </th>
            <th scope="col" className={styles.number}>
              {t('product')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ criterion, weight, mean, term }) => (
            <tr key={criterion}>
              <th scope="row" className={styles.words}>
                {textOf(criterion)}
                {noteOf(criterion) !== null && <span className={styles.more}>{noteOf(criterion)}</span>}
              </th>
              <td className={styles.number}>{weight}</td>
              <td className={styles.number}>× {mean}</td>
              <td className={styles.number}>= {term}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('sum')}
            </th>
            <td className={styles.number}>{sum}</td>
          </tr>
          <tr>
            <th scope="row" colSpan={3}>
              {divisor === null ? t('rounds', { count: decimals }) : t('divided', { divisor })}
            </th>
            <td className={styles.number}>{value}</td>
          </tr>
        </tfoot>
      </table>
      {bounds !== null && (
        <p className={styles.note}>{t('incomplete', { criteria: listed(unrated.map(textOf)), sum, ...bounds })}</p>
      )}
    </Wide>
  )
}
