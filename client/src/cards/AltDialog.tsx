import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { CardDialogProps } from './CardDesk.tsx'
import { MOST_ALT } from './pictures.ts'
import styles from './SourceDialog.module.css'

/** Says what is to be seen in a card's picture, or changes it. No words take the line away. */
export default function AltDialog({ card, onClose }: CardDialogProps) {
  const { t } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const { edits } = useSession()
  const [alt, setAlt] = useState(card.alt ?? '')
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    edits.setAlt(card.id, alt)
    onClose()
  }
  return (
    <Dialog title={t('editAlt')} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <TextField
          label={t('picture.alt')}
          description={t('picture.altHint')}
          value={alt}
          onChange={setAlt}
          maxLength={MOST_ALT}
          autoFocus
        />
        <div className={styles.actions}>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('picture.keepAlt')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
