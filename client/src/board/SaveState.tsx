import { Check, CloudOff, LoaderCircle, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSaveState } from '../session/hooks.ts'
import type { SaveState as State } from '../session/saved.ts'
import { classes } from '../ui/classes.ts'
import styles from './SaveState.module.css'

const ICONS = {
  connecting: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  offline: CloudOff,
  refused: TriangleAlert,
} as const satisfies Record<State['is'], LucideIcon>

/** Whether what one wrote lies on the server's disk. "Saved" is said of nothing less. */
export const SaveState = () => {
  const { t } = useTranslation('board')
  const state = useSaveState()
  const Icon = ICONS[state.is]
  const words =
    state.is === 'offline' && state.waiting > 0
      ? t('save.offlineWaiting', { count: state.waiting })
      : t(`save.${state.is}`)
  return (
    <span
      className={classes(styles.state, styles[state.is])}
      data-save-state={state.is}
      title={t(`save.hint.${state.is}`)}
    >
      <Icon className={classes(styles.icon)} aria-hidden="true" />
      <span className={styles.words}>{words}</span>
    </span>
  )
}
