import { actRefusal, type CardId, type CardView, mayPutAway } from '@jointly/board'
import { isGroup } from './groups.ts'
import { orderOf } from './readingOrder.ts'
import { mayMove } from './rights.ts'
import type { Surface } from './surface.ts'
import { idsOf, isCard, type Thing } from './thing.ts'
import { startWording } from './wording.ts'

const split = (things: readonly Thing[]) => {
  const cards = things.filter(isCard)
  return { groups: cards.filter(isGroup), cards: cards.filter(card => !isGroup(card)) }
}

const mayMakeGroup = ({ session }: Surface): boolean =>
  actRefusal(session.me, { act: 'make card', kind: 'cluster' }, session.circumstances.get()) === null

/** Whether there are cards here that this person can put into a group: a new one, or the one that is selected with them. */
export const canGroup = (surface: Surface, things: readonly Thing[]): boolean => {
  const { groups, cards } = split(things)
  const movable = cards.filter(card => mayMove(surface.session, card))
  return groups.length === 0 ? movable.length > 1 && mayMakeGroup(surface) : movable.length > 0
}

/** Groups cards: under a new heading, which is written next, or in the group that is selected with them. */
export const group = (surface: Surface, things: readonly Thing[]): void => {
  const { session } = surface
  const { groups, cards } = split(things)
  const movable = cards.filter(card => mayMove(session, card))
  const [into] = groups
  if (into !== undefined) session.edits.joinGroup(idsOf(movable), into.id)
  else {
    const hull = surface.hullOf(movable)
    const pos = { x: Math.round(hull?.x ?? 0), y: Math.round(hull?.y ?? 0) }
    const id = session.edits.group({ heading: '', cards: idsOf(movable), pos })
    const made = id === null ? undefined : surface.card(id)
    if (made !== undefined) startWording(surface, made)
  }
  if (movable.length < cards.length) surface.tellStaying(cards.length - movable.length)
}

/** What taking apart means for these: whole groups go, and single cards leave theirs. */
const apart = (surface: Surface, things: readonly Thing[]): { cards: CardId[]; groups: CardId[] } => {
  const { groups, cards } = split(things)
  const gone = groups.filter(one => mayPutAway(surface.session.me, one))
  const leaving = [...gone.flatMap(one => surface.membersOf(one)), ...cards.filter(isIn(surface))]
  return { groups: idsOf(gone), cards: idsOf(leaving.filter(card => mayMove(surface.session, card))) }
}

const isIn =
  (surface: Surface) =>
  (card: CardView): boolean =>
    card.in !== undefined && surface.card(card.in) !== undefined

export const canUngroup = (surface: Surface, things: readonly Thing[]): boolean => {
  const { cards, groups } = apart(surface, things)
  return surface.session.block.get() === null && cards.length + groups.length > 0
}

export const ungroup = (surface: Surface, things: readonly Thing[]): void => {
  const { cards, groups } = apart(surface, things)
  surface.session.edits.ungroup(cards, groups)
  surface.select(cards)
}

/** Whether these cards can go one place further in reading order, or back. */
export const canReorder = (surface: Surface, things: readonly Thing[]): boolean =>
  things.some(thing => isCard(thing) && mayMove(surface.session, thing))

/** One place on in reading order, or back; what stands later is read later and lies on top. */
export const reorder = (surface: Surface, things: readonly Thing[], by: 1 | -1): void => {
  const moving = new Set(things.filter(isCard).filter(card => mayMove(surface.session, card)))
  const all = orderOf(surface.session.view.get().cards).cards
  const rest = all.filter(card => !moving.has(card))
  const edge = by === 1 ? all.findLastIndex(card => moving.has(card)) : all.findIndex(card => moving.has(card))
  const at = all.slice(0, edge).filter(card => !moving.has(card)).length + by
  if (at < 0 || at > rest.length) return
  surface.session.edits.order(idsOf([...moving]), rest[at - 1]?.id ?? null, rest[at]?.id ?? null)
}
