import { classes } from './classes.ts'
import styles from './Logo.module.css'

/** A circle and a square that overlap: two sides, and what they have in common. */
export const Logo = () => (
  <svg className={classes(styles.logo)} viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="11.5" cy="16" r="9" />
    <rect x="12" y="7" width="18" height="18" rx="3" />
  </svg>
)
