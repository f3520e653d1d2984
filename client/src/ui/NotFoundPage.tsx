import { useTranslation } from 'react-i18next'
import { ButtonLink } from './Button.tsx'
import { Page } from './Page.tsx'

/** An address that leads nowhere, with the way on. */
export const NotFoundPage = () => {
  const { t } = useTranslation('common')
  return (
    <Page narrow title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <p>
        <ButtonLink variant="primary" href="/">
          {t('toStart')}
        </ButtonLink>
      </p>
    </Page>
  )
}
