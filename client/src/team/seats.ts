import { type Member, mayInvite, ROLES, type Role, type Side, type SideId } from '@jointly/board'

export type Seat = { readonly role: Role; readonly side: SideId | null }
type Table = { readonly sides: readonly Side[]; readonly members: readonly Member[] }

const ALL_ROLES = Object.keys(ROLES) as Role[]

/** Every seat that the team has: each role on each side, and without one where the role may be. */
const seatsOf = (sides: readonly Side[]): Seat[] =>
  ALL_ROLES.flatMap(role => [
    ...sides.map(side => ({ role, side: side.id })),
    ...(ROLES[role].side === 'maybe' ? [{ role, side: null }] : []),
  ])

/** The seats that this member may make a link to. */
export const seatsToOffer = (inviter: Member, table: Table): Seat[] =>
  seatsOf(table.sides).filter(seat => mayInvite(inviter, seat, table))

/**
 * What an invitation begins with. A side begins with its first co-chair, who then admits the others: so as long as a side
 * has none, that is whom to invite; afterwards a member of one's own side.
 */
export const firstSeat = (inviter: Member, table: Table): Seat | null => {
  const offered = seatsToOffer(inviter, table)
  const chairless = offered.find(
    ({ role, side }) =>
      role === 'co-chair' && !table.members.some(member => member.side === side && member.role === 'co-chair'),
  )
  const own = offered.find(({ role, side }) => role === 'member' && side === inviter.side)
  return (inviter.side === null ? (chairless ?? own) : own) ?? offered[0] ?? null
}

/** The roles that a member of this side may be given; a facilitator comes by invitation alone. */
export const rolesToGive = (target: Pick<Member, 'role' | 'side'>): Role[] =>
  ALL_ROLES.filter(
    role => role !== 'facilitator' && role !== target.role && (target.side !== null || ROLES[role].side === 'maybe'),
  )
