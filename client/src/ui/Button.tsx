import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Link } from 'wouter'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Spinner } from './Loading.tsx'

type Variant = 'primary' | 'quiet' | 'plain' | 'danger'

type Look = {
  /** `primary`: what the reader does next, one in sight; `quiet`: with an edge; `plain`: text; `danger`: cannot be taken back. */
  variant?: Variant
  small?: boolean
  /** Takes the whole width, as on a phone. */
  wide?: boolean
}

const look = ({ variant = 'quiet', small, wide }: Look) =>
  classes(styles.button, styles[variant], small && styles.small, wide && styles.wide)

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> &
  Look & { children: React.ReactNode }

/**
 * A button that says what it does; `isPending` shows that it is being done, keeps the focus and does nothing meanwhile.
 * React Aria's own pending state is not used: it announces itself through an element that names parts which are gone a
 * moment later.
 */
export const Button = ({ variant, small, wide, isPending = false, onPress, children, ...props }: ButtonProps) => (
  <AriaButton
    {...props}
    {...(isPending ? { 'aria-disabled': true } : onPress && { onPress })}
    className={look({ ...(variant && { variant }), ...(small && { small }), ...(wide && { wide }) })}
    data-pending={isPending || undefined}
  >
    {isPending && <Spinner />}
    {children}
  </AriaButton>
)

/** A link to another page that looks like a button. */
export const ButtonLink = ({ href, children, ...shape }: Look & { href: string; children: React.ReactNode }) => (
  <Link href={href} className={look(shape)}>
    {children}
  </Link>
)
