import { mayPlace, type Position } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { sideOf } from '../cards/author.ts'
import { useProcess, useReadable, useSession } from '../session/hooks.ts'
import type { OnCanvas } from '../session/presence.ts'
import { RoleTag } from '../ui/RoleTag.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import { toScreen } from './camera.ts'
import styles from './Others.module.css'
import { useOthersShown } from './othersShown.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import type { ThingId } from './thing.ts'

/** Between two words of somebody, what they move glides: this much of the way with each frame. */
const GLIDE = 0.35
const ARRIVED = 0.4

/** What the others do here: where they point, what they have selected, what they drag. */
export const Others = () => {
  const surface = useSurface()
  const session = useSession()
  const isShown = useOthersShown()
  const people = useReadable(session.onCanvas)
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stopDrags = glideDrags(surface)
    const stop = surface.onPaint(() => layer.current && placeAll(surface, layer.current))
    return () => {
      stop()
      stopDrags()
    }
  }, [surface])
  // Where they point now is drawn with the next frame.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new word of somebody is what calls for a new picture
  useEffect(surface.repaint, [people, surface])
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true">
      {isShown && people.map(person => <Person key={person.id} person={person} />)}
    </div>
  )
}

const Person = ({ person }: { person: OnCanvas }) => {
  const process = useProcess()
  const side = sideOf(process, person.side as Parameters<typeof sideOf>[1]) // stamped by the server
  return (
    <div style={sideStyle(side)}>
      {(person.selected ?? []).map(id => (
        <span key={id} className={styles.selection} data-selection={id} />
      ))}
      {person.cursor && (
        <span className={styles.cursor} data-cursor={person.cursor.join(' ')}>
          <svg viewBox="0 0 20 20" className={styles.arrow} aria-hidden="true">
            <path d="M3 2l13 6.2-5.6 1.9L8 16z" />
          </svg>
          <span className={styles.name}>
            <RoleTag name={person.name} side={side} role={process.members.get(person.id)?.role} size={16} />
          </span>
        </span>
      )}
    </div>
  )
}

/** Puts each cursor and each frame where its card or point is on the screen now. */
const placeAll = (surface: Surface, layer: HTMLElement) => {
  const camera = surface.camera.get()
  for (const element of layer.querySelectorAll<HTMLElement>('[data-cursor], [data-selection]')) {
    const [x = 0, y = 0] = (element.dataset.cursor ?? '').split(' ').map(Number)
    const id = element.dataset.selection as ThingId | undefined // written above
    if (id === undefined) {
      const at = toScreen(camera, { x, y })
      element.style.transform = `translate(${at.x}px, ${at.y}px)`
      continue
    }
    const thing = surface.thing(id)
    element.hidden = thing === undefined
    if (thing === undefined) continue
    const box = surface.boxOf(thing)
    const at = toScreen(camera, box)
    element.style.transform = `translate(${at.x - 4}px, ${at.y - 4}px)`
    element.style.width = `${box.w * camera.zoom + 8}px`
    element.style.height = `${box.h * camera.zoom + 8}px`
  }
}

/** Cards that others drag glide to where they were last said to be, and stay there until the drop comes as an edit. */
const glideDrags = (surface: Surface): (() => void) => {
  let frame = 0
  const goals = () => {
    const next = new Map<ThingId, Position>()
    const { onCanvas, process } = surface.session
    const { members, locked } = process.get()
    for (const { id: by, drag } of onCanvas.get()) {
      const member = members.get(by)
      for (const id of drag?.things ?? []) {
        const thing = surface.thing(id as ThingId) // one of ours, or none
        // A word of presence moves nothing here that its speaker could not move.
        if (drag && thing && member && mayPlace(member, thing, { locked }))
          next.set(thing.id, { x: drag.by[0], y: drag.by[1] })
      }
    }
    return next
  }
  const step = () => {
    frame = 0
    const before = surface.othersDrag.get()
    const wanted = goals()
    if (wanted.size === 0 && before.size === 0) return
    let moving = false
    const next = new Map<ThingId, Position>()
    for (const [id, goal] of wanted) {
      const from = before.get(id) ?? { x: 0, y: 0 }
      const [dx, dy] = [goal.x - from.x, goal.y - from.y]
      const isThere = Math.hypot(dx, dy) < ARRIVED
      moving ||= !isThere
      next.set(id, isThere ? goal : { x: from.x + dx * GLIDE, y: from.y + dy * GLIDE })
    }
    surface.othersDrag.set(next)
    if (moving) frame = requestAnimationFrame(step)
  }
  const stop = surface.session.onCanvas.subscribe(() => {
    frame ||= requestAnimationFrame(step)
  })
  return () => {
    stop()
    cancelAnimationFrame(frame)
  }
}
