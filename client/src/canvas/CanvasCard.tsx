import type { CardId, CardView } from '@jointly/board'
import { memo, Suspense, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../cards/author.ts'
import { useWording } from '../cards/Card.tsx'
import { CardPicture } from '../cards/CardPicture.tsx'
import { CardTag } from '../cards/CardTag.tsx'
import { CardEditor } from '../cards/editor/lazy.tsx'
import { RichText } from '../cards/RichText.tsx'
import { useEdges } from '../cards/useEdges.ts'
import { useCard, usePart, useProcess, useSession } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './CanvasCard.module.css'
import { CardCounts } from './CardCounts.tsx'
import { composeBelow } from './compose.ts'
import { isGroup } from './groups.ts'
import { CORNERS } from './resize.ts'
import { isErased, mayMove } from './rights.ts'
import { useSurface } from './surfaceContext.ts'
import { useCardPlaceName } from './useCardPlaceName.ts'
import { AT } from './wording.ts'

/** One card on the whiteboard, if it is (still) there. */
export const CanvasCard = memo(({ id }: { id: CardId }) => {
  const card = useCard(id)
  if (card === undefined || card.gone) return null
  return isGroup(card) ? <Gathered card={card} /> : <Single card={card} />
})

const Single = ({ card }: { card: CardView }) => <Standing card={card} size={useSize(card)} />

/** A group: a soft ground around what lies in it, with its heading. */
const Gathered = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  // Its size follows from others' places: it is looked at with each new picture.
  const [pictures] = useState(() => ({ get: () => null, subscribe: (see: () => void) => surface.onPaint(see) }))
  const count = usePart(surface.session.view, () => surface.membersOf(card).length)
  const of = (): Sized => {
    const { w, h } = surface.boxOf(card)
    return { w, minHeight: count === 0 ? undefined : h }
  }
  const name = t('groupNamed', { name: useCardPlaceName(card), count })
  return <Standing card={card} size={usePart(pictures, of, sameSize)} name={name} />
}

const Standing = memo(({ card, size, name: given }: { card: CardView; size: Sized; name?: string }) => {
  const { t } = useTranslation('cards')
  const { t: canvas } = useTranslation('canvas')
  const surface = useSurface()
  const session = useSession()
  const process = useProcess()
  const edges = useEdges(card)
  const placeName = useCardPlaceName(card)
  const article = useRef<HTMLElement>(null)
  const { x, y } = surface.boxOf(card)
  const isSelected = usePart(surface.selected, selected => selected.has(card.id))
  const isAlone = usePart(surface.selected, selected => selected.size === 1 && selected.has(card.id))
  const isHeld = usePart(surface.drag, drag => drag?.ids.has(card.id) === true)
  const isAside = usePart(surface.found, found => found !== null && !found.has(card.id))
  const isReached = usePart(surface.pull, pull => pull?.over === card.id)
  const isTabStop = useIsTabStop(card.id)
  const isWorded = useWording(card, AT, article)
  useMeasured(card, article)
  const canMove = mayMove(session, card)
  // A group is as large as what lies in it.
  const canStretch = canMove && !isGroup(card)
  const other = edges[1]

  return (
    <article
      ref={article}
      data-card={card.id}
      id={`card-${card.id}`}
      className={classes(
        styles.card,
        isSelected && styles.selected,
        isHeld && styles.held,
        isReached && styles.reached,
        isAside && styles.aside,
        isWorded && styles.worded,
        other !== undefined && styles.mutual,
        isGroup(card) && styles.group,
        // A finger on a selected card moves the card; elsewhere it moves the picture.
        isSelected && canMove && 'nopan',
        isWorded && 'nopan nowheel',
      )}
      style={{
        ...sideStyle(sideOf(process, card.side)),
        ...(other !== undefined && { '--other-side': sideStyle(other)['--side'] }),
        transform: `translate(${x}px, ${y}px)`,
        width: size.w,
        minHeight: size.minHeight,
      }}
      aria-label={given ?? placeName}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={event => {
        if (event.target === event.currentTarget) surface.focused.set(card.id)
      }}
    >
      <CardPicture card={card} />
      <div className={styles.words}>
        {isWorded ? (
          <Suspense fallback={<RichText nodes={card.body} />}>
            <CardEditor
              key={session.copy.doc.guid}
              id={card.id}
              at={AT}
              kind={card.kind}
              onNext={() => composeBelow(surface, card)}
            />
          </Suspense>
        ) : card.text === '' ? (
          card.image === undefined && (
            <p className={styles.noWords}>{isGroup(card) ? canvas('noHeading') : t('noWords')}</p>
          )
        ) : (
          <RichText nodes={card.body} />
        )}
      </div>
      {card.anchor !== undefined && <p className={styles.source}>{t('anchor', { anchor: card.anchor })}</p>}
      {card.source !== undefined && <p className={styles.source}>{t('source', { source: card.source })}</p>}
      <footer className={styles.foot}>
        <CardTag card={card} />
        <CardCounts card={card} />
      </footer>
      {isAlone && !isWorded && <Grips canStretch={canStretch} canPull={!isErased(session, card)} />}
    </article>
  )
})

/** The dots that pull a connector, and the corners that change the size: for a pointer; each has a command as well. */
const Grips = ({ canStretch, canPull }: { canStretch: boolean; canPull: boolean }) => (
  <>
    {useSession().block.get() === null &&
      canPull &&
      (['top', 'right', 'bottom', 'left'] as const).map(side => (
        <span key={side} className={classes(styles.dot, styles[side], 'nopan')} data-part="dot" />
      ))}
    {canStretch &&
      CORNERS.map(corner => (
        <span key={corner} className={classes(styles.corner, styles[corner], 'nopan')} data-part={corner} />
      ))}
  </>
)

/** Tab goes to one card from outside, and from there through all of them. */
const useIsTabStop = (id: CardId): boolean => {
  const surface = useSurface()
  const is = () => surface.tabStop() === id
  usePart(surface.session.view, is)
  return usePart(surface.focused, is)
}

type Sized = { readonly w: number; readonly minHeight: number | undefined }
const sameSize = (a: Sized, b: Sized) => a.w === b.w && a.minHeight === b.minHeight

/** How large this card is made. Where it is, `CardLayer` says for each frame. */
const useSize = (card: CardView): Sized => {
  const surface = useSurface()
  return usePart(
    surface.resize,
    resize =>
      resize?.id === card.id
        ? { w: resize.box.w, minHeight: resize.box.h }
        : { w: surface.widthOf(card), minHeight: card.size?.h },
    sameSize,
  )
}

/** Tells how large the card came out. Its size does not depend on the zoom, so the observer's own figure is right. */
const useMeasured = (card: CardView, article: React.RefObject<HTMLElement | null>) => {
  const surface = useSurface()
  const now = useRef(card)
  now.current = card
  useLayoutEffect(() => {
    const element = article.current
    if (element === null) return
    const { id } = now.current
    surface.elements.set(id, element)
    const stop = surface.measure(element, size => {
      if (surface.sizes.measure(now.current, size)) surface.repaint()
    })
    return () => {
      if (surface.elements.get(id) === element) surface.elements.delete(id)
      stop()
    }
  }, [surface, article])
}
