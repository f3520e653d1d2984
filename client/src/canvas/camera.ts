import type { Position } from '@jointly/board'
import type { Box } from './box.ts'

/** Where one looks: a point of the board is on the screen at `point * zoom + (x, y)`. */
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number }
export type Extent = { readonly w: number; readonly h: number }

export const ZOOM = { least: 0.05, most: 2, step: 1.25 } as const
const FIT_ZOOM = { least: ZOOM.least, most: 1 }

export const sameCamera = (a: Camera, b: Camera): boolean => a.x === b.x && a.y === b.y && a.zoom === b.zoom

export const toBoard = (camera: Camera, screen: Position): Position => ({
  x: (screen.x - camera.x) / camera.zoom,
  y: (screen.y - camera.y) / camera.zoom,
})

export const toScreen = ({ x, y, zoom }: Camera, point: Position): Position => ({
  x: point.x * zoom + x,
  y: point.y * zoom + y,
})

/** What of the board is in sight. */
export const inSight = ({ x, y, zoom }: Camera, { w, h }: Extent): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  w: w / zoom,
  h: h / zoom,
})

/** Looks at a point, which then is in the middle. */
export const lookingAt = (point: Position, screen: Extent, zoom: number): Camera => ({
  x: screen.w / 2 - point.x * zoom,
  y: screen.h / 2 - point.y * zoom,
  zoom,
})

/** What the bars above and the tools below take of the screen. */
const TAKEN = { top: 64, bottom: 88 } as const

/** Shows a whole box between the bars with some room around it, never larger than life. */
export const fitting = (box: Box, screen: Extent, room = 48): Camera => {
  const aside = Math.min(room, screen.w / 16)
  const height = screen.h - TAKEN.top - TAKEN.bottom
  const zoom = Math.min((screen.w - 2 * aside) / Math.max(1, box.w), height / Math.max(1, box.h))
  const bounded = Math.min(FIT_ZOOM.most, Math.max(FIT_ZOOM.least, zoom))
  const { x, y } = lookingAt({ x: box.x + box.w / 2, y: box.y + box.h / 2 }, screen, bounded)
  return { x, y: y + (TAKEN.top - TAKEN.bottom) / 2, zoom: bounded }
}

/** Zooms so that what is under a point of the screen stays under it. */
export const zoomedAt = (camera: Camera, screen: Position, zoom: number): Camera => {
  const next = Math.min(ZOOM.most, Math.max(ZOOM.least, zoom))
  const under = toBoard(camera, screen)
  return { x: screen.x - under.x * next, y: screen.y - under.y * next, zoom: next }
}

/** The least move that brings a box into sight, or the same camera where it is. */
export const bringing = (camera: Camera, box: Box, screen: Extent, room = 40): Camera => {
  const { zoom } = camera
  const shift = (start: number, length: number, extent: number) => {
    // On a small screen the room gives way before the box does; of what is too large the beginning is seen.
    const spare = (extent - length) / 2
    if (spare < 0) return Math.min(room, extent / 10) - start
    const around = Math.min(room, spare)
    return Math.max(0, around - start) + Math.min(0, extent - around - start - length)
  }
  const at = toScreen(camera, box)
  const dx = shift(at.x, box.w * zoom, screen.w)
  const dy = shift(at.y, box.h * zoom, screen.h)
  return dx === 0 && dy === 0 ? camera : { x: camera.x + dx, y: camera.y + dy, zoom }
}

/** How much of a card is drawn: all of it, one line, or a block in the colour of its side. */
export type Detail = 'card' | 'line' | 'block'
export const detailAt = (zoom: number): Detail => (zoom >= 0.5 ? 'card' : zoom >= 0.25 ? 'line' : 'block')
