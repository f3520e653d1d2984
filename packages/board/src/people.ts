import { z } from 'zod'
import { MemberId, SideId } from './ids.ts'
import { line } from './line.ts'

/** Shapes of a side's mark. The diamond is not here: it marks neutral people. */
export const SHAPES = ['circle', 'square', 'triangle', 'hexagon', 'pentagon'] as const
export type Shape = (typeof SHAPES)[number]

export const PersonName = line(60)

/** A party at the table. `decides`: its word is needed for joint acts; otherwise it advises. */
export const Side = z.object({
  id: SideId,
  name: line(60),
  letter: line(2),
  shape: z.enum(SHAPES),
  decides: z.boolean(),
})
export type Side = z.infer<typeof Side>

/** The sides of one team: at least two, each told apart by id, letter and shape. */
export const Sides = z
  .array(Side)
  .min(2)
  .max(SHAPES.length)
  .superRefine((sides, refuse) => {
    for (const key of ['id', 'letter', 'shape', 'name'] as const)
      if (new Set(sides.map(side => side[key].toLowerCase())).size < sides.length)
        refuse.addIssue({ code: 'custom', message: `two sides share one ${key}` })
  })

export const DEFAULT_SIDES: readonly Side[] = Sides.parse([
  { id: 'union', name: 'Union', letter: 'U', shape: 'circle', decides: true },
  { id: 'management', name: 'Management', letter: 'M', shape: 'square', decides: true },
])

type RoleRow = {
  /** May contribute cards and wording. */
  readonly writes: boolean
  /** `always`: the role exists within a side; `maybe`: with or without. */
  readonly side: 'always' | 'maybe'
  /** Stands for the side when it is counted ("2 of 5"). */
  readonly counted: boolean
  /** Acts, or reads, only once every deciding side that has a co-chair has accepted the person. */
  readonly accepted: boolean
}

export const ROLES = {
  facilitator: { writes: true, side: 'maybe', counted: false, accepted: true },
  'co-chair': { writes: true, side: 'always', counted: true, accepted: false },
  member: { writes: true, side: 'always', counted: true, accepted: false },
  observer: { writes: false, side: 'maybe', counted: false, accepted: true },
  guest: { writes: true, side: 'maybe', counted: false, accepted: false },
} as const satisfies Record<string, RoleRow>
export type Role = keyof typeof ROLES
export const Role = z.enum(Object.keys(ROLES) as [Role, ...Role[]])

/**
 * A person in a team. `admitted: false` waits for the side's co-chair; `awaits` names the sides that have yet to accept a
 * facilitator or an observer; `left` keeps the name under old words.
 */
export const Member = z.object({
  id: MemberId,
  name: PersonName,
  role: Role,
  side: SideId.nullable(),
  admitted: z.boolean(),
  awaits: z.array(SideId).min(1).optional(),
  left: z.literal(true).optional(),
})
export type Member = z.infer<typeof Member>

/** [P1] A co-chair and a member sit on a side; nobody sits on a side that the team does not have. */
export const seatExists = (seat: { role: Role; side: SideId | null }, sides: readonly Side[]): boolean =>
  seat.side === null ? ROLES[seat.role].side === 'maybe' : sides.some(side => side.id === seat.side)

/** Members who belong to the team: admitted and not gone. */
export const present = (members: Iterable<Member>): Member[] => [...members].filter(m => m.admitted && !m.left)

/** Whether somebody may do now what their role says: they belong to the team, and no side has yet to accept them. */
export const inForce = (member: Member): boolean => member.admitted && !member.left && member.awaits === undefined

const chairs = (members: Iterable<Member>, side: SideId) =>
  present(members).filter(m => m.side === side && m.role === 'co-chair')

export const hasChair = (side: SideId, members: Iterable<Member>): boolean => chairs(members, side).length > 0

/** [P2] Who acts for a side: its co-chairs; in a side without one, any of its counted members. */
export const actsFor = (member: Member, side: SideId, members: Iterable<Member>): boolean => {
  if (!member.admitted || member.left || member.side !== side || !ROLES[member.role].counted) return false
  return member.role === 'co-chair' || !hasChair(side, members)
}

/** The side that somebody speaks for: guests and observers sit with one and do not. */
export const speaksFor = ({ role, side }: Pick<Member, 'role' | 'side'>): SideId | null =>
  ROLES[role].counted ? side : null

/** The sides whose word is needed for joint acts, in the team's order; the others advise. */
export const decidingSides = (sides: readonly Pick<Side, 'id' | 'decides'>[]): readonly SideId[] =>
  sides.filter(({ decides }) => decides).map(({ id }) => id)

/** Whether somebody acts for a side whose word is needed. `members`: a list of them, or the minutes' map. */
export const actsForADecidingSide = (
  member: Member,
  { sides, members }: { readonly sides: readonly Side[]; readonly members: { values(): Iterable<Member> } },
): boolean => decidingSides(sides).some(side => actsFor(member, side, members.values()))

/**
 * [P3] Whether a newcomer to a seat is in at once. Neutral seats and sides without a co-chair admit at once. Otherwise a
 * co-chair of that side admits, either now or by having made this very invitation for one person: a link for several
 * can be forwarded, so it waits.
 */
export const admitsAtOnce = (
  seat: { side: SideId | null; uses: number },
  inviter: Member,
  members: Iterable<Member>,
): boolean => {
  if (seat.side === null) return true
  const itsChairs = chairs(members, seat.side)
  return itsChairs.length === 0 || (seat.uses === 1 && itsChairs.some(chair => chair.id === inviter.id))
}

/** How many of a side are counted: the 5 in "2 of 5". */
export const countOf = (side: SideId, members: Iterable<Member>): number =>
  present(members).filter(m => m.side === side && ROLES[m.role].counted).length

type Sided = { readonly sides: readonly Side[]; readonly members: readonly Member[] }

const chairedSides = ({ sides, members }: Sided): SideId[] =>
  decidingSides(sides).filter(side => hasChair(side, members))

/** The same person, waiting for exactly these sides. */
export const awaiting = <M extends Member>({ awaits: _before, ...member }: M, sides: readonly SideId[]): M =>
  (sides.length === 0 ? member : { ...member, awaits: [...sides] }) as M // `awaits` is optional in every kind of member

/**
 * [P5] The sides that have yet to accept a newcomer to this role: every deciding one that has a co-chair, save that of the
 * co-chair who brings them. Before any side has a co-chair nobody waits: somebody has to set the table.
 */
export const awaitedBy = (role: Role, table: Sided, { bringer }: { bringer: Member | null }): SideId[] =>
  ROLES[role].accepted ? chairedSides(table).filter(side => bringer?.side !== side || bringer.role !== 'co-chair') : []

/**
 * [P6] Who stands differently once the co-chairs have changed: a side's first co-chair has yet to accept everybody whom
 * sides accept; a side that has none any more is waited for by nobody.
 */
export const standingAnew = <M extends Member>({
  sides,
  before,
  after,
}: {
  sides: readonly Side[]
  before: readonly Member[]
  after: readonly M[]
}): M[] => {
  const had = chairedSides({ sides, members: before })
  const has = chairedSides({ sides, members: after })
  const gained = has.filter(side => !had.includes(side))
  const lost = had.filter(side => !has.includes(side))
  if (gained.length + lost.length === 0) return []
  return after
    .filter(member => ROLES[member.role].accepted && !member.left)
    .map(member => {
      const kept = (member.awaits ?? []).filter(side => !lost.includes(side) && !gained.includes(side))
      return awaiting(member, [...kept, ...gained])
    })
}
