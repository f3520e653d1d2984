import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { forgetEverybody } from '../session/forget.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'
import styles from './SignOut.module.css'

/** Makes this browser forget who one is, after saying what that costs: without a link there is no way back in. */
export const SignOut = ({ onDone }: { onDone: () => Promise<void> }) => {
  const { t } = useTranslation('home')
  const [asking, setAsking] = useState(false)

  const signOut = async () => {
    try {
      await call('signOut')
    } catch (error) {
      return problemSentence(error)
    }
    const isForgotten = await forgetEverybody()
    await onDone()
    if (isForgotten) notify(t('signOut.done'))
    else notify(t('signOut.copyLeft'), { kind: 'bad' })
    return null
  }

  return (
    <div className={styles.out}>
      <Button variant="plain" onPress={() => setAsking(true)}>
        {t('signOut.open')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('signOut.title')}
          confirm={t('signOut.confirm')}
          danger
          onConfirm={signOut}
          onClose={() => setAsking(false)}
        >
          <p>{t('signOut.text')}</p>
          <p>{t('signOut.first')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
