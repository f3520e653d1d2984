import { useProcess } from '../../session/hooks.ts'
import { SideMark } from '../../ui/SideMark.tsx'
import styles from './Values.module.css'

/** A column for each side, its mark above its name: the digits stand under both. */
export const SideHeads = () => {
  const { sides } = useProcess()
  return sides.map(side => (
    <th key={side.id} scope="col" className={styles.number}>
      <span className={styles.heads}>
        <SideMark side={side} size={18} decorative />
        <span className={styles.sideName}>{side.name}</span>
      </span>
    </th>
  ))
}
