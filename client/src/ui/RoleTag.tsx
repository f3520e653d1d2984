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

/**
 * Who said it: the side's mark and the name, readable without colour; read out as "Union, Ana, recorder". What the server
 * wrote for a side bears the side's mark: its edge alone would tell the side by colour alone.
 */
export const RoleTag = ({ name, side, role, system = false, note, size = 20 }: RoleTagProps) => (
  <span className={styles.tag}>
    <SideMark side={side} role={role} system={system && side === null} size={size} />
    <span className={styles.words}>
      <span className={styles.name}>{name}</span>
      {note !== undefined && note !== null && <span className={styles.note}>, {note}</span>}
    </span>
  </span>
)
