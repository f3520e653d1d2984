import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Box, grown } from './box.ts'
import { inSight, lookingAt } from './camera.ts'
import { isGroup } from './groups.ts'
import type { Palette } from './palette.ts'
import { followPalette } from './picture.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import styles from './Toolbar.module.css'
import { isFrame } from './thing.ts'
import { wholeOf, zonesOf } from './zones.ts'

const SIZE = { w: 132, h: 84 }

/** The whole board in small; a press looks there. Whoever uses keys has the list and Shift+1 for the same. */
export const MiniMap = () => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const whole = useRef<Box>({ x: 0, y: 0, w: 1, h: 1 })

  useEffect(() => {
    const brush = canvas.current?.getContext('2d')
    if (brush == null) return
    const palette = followPalette(surface)
    let painted: readonly unknown[] = []
    const stop = surface.onPaint(() => {
      const next = [surface.placed(), surface.session.view.get().marks, palette.now()]
      if (next.some((value, i) => value !== painted[i])) {
        painted = next
        whole.current = mappedOf(surface)
        paintMap(brush, { surface, whole: whole.current, palette: palette.now() })
      }
      const sight = inMap(inSight(surface.camera.get(), surface.screen.get()), whole.current)
      const { style } = frame.current ?? {}
      if (style === undefined) return
      style.transform = `translate(${sight.x}px, ${sight.y}px)`
      style.width = `${sight.w}px`
      style.height = `${sight.h}px`
    })
    return () => {
      palette.stop()
      stop()
    }
  }, [surface])

  const look = (event: React.PointerEvent) => {
    if (event.buttons !== 1) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const scale = scaleOf(whole.current)
    const point = {
      x: whole.current.x + (event.clientX - left) / scale,
      y: whole.current.y + (event.clientY - top) / scale,
    }
    surface.move(lookingAt(point, surface.screen.get(), surface.camera.get().zoom))
  }

  return (
    <div className={styles.map} title={t('map')} onPointerDown={look} onPointerMove={look} aria-hidden="true">
      <canvas ref={canvas} width={SIZE.w * 2} height={SIZE.h * 2} />
      <div ref={frame} className={styles.sight} />
    </div>
  )
}

const mappedOf = (surface: Surface): Box => {
  const box = wholeOf(surface) ?? { x: 0, y: 0, w: 1200, h: 800 }
  return grown(box, Math.max(box.w, box.h) * 0.03)
}

const scaleOf = (whole: Box) => Math.min(SIZE.w / whole.w, SIZE.h / whole.h)

const inMap = (box: Box, whole: Box): Box => {
  const scale = scaleOf(whole)
  return { x: (box.x - whole.x) * scale, y: (box.y - whole.y) * scale, w: box.w * scale, h: box.h * scale }
}

const paintMap = (
  brush: CanvasRenderingContext2D,
  { surface, whole, palette }: { surface: Surface; whole: Box; palette: Palette },
) => {
  brush.setTransform(2, 0, 0, 2, 0, 0)
  brush.clearRect(0, 0, SIZE.w, SIZE.h)
  brush.fillStyle = palette.sunken
  for (const { box } of zonesOf(surface)) fill(brush, inMap(box, whole))
  brush.strokeStyle = palette['line-strong']
  for (const frame of surface.session.view.get().marks.filter(isFrame)) {
    const { x, y, w, h } = inMap(surface.boxOf(frame), whole)
    brush.strokeRect(x, y, w, h)
  }
  const { sides } = surface.session.process.get()
  for (const card of surface.session.view.get().cards) {
    if (card.gone || isGroup(card)) continue
    brush.fillStyle = palette.side[sides.find(({ id }) => id === card.side)?.shape ?? 'neutral']
    fill(brush, inMap(surface.boxOf(card), whole))
  }
}

const fill = (brush: CanvasRenderingContext2D, { x, y, w, h }: Box) =>
  brush.fillRect(x, y, Math.max(1, w), Math.max(1, h))
