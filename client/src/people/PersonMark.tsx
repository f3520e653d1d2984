import type { Side } from '@jointly/board'
import { classes } from '../ui/classes.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import { initials } from './initials.ts'
import styles from './PersonMark.module.css'

export type PersonMarkProps = { name: string; side: Side | null; isAway?: boolean }

/** A person as initials in their side's shape and colour; the name stands beside it or is its title. */
export const PersonMark = ({ name, side, isAway = false }: PersonMarkProps) => (
  <span
    className={classes(styles.mark, side !== null && styles[side.shape], isAway && styles.away)}
    style={sideStyle(side)}
  >
    {initials(name)}
  </span>
)
