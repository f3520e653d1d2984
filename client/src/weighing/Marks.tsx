import type { Side } from '@jointly/board'
import { MARKS } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './Matrix.module.css'

/** One mark an answer in the side's own shape, filled from below as far as the points go; read out in words beside it. */
export const Marks = ({ side, marks }: { side: Side; marks: readonly number[] }) => (
  <span className={styles.marks} style={sideStyle(side)} aria-hidden="true">
    {marks.map((points, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: marks have no name and their order is their only difference
      <svg key={i} viewBox="-1 -1 26 26" className={styles.mark} aria-hidden="true">
        <path className={styles.outline} d={MARKS[side.shape].path} />
        <path
          className={styles.fill}
          d={MARKS[side.shape].path}
          style={{ clipPath: `inset(${100 - points}% 0 0 0)` }}
        />
      </svg>
    ))}
  </span>
)
