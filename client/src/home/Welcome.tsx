import { useTranslation } from 'react-i18next'
import { Glimpse } from './Glimpse.tsx'
import styles from './Welcome.module.css'

/** For somebody whom this browser does not know: what it is in three lines, and the two ways in. */
export const Welcome = ({ start }: { start: React.ReactNode }) => {
  const { t } = useTranslation('home')
  return (
    <div className={styles.welcome}>
      <div className={styles.intro}>
        <p>{t('intro.what')}</p>
        <p>{t('intro.how')}</p>
        <p>{t('intro.safe')}</p>
      </div>
      <Glimpse />
      <div>{start}</div>
      <section className={styles.invited}>
        <h2>{t('invited')}</h2>
        <p>{t('openLink')}</p>
      </section>
    </div>
  )
}
