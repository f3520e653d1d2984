import { X } from 'lucide-react'
import { useEffect } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { putAwayNotices } from './notices.ts'

export type DialogProps = {
  title: string
  onClose: () => void
  children: React.ReactNode
  /** Buttons at the foot; the primary one last. They stay in sight while the content scrolls. */
  actions?: React.ReactNode
  wide?: boolean
  /** Long and nothing in it takes the focus: it takes it itself, so that keys scroll it. */
  isRead?: boolean
  /** `alertdialog` asks something that must be answered: pressing beside it does not close it. */
  role?: 'dialog' | 'alertdialog'
}

/** A modal dialog, open as long as it is rendered; Escape and the cross call `onClose`, and the focus goes back. */
export const Dialog = ({ title, onClose, children, actions, wide, isRead, role = 'dialog' }: DialogProps) => {
  const { t } = useTranslation('common')
  useEffect(putAwayNotices, [])
  return (
    <ModalOverlay
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      className={classes(styles.veil)}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog className={classes(styles.dialog)} role={role}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={classes(styles.title)}>
              {title}
            </Heading>
            <IconButton label={t('close')} noTooltip onPress={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </header>
          <div className={styles.content} {...(isRead && { tabIndex: 0 })}>
            {children}
          </div>
          {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
