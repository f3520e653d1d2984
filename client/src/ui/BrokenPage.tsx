import { useTranslation } from 'react-i18next'
import styles from './BrokenPage.module.css'
import { Button, ButtonLink } from './Button.tsx'
import { Page } from './Page.tsx'

/** What stands where a page broke: that nothing saved is lost, and two ways on. */
export const BrokenPage = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('common')
  return (
    <Page narrow title={t('broken.title')}>
      <p>{t('broken.text')}</p>
      <div className={styles.ways}>
        <Button variant="primary" onPress={() => location.reload()}>
          {t('broken.reload')}
        </Button>
        <ButtonLink href="/">{t('toStart')}</ButtonLink>
      </div>
      <details>
        <summary>{t('broken.details')}</summary>
        <pre className={styles.details}>{String(error)}</pre>
      </details>
    </Page>
  )
}
