import { useEffect, useRef } from 'react'
import styles from './LinkLayer.module.css'
import { curveTo, pathOf } from './linkPath.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'

/** The lines that show while something is on its way: a connector being pulled, what a card lies flush with, the marquee. */
export const MomentLayer = () => {
  const surface = useSurface()
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const element = svg.current
    return element === null ? undefined : surface.onPaint(drawing(surface, element))
  }, [surface])
  return (
    <svg ref={svg} className={styles.moment} aria-hidden="true">
      <path data-path="pull" className={styles.pull} />
      <path data-path="guides" className={styles.guides} />
      <path data-path="marquee" className={styles.marquee} />
    </svg>
  )
}

const drawing = (surface: Surface, svg: SVGSVGElement) => {
  const set = (name: string, d: string) => {
    const path = svg.querySelector(`[data-path=${name}]`)
    if (path === null || (path.getAttribute('d') ?? '') === d) return
    svg.style.setProperty('--px', String(1 / surface.camera.get().zoom))
    path.setAttribute('d', d)
  }
  return () => {
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
}
