import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlock, useMayDo, useSession } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { NO_DRAFT, useDraft } from '../draft.ts'
import styles from './Comments.module.css'
import { type Talk, talk } from './talk.ts'

/** Where a comment is written. It stands with the others when it is posted; what was typed and not posted waits here. */
export const CommentComposer = ({ about, passage }: Talk) => {
  const { t } = useTranslation('comments')
  const { t: cards } = useTranslation('cards')
  const { t: refusals } = useTranslation('refusals')
  const { edits } = useSession()
  const block = useBlock()
  const may = useMayDo({ act: 'make card', kind: 'note', about })
  const [draft, change] = useDraft(`about:${about}`)
  const [told, setTold] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  if (block !== null) return <p className={styles.blocked}>{refusals(`block.${block}`)}</p>
  // Whoever writes here may say something of all that is there but what was erased.
  if (!may) return <Erased typed={draft.text} />

  const post = () => {
    const text = draft.text.trim()
    field.current?.focus()
    if (text === '') return setTold(cards('composer.empty'))
    // What cannot be said now stays in the field; the reason is told where every refused edit tells it.
    if (edits.comment({ about, passage, text }) === null) return
    change(NO_DRAFT)
    setTold(t('posted'))
  }
  return (
    <form
      className={styles.composer}
      onSubmit={event => {
        event.preventDefault()
        post()
      }}
    >
      {passage !== undefined && <blockquote className="unseen">{passage.quote}</blockquote>}
      <textarea
        ref={field}
        className={styles.field}
        aria-label={t(passage === undefined ? 'label' : 'labelPassage')}
        placeholder={t('placeholder')}
        rows={2}
        enterKeyHint="send"
        value={draft.text}
        onChange={event => {
          change({ text: event.target.value })
          setTold('')
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            post()
          } else if (event.key === 'Escape') {
            // What was typed stays as a draft.
            event.stopPropagation()
            talk.set(null)
          }
        }}
      />
      <div className={styles.foot}>
        <span className={styles.keys}>{told === cards('composer.empty') ? told : cards('composer.keys')}</span>
        <Button type="submit" variant="primary" small>
          {cards('composer.post')}
        </Button>
      </div>
      <p className="unseen" role="status">
        {told}
      </p>
    </form>
  )
}

/** Nothing more is said about it; what was typed before and not posted can still be copied. */
const Erased = ({ typed }: { typed: string }) => {
  const { t } = useTranslation('refusals')
  return (
    <>
      <p className={styles.blocked}>{t('copy.card_erased')}</p>
      {typed.trim() !== '' && <p className={styles.typed}>{typed}</p>}
    </>
  )
}
