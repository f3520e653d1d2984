import type { Position } from '@jointly/board'
import { movableOf } from './carried.ts'
import { composeAt } from './compose.ts'
import { drawing, erasing, frameAt, framing, pointing } from './drawing.ts'
import { type At, dragging, type Gesture, marquee, pulling } from './gesture.ts'
import { linkAt } from './linksShown.ts'
import { pick } from './pick.ts'
import { resizing } from './resize.ts'
import type { Surface } from './surface.ts'
import type { Target } from './target.ts'
import { isCard, type Thing } from './thing.ts'
import { type ToolId, toolDone } from './tools.ts'

/** A press before it is known to be a click or a drag. */
export type Pressed = {
  readonly isTouch: boolean
  readonly target: Target
  readonly at: At
  readonly wasSelected: boolean
}

export type PointerEvents = {
  /** The menu of something was asked for, or of the ground. */
  readonly onMenu: (thing: Thing | null, screen: Position) => void
  /** The eraser met what others drew. */
  readonly onOthersInk: () => void
  readonly onEdit: (thing: Thing) => void
}

type Of = { readonly surface: Surface; readonly press: Pressed; readonly events: PointerEvents }
/** What a tool makes of a press that began to move; null: nothing, or it is the picture that moves. */
type Begin = (of: Of) => Gesture | null

const select: Begin = ({ surface, press: { target, at, isTouch } }) => {
  if (target.is === 'dot') return pulling(surface, target.thing.id)
  if (target.is === 'corner') return resizing(surface, target.thing, { corner: target.corner, start: at.point })
  if (target.is === 'ground') return isTouch ? null : marquee(surface, at.point, { add: at.shift })
  const { moving, staying } = movableOf(surface, surface.things())
  const gesture = dragging(surface, moving, at.point)
  if (staying > 0 || gesture === null) surface.tellStaying(gesture === null ? 'all' : staying)
  return gesture
}

/** Under a finger the picture moves, unless the finger is on what is selected. */
const selectByTouch: Begin = of =>
  of.press.target.is === 'ground' || (of.press.target.is === 'thing' && !of.press.wasSelected) ? null : select(of)

const cardIn = (target: Target) => (target.is !== 'ground' && isCard(target.thing) ? target.thing : null)

const connect: Begin = ({ surface, press: { target } }) => {
  const card = cardIn(target)
  if (card === null) return null
  const gesture = pulling(surface, card.id)
  if (gesture === null) return null
  return {
    ...gesture,
    end: at => {
      gesture.end(at)
      toolDone(surface)
    },
  }
}

export const BEGIN: Record<ToolId, Begin> = {
  select: of => (of.press.isTouch ? selectByTouch(of) : select(of)),
  hand: () => null,
  card: () => null,
  connect,
  frame: ({ surface, press }) => framing(surface, press.at.point),
  pen: ({ surface, press }) => drawing(surface, press.at),
  text: () => null,
  eraser: ({ surface, press, events }) => erasing(surface, press.at, events.onOthersInk),
  laser: ({ surface, press }) => pointing(surface, press.at),
}

type Click = (of: Pick<Of, 'surface' | 'press'>) => void

const clickSelect: Click = ({ surface, press: { target, at } }) => {
  const link = target.is === 'ground' ? linkAt(surface, at.point) : null
  if (link !== null) surface.selectLink(link.id)
  else if (target.is === 'ground') {
    if (!at.shift) surface.select([])
  } else if (at.shift) pick(surface, target.thing.id)
  else surface.select([target.thing.id])
}

const place =
  (kind?: 'note'): Click =>
  ({ surface, press }) => {
    composeAt(surface, press.at.point, kind === undefined ? {} : { kind })
    toolDone(surface)
  }

const nothing: Click = () => {}

export const CLICK: Record<ToolId, Click> = {
  select: clickSelect,
  hand: nothing,
  card: place(),
  connect: clickSelect,
  frame: ({ surface, press }) => frameAt(surface, press.at.point),
  // A press draws, erases and points by itself.
  ...{ pen: nothing, eraser: nothing, laser: nothing },
  text: place('note'),
}
