import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { CardDialogProps } from './CardDesk.tsx'
import styles from './SourceDialog.module.css'

const MOST = 300

/** Says where a fact comes from, or changes it. An empty source takes the line away. */
export default function SourceDialog({ card, onClose }: CardDialogProps) {
  const { t } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const { edits } = useSession()
  const [source, setSource] = useState(card.source ?? '')
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    edits.setSource(card.id, source)
    onClose()
  }
  return (
    <Dialog title={t(card.source === undefined ? 'addSource' : 'editSource')} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <p className={styles.words}>{card.text}</p>
        <TextField
          label={t('sourceLabel')}
          description={t('sourceHint')}
          value={source}
          onChange={setSource}
          maxLength={MOST}
          autoFocus
        />
        <div className={styles.actions}>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('saveSource')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
