import { type MarkId, mayUnlink, type Position } from '@jointly/board'
import { boxAround, grown, middle, overlap } from './box.ts'
import { inSight } from './camera.ts'
import type { At, Gesture } from './gesture.ts'
import { boundsOf, distanceToInk, simplified, type Way } from './ink.ts'
import type { Surface } from './surface.ts'
import { isInk } from './thing.ts'
import { toolDone } from './tools.ts'

/** What a pen leaves out, in pixels of the screen: no eye sees it. */
const UNSEEN_PX = 0.4

/** One stroke: others see it grow, and it stands when the pen is lifted. */
export const drawing = (surface: Surface, at: At): Gesture => {
  const way = [{ ...at.point, pressure: at.pressure }]
  const name = (surface.drawing.get()?.name ?? lastName) + 1
  lastName = name
  const colour = surface.colour.get()
  const show = () => surface.drawing.set({ name, colour, way })
  const clear = () => surface.drawing.set(null)
  show()
  return {
    isFine: true,
    move: ({ point, pressure }) => {
      way.push({ ...point, pressure })
      show()
    },
    end: () => {
      surface.session.edits.draw({ colour, way: simplified(way, UNSEEN_PX / surface.camera.get().zoom) })
      clear()
    },
    cancel: clear,
  }
}
let lastName = 0

/** The last stretch of a stroke that is being drawn, and where in it that begins: what a word of presence has room for. */
export const tailOf = (way: Way, most: number): { readonly from: number; readonly points: Way } => {
  const from = Math.max(0, way.length - most)
  return { from, points: way.slice(from) }
}

/** An eraser is as wide as a finger, whatever the zoom. */
const ERASER_PX = 10

/** Takes away whole strokes that it touches, of those that this person may take away; all of them as one step. */
export const erasing = (surface: Surface, at: At, onOthers: () => void): Gesture => {
  let last = at.point
  const touched = new Set<MarkId>()
  const touch = (from: Position, to: Position) => {
    const reach = ERASER_PX / surface.camera.get().zoom
    const near = grown(boxAround(from, to), reach)
    for (const mark of surface.session.view.get().marks) {
      if (!isInk(mark) || touched.has(mark.id) || !overlap(boundsOf(mark), near)) continue
      if (distanceToInk(mark, from, to) > reach) continue
      if (mayUnlink(surface.session.me, mark)) touched.add(mark.id)
      else onOthers()
    }
    surface.erasing.set(new Set(touched))
  }
  const clear = () => surface.erasing.set(new Set())
  touch(last, last)
  return {
    isFine: true,
    move: ({ point }) => {
      touch(last, point)
      last = point
    },
    end: () => {
      if (touched.size > 0) surface.session.edits.erase([...touched])
      clear()
    },
    cancel: clear,
  }
}

/** Shows where one points, for as long as one presses; nothing of it stays. */
export const pointing = (surface: Surface, at: At): Gesture => {
  const off = () => surface.isPointing.set(false)
  surface.trails.add(surface.session.id, at.point)
  surface.isPointing.set(true)
  return {
    isFine: true,
    move: ({ point }) => {
      surface.trails.add(surface.session.id, point)
      surface.repaint()
    },
    end: off,
    cancel: off,
  }
}

/** What a press without a drag makes. */
const USUAL = { w: 720, h: 480 }
const LEAST = 40

/** A frame over what the pointer spans; it takes what has its middle there, and asks for its title. */
export const framing = (surface: Surface, start: Position): Gesture => ({
  move: ({ point }) => surface.marquee.set(boxAround(start, point)),
  end: ({ point }) => {
    surface.marquee.set(null)
    const box = boxAround(start, point)
    if (box.w < LEAST || box.h < LEAST) frameAt(surface, start)
    else addFrame(surface, box)
  },
  cancel: () => surface.marquee.set(null),
})

export const frameAt = (surface: Surface, { x, y }: Position): void => addFrame(surface, { x, y, ...USUAL })

const ROOM = 32
/** On a small screen all of a new frame is seen, with the bars around it. */
const SEEN = 0.6

/** For a hand on the keyboard: around what is selected, else in the middle of what is in sight. */
export const frameByKey = (surface: Surface): void => {
  const around = surface.hullOf(surface.selected.get().size === 0 ? [] : surface.things())
  if (around !== null) {
    addFrame(surface, grown(around, ROOM))
    return
  }
  const sight = inSight(surface.camera.get(), surface.screen.get())
  const size = { w: Math.min(USUAL.w, sight.w * SEEN), h: Math.min(USUAL.h, sight.h * SEEN) }
  const { x, y } = middle(sight)
  addFrame(surface, { x: x - size.w / 2, y: y - size.h / 2, ...size })
}

const addFrame = (surface: Surface, { x, y, w, h }: { x: number; y: number; w: number; h: number }): void => {
  const id = surface.session.edits.drawFrame({
    pos: { x: Math.round(x), y: Math.round(y) },
    size: { w: Math.round(w), h: Math.round(h) },
    title: '',
  })
  toolDone(surface)
  if (id === null) return
  surface.select([id])
  surface.focused.set(id)
  surface.titling.set(id)
}
