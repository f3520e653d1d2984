import type { FrameView } from '@jointly/board'
import { Lock } from 'lucide-react'
import { memo, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sameItems, useBlock, usePart, useReadable, useSession } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { sameBox } from './box.ts'
import { countsHeld } from './carried.ts'
import styles from './FrameLayer.module.css'
import { elementOf } from './focus.ts'
import { CORNERS } from './resize.ts'
import { mayMove } from './rights.ts'
import { useSurface } from './surfaceContext.ts'
import { isFrame, largeFirst } from './thing.ts'
import { bringTitleIntoSight } from './wording.ts'

/** A title is read from afar: it shrinks less than the board does. */
const TITLE = { least: 1, most: 5 }

/** All frames, the large ones below the small ones. */
export const FrameLayer = () => {
  const surface = useSurface()
  const frames = usePart(useSession().view, ({ marks }) => marks.filter(isFrame).sort(largeFirst), sameItems)
  // In steps, so that a zoom does not lay every title out anew with each frame.
  const px = usePart(surface.camera, ({ zoom }) => Math.round(8 / zoom) / 8)
  const scale = Math.min(TITLE.most, Math.max(TITLE.least, px * 0.9))
  return (
    <div style={{ '--px': px, '--title-scale': scale } as React.CSSProperties}>
      {frames.map(frame => (
        <Frame key={frame.id} frame={frame} />
      ))}
    </div>
  )
}

const Frame = memo(({ frame }: { frame: FrameView }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const session = useSession()
  const { id, title } = frame
  useBlock()
  const canMove = usePart(session.process, () => mayMove(session, frame))
  const of = () => surface.boxOf(frame)
  const box = usePart(surface.drag, of, sameBox)
  usePart(surface.resize, of, sameBox)
  usePart(surface.othersDrag, of, sameBox)
  const isSelected = usePart(surface.selected, selected => selected.has(id))
  const isAlone = usePart(surface.selected, selected => selected.size === 1 && selected.has(id))
  const isTabStop = usePart(surface.focused, () => surface.tabStop() === id)
  const isTitled = usePart(surface.titling, titled => titled === id)
  const count = usePart(session.view, () => countsHeld(surface).get(id) ?? 0)
  const shown = title === '' ? t('frame.untitled') : title
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; this is a named part of the board
    <div
      role="group"
      id={`frame-${id}`}
      data-frame={id}
      className={classes(styles.frame, isSelected && styles.selected, isTitled && styles.titled)}
      style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.w, height: box.h }}
      aria-label={t('frame.named', { title: shown, count })}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={event => {
        if (event.target === event.currentTarget) surface.focused.set(id)
      }}
    >
      <div className={classes(styles.title, isSelected && canMove && 'nopan')}>
        {isTitled ? (
          <TitleField frame={frame} />
        ) : (
          <span className={classes(styles.words, title === '' && styles.untitled)}>{shown}</span>
        )}
        {!canMove && isSelected && <Lock size="1em" aria-hidden="true" />}
      </div>
      {isAlone &&
        canMove &&
        CORNERS.map(corner => (
          <span key={corner} className={classes(styles.corner, styles[corner], 'nopan')} data-part={corner} />
        ))}
    </div>
  )
})

/** Enter and leaving keep the title, Escape the one before. */
const TitleField = ({ frame }: { frame: FrameView }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const blocked = useReadable(surface.session.block) !== null
  const field = useRef<HTMLInputElement>(null)
  const isKept = useRef(true)
  const screen = useReadable(surface.screen)
  useLayoutEffect(() => {
    field.current?.select()
    field.current?.focus({ preventScroll: true })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it begins, and when the window is another size
  useLayoutEffect(() => bringTitleIntoSight(surface, frame), [surface, screen])
  const leave = ({ keep }: { keep: boolean }) => {
    isKept.current = keep
    elementOf(frame)?.focus({ preventScroll: true })
  }
  return (
    <input
      ref={field}
      className={classes(styles.field, 'nopan')}
      aria-label={t('frame.title')}
      placeholder={t('frame.placeholder')}
      defaultValue={frame.title}
      maxLength={120}
      readOnly={blocked}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') leave({ keep: true })
        else if (event.key === 'Escape') leave({ keep: false })
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
      onBlur={event => {
        const title = event.currentTarget.value
        surface.titling.set(null)
        if (isKept.current && !blocked && title.trim() !== frame.title)
          surface.session.edits.titleFrame(frame.id, title)
      }}
    />
  )
}
