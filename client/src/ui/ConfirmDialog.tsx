import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { useOnce } from './useOnce.ts'

export type ConfirmDialogProps = {
  title: string
  /** What will happen, and to whom. */
  children: React.ReactNode
  /** The verb: "Remove Ana", not "OK". */
  confirm: string
  danger?: boolean
  /** Resolves with null when done, else with a sentence that says why not; the dialog then stays. */
  onConfirm: () => Promise<string | null>
  onClose: () => void
}

/** Asks before something that cannot be taken back, does it once, and says why when it did not happen. */
export const ConfirmDialog = ({ title, children, confirm, danger, onConfirm, onClose }: ConfirmDialogProps) => {
  const { t } = useTranslation('common')
  const [failed, setFailed] = useState<string | null>(null)
  const [act, isPending] = useOnce(async () => {
    setFailed(null)
    const why = await onConfirm()
    if (why === null) onClose()
    else setFailed(why)
  })

  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} isPending={isPending} onPress={act}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {failed !== null && <Banner kind="bad">{failed}</Banner>}
    </Dialog>
  )
}
