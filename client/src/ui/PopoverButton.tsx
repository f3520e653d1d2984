import { Button, DialogTrigger, Popover } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './PopoverButton.module.css'

export type PopoverButtonProps = {
  /** What it shows or does, in words; its face stands beside them and is part of its name. */
  label: string
  /** What the panel is about. */
  panel: string
  face: React.ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children: React.ReactNode
}

/** A button whose face says something at a glance, and which opens a panel with the whole of it. */
export const PopoverButton = ({ label, panel, face, isOpen, onOpenChange, children }: PopoverButtonProps) => (
  <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
    <Button className={classes(styles.button)}>
      <span className="unseen">{label} </span>
      {face}
    </Button>
    {/* Without a dialog inside, the popover is the dialog. */}
    <Popover className={classes(styles.popover)} placement="bottom end" offset={6} aria-label={panel}>
      {children}
    </Popover>
  </DialogTrigger>
)
