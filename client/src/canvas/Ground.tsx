import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePart } from '../session/hooks.ts'
import { type Box, grown, holds, hull } from './box.ts'
import { detailAt, inSight } from './camera.ts'
import styles from './Ground.module.css'
import { Grounds } from './Grounds.tsx'
import { LinkLayer } from './LinkLayer.tsx'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import { zonesOf } from './zones.ts'

/**
 * Paper, dots, the zones of the stages, what frames and groups lie on, and the links. Elements in one large layer: a pan
 * moves what was drawn and draws nothing, where a canvas would have to be painted again for each frame.
 */
export const Ground = () => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const ground = useRef<HTMLDivElement>(null)
  const zones = usePart(surface.session.view, () => zonesOf(surface))

  useLayoutEffect(() => {
    const element = ground.current
    if (element === null) return
    const lay = laying(surface, element)
    lay()
    return surface.onPaint(lay)
  }, [surface])

  // A picture of what the list says in words.
  return (
    <div ref={ground} className={styles.ground} data-ground aria-hidden="true">
      {zones.map(({ kind, box }) => (
        <div key={kind} className={styles.zone} style={placed(box)}>
          <span className={styles.name}>{t(`zone.${kind}`)}</span>
        </div>
      ))}
      <Grounds />
      <LinkLayer />
    </div>
  )
}

const placed = ({ x, y, w, h }: Box) => ({
  transform: `translate(calc(${x}px - var(--left)), calc(${y}px - var(--top)))`,
  width: w,
  height: h,
})

/** As wide as the dots are apart, or the ground would jump by a part of that when it grows. */
const PITCH = 24
/** So far beyond the cards the ground reaches at once. */
const ROOM = PITCH * 300

const laying = (surface: Surface, { style, dataset }: HTMLElement) => {
  let area: Box = { x: 0, y: 0, w: 0, h: 0 }
  let drawnFor = 0
  return () => {
    const { x, y, zoom } = surface.camera.get()
    const sight = inSight({ x, y, zoom }, surface.screen.get())
    if (!holds(area, sight)) {
      area = areaAround(surface, sight)
      style.width = `${area.w}px`
      style.height = `${area.h}px`
      style.setProperty('--left', `${area.x}px`)
      style.setProperty('--top', `${area.y}px`)
    }
    if (zoom !== drawnFor) {
      drawnFor = zoom
      dataset.detail = detailAt(zoom)
      style.setProperty('--px', String(1 / zoom))
    }
    style.transform = `translate(${x + area.x * zoom}px, ${y + area.y * zoom}px) scale(${zoom})`
  }
}

const areaAround = (surface: Surface, sight: Box): Box => {
  const content = zonesOf(surface).map(({ box }) => box)
  const { x, y, w, h } = grown(hull([...content, sight]) ?? sight, ROOM)
  const down = (at: number) => Math.floor(at / PITCH) * PITCH
  return { x: down(x), y: down(y), w: down(w) + PITCH, h: down(h) + PITCH }
}
