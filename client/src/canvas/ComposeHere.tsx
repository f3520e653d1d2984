import { CARD_WIDTH, type CardId, estimatedHeight } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Composer } from '../cards/Composer.tsx'
import type { Composed } from '../session/edits.ts'
import { useMe, usePart, useProcess, useReadable } from '../session/hooks.ts'
import { useSidePhrase } from '../ui/seatWords.ts'
import styles from './ComposeHere.module.css'
import { bringing, toScreen } from './camera.ts'
import { connect } from './connect.ts'
import { focusThing } from './focus.ts'
import { inFront, kindsFor } from './rights.ts'
import type { Composing } from './surface.ts'
import { useSurface } from './surfaceContext.ts'

/** The composer at the place where the card will stand. It stays for the next one, which comes below. */
export const ComposeHere = () => {
  const composing = useReadable(useSurface().composing)
  return composing === null ? null : <Here composing={composing} />
}

const WIDTH = 464
const GAP = 24
/** The composer with its kinds and buttons, and the toolbar under it. */
const ROOM = 250

const Here = ({ composing }: { composing: Composing }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const me = useMe()
  const phrase = useSidePhrase()
  const { sides } = useProcess()
  const panel = useRef<HTMLElement>(null)
  const { at, kind, from } = composing
  const x = usePart(surface.camera, camera => toScreen(camera, at).x)
  const y = usePart(surface.camera, camera => toScreen(camera, at).y)
  const { w, h } = useReadable(surface.screen)
  const kinds = inFront(kind, kindsFor(surface.session))
  const side = sides.find(({ id }) => id === me.side)
  const close = () => {
    surface.composing.set(null)
    // The keyboard goes on from the card that was just posted.
    const [card] = surface.subjects()
    if (card !== undefined) requestAnimationFrame(() => focusThing(surface, card))
  }

  const post = (card: Composed): CardId | null => {
    const id = surface.session.edits.post({ ...card, pos: { x: Math.round(at.x), y: Math.round(at.y) } })
    if (id === null) return null
    if (from !== undefined) connect(surface, from, id)
    surface.select([id])
    const below = { x: at.x, y: at.y + estimatedHeight(card.text.length, CARD_WIDTH) + GAP }
    // The next one is written in sight of the last.
    const row = { x: at.x, y: at.y, w: CARD_WIDTH, h: below.y - at.y + ROOM / surface.camera.get().zoom }
    surface.move(bringing(surface.camera.get(), row, surface.screen.get(), 16), { smooth: true })
    // Of a row of cards only the first hangs on the connector that began it.
    surface.composing.set({ at: below, kind: card.kind })
    return id
  }

  useEffect(() => {
    // A press elsewhere ends composing; what was typed stays as a draft.
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !panel.current?.contains(event.target)) surface.composing.set(null)
    }
    const element = document.querySelector('[data-whiteboard]') as HTMLElement | null
    element?.addEventListener('pointerdown', onPointerDown)
    return () => element?.removeEventListener('pointerdown', onPointerDown)
  }, [surface])

  return (
    <section
      ref={panel}
      className={styles.here}
      data-over
      data-sheet
      aria-label={t('compose')}
      style={{
        left: Math.max(8, Math.min(x, w - WIDTH - 8)),
        top: Math.max(8, Math.min(y, h - ROOM)),
      }}
    >
      <Composer kinds={kinds} sideName={side === undefined ? '' : phrase(side)} onPost={post} onLeave={close} />
    </section>
  )
}
