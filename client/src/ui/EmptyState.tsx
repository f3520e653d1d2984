import { useTranslation } from 'react-i18next'
import styles from './EmptyState.module.css'

export type EmptyStateProps = {
  /** What this place is for. */
  purpose: string
  /** What the method asks for here. */
  rule?: string
  /** One real example, in somebody's words. */
  example?: string
  /** The first thing to do. */
  children?: React.ReactNode
}

/** An empty place that teaches its step: purpose, rule, one real example. */
export const EmptyState = ({ purpose, rule, example, children }: EmptyStateProps) => {
  const { t } = useTranslation('common')
  return (
    <div className={styles.empty}>
      <p className={styles.purpose}>{purpose}</p>
      {rule !== undefined && <p className={styles.rule}>{rule}</p>}
      {example !== undefined && (
        <figure className={styles.example}>
          <figcaption>{t('forExample')}</figcaption>
          <blockquote className={styles.words}>{example}</blockquote>
        </figure>
      )}
      {children !== undefined && <div className={styles.action}>{children}</div>}
    </div>
  )
}
