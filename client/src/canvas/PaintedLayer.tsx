import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { nextMounted } from './mounts.ts'
import { paint } from './paint.ts'
import { onPaletteChange, readPalette } from './palette.ts'
import { useSurface } from './surfaceContext.ts'
import styles from './Whiteboard.module.css'

/** The ground with its dots and zones, and whatever card is no element now. */
export const PaintedLayer = () => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const element = canvas.current
    const brush = element?.getContext('2d')
    if (element == null || brush == null) return
    let palette = readPalette(document.body)
    let isShown = false
    const stopColours = onPaletteChange(() => {
      palette = readPalette(document.body)
      surface.repaint()
    })
    const stop = surface.onPaint(() => {
      const { ids, isDone } = nextMounted(surface)
      surface.mounted.set(ids)
      if (!isDone) surface.repaint()
      // What `pnpm bench` calls ready: cards are on the screen.
      if (!isShown && ids.length > 0) {
        isShown = true
        performance.mark('jointly:whiteboard')
      }
      const { w, h } = surface.screen.get()
      const [width, height] = [Math.round(w * devicePixelRatio), Math.round(h * devicePixelRatio)]
      if (element.width !== width) element.width = width
      if (element.height !== height) element.height = height
      paint(brush, { surface, palette, zoneName: ({ kind }) => t(`zone.${kind}`) })
    })
    return () => {
      stopColours()
      stop()
    }
  }, [surface, t])

  // A picture of what the list says in words.
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.painted} />
    </div>
  )
}
