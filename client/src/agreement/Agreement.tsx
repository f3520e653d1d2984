import styles from './Agreement.module.css'
import { Clauses } from './Clauses.tsx'
import { Ratification } from './Ratification.tsx'
import { Signing } from './Signing.tsx'

/** What becomes of the text: who is to sign it and has, and how each body voted. */
export const Agreement = () => (
  <div className={styles.column}>
    <Signing />
    <Ratification />
    <Clauses />
  </div>
)
