import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/language.ts'
import { call } from '../session/api.ts'
import { useSession } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { useRequest } from '../ui/useRequest.ts'
import styles from './FollowUp.module.css'

/** A link that a calendar asks again and again. It is a key, so it is made only on request, shown once and can be ended. */
export const CalendarDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('followUp')
  const { opened, id } = useSession()
  const language = useLanguage()
  const [url, setUrl] = useState<string | null>(null)
  const at = { params: { id: opened.board.id }, as: id }
  const [make, making] = useRequest(async () => setUrl((await call('subscribe', { ...at, body: { language } })).url))
  const [end, ending] = useRequest(async () => {
    await call('unsubscribe', at)
    setUrl(null)
    notify(t('calendar.ended'), { kind: 'good' })
  })
  return (
    <Dialog
      title={t('calendar.title')}
      onClose={onClose}
      actions={
        <>
          <Button isPending={ending} onPress={end}>
            {t('calendar.end')}
          </Button>
          {url === null && (
            <Button variant="primary" isPending={making} onPress={make}>
              {t('calendar.make')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('calendar.text')}</p>
      {url === null ? (
        <p className={styles.note}>{t('calendar.ends')}</p>
      ) : (
        <>
          <CopyField label={t('calendar.link')} value={url} autoFocus />
          <Banner>{t('calendar.key')}</Banner>
        </>
      )}
    </Dialog>
  )
}
