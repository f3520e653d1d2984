import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './LineDialog.module.css'

const MOST = 300

type LineDialogProps = {
  title: string
  /** The card's own words, where the line is about them. */
  words?: string
  label: string
  hint: string
  keep: string
  value: string | undefined
  most?: number
  onKeep: (line: string) => void
  onClose: () => void
}

/** One line that stands below a card's words. An empty one takes it away. */
export const LineDialog = ({
  title,
  words,
  label,
  hint,
  keep,
  value,
  most = MOST,
  onKeep,
  onClose,
}: LineDialogProps) => {
  const { t: common } = useTranslation('common')
  const [line, setLine] = useState(value ?? '')
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    onKeep(line)
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        {words !== undefined && <p className={styles.words}>{words}</p>}
        <TextField label={label} description={hint} value={line} onChange={setLine} maxLength={most} autoFocus />
        <div className={styles.actions}>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary">
            {keep}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
