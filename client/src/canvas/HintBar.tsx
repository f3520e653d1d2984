import { Lock } from 'lucide-react'
import { useReadable } from '../session/hooks.ts'
import { useSurface } from './surfaceContext.ts'
import styles from './Whiteboard.module.css'

/** Why what was just tried cannot be done, beside where one looks and over no tool. */
export const HintBar = () => {
  const hint = useReadable(useSurface().hint)
  return (
    <div role="status">
      {hint !== null && (
        <p className={styles.linkBar}>
          <Lock className={styles.icon} aria-hidden="true" />
          {hint}
        </p>
      )}
    </div>
  )
}
