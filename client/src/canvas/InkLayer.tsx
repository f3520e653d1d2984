import type { MarkView, MemberId } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { useSession } from '../session/hooks.ts'
import { type Box, grown, overlap } from './box.ts'
import { inSight } from './camera.ts'
import { GrowingInk } from './growingInk.ts'
import { boundsOf, pathAlong, pathOf } from './ink.ts'
import { othersShown } from './othersShown.ts'
import type { Palette } from './palette.ts'
import { beginPicture, fitToScreen, followPalette } from './picture.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import { isInk } from './thing.ts'
import type { Trail } from './trails.ts'
import styles from './Whiteboard.module.css'

/** All ink in one picture above the cards: what stands, what is being drawn here and by others, and lasers. */
export const InkLayer = () => {
  const surface = useSurface()
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const brush = element?.getContext('2d')
    if (element == null || brush == null) return
    const palette = followPalette(surface)
    const growing = new GrowingInk(surface)
    const stopHearing = session.onCanvas.subscribe(() => {
      growing.hear()
      surface.repaint()
    })
    const stop = surface.onPaint(() => {
      const scene = sceneOf(surface, growing)
      // A picture over all cards costs something even when nothing is on it.
      element.hidden = scene === null
      if (scene === null) return
      fitToScreen(element, surface)
      paintInk(brush, { surface, palette: palette.now(), ...scene })
      if (scene.trails.size > 0 || scene.growing.length > 0) surface.repaint()
    })
    return () => {
      palette.stop()
      stopHearing()
      stop()
    }
  }, [surface, session])
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.ink} hidden />
    </div>
  )
}

type Scene = {
  readonly strokes: readonly Extract<MarkView, { kind: 'ink' }>[]
  readonly growing: ReturnType<GrowingInk['now']>
  readonly trails: ReadonlyMap<MemberId, Trail>
}

const sceneOf = (surface: Surface, growing: GrowingInk): Scene | null => {
  const sight = inSight(surface.camera.get(), surface.screen.get())
  const strokes = surface.session.view.get().marks.filter(isInk)
  const isDragged = surface.drag.get() !== null || surface.othersDrag.get().size > 0
  const seen = strokes.filter(ink => isDragged || overlap(boundsOf(ink), sight))
  const grows = othersShown.get() ? growing.now() : []
  if (surface.isPointing.get()) surface.trails.hold(surface.session.id)
  for (const { id, laser } of surface.session.onCanvas.get()) if (laser) surface.trails.hold(id)
  const trails = surface.trails.now()
  if (seen.length + grows.length + trails.size === 0 && surface.drawing.get() === null) return null
  return { strokes: seen, growing: grows, trails }
}

type Brush = CanvasRenderingContext2D
type Colours = { readonly surface: Surface; readonly palette: Palette }

/** What each colour of ink is on this screen, light or dark. */
const colourOf = ({ surface, palette }: Colours, colour: string, side: string | null): string => {
  if (colour === 'ink') return palette.ink
  if (colour === 'red') return palette.bad
  if (colour === 'green') return palette.good
  const shape = surface.session.process.get().sides.find(({ id }) => id === side)?.shape
  return palette.side[shape ?? 'neutral']
}

const paintInk = (brush: Brush, { surface, palette, strokes, growing, trails }: Colours & Scene) => {
  const { zoom } = surface.camera.get()
  beginPicture(brush, surface)
  const colours = { surface, palette }
  const erased = surface.erasing.get()
  const selected = surface.selected.get()
  for (const ink of strokes) {
    const from = boundsOf(ink)
    const box = surface.boxOf(ink)
    brush.save()
    brush.translate(box.x - from.x, box.y - from.y)
    brush.globalAlpha = erased.has(ink.id) ? 0.2 : 1
    brush.fillStyle = colourOf(colours, ink.colour, ink.side)
    brush.fill(pathOf(ink))
    brush.restore()
    if (selected.has(ink.id)) paintFrame(brush, grown(box, 4 / zoom), { palette, zoom })
  }
  for (const { way, colour, side } of growing) {
    brush.fillStyle = colourOf(colours, colour, side)
    brush.fill(pathAlong(way))
  }
  const own = surface.drawing.get()
  if (own !== null) {
    brush.fillStyle = colourOf(colours, own.colour, surface.session.me.side)
    brush.fill(pathAlong(own.way))
  }
  const { members } = surface.session.process.get()
  for (const [who, trail] of trails) {
    const side = members.get(who)?.side ?? null
    paintTrail(brush, trail, { colour: colourOf(colours, 'side', side), zoom })
  }
}

const paintFrame = (brush: Brush, { x, y, w, h }: Box, { palette, zoom }: { palette: Palette; zoom: number }) => {
  brush.lineWidth = 1.5 / zoom
  brush.strokeStyle = palette.focus
  brush.strokeRect(x, y, w, h)
}

const LASER_PX = 5

/** A trail that fades; whoever asked for less motion sees the point alone. */
const paintTrail = (brush: Brush, trail: Trail, { colour, zoom }: { colour: string; zoom: number }) => {
  const last = trail.at(-1)
  if (last === undefined) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  brush.save()
  brush.strokeStyle = colour
  brush.fillStyle = colour
  brush.lineCap = 'round'
  trail.forEach((point, i) => {
    const before = trail[i - 1]
    if (before === undefined || isCalm) return
    brush.globalAlpha = 1 - point.age
    brush.lineWidth = (LASER_PX * (1 - point.age / 2)) / zoom
    brush.beginPath()
    brush.moveTo(before.x, before.y)
    brush.lineTo(point.x, point.y)
    brush.stroke()
  })
  brush.globalAlpha = 1
  brush.beginPath()
  brush.arc(last.x, last.y, (LASER_PX * 1.2) / zoom, 0, 2 * Math.PI)
  brush.fill()
  brush.restore()
}
