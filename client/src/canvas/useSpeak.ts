import type { CanvasPresence } from '@jointly/protocol'
import { useEffect } from 'react'
import { toBoard } from './camera.ts'
import { tailOf } from './drawing.ts'
import type { Surface } from './surface.ts'

/** Thirty words a second are as smooth as sixty, since the others draw what lies between. */
const EVERY_MS = 33
/** Of a great selection the others see the beginning: presence is small. */
const MOST_SELECTED = 40

/** Tells the others where one is on the whiteboard and what one holds, as long as it is open. */
export const useSpeak = (surface: Surface): void => {
  useEffect(() => {
    const { session, selected, drag, camera, screen, summon, drawing, isPointing, pointer } = surface
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = ''
    const say = () => {
      timer = undefined
      const canvas = presenceOf(surface)
      const now = JSON.stringify(canvas)
      if (now === last) return
      last = now
      session.say({ canvas })
    }
    const saySoon = () => {
      timer ??= setTimeout(say, EVERY_MS)
    }
    const told = [selected, drag, camera, screen, summon, drawing, isPointing, pointer]
    const stops = told.map(store => store.subscribe(saySoon))
    say()
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
      session.say({ canvas: null })
    }
  }, [surface])
}

const whole = ({ x, y }: { x: number; y: number }) => [Math.round(x), Math.round(y)] as const

const presenceOf = (surface: Surface): CanvasPresence => {
  const camera = surface.camera.get()
  const { w, h } = surface.screen.get()
  const drag = surface.drag.get()
  const summon = surface.summon.get()
  const pointer = surface.pointer.get()
  return {
    cursor: pointer === null ? null : whole(toBoard(camera, pointer)),
    selected: [...surface.selected.get()].slice(0, MOST_SELECTED),
    drag: drag === null ? null : { things: [...drag.ids].slice(0, MOST_SELECTED), by: whole(drag.by) },
    ink: inkOf(surface),
    ...(surface.isPointing.get() && { laser: true }),
    view: {
      at: whole(toBoard(camera, { x: w / 2, y: h / 2 })),
      width: Math.round(w / camera.zoom),
      ...(summon > 0 && { summon }),
    },
  }
}

/** Of a stroke that is being drawn the others hear the last stretch; what they heard before they have. */
const MOST_POINTS = 64

const inkOf = (surface: Surface): CanvasPresence['ink'] => {
  const drawing = surface.drawing.get()
  if (drawing === null) return null
  const { from, points } = tailOf(drawing.way, MOST_POINTS)
  return {
    stroke: drawing.name,
    colour: drawing.colour,
    from,
    points: points.map(({ x, y, pressure }) => [...whole({ x, y }), Math.round(pressure * 100)]),
  }
}
