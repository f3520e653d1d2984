import { CARD_KINDS, type CardFields, type CardKind, type OPEN_FIELDS, type Topic } from './cards.ts'
import type { Document } from './documents.ts'
import type { CardId, MemberId, SideId } from './ids.ts'
import type { OPEN_MARK_FIELDS } from './marks.ts'
import { actsFor, actsForADecidingSide, hasChair, inForce, type Member, ROLES, type Role, type Side } from './people.ts'
import type { JointText } from './schema.ts'
import { STAGES, type StageKind } from './stages.ts'

export type Access = 'write' | 'read' | 'none'

type Who = {
  readonly member: Member
  readonly document: Document
  /** Editing is paused on the board now. */
  readonly paused: boolean
  /** The side has switched off writing in its caucus. */
  readonly writingOff?: boolean
  /** The side has asked this guest in, and has not ended the caucus since. */
  readonly invited?: boolean
}
type DocumentRow = (who: Who) => Access

const inSide: DocumentRow = ({ member, document, writingOff, invited }) => {
  if (document.kind !== 'caucus' || member.side !== document.side) return 'none'
  if (!ROLES[member.role].counted && !(mayBeInvited(member, document.side) && invited)) return 'none'
  return writingOff ? 'read' : 'write'
}

/** [A21] Whom a side may ask into its caucus: a guest who sits with it. */
export const mayBeInvited = (member: Member, side: SideId): boolean =>
  inForce(member) && member.role === 'guest' && member.side === side

/** Who may read and write each kind of document. The one place that says so; the door asks it and nothing else. */
const DOCUMENTS: Record<Document['kind'], DocumentRow> = {
  joint: ({ member, paused }) => (ROLES[member.role].writes && !paused ? 'write' : 'read'),
  minutes: () => 'read',
  caucus: inSide,
  // A draft is of a writing round, and no kind of round asks for one yet.
  draft: () => 'none',
}

/**
 * [A1] What a member may do with a document of their own team's board. Nobody who is not admitted, not accepted, or has
 * left, reads anything.
 */
export const accessTo = (who: Who): Access => (inForce(who.member) ? DOCUMENTS[who.document.kind](who) : 'none')

const facilitates = (member: Member) => member.role === 'facilitator'
const writes = (member: Member) => inForce(member) && ROLES[member.role].writes

/** A neutral card belongs to the one who wrote it, not to everybody without a side. */
const ownSide = (member: Member, made: { by: string; side: string | null }) =>
  made.by === member.id || (made.side !== null && made.side === member.side)

/**
 * [A2] Who may change a card's words: by its kind everybody, or its side (and a facilitator without a side, who records).
 * [A30] A comment is said by one person, and nobody else words it.
 */
export const mayWord = (member: Member, card: CardTag): boolean => {
  if (!writes(member)) return false
  if (card.about !== undefined) return card.by === member.id
  return (
    CARD_KINDS[card.kind].worded === 'all' || ownSide(member, card) || (facilitates(member) && member.side === null)
  )
}

/**
 * [A3] Who may move a card, a frame or ink, and title a frame: while the layout is locked its author and a facilitator,
 * otherwise everybody who writes.
 */
export const mayPlace = (member: Member, made: { readonly by: string }, layout: { locked: boolean }): boolean =>
  writes(member) && (!layout.locked || made.by === member.id || facilitates(member))

/** [A4] Who may put a card away and bring it back: its side, and a facilitator. */
export const mayPutAway = (member: Member, card: Pick<CardFields, 'by' | 'side'>): boolean =>
  writes(member) && (ownSide(member, card) || facilitates(member))

/** [A5] Who may take a link or a mark away: its writer's side, and a facilitator. Anybody who writes may make one. */
export const mayUnlink = (member: Member, link: Tag): boolean =>
  writes(member) && (ownSide(member, link) || facilitates(member))

/** [A6] Who may add cards and suggest links at all. */
export const mayWrite = writes

type Table = { readonly sides: readonly Side[]; readonly members: readonly Member[] }

/** [A7] Who may open a board: a facilitator, and whoever acts for a deciding side. */
export const mayOpenBoard = (member: Member, table: Table): boolean =>
  writes(member) && (facilitates(member) || actsForADecidingSide(member, table))

const isFirstChair = ({ role, side }: { role: Role; side: SideId | null }, { members }: Table): boolean =>
  role === 'co-chair' && side !== null && !hasChair(side, members)

