import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components'
import { classes } from './classes.ts'
import list from './List.module.css'
import styles from './Menu.module.css'

export type MenuProps = {
  /** The button that opens it: a `Button` or an `IconButton`. */
  trigger: React.ReactNode
  /** What the menu is about, for those who do not see where it opened. */
  label: string
  children: React.ReactNode
  placement?: PopoverProps['placement']
}

/** A menu of actions behind a button; arrows, typing ahead and Escape work. */
export const Menu = ({ trigger, label, children, placement = 'bottom end' }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover className={classes(list.popover, styles.popover)} placement={placement} offset={4}>
      <AriaMenu className={classes(styles.menu)} aria-label={label}>
        {children}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)

export type MenuItemProps = {
  /** Its words; also what typing ahead finds. */
  label: string
  /** Of the label, when it is not in the language of the page. */
  lang?: string
  onAction: () => void
  icon?: React.ReactNode
  /** A second line, or the key that does the same. */
  description?: string
  hint?: string
  danger?: boolean
  isDisabled?: boolean
}

/** One action of a `Menu`. */
export const MenuItem = ({
  label,
  lang,
  onAction,
  icon,
  description,
  hint,
  danger,
  isDisabled = false,
}: MenuItemProps) => (
  <AriaMenuItem
    className={classes(list.item, danger && styles.danger)}
    textValue={label}
    onAction={onAction}
    isDisabled={isDisabled}
  >
    {icon !== undefined && <span className={styles.icon}>{icon}</span>}
    <span className={styles.words} lang={lang}>
      {label}
      {description !== undefined && <span className={styles.description}>{description}</span>}
    </span>
    {hint !== undefined && <kbd className={styles.hint}>{hint}</kbd>}
  </AriaMenuItem>
)

/** A named group of items in a `Menu`. */
export const MenuSection = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <AriaMenuSection>
    <Header className={classes(styles.heading)}>{title}</Header>
    {children}
  </AriaMenuSection>
)

/** A line between groups of items in a `Menu`. */
export const MenuLine = () => <Separator className={classes(styles.line)} />
