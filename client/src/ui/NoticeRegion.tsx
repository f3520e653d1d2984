import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import styles from './Notices.module.css'
import { type Notice, type NoticeKind, noticeQueue } from './notices.ts'

const ICONS = {
  info: <Info aria-hidden="true" />,
  good: <CircleCheck aria-hidden="true" />,
  bad: <CircleAlert aria-hidden="true" />,
} satisfies Record<NoticeKind, React.ReactNode>

/** The notices that one can act on and put away. F6 goes there and back. */
export default function NoticeRegion() {
  const { t } = useTranslation('common')
  return (
    <ToastRegion queue={noticeQueue} className={classes(styles.region)} aria-label={t('notices')}>
      {({ toast }) => (
        <Toast toast={toast} className={classes(styles.notice, styles[toast.content.kind])}>
          <ToastContent role="presentation" className={classes(styles.content)}>
            {ICONS[toast.content.kind]}
            <Text slot="title" className={classes(styles.message)}>
              {toast.content.message}
            </Text>
          </ToastContent>
          <NoticeAction notice={toast.content} close={() => noticeQueue.close(toast.key)} />
          <IconButton small label={t('dismiss')} onPress={() => noticeQueue.close(toast.key)}>
            <X aria-hidden="true" />
          </IconButton>
        </Toast>
      )}
    </ToastRegion>
  )
}

const NoticeAction = ({ notice: { action }, close }: { notice: Notice; close: () => void }) =>
  action === undefined ? null : (
    <Button
      small
      variant="plain"
      onPress={() => {
        close()
        action.onAction()
      }}
    >
      {action.label}
    </Button>
  )
