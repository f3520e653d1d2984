import { type CardView, erasureOf } from '@jointly/board'
import { Ellipsis } from 'lucide-react'
import { memo, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { letterKeys } from '../commands/letterKeys.ts'
import { useBlock, useMayDo, useProcess, useSession, useWordingHere } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { keysOf } from '../ui/keys.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import { actionForKey, mayWordNow } from './actions.ts'
import { sideOf } from './author.ts'
import styles from './Card.module.css'
import { useCardDesk } from './CardDesk.tsx'
import { CardPicture } from './CardPicture.tsx'
import { CardTag } from './CardTag.tsx'
import { viewOf } from './cardViews.ts'
import { CommentCount } from './comments/CommentCount.tsx'
import { ErasureNote } from './Erasure.tsx'
import { CardEditor } from './editor/lazy.tsx'
import { keepPlace } from './keepPlace.ts'
import { RichText } from './RichText.tsx'
import { useCardName } from './useCardName.ts'
import { useEdges } from './useEdges.ts'
import { useLongPress } from './useLongPress.ts'

export type CardProps = {
  card: CardView
  /** Which of the places that show this card this is; an editor stands in one of them. */
  at: string
  /** The place that an address of this card leads to; one per screen. */
  anchor?: boolean
}

/** One statement: its words, who says them, and what others say to it. Drawn again only when this card changes. */
export const Card = memo(({ card, at, anchor = true }: CardProps) => {
  const { t } = useTranslation('cards')
  const session = useSession()
  const desk = useCardDesk()
  const name = useCardName(card)
  const process = useProcess()
  const edges = useEdges(card)
  const isErased = erasureOf(process, card.id) !== undefined
  const article = useRef<HTMLElement>(null)
  const isWorded = useWording(card, at, article)
  const { Foot, Beside } = viewOf(card.kind)

  const openMenu = (element: Element, point?: { x: number; y: number }) =>
    desk.openMenu({ card: card.id, at, element, ...(point && { point }) })
  const longPress = useLongPress(point => article.current && openMenu(article.current, point))

  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    const keys = keysOf(event)
    const action = keys.length === 1 && !letterKeys.get() ? undefined : actionForKey(keys, card, desk)
    if (action !== undefined) {
      const goOn = keepPlace(event.currentTarget)
      action.run(card, desk, at)
      goOn()
    } else if (keys === 'Shift+F10' || keys === 'ContextMenu') openMenu(event.currentTarget)
    else return
    event.preventDefault()
  }

  return (
    <article
      ref={article}
      {...(anchor && { id: `card-${card.id}` })}
      data-card={card.id}
      data-at={at}
      className={classes(styles.card, card.gone && styles.away, edges.length > 1 && styles.mutual)}
      style={{ ...sideStyle(sideOf(process, card.side)), ...edgeStyle(edges) }}
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab walks the cards in reading order
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={event => {
        if (isOnWords(event.target) && mayWordNow(card, desk)) desk.startWording(card, at)
      }}
      onContextMenu={event => {
        if (isWorded || isOnWords(event.target) === false) return
        event.preventDefault()
        // A key asks at 0,0.
        openMenu(event.currentTarget, event.button === 2 ? { x: event.clientX, y: event.clientY } : undefined)
      }}
      {...longPress}
    >
      <CardPicture card={card} />
      <div className={styles.words}>
        {isWorded ? (
          <Suspense fallback={<RichText nodes={card.body} />}>
            <CardEditor key={session.copy.doc.guid} id={card.id} at={at} kind={card.kind} />
          </Suspense>
        ) : card.text === '' ? (
          card.image === undefined && !isErased && <p className={styles.noWords}>{t('noWords')}</p>
        ) : (
          <RichText nodes={card.body} />
        )}
        <ErasureNote card={card} />
      </div>
      <footer className={styles.foot}>
        <CardTag card={card} />
        {!card.gone && <CommentCount about={card.id} />}
        {Foot !== null && !card.gone && !isErased && <Foot card={card} />}
      </footer>
      {Beside !== null && !card.gone && !isErased && (
        <div className={styles.beside}>
          <Beside card={card} />
        </div>
      )}
      <button
        type="button"
        className={styles.more}
        aria-label={t('menu')}
        aria-haspopup="menu"
        onClick={event => openMenu(event.currentTarget)}
      >
        <Ellipsis aria-hidden="true" />
      </button>
    </article>
  )
})

const isOnWords = (target: EventTarget): boolean =>
  !(target instanceof Element) || target.closest('button, a, input, [contenteditable=true]') === null

/** A mutual interest has an edge from each side. */
const edgeStyle = (edges: ReturnType<typeof useEdges>) => {
  const other = edges[1]
  return other === undefined ? {} : { '--other-side': sideStyle(other)['--side'] }
}

/**
 * Whether an editor stands in this place now. It closes when the card is put away or the right to word it goes (the
 * words typed so far are in the document), and gives the focus back to the card.
 */
export const useWording = (card: CardView, at: string, article: React.RefObject<HTMLElement | null>): boolean => {
  const session = useSession()
  const isMine = useWordingHere(card.id, at)
  const block = useBlock()
  const may = useMayDo({ act: 'word card', card, id: card.id }) && block === null && !card.gone
  const was = useRef(false)
  useEffect(() => {
    if (isMine && !may) session.stopWording()
    if (was.current && !isMine && document.activeElement === document.body) article.current?.focus()
    was.current = isMine
  }, [isMine, may, session, article])
  return isMine && may
}
