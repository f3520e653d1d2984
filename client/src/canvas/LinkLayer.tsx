import { useLayoutEffect, useRef } from 'react'
import styles from './LinkLayer.module.css'
import { drawLinks } from './linkPaths.ts'
import { useSurface } from './surfaceContext.ts'

/** All connectors, on the ground: cards lie on them, also those that are painted. */
export const LinkLayer = () => {
  const surface = useSurface()
  const svg = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    const element = svg.current
    return element === null ? undefined : surface.onPaint(drawLinks(surface, element))
  }, [surface])
  return <svg ref={svg} className={styles.links} aria-hidden="true" />
}
