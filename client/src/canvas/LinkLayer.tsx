import { linkStanding } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { type Box, grown } from './box.ts'
import { inSight } from './camera.ts'
import styles from './LinkLayer.module.css'
import { curveTo, dotsOf, pathOf } from './linkPath.ts'
import { linksIn, type ShownLink } from './linksShown.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'

/** All connectors as a handful of paths in one layer, and the lines that show while something is on its way. */
export const LinkLayer = () => {
  const surface = useSurface()
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const element = svg.current
    if (element === null) return
    const draw = drawing(surface, element)
    return surface.onPaint(draw)
  }, [surface])
  return (
    <svg ref={svg} className={styles.layer} aria-hidden="true">
      <path data-path="suggested" className={styles.suggested} />
      <path data-path="confirmed" className={styles.confirmed} />
      <path data-path="dots" className={styles.dots} />
      <path data-path="chosen" className={styles.chosen} />
      <path data-path="pull" className={styles.pull} />
      <path data-path="guides" className={styles.guides} />
      <path data-path="marquee" className={styles.marquee} />
    </svg>
  )
}

/** Around the screen: a short pan draws nothing anew. */
const ROOM_PX = 400

const drawing = (surface: Surface, svg: SVGSVGElement) => {
  const set = (name: string, d: string) => {
    const path = svg.querySelector(`[data-path=${name}]`)
    if (path !== null && path.getAttribute('d') !== d) path.setAttribute('d', d)
  }
  let drawnFor: readonly unknown[] = []
  let area: Box = { x: 0, y: 0, w: 0, h: 0 }
  return () => {
    const camera = surface.camera.get()
    const sight = inSight(camera, surface.screen.get())
    // Far out the dots would be larger than the cards.
    svg.dataset.far = String(camera.zoom < 0.5)
    svg.style.setProperty('--px', String(Math.round(100 / camera.zoom) / 100))
    const { view, process } = surface.session
    const now = [view.get().links, view.get().cards, process.get(), surface.drag.get(), surface.resize.get()]
    const rest = [surface.othersDrag.get(), surface.link.get(), surface.sizes.version]
    const dependsOn = [...now, ...rest]
    if (!covers(area, sight) || dependsOn.some((value, i) => value !== drawnFor[i])) {
      drawnFor = dependsOn
      area = grown(sight, ROOM_PX / camera.zoom)
      drawLinks(surface, linksIn(surface, area), set)
    }
    drawMoment(surface, set)
  }
}

const covers = (area: Box, sight: Box) =>
  sight.x >= area.x && sight.y >= area.y && sight.x + sight.w <= area.x + area.w && sight.y + sight.h <= area.y + area.h

type Set = (name: string, d: string) => void

const drawLinks = (surface: Surface, shown: readonly ShownLink[], set: Set) => {
  const process = surface.session.process.get()
  const paths = { suggested: '', confirmed: '', dots: '', chosen: '' }
  const chosen = surface.link.get()
  for (const { link, curve } of shown) {
    const isSettled = link.kind === 'relates' || linkStanding(link, surface.card(link.to), process).confirmed
    const path = pathOf(curve)
    paths[isSettled ? 'confirmed' : 'suggested'] += path
    paths.dots += dotsOf(curve)
    if (link.id === chosen) paths.chosen = path
  }
  for (const [name, d] of Object.entries(paths)) set(name, d)
}

const drawMoment = (surface: Surface, set: Set) => {
  const pull = surface.pull.get()
  const from = pull === null ? undefined : surface.card(pull.from)
  set('pull', pull === null || from === undefined ? '' : pathOf(curveTo(surface.boxOf(from), pull.to)))
  const guides = surface.guides
    .get()
    .map(({ along, at, from, to }) => (along === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`))
  set('guides', guides.join(''))
  const box = surface.marquee.get()
  set('marquee', box === null ? '' : `M${box.x} ${box.y}h${box.w}v${box.h}h${-box.w}z`)
}
