import type { Step } from '@jointly/board'
import styles from './Steps.module.css'

/** The steps of a process, one after the other. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ol className={styles.steps}>
    {steps.map((step, i) => (
      <li key={step.id}>
        <span className={styles.number} aria-hidden="true">
          {i + 1}
        </span>
        {step.title}
      </li>
    ))}
  </ol>
)
