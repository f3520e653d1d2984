import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './IconButton.module.css'

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** What it does, in words: its accessible name and its tooltip. */
  label: string
  /** Shown beside the label in the tooltip, e.g. a key. */
  hint?: string
  small?: boolean
  /** Where everybody knows the icon: a cross that closes. An open tooltip would take the Escape meant for the dialog. */
  noTooltip?: boolean
  children: React.ReactNode
}

/** A button with an icon alone; its label is read out, and shown on hover and focus. */
export const IconButton = ({ label, hint, small, noTooltip = false, children, ...props }: IconButtonProps) => (
  <TooltipTrigger delay={500} isDisabled={noTooltip}>
    <AriaButton {...props} aria-label={label} className={classes(styles.button, small && styles.small)}>
      {children}
    </AriaButton>
    <Tooltip className={classes(styles.tooltip)} offset={6}>
      {label}
      {hint !== undefined && <kbd className={styles.hint}>{hint}</kbd>}
    </Tooltip>
  </TooltipTrigger>
)
