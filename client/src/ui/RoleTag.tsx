import type { Role, Side } from '@jointly/board'
import styles from './RoleTag.module.css'
import { SideMark } from './SideMark.tsx'

export type RoleTagProps = {
  name: string
  side: Pick<Side, 'name' | 'letter' | 'shape'> | null
  role?: Role | undefined
  system?: boolean
  /** What else is to be said of the author, e.g. "reworded by Ugo", "recorder". */
  note?: React.ReactNode
  size?: number
}

/** Who said it: the side's mark and the name, readable without colour; read out as "Union, Ana, recorder". */
export const RoleTag = ({ name, side, role, system = false, note, size = 20 }: RoleTagProps) => (
  <span className={styles.tag}>
    <SideMark side={side} role={role} system={system} size={size} />
    <span className={styles.words}>
      <span className={styles.name}>{name}</span>
      {note !== undefined && note !== null && <span className={styles.note}>, {note}</span>}
    </span>
  </span>
)
