import {
  type CardId,
  type CommentView,
  erasureOf,
  isJointText,
  isSamePassage,
  type JointText,
  type Passage,
  type Thread,
  threadsOn,
} from '@jointly/board'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useCard, useProcess } from '../../session/hooks.ts'
import { usePassages } from '../../session/passages.ts'
import { Button } from '../../ui/Button.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { excerpt } from '../excerpt.ts'
import { CommentComposer } from './CommentComposer.tsx'
import styles from './Comments.module.css'
import { Said } from './Said.tsx'
import { type Talk, talk } from './talk.ts'
import { useSaid } from './useSaid.ts'

const close = () => talk.set(null)

/** What is said about one thing, beside the board; on a phone a sheet from below. Escape closes it. */
export const CommentsPanel = ({ of }: { of: Talk }) => {
  const { t } = useTranslation('comments')
  const board = useBoard()
  useFocusGivenBack(of)
  const { about, passage } = of
  const all = threadsOn(board, about)
  const one =
    passage && (all.find(thread => isSamePassage(thread.passage, passage)) ?? { about, passage, comments: [] })
  const shown = one === undefined ? all : [one]
  const elsewhere = all.length - shown.filter(({ comments }) => comments.length > 0).length
  return (
    <SidePanel
      className={styles.panel}
      label={t('title')}
      closeLabel={t('close')}
      onClose={close}
      data-comments
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        close()
      }}
    >
      <p className={styles.about}>{isJointText(about) ? t(`on.${about}`) : <WordsOf card={about} />}</p>
      <div className={styles.threads}>
        {shown.map(thread => (
          <ThreadView
            key={thread.passage === undefined ? 'all' : JSON.stringify(thread.passage.from)}
            thread={thread}
            isOneOfMany={one === undefined && isJointText(about)}
          />
        ))}
        {shown.length === 0 && <p className={styles.none}>{t('none')}</p>}
      </div>
      {one !== undefined && elsewhere > 0 && (
        <Button small variant="plain" onPress={() => talk.set({ about })}>
          {t('all', { count: all.length })}
        </Button>
      )}
      <CommentComposer key={`${about} ${passage?.quote ?? ''}`} about={about} passage={passage} />
    </SidePanel>
  )
}

const WordsOf = ({ card: id }: { card: CardId }) => {
  const { t } = useTranslation('comments')
  const card = useCard(id)
  const isErased = erasureOf(useProcess(), id) !== undefined
  return isErased ? t('onErased') : excerpt(card?.text ?? t('onNothing'), 140)
}

type ThreadViewProps = { thread: Thread; isOneOfMany: boolean }

const ThreadView = ({ thread, isOneOfMany }: ThreadViewProps) => {
  const { t } = useTranslation('comments')
  const { about, passage, comments } = thread
  const said = useSaid()
  const settled = comments.filter(({ gone }) => gone)
  const items = (of: readonly CommentView[]) => (
    <ul className={styles.said}>
      {of.map(comment => (
        <Said key={comment.id} comment={comment} at={said.get(comment.id)} />
      ))}
    </ul>
  )
  return (
    <div className={styles.thread}>
      {passage !== undefined && isJointText(about) && <Quote text={about} passage={passage} />}
      {items(comments.filter(({ gone }) => !gone))}
      {settled.length > 0 && (
        <details className={styles.settled}>
          <summary>{t('settledCount', { count: settled.length })}</summary>
          {items(settled)}
        </details>
      )}
      {isOneOfMany && passage !== undefined && (
        <Button small variant="plain" onPress={() => talk.set({ about, passage })}>
          {t('answer')}
        </Button>
      )}
    </div>
  )
}

/** The words that it is on, as they were; where they are gone from the text it says so. */
const Quote = ({ text, passage }: { text: JointText; passage: Passage }) => {
  const { t } = useTranslation('comments')
  const isLost = usePassages(text).some(one => one.span === null && isSamePassage(one.passage, passage))
  return (
    <>
      <blockquote className={styles.quote}>{passage.quote}</blockquote>
      {isLost && <p className={styles.lost}>{t('lost')}</p>}
    </>
  )
}

/** Whoever closes it goes on from where they opened it, or at what it was about. */
const useFocusGivenBack = ({ about }: Talk) => {
  // As it is drawn first: by the time of an effect the field below has the focus.
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        const there =
          from?.isConnected && from !== document.body ? from : document.querySelector(`[data-card="${about}"]`)
        if (there instanceof HTMLElement) there.focus()
      })
    },
    [from, about],
  )
}
