import { type CommentView, erasureOf, mayPutAway } from '@jointly/board'
import { Check, PenLine, RotateCcw } from 'lucide-react'
import { Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlock, useMayDo, useMe, useProcess, useSession } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { useWording } from '../Card.tsx'
import { CardTag } from '../CardTag.tsx'
import { ErasureNote } from '../Erasure.tsx'
import { CardEditor } from '../editor/lazy.tsx'
import { RichText } from '../RichText.tsx'
import { useCardName } from '../useCardName.ts'
import styles from './Comments.module.css'

/** The name of this place for the session: a comment is worded here. */
const AT = 'comments'

/** One comment: who, when, the words, and for those who may: changing them, settling it, bringing it back. */
export const Said = ({ comment, at }: { comment: CommentView; at?: string | undefined }) => {
  const { t } = useTranslation('comments')
  const session = useSession()
  const me = useMe()
  const isBlocked = useBlock() !== null
  const name = useCardName(comment)
  const article = useRef<HTMLElement>(null)
  const isWorded = useWording(comment, AT, article)
  const isErased = erasureOf(useProcess(), comment.id) !== undefined
  const mayWord = useMayDo({ act: 'word card', card: comment, id: comment.id }) && !isBlocked && !isErased
  const maySettle = !isBlocked && mayPutAway(me, comment)
  return (
    <li>
      <article
        ref={article}
        className={classes(styles.comment, comment.gone && styles.away)}
        aria-label={name}
        tabIndex={-1}
      >
        <p className={styles.who}>
          <CardTag card={{ ...comment, gone: undefined }} />
          {at !== undefined && (
            <span className={styles.when}>
              <RelativeTime at={at} />
            </span>
          )}
        </p>
        {isWorded ? (
          <Suspense fallback={<RichText nodes={comment.body} />}>
            <CardEditor
              key={session.copy.doc.guid}
              id={comment.id}
              at={AT}
              kind={comment.kind}
              onNext={() => article.current?.focus()}
            />
          </Suspense>
        ) : (
          <RichText nodes={comment.body} />
        )}
        <ErasureNote card={comment} />
        {!isWorded && (mayWord || maySettle) && (
          <p className={styles.actions}>
            {mayWord && !comment.gone && (
              <Button small variant="plain" onPress={() => session.startWording({ id: comment.id, at: AT })}>
                <PenLine aria-hidden="true" />
                {t('edit')}
              </Button>
            )}
            {maySettle && (
              <Button
                small
                variant="plain"
                onPress={() => session.edits[comment.gone ? 'bringBack' : 'putAway'](comment.id)}
              >
                {comment.gone ? <RotateCcw aria-hidden="true" /> : <Check aria-hidden="true" />}
                {t(comment.gone ? 'reopen' : 'settle')}
              </Button>
            )}
          </p>
        )}
      </article>
    </li>
  )
}
