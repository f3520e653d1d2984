import { useEffect, useRef } from 'react'
import { nextMounted } from './mounts.ts'
import { cardsToPaint, type PaintedCard, paint, samePainted } from './paint.ts'
import { fitToScreen, followPalette } from './picture.ts'
import { useSurface } from './surfaceContext.ts'
import styles from './Whiteboard.module.css'

/** Whatever card is no element now. */
export const PaintedLayer = () => {
  const surface = useSurface()
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const element = canvas.current
    const brush = element?.getContext('2d')
    if (element == null || brush == null) return
    const palette = followPalette(surface)
    let isShown = false
    let cards: readonly PaintedCard[] = []
    let paintedFor: readonly unknown[] = []
    const stop = surface.onPaint(() => {
      const { ids, isDone } = nextMounted(surface)
      surface.mounted.set(ids)
      if (!isDone) surface.repaint()
      // What `pnpm bench` calls ready: cards are on the screen.
      if (!isShown && ids.length > 0) {
        isShown = true
        performance.mark('jointly:whiteboard')
      }
      const next = cardsToPaint(surface)
      const isSame = samePainted(cards, next)
      cards = next
      // Close up, at rest, there is nothing to paint, and a layer less to put together.
      element.hidden = cards.length === 0
      const { camera, screen, selected, found, session } = surface
      const { w, h } = screen.get()
      const paintsFor = [
        camera.get(),
        w,
        h,
        selected.get(),
        found.get(),
        session.process.get(),
        palette.now(),
        devicePixelRatio,
      ]
      if (cards.length === 0 || (isSame && paintsFor.every((value, i) => value === paintedFor[i]))) return
      paintedFor = paintsFor
      fitToScreen(element, surface)
      paint(brush, { surface, palette: palette.now(), cards })
    })
    return () => {
      palette.stop()
      stop()
    }
  }, [surface])

  // A picture of what the list says in words.
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.painted} hidden />
    </div>
  )
}
