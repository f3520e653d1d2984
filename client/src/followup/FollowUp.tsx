import { useTranslation } from 'react-i18next'
import { Actions } from './Actions.tsx'
import styles from './FollowUp.module.css'
import { Indicators } from './Indicators.tsx'
import { Meetings } from './Meetings.tsx'

/** Who does what, whether it helps, and when everybody looks again. */
export const FollowUp = () => {
  const { t } = useTranslation('followUp')
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <section className={styles.group} aria-label={t('actions.title')}>
          <Actions />
        </section>
        <section className={styles.group} aria-label={t('indicators.title')}>
          <Indicators />
        </section>
      </div>
      <section className={styles.aside} aria-label={t('meetings.title')}>
        <Meetings />
      </section>
    </div>
  )
}
