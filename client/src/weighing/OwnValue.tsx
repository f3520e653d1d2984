import type { OwnProps } from './kindViews.tsx'
import { useCellWords } from './useCellWords.ts'
import styles from './Weighing.module.css'

/** What no agreement is worth to one's own side, as its members said. */
export const OwnValue = ({ side, own }: OwnProps) => {
  const cell = 'value' in own ? own.value[side.id] : undefined
  const words = useCellWords()({ cell, scale: 'points' })
  return <p className={styles.talkCell}>{words}</p>
}
