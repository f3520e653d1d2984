import { CARD_KINDS, type CardFields, type LinkFields } from './cards.ts'
import type { Document } from './documents.ts'
import type { SideId } from './ids.ts'
import { actsFor, hasChair, type Member, ROLES, type Role, type Side } from './people.ts'

export type Access = 'write' | 'read' | 'none'

type DocumentRow = (who: { member: Member; document: Document; paused: boolean }) => Access

const inSide: DocumentRow = ({ member, document }) =>
  document.kind === 'caucus' && member.side === document.side && ROLES[member.role].counted ? 'write' : 'none'

/** Who may read and write each kind of document. The one place that says so; the door asks it and nothing else. */
const DOCUMENTS: Record<Document['kind'], DocumentRow> = {
  joint: ({ member, paused }) => (ROLES[member.role].writes && !paused ? 'write' : 'read'),
  minutes: () => 'read',
  caucus: inSide,
  // A draft opens with a writing round; until a board has rounds there is none to open.
  draft: () => 'none',
}

/**
 * [A1] What a member may do with a document of their own team's board. `paused`: editing is paused now.
 * Nobody who is not admitted, or has left, reads anything.
 */
export const accessTo = (who: { member: Member; document: Document; paused: boolean }): Access =>
  who.member.admitted && !who.member.left ? DOCUMENTS[who.document.kind](who) : 'none'

const facilitates = (member: Member) => member.role === 'facilitator'
const writes = (member: Member) => member.admitted && !member.left && ROLES[member.role].writes

/** A neutral card belongs to the one who wrote it, not to everybody without a side. */
const ownSide = (member: Member, made: { by: string; side: string | null }) =>
  made.by === member.id || (made.side !== null && made.side === member.side)

/** [A2] Who may change a card's words: by its kind everybody, or its side (and a facilitator without a side, who records). */
export const mayWord = (member: Member, card: Pick<CardFields, 'kind' | 'by' | 'side'>): boolean =>
  writes(member) &&
  (CARD_KINDS[card.kind].worded === 'all' || ownSide(member, card) || (facilitates(member) && member.side === null))

/** [A3] Who may move a card: while the layout is locked its author and a facilitator, otherwise everybody who writes. */
export const mayPlace = (member: Member, card: Pick<CardFields, 'by'>, layout: { locked: boolean }): boolean =>
  writes(member) && (!layout.locked || card.by === member.id || facilitates(member))

/** [A4] Who may put a card away and bring it back: its side, and a facilitator. */
export const mayPutAway = (member: Member, card: Pick<CardFields, 'by' | 'side'>): boolean =>
  writes(member) && (ownSide(member, card) || facilitates(member))

/** [A5] Who may take a link away: its writer's side, and a facilitator. Anybody who writes may suggest one. */
export const mayUnlink = (member: Member, link: Pick<LinkFields, 'by' | 'side'>): boolean =>
  writes(member) && (ownSide(member, link) || facilitates(member))

/** [A6] Who may add cards and suggest links at all. */
export const mayWrite = writes

type Table = { readonly sides: readonly Side[]; readonly members: readonly Member[] }

const actsForASide = (member: Member, { sides, members }: Table): boolean =>
  sides.some(side => side.decides && actsFor(member, side.id, members))

/** [A7] Who may open a board: a facilitator, and whoever acts for a deciding side. */
export const mayOpenBoard = (member: Member, table: Table): boolean =>
  writes(member) && (facilitates(member) || actsForASide(member, table))

/**
 * [A8] Who may make a link to a seat. To a side: whoever acts for it; its other members and a facilitator too, except that
 * a side which has a co-chair names its next ones itself. To a neutral seat: a facilitator, or whoever acts for a deciding
 * side. Whether the newcomer must then be admitted is another question ([P3]).
 */
export const mayInvite = (inviter: Member, seat: { role: Role; side: SideId | null }, table: Table): boolean => {
  if (!writes(inviter)) return false
  if (seat.side === null) return facilitates(inviter) || actsForASide(inviter, table)
  if (actsFor(inviter, seat.side, table.members)) return true
  if (seat.role === 'co-chair' && hasChair(seat.side, table.members)) return false
  return facilitates(inviter) || (inviter.side === seat.side && ROLES[inviter.role].counted)
}

/**
 * [A9] Who may admit, remove or re-role a member. Of a side: whoever acts for that side, and nobody else, the maker of the
 * team and its facilitators included. A neutral person: whoever acts for a deciding side, so that any side can dismiss a
 * facilitator; neutral observers and guests also by a facilitator. Everybody may leave.
 */
export const mayChangeMember = (actor: Member, target: Member, table: Table): boolean => {
  if (!actor.admitted || actor.left) return false
  if (target.side !== null) return actsFor(actor, target.side, table.members)
  return actsForASide(actor, table) || (facilitates(actor) && !facilitates(target))
}
