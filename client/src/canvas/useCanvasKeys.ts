import { mayUnlink, type Position } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { excerpt } from '../cards/excerpt.ts'
import { letterKeys } from '../commands/letterKeys.ts'
import { isOverlaid, isTyping, keysOf } from '../ui/keys.ts'
import { notify } from '../ui/notices.ts'
import { connectTo, nudge } from './aim.ts'
import { toScreen } from './camera.ts'
import { CANVAS_COMMANDS } from './canvasCommands.ts'
import { takeTool } from './compose.ts'
import { frameByKey } from './drawing.ts'
import { focusThing } from './focus.ts'
import { isPicking, pick } from './pick.ts'
import { type Arrow, isArrow, neighbour, stopFurther, wayOf } from './readingOrder.ts'
import { sizableOf } from './resize.ts'
import { removable } from './rights.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import { isCard, isInk, type Thing } from './thing.ts'
import { TOOLS, toolsFor } from './tools.ts'
import { wordThing } from './wording.ts'

const NUDGE = { small: 1, large: 10 }

/** Selects what the keyboard is at as well, where single letters are no keys. */
const PICK = 'Ctrl+Space'

/** Shift and a digit, or Alt and a letter, is another sign on many keyboards: the key itself counts. */
const keysAt = (event: KeyboardEvent): string => {
  if (event.shiftKey && /^Digit\d$/.test(event.code)) return `Shift+${event.code.slice(5)}`
  if (event.code === 'Space' && event.ctrlKey) return PICK
  const isAltLetter = event.altKey && !event.ctrlKey && !event.metaKey && /^Key[A-Z]$/.test(event.code)
  if (!isAltLetter) return keysOf(event)
  return `Alt+${event.shiftKey ? 'Shift+' : ''}${event.code.slice(3).toLowerCase()}`
}

/** Whether keys are the whiteboard's now: the focus is on a card, a frame, on the ground or nowhere. */
const isOurs = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof HTMLElement &&
    (target.matches('[data-card], [data-frame], h1[tabindex="-1"]') || target.id === 'board'))

/** The keys of the whiteboard, ahead of the board's own. */
export const useCanvasKeys = (events: { onMenu: (thing: Thing | null, screen: Position) => void }): void => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const now = useRef(events)
  now.current = events

  useEffect(() => {
    const menuAt = (thing: Thing) => {
      const box = surface.boxOf(thing)
      const frame = document.querySelector('[data-whiteboard]')?.getBoundingClientRect()
      const at = toScreen(surface.camera.get(), { x: box.x, y: box.y + box.h })
      now.current.onMenu(thing, { x: at.x + (frame?.left ?? 0), y: at.y + (frame?.top ?? 0) })
    }
    const enter = (thing: Thing | undefined): boolean => {
      if (surface.tool.get() === 'frame') frameByKey(surface)
      else if (surface.aim.get() !== null) endAim(surface)
      else if (thing === undefined || isInk(thing)) return false
      else {
        const refusal = wordThing(surface, thing)
        if (refusal !== null) surface.sayWhyNot(t(refusal))
      }
      return true
    }
    const stands = (event: KeyboardEvent): boolean => {
      const things = surface.things()
      const keys = keysAt(event)
      if (keys === 'Escape') return stepOut(surface)
      if (keys === 'Tab' || keys === 'Shift+Tab') return step(surface, keys === 'Tab' ? 1 : -1)
      if (isArrow(event.key) && !event.ctrlKey && !event.metaKey) return arrow(surface, event.key, event)
      if (keys === 'Enter') return enter(things[0])
      const focused = surface.focused.get()
      if (keys === 'Shift+F10' || keys === 'ContextMenu') {
        // Beside several that one is selecting it is the menu of what the keyboard is at.
        const at = (focused !== null && isPicking(surface) ? surface.thing(focused) : undefined) ?? things[0]
        if (at !== undefined) menuAt(at)
        return at !== undefined
      }
      if (((keys === 'x' && letterKeys.get()) || keys === PICK) && focused !== null) {
        pick(surface, focused)
        return true
      }
      return (keys === 'Delete' || keys === 'Backspace') && removeLink(surface)
    }

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target) || isOverlaid(event.target)) return
      if (isOurs(event.target) && stands(event)) {
        event.preventDefault()
        return
      }
      const keys = keysAt(event)
      if (keys.length === 1 && !letterKeys.get()) return
      const tool = toolsFor(surface.session).find(id => TOOLS[id].keys.includes(keys))
      const command = CANVAS_COMMANDS.find(one => one.keys.includes(keys))
      if (tool === undefined && (command === undefined || command.byBrowser)) return
      const things = surface.things()
      const isAvailable = command?.available(surface, things) === true
      if (command?.yields && !isAvailable) return
      event.preventDefault()
      if (tool !== undefined) takeTool(surface, tool)
      else if (command !== undefined && isAvailable) {
        const next = stopAfter(surface, things)
        const going = command.id === 'putAway' ? removable(surface.session, things) : []
        command.run(surface, things)
        if (going.length > 0) sayPutAway(going, next)
      }
    }
    const sayPutAway = (things: readonly Thing[], next: Thing | null) => {
      const { session } = surface
      // The element that had the focus is gone: the walk goes on from the next one.
      if (next !== null && (document.activeElement === document.body || isOurs(document.activeElement)))
        focusThing(surface, next)
      const [first] = things.filter(isCard)
      const words =
        first === undefined
          ? t('putAwayMarks', { count: things.length })
          : t('putAway', { count: things.length, text: excerpt(first.text) })
      notify(words, { action: { label: t('undo'), onAction: () => session.undo() } })
    }
    // Ahead of the board's own keys, whichever of the two was there first.
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [surface, t])
}

