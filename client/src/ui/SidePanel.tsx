import { X } from 'lucide-react'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import styles from './SidePanel.module.css'

export type SidePanelProps = Omit<React.ComponentProps<'section'>, 'title' | 'aria-label'> & {
  /** Its accessible name, and its heading where that says no more. */
  label: string
  title?: React.ReactNode
  /** What closing it is called. */
  closeLabel: string
  onClose: () => void
}

/** What stands beside the board, and on a phone is a sheet from below; where exactly is its user's. */
export const SidePanel = ({
  label,
  title = label,
  closeLabel,
  onClose,
  className,
  children,
  ...rest
}: SidePanelProps) => (
  <section {...rest} className={classes(styles.panel, className)} aria-label={label}>
    <header className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      <IconButton label={closeLabel} noTooltip onPress={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </header>
    {children}
  </section>
)
