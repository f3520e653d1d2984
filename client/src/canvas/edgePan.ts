import type { Position } from '@jointly/board'
import type { Surface } from './surface.ts'

/** How near the edge the picture begins to move, and how far it goes in a frame at the edge itself. */
const REACH_PX = 36
const MOST_PX = 14

const push = (at: number, extent: number): number => {
  const into = Math.max(0, REACH_PX - at) - Math.max(0, REACH_PX - (extent - at))
  return (Math.max(-REACH_PX, Math.min(REACH_PX, into)) / REACH_PX) * MOST_PX
}

/** How far the picture moves in one frame for a pointer that holds something; nothing away from the edges. */
export const edgePush = (pointer: Position, { w, h }: { readonly w: number; readonly h: number }): Position => ({
  x: push(pointer.x, w),
  y: push(pointer.y, h),
})

/**
 * Moves the picture while something is dragged at its edge, so that it can be taken further than one sees. `moved` is told
 * after each step, for what is held goes along. Answers with how to end it.
 */
export const panAtEdges = (surface: Surface, { pointer, moved }: { pointer: () => Position; moved: () => void }) => {
  let frame = 0
  const step = () => {
    const by = edgePush(pointer(), surface.screen.get())
    if (by.x !== 0 || by.y !== 0) {
      const { x, y, zoom } = surface.camera.get()
      surface.move({ x: x + by.x, y: y + by.y, zoom })
      moved()
    }
    frame = requestAnimationFrame(step)
  }
  frame = requestAnimationFrame(step)
  return () => cancelAnimationFrame(frame)
}