const endAim = (surface: Surface): void => {
  const focused = surface.focused.get()
  if (surface.aim.get()?.is === 'connect' && focused !== null) connectTo(surface, focused)
  else surface.aim.set(null)
}

/** Arrows walk, or move what is selected or aimed; with Alt and Shift they change its size. */
const arrow = (surface: Surface, key: Arrow, { shiftKey, altKey }: KeyboardEvent): boolean => {
  const way = wayOf(key)
  const things = surface.things()
  if (altKey) {
    // Sizes are commands; here it is only said why there is none.
    if (!shiftKey || things.length === 0 || sizableOf(surface, things).length > 0) return false
    surface.tellStaying('all')
    return true
  }
  const isMoving = surface.selected.get().size > 0 || surface.aim.get()?.is === 'move'
  if (!isMoving || things.length === 0) return stepAside(surface, key)
  const far = shiftKey ? NUDGE.large : NUDGE.small
  nudge(surface, things, { x: way.x * far, y: way.y * far })
  return true
}

/** Where the walk goes on when these are gone; ink is no stop of it. */
const stopAfter = (surface: Surface, things: readonly Thing[]): Thing | null => {
  const stops = things.filter(thing => !isInk(thing))
  const [first, last] = [stops[0], stops.at(-1)]
  if (first === undefined || last === undefined) return null
  return stopFurther(surface, last.id, 1) ?? stopFurther(surface, first.id, -1)
}

/** One step out: of a tool, of a half-done move, of the selection. */
const stepOut = (surface: Surface): boolean => {
  if (surface.composing.get() !== null) surface.composing.set(null)
  else if (surface.aim.get() !== null) surface.aim.set(null)
  else if (surface.tool.get() !== 'select') surface.tool.set('select')
  else if (surface.selected.get().size > 0 || surface.link.get() !== null) surface.select([])
  else return false
  return true
}

/**
 * Tab walks all cards and frames in reading order, elements or not; at either end it goes on to what lies beside. What is
 * selected is let go, unless one is selecting several.
 */
const step = (surface: Surface, by: 1 | -1): boolean => {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || !active.matches('[data-card], [data-frame]')) return false
  const next = stopFurther(surface, surface.focused.get(), by)
  if (next === null) return false
  if (surface.aim.get() === null && !isPicking(surface)) surface.select([])
  focusThing(surface, next)
  return true
}

const stepAside = (surface: Surface, arrow: Arrow): boolean => {
  const focused = surface.focused.get()
  const from = focused === null ? undefined : surface.thing(focused)
  const next = from === undefined ? stopFurther(surface, null, 1) : neighbour(surface, from, arrow)
  if (next !== null) focusThing(surface, next)
  return true
}

const removeLink = ({ link, session }: Surface): boolean => {
  const id = link.get()
  const view = id === null ? undefined : session.view.get().link(id)
  if (view === undefined || !mayUnlink(session.me, view) || session.block.get() !== null) return false
  session.edits.disconnect(view.id)
  link.set(null)
  return true
}
