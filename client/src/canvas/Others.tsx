import { mayPlace, type Position } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { sideOf } from '../cards/author.ts'
import { usePart, useProcess, useReadable, useSession } from '../session/hooks.ts'
import type { OnCanvas } from '../session/presence.ts'
import { RoleTag } from '../ui/RoleTag.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import { type Camera, detailAt, toScreen } from './camera.ts'
import styles from './Others.module.css'
import { othersShown } from './othersShown.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import type { ThingId } from './thing.ts'

/** Between two words of somebody, what they move glides: this much of the way with each frame. */
const GLIDE = 0.35
const ARRIVED = 0.4
const CALM = matchMedia('(prefers-reduced-motion: reduce)')

/** What the others do here: where they point, what they have selected, what they drag. */
export const Others = () => {
  const surface = useSurface()
  const session = useSession()
  const isShown = useReadable(othersShown)
  const people = usePart(session.onCanvas, people => people, sameElements)
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = placing(surface)
    const stops = [
      glideDrags(surface),
      surface.onPaint(() => layer.current && place(layer.current)),
      session.onCanvas.subscribe(surface.repaint),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [surface, session])
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true">
      {isShown && people.map(person => <Person key={person.id} person={person} />)}
    </div>
  )
}

/** Where they point and what they drag moves elements that are there; only who they are and what they selected makes some. */
const sameElements = (a: readonly OnCanvas[], b: readonly OnCanvas[]): boolean =>
  a.length === b.length &&
  a.every((person, i) => {
    const other = b[i]
    return (
      other !== undefined &&
      (['id', 'name', 'side', 'role'] as const).every(part => person[part] === other[part]) &&
      String(person.selected) === String(other.selected)
    )
  })

const Person = ({ person }: { person: OnCanvas }) => {
  const process = useProcess()
  const side = sideOf(process, person.side as Parameters<typeof sideOf>[1]) // stamped by the server
  return (
    <div style={sideStyle(side)}>
      {(person.selected ?? []).map(id => (
        <span key={id} className={styles.selection} data-selection={id} hidden />
      ))}
      <span className={styles.cursor} data-cursor={person.id} hidden>
        <svg viewBox="0 0 20 20" className={styles.arrow} aria-hidden="true">
          <path d="M3 2l13 6.2-5.6 1.9L8 16z" />
        </svg>
        <span className={styles.name}>
          <RoleTag name={person.name} side={side} role={process.members.get(person.id)?.role} size={16} />
        </span>
      </span>
    </div>
  )
}

/** Puts each cursor and each frame where its card or point is on the screen now. */
const placing = (surface: Surface) => {
  const shown = new Map<string, Position>()
  const set = (element: HTMLElement, name: 'transform' | 'width' | 'height', value: string) => {
    if (element.style[name] !== value) element.style[name] = value
  }
  const placeCursor = (camera: Camera, element: HTMLElement, person: OnCanvas | undefined) => {
    const id = element.dataset.cursor ?? ''
    element.hidden = person?.cursor == null
    if (person?.cursor == null) return void shown.delete(id)
    const goal = { x: person.cursor[0], y: person.cursor[1] }
    const next = nearer(shown.get(id) ?? goal, goal)
    shown.set(id, next)
    if (next !== goal) surface.repaint()
    const at = toScreen(camera, next)
    set(element, 'transform', `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`)
  }
  const placeSelection = (camera: Camera, element: HTMLElement) => {
    const thing = surface.thing(element.dataset.selection as ThingId) // written above
    element.hidden = thing === undefined
    if (thing === undefined) return
    const box = surface.boxOf(thing)
    const at = toScreen(camera, box)
    set(element, 'transform', `translate(${at.x - 4}px, ${at.y - 4}px)`)
    set(element, 'width', `${box.w * camera.zoom + 8}px`)
    set(element, 'height', `${box.h * camera.zoom + 8}px`)
  }
  return (layer: HTMLElement) => {
    const camera = surface.camera.get()
    layer.dataset.detail = detailAt(camera.zoom)
    const people = new Map<string, OnCanvas>(surface.session.onCanvas.get().map(person => [person.id, person]))
    for (const element of layer.querySelectorAll<HTMLElement>('[data-cursor]'))
      placeCursor(camera, element, people.get(element.dataset.cursor ?? ''))
    for (const element of layer.querySelectorAll<HTMLElement>('[data-selection]')) placeSelection(camera, element)
  }
}

/** A step of the way to where something was last said to be; the goal itself once it is as good as there. */
const nearer = (from: Position, goal: Position): Position => {
  const [dx, dy] = [goal.x - from.x, goal.y - from.y]
  const isThere = Math.hypot(dx, dy) < ARRIVED || CALM.matches
  return isThere ? goal : { x: from.x + dx * GLIDE, y: from.y + dy * GLIDE }
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
      const at = nearer(before.get(id) ?? { x: 0, y: 0 }, goal)
      moving ||= at !== goal
      next.set(id, at)
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
