import type { Step } from '@jointly/board'
import { useStepTitle } from '../ui/stepTitle.ts'
import styles from './Steps.module.css'

/** The steps of a process, one after the other. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => {
  const titleOf = useStepTitle()
  return (
    <ol className={styles.steps}>
      {steps.map((step, i) => (
        <li key={step.id}>
          <span className={styles.number} aria-hidden="true">
            {i + 1}
          </span>
          {titleOf(step)}
        </li>
      ))}
    </ol>
  )
}
