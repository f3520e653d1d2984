import { type CardView, mayUnlink, mayWord, type Position } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { excerpt } from '../cards/excerpt.ts'
import { letterKeys } from '../commands/letterKeys.ts'
import { isTyping, keysOf } from '../ui/keys.ts'
import { notify } from '../ui/notices.ts'
import { connectTo, nudge } from './aim.ts'
import { toScreen } from './camera.ts'
import { CANVAS_COMMANDS } from './canvasCommands.ts'
import { composeInSight } from './compose.ts'
import { focusCard } from './focusCard.ts'
import { cardFurther, isArrow, neighbour, wayOf } from './readingOrder.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import { TOOLS, type ToolId, toolsFor } from './tools.ts'
import { startWording } from './wording.ts'

const NUDGE = { small: 1, large: 10 }

/** Shift and a digit is another sign on every keyboard: the key itself counts. */
const keysAt = (event: KeyboardEvent): string =>
  event.shiftKey && /^Digit\d$/.test(event.code) ? `Shift+${event.code.slice(5)}` : keysOf(event)

/** Whether keys are the whiteboard's now: the focus is on a card, on the ground or nowhere. */
const isOurs = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof HTMLElement && (target.matches('[data-card], h1[tabindex="-1"]') || target.id === 'board'))

/** Whatever is open on top has its own keys. */
export const isOverlaid = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null

/** The keys of the whiteboard, ahead of the board's own. */
export const useCanvasKeys = (events: { onMenu: (card: CardView | null, screen: Position) => void }): void => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const now = useRef(events)
  now.current = events

  useEffect(() => {
    const stands = (event: KeyboardEvent): boolean => {
      const cards = surface.subjects()
      const [card] = cards
      const keys = keysAt(event)
      const aim = surface.aim.get()
      if (keys === 'Escape') return stepOut(surface)
      if (keys === 'Tab' || keys === 'Shift+Tab') return step(surface, keys === 'Tab' ? 1 : -1)
      if (isArrow(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const isMoving = surface.selected.get().size > 0 || aim?.is === 'move'
        if (!isMoving || card === undefined) return stepAside(surface, event.key)
        const far = event.shiftKey ? NUDGE.large : NUDGE.small
        const way = wayOf(event.key)
        if (!nudge(surface, cards, { x: way.x * far, y: way.y * far }))
          surface.sayWhyNot(t(surface.session.block.get() === null ? 'heldFast' : 'blocked'))
        return true
      }
      if (keys === 'Enter' && aim !== null) {
        if (aim.is === 'connect' && surface.focused.get() !== null)
          connectTo(surface, surface.focused.get() as CardView['id'])
        else surface.aim.set(null)
        return true
      }
      if (keys === 'Enter' && card !== undefined) {
        if (!mayWord(surface.session.me, card) || surface.session.block.get() !== null)
          surface.sayWhyNot(t(surface.session.block.get() === null ? 'notYours' : 'blocked'))
        else startWording(surface, card)
        return true
      }
      if ((keys === 'Shift+F10' || keys === 'ContextMenu') && card !== undefined) {
        const box = surface.boxOf(card)
        const frame = document.querySelector('[data-whiteboard]')?.getBoundingClientRect()
        const at = toScreen(surface.camera.get(), { x: box.x, y: box.y + box.h })
        now.current.onMenu(card, { x: at.x + (frame?.left ?? 0), y: at.y + (frame?.top ?? 0) })
        return true
      }
      if (keys === 'x' && letterKeys() && surface.focused.get() !== null) return toggle(surface)
      return (keys === 'Delete' || keys === 'Backspace') && removeLink(surface)
    }

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target) || isOverlaid(event.target)) return
      if (isOurs(event.target) && stands(event)) {
        event.preventDefault()
        return
      }
      const keys = keysAt(event)
      if (keys.length === 1 && /\p{L}/u.test(keys) && !letterKeys()) return
      const tool = toolsFor(surface.session).find(id => TOOLS[id].key === keys)
      const command = CANVAS_COMMANDS.find(one => one.keys.includes(keys))
      if (tool === undefined && (command === undefined || command.byBrowser)) return
      event.preventDefault()
      if (tool !== undefined) take(surface, tool)
      else if (command?.available(surface, surface.subjects())) {
        const subjects = surface.subjects()
        const next =
          cardFurther(surface, subjects.at(-1)?.id ?? null, 1) ?? cardFurther(surface, subjects[0]?.id ?? null, -1)
        command.run(surface, subjects)
        if (command.id === 'putAway') sayPutAway(surface, subjects, next)
      }
    }
    const sayPutAway = ({ session }: Surface, cards: readonly CardView[], next: CardView | null) => {
      // The element that had the focus is gone: the walk goes on from the next card.
      if (next !== null && (document.activeElement === document.body || isOurs(document.activeElement)))
        focusCard(surface, next)
      notify(t('putAway', { count: cards.length, text: excerpt(cards[0]?.text ?? '') }), {
        action: { label: t('undo'), onAction: () => session.undo() },
      })
    }
    // Ahead of the board's own keys, whichever of the two was there first.
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [surface, t])
}

/** A key that takes the card's tool writes at once, in the middle of what is in sight: a hand on the keyboard has no place. */
const take = (surface: Surface, tool: ToolId): void => {
  if (tool === 'card') composeInSight(surface)
  else if (tool === 'text') composeInSight(surface, 'note')
  else surface.tool.set(tool)
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

/** Tab walks all cards in reading order, elements or not; at either end it goes on to what lies beside the whiteboard. */
const step = (surface: Surface, by: 1 | -1): boolean => {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || !active.matches('[data-card]')) return false
  const next = cardFurther(surface, surface.focused.get(), by)
  if (next === null) return false
  if (surface.aim.get() === null) surface.select([])
  focusCard(surface, next)
  return true
}

const stepAside = (surface: Surface, arrow: Parameters<typeof neighbour>[2]): boolean => {
  const focused = surface.focused.get()
  const from = focused === null ? undefined : surface.card(focused)
  const next = from === undefined ? cardFurther(surface, null, 1) : neighbour(surface, from, arrow)
  if (next !== null) focusCard(surface, next)
  return true
}

const toggle = (surface: Surface): boolean => {
  const id = surface.focused.get()
  if (id === null) return false
  const selected = surface.selected.get()
  surface.select(selected.has(id) ? [...selected].filter(other => other !== id) : [...selected, id])
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
