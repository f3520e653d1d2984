import { useTranslation } from 'react-i18next'
import styles from './Values.module.css'

/** The mark of a number, or of what rests on one, that comes from incomplete data. */
export const PartMark = () => {
  const { t } = useTranslation('values')
  return (
    <span className={styles.mark} title={t('part.short')}>
      <span aria-hidden="true">*</span>
      <span className="unseen"> ({t('part.short')})</span>
    </span>
  )
}

/** What the mark means, under a table that has one. */
export const PartLegend = () => {
  const { t } = useTranslation('values')
  return <p className={styles.note}>{t('part.legend')}</p>
}