/**
 * [A8] Who may make a link to a seat. To a side: whoever acts for it; its other members and a facilitator too, except that
 * a side which has a co-chair names its next ones itself. To a neutral seat: a facilitator, or whoever acts for a deciding
 * side. A facilitator whom sides have yet to accept still seats the first co-chair of a side that has none: the table must
 * be set by somebody. Whether the newcomer must then be admitted or accepted is another question ([P3], [P5]).
 */
export const mayInvite = (inviter: Member, seat: { role: Role; side: SideId | null }, table: Table): boolean => {
  if (isFirstChair(seat, table) && facilitates(inviter) && inviter.admitted && !inviter.left) return true
  if (!writes(inviter)) return false
  if (seat.side === null) return facilitates(inviter) || actsForADecidingSide(inviter, table)
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
  if (!inForce(actor)) return false
  if (target.side !== null) return actsFor(actor, target.side, table.members)
  return actsForADecidingSide(actor, table) || (facilitates(actor) && !facilitates(target))
}

/**
 * [A11] Who accepts a facilitator or an observer for a side, and dismisses one: whoever acts for a deciding side. What one
 * side says holds for that side alone, and one that dismisses is enough.
 */
export const mayAccept = (actor: Member, target: Member, table: Table): boolean =>
  ROLES[target.role].accepted && !target.left && actsForADecidingSide(actor, table)

/**
 * [A12] What keeps a member of the team out. Whoever waits for a side's acceptance sees no board; a facilitator still comes
 * to the team's page, to seat the first co-chairs.
 */
export const keptOut = (member: Member, of: 'team' | 'board'): 'not_admitted' | 'not_accepted' | null => {
  if (!member.admitted) return 'not_admitted'
  return inForce(member) || (of === 'team' && facilitates(member)) ? null : 'not_accepted'
}

/** [A20] Who switches writing in a side's caucus off and on, and who purges it: whoever acts for that side. */
export const mayRunCaucus = (member: Member, side: SideId, members: Iterable<Member>): boolean =>
  inForce(member) && actsFor(member, side, members)

type Tag = { readonly by: string; readonly side: string | null }

/** What each act is about. `id`: which card it is, where it may be one that came late and was let in, or was erased. */
type About = {
  'make card': {
    readonly kind: CardKind
    readonly spokenBy?: MemberId | undefined
    readonly about?: Topic | undefined
    readonly id?: CardId
  }
  'word card': { readonly card: CardTag; readonly id?: CardId }
  'set card': { readonly card: CardTag; readonly id?: CardId }
  'place card': { readonly card: CardTag; readonly id?: CardId }
  'put away card': { readonly card: CardTag }
  'make link': { readonly ends: readonly CardId[] }
  'take away link': { readonly made: Tag }
  'make mark': unknown
  'place mark': { readonly made: Tag }
  'title frame': { readonly made: Tag }
  'take away mark': { readonly made: Tag }
  'word text': { readonly text: JointText }
}
/** What one update does to one place, as the gate sees it: the finest thing that somebody may or may not do to a document. */
export type Act = { [A in keyof About]: { readonly act: A } & About[A] }[keyof About]

/** What of a card decides who may do what to it; fixed when it is made. */
export const TAG = ['kind', 'by', 'side', 'about'] as const satisfies readonly (keyof CardFields)[]
export type CardTag = Pick<CardFields, (typeof TAG)[number]>

/** Which act it is to write one of a card's open fields, or to take it away. */
export const FIELD_ACTS = {
  pos: 'place card',
  size: 'place card',
  order: 'place card',
  in: 'place card',
  gone: 'put away card',
  current: 'set card',
  source: 'set card',
  anchor: 'set card',
  alt: 'set card',
} as const satisfies Record<(typeof OPEN_FIELDS)[number], 'place card' | 'put away card' | 'set card'>

/** The same for a mark. */
export const MARK_FIELD_ACTS = {
  pos: 'place mark',
  size: 'place mark',
  title: 'title frame',
  gone: 'take away mark',
} as const satisfies Record<keyof typeof OPEN_MARK_FIELDS, 'place mark' | 'title frame' | 'take away mark'>

/** Why an act was refused; the names travel in the reason of a close and are explained on screen. */
export const ACT_REFUSALS = [
  'read_only',
  'rules_not_acknowledged',
  'stage_only',
  'not_your_words',
  'layout_locked',
  'card_erased',
  'not_yours_to_put_away',
  'not_yours_to_take_away',
] as const
export type ActRefusal = (typeof ACT_REFUSALS)[number]

