import { openComments, type Topic } from '@jointly/board'
import { MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePart, useSession } from '../../session/hooks.ts'
import styles from './CommentCount.module.css'
import { talk } from './talk.ts'

export const useCommentCount = (about: Topic): number =>
  usePart(useSession().view, view => openComments(view).get(about) ?? 0)

/** How much is said about something, and the way to it; nothing where nobody has said anything. */
export const CommentCount = ({ about }: { about: Topic }) => {
  const { t } = useTranslation('cards')
  const count = useCommentCount(about)
  return count === 0 ? null : (
    <button
      type="button"
      className={styles.count}
      aria-label={t('commentCount', { count })}
      onClick={() => talk.set({ about })}
    >
      <MessageSquare aria-hidden="true" />
      {count}
    </button>
  )
}
