import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { useRequest } from '../ui/useRequest.ts'
import styles from './PeoplePanel.module.css'

/** A link for oneself: the same person again on another device, weeks later. */
export const ReturnLink = () => {
  const { t } = useTranslation('people')
  const { opened, id } = useSession()
  const [url, setUrl] = useState<string | null>(null)
  const [make, isPending] = useRequest(async () =>
    setUrl((await call('returnLink', { params: { id: opened.team.id, mid: id }, as: id })).url),
  )
  return (
    <section className={styles.back} aria-label={t('returnLink')}>
      <p className={styles.note}>{t('returnHint')}</p>
      {url === null ? (
        <span>
          <Button small isPending={isPending} onPress={make}>
            {t('returnMake')}
          </Button>
        </span>
      ) : (
        <CopyField label={t('returnField')} value={url} />
      )}
    </section>
  )
}
