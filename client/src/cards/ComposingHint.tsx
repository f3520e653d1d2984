import type { CardKind, SideId } from '@jointly/board'
import { useWriters } from '../session/hooks.ts'
import styles from './ComposingHint.module.css'
import { useWritersText } from './writersText.ts'

/** "Ana is writing", where her card will stand. Not what she writes. */
export const ComposingHint = ({ kind, side }: { kind: CardKind; side?: SideId }) => {
  const writersText = useWritersText()
  const writers = useWriters(`composer:${kind}`).filter(writer => side === undefined || writer.side === side)
  return writers.length === 0 ? null : <p className={styles.hint}>{writersText(writers)}</p>
}