/**
 * The state of the board that acts are judged in. `only`: the kind of stage that alone is open now, or null. `bound`: who
 * is bound by the ground rules; absent while none are in force, and then everybody may write. `late`: the cards and joint
 * texts that came after the stage had closed to them and were let in, each with whom it may come from. `erased`: the cards
 * whose content the deciding sides have erased.
 */
export type Circumstances = {
  readonly locked: boolean
  readonly only: StageKind | null
  readonly late?: ReadonlyMap<CardId | JointText, MemberId> | undefined
  readonly bound?: ReadonlySet<string> | undefined
  readonly erased?: ReadonlySet<CardId> | undefined
}
/** What holds in a side's own rooms: no stage and no lock of the table reaches into them. */
export const UNBOUND: Circumstances = { locked: false, only: null }

const makes = (only: StageKind | null, kind: CardKind): boolean =>
  only === null || (STAGES[only].makes as readonly CardKind[]).includes(kind)

type ActRow<A extends Act['act']> = (
  member: Member,
  act: Extract<Act, { act: A }>,
  now: Circumstances,
) => ActRefusal | null

const unless = (allowed: boolean, refusal: ActRefusal): ActRefusal | null => (allowed ? null : refusal)
/**
 * A stage opened with `only` binds members; a facilitator still prepares and records. [A30] What is said about something
 * that is there belongs to no stage.
 */
const outsideStage = (
  member: Member,
  { kind, about, id }: Pick<CardTag, 'kind' | 'about'> & { readonly id?: CardId | undefined },
  { only, late }: Circumstances,
): ActRefusal | null => {
  const isLetIn = id !== undefined && late?.get(id) === member.id
  return unless(about !== undefined || facilitates(member) || makes(only, kind) || isLetIn, 'stage_only')
}

/**
 * [A13] What was erased takes no words, no field, no place, no connection and no comment, which would say again what was
 * taken out; it is put away and brought back, no more.
 */
const ofErased = (ids: readonly (Topic | undefined)[], now: Circumstances): ActRefusal | null => {
  const erased: ReadonlySet<Topic | undefined> = now.erased ?? NOTHING
  return unless(!ids.some(id => erased.has(id)), 'card_erased')
}
const NOTHING: ReadonlySet<Topic | undefined> = new Set()

/** [A10] Who may do what to a document that they may write. One row an act; the gate and the screens ask the same table. */
const ACTS: { readonly [A in Act['act']]: ActRow<A> } = {
  'make card': (member, { spokenBy = member.id, ...card }, now) =>
    unless(spokenBy === member.id || facilitates(member), 'not_your_words') ??
    outsideStage(member, card, now) ??
    ofErased([card.about], now),
  'word card': (member, { card, id }, now) =>
    unless(mayWord(member, card), 'not_your_words') ??
    outsideStage(member, { ...card, id }, now) ??
    ofErased([id], now),
  'place card': (member, { card, id }, now) =>
    unless(mayPlace(member, card, now), 'layout_locked') ?? ofErased([id], now),
  'put away card': (member, { card }) => unless(mayPutAway(member, card), 'not_yours_to_put_away'),
  'set card': (member, { card, id }, now) =>
    unless(mayWord(member, card), 'not_your_words') ??
    outsideStage(member, { ...card, id }, now) ??
    ofErased([id], now),
  'make link': (_member, { ends }, now) => ofErased(ends, now),
  'make mark': () => null,
  'place mark': (member, { made }, now) => unless(mayPlace(member, made, now), 'layout_locked'),
  'title frame': (member, { made }, now) => unless(mayPlace(member, made, now), 'layout_locked'),
  'take away link': (member, { made }) => unless(mayUnlink(member, made), 'not_yours_to_take_away'),
  'take away mark': (member, { made }) => unless(mayUnlink(member, made), 'not_yours_to_take_away'),
  'word text': (member, { text }, { only, late }) =>
    unless(facilitates(member) || only === null || only === text || late?.get(text) === member.id, 'stage_only'),
}

/** [A10] Why this member may not do this now, or null. Default: whoever may not write at all may do nothing. */
export const actRefusal = (member: Member, act: Act, now: Circumstances): ActRefusal | null => {
  if (!writes(member)) return 'read_only'
  if (now.bound?.has(member.id) === false) return 'rules_not_acknowledged'
  // Each row takes its own kind of act; over the whole table TypeScript sees only their union.
  const row = ACTS[act.act] as ActRow<Act['act']>
  return row(member, act, now)
}
