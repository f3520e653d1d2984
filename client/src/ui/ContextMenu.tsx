import { Menu as AriaMenu, Popover } from 'react-aria-components'
import { classes } from './classes.ts'
import list from './List.module.css'
import styles from './Menu.module.css'

export type ContextMenuProps = {
  /** What it is about. */
  label: string
  /** The element it belongs to and gives the focus back to. */
  element: Element
  /** Where on the screen it was asked for, if a pointer asked. */
  point?: { readonly x: number; readonly y: number } | undefined
  onClose: () => void
  children: React.ReactNode
}

/** A menu that no button of its own opened: by right-click, long press or a key. Open as long as it is rendered. */
export const ContextMenu = ({ label, element, point, onClose, children }: ContextMenuProps) => (
  <Popover
    isOpen
    onOpenChange={open => {
      if (!open) onClose()
    }}
    className={classes(list.popover, styles.popover)}
    aria-label={label}
    placement={point === undefined ? 'bottom end' : 'bottom start'}
    offset={4}
    triggerRef={{ current: element }}
    {...(point !== undefined && { getTargetRect: () => new DOMRect(point.x, point.y, 0, 0) })}
  >
    <AriaMenu className={classes(styles.menu)} aria-label={label} autoFocus="first" onClose={onClose}>
      {children}
    </AriaMenu>
  </Popover>
)
