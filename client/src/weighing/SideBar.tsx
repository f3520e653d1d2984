import type { Side } from '@jointly/board'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './SideBar.module.css'

/** As long as a share of its track is large, in the side's colour and pattern; of nothing there is none. */
export const SideBar = ({ side, share }: { side: Side; share: number }) =>
  share > 0 && (
    <span
      className={styles.bar}
      style={{ ...sideStyle(side), inlineSize: `${100 * share}%` }}
      data-shape={side.shape}
      aria-hidden="true"
    />
  )
