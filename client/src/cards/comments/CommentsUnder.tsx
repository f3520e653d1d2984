import type { CommentView } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import styles from './Comments.module.css'
import { Said } from './Said.tsx'

/** What is said about something, as a list below it. */
export const CommentsUnder = ({ comments }: { comments: readonly CommentView[] }) => {
  const { t } = useTranslation('comments')
  return comments.length === 0 ? null : (
    <ul className={`${styles.said} ${styles.under}`} aria-label={t('title')}>
      {comments.map(comment => (
        <Said key={comment.id} comment={comment} />
      ))}
    </ul>
  )
}
