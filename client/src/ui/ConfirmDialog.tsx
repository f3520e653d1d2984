import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

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
  const [state, setState] = useState<{ pending: boolean; failed: string | null }>({ pending: false, failed: null })

  const act = async () => {
    setState({ pending: true, failed: null })
    const failed = await onConfirm()
    if (failed === null) onClose()
    else setState({ pending: false, failed })
  }

  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} isPending={state.pending} onPress={act}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {state.failed !== null && <Banner kind="bad">{state.failed}</Banner>}
    </Dialog>
  )
}
