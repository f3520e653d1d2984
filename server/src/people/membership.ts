import {
  admitsAtOnce,
  awaiting,
  DEFAULT_SIDES,
  hasChair,
  MemberId,
  mayAccept,
  mayChangeMember,
  mayInvite,
  newId,
  ROLES,
  seatExists,
  TeamId,
} from '@jointly/board'
import type { ProblemCode, Request } from '@jointly/protocol'
import type { Change, InvitationRecord, MemberRecord, Storage, TeamRecord } from '../storage/storage.ts'
import type { AtTeam } from './door.ts'
import type { Invitations } from './invitations.ts'
import type { Roll } from './roll.ts'
import type { Sessions, Visitor } from './sessions.ts'

type Refused = { readonly refused: ProblemCode }
const refuse = (refused: ProblemCode): Refused => ({ refused })

/** Somebody who came in: their seat, and the secret of the session that speaks for them alone. */
export type Joined = { readonly team: TeamRecord; readonly member: MemberRecord; readonly token: string }

type MembershipParts = {
  readonly storage: Storage
  readonly roll: Roll
  readonly invitations: Invitations
  readonly sessions: Sessions
  readonly clock: () => number
}

/** How somebody comes to belong to a team, is admitted, accepted, given another part, and leaves. */
export class Membership {
  private readonly storage: Storage
  private readonly roll: Roll
  private readonly invitations: Invitations
  private readonly sessions: Sessions
  private readonly clock: () => number

  constructor({ storage, roll, invitations, sessions, clock }: MembershipParts) {
    this.storage = storage
    this.roll = roll
    this.invitations = invitations
    this.sessions = sessions
    this.clock = clock
  }

  /** The maker starts as the facilitator, without a side and without any power over one. */
  async makeTeam(
    { name, yourName, sides = [...DEFAULT_SIDES] }: Request<'createTeam'>,
    visitor: Visitor,
  ): Promise<Joined> {
    const team: TeamRecord = { id: newId(TeamId), name, sides, createdAt: this.now() }
    const member: MemberRecord = {
      id: newId(MemberId),
      team: team.id,
      name: yourName,
      role: 'facilitator',
      side: null,
      admitted: true,
    }
    const { token, changes } = this.sessions.openFor(member.id, visitor)
    await this.storage.commit({ changes: [{ put: 'team', team }, { put: 'member', member }, ...changes] })
    return { team, member, token }
  }

  /** Two who use the last place at once: one is in, the other is told that it is used up. */
  join(code: string, name: string | undefined, visitor: Visitor): Promise<Joined | Refused> {
    return this.roll.inTurn(() => this.seat(code, name, visitor))
  }

  private async seat(code: string, name: string | undefined, visitor: Visitor): Promise<Joined | Refused> {
    const invitation = await this.invitations.behind(code)
    if ('refused' in invitation) return invitation
    const team = await this.storage.team(invitation.team)
    if (team === null) return refuse('no_such')
    const member = await this.seatFor(invitation, name, team)
    if ('refused' in member) return member
    const session = this.sessions.openFor(member.id, visitor)
    const changes: Change[] = [{ use: 'invitation', id: invitation.id }, ...session.changes]
    if (invitation.member === null) await this.roll.write(team, member, { by: member, changes })
    else await this.storage.commit({ changes })
    return { team, member, token: session.token }
  }

  private async seatFor(
    invitation: InvitationRecord,
    name: string | undefined,
    team: TeamRecord,
  ): Promise<MemberRecord | Refused> {
    if (invitation.member !== null) {
      const known = await this.storage.member(invitation.member)
      return known === null || known.left ? refuse('no_such') : known
    }
    const chosen = name ?? invitation.name
    if (chosen === null) return refuse('bad_request')
    const { role, side } = invitation
    const admitted = !(await this.invitations.waits(invitation))
    const member: MemberRecord = { id: newId(MemberId), team: team.id, name: chosen, role, side, admitted }
    const sides = await this.invitations.awaits(invitation, team)
    return awaiting(
      member,
      sides.map(one => one.id),
    )
  }

  change(at: AtTeam, id: MemberId, change: Request<'changeMember'>): Promise<MemberRecord | Refused> {
    return this.roll.inTurn(() => this.reseat(at, id, change))
  }

  private async reseat(
    { team, member: { id: actorId } }: AtTeam,
    id: MemberId,
    change: Request<'changeMember'>,
  ): Promise<MemberRecord | Refused> {
    const pair = await this.roll.pair(team.id, actorId, id)
    if (pair === null) return refuse('no_such')
    const { by: actor, before, members } = pair
    const table = { sides: team.sides, members }
    if (!mayChangeMember(actor, before, table)) return refuse('not_co_chair')
    // A facilitator comes by invitation: nobody is made one by a single side.
    if (change.role === 'facilitator' && before.role !== 'facilitator') return refuse('not_facilitator')
    const side = change.side === undefined ? before.side : change.side
    const seat = { role: change.role ?? before.role, side }
    if (!seatExists(seat, team.sides)) return refuse('seat_missing')
    const moves = side !== before.side
    // A side that has nobody to admit a newcomer gets none from another: they would be in at once, and act for it.
    const isUnguarded = moves && side !== null && !hasChair(side, members)
    if (isUnguarded && !mayInvite(actor, seat, table)) return refuse('not_co_chair')
    const admitted = moves
      ? admitsAtOnce({ side, uses: 1 }, actor, members)
      : before.admitted || change.admitted === true
    // Who becomes an observer was in the room before and is accepted as such; who is one no more waits for nobody.
    const awaits = ROLES[seat.role].accepted ? (before.awaits ?? []) : []
    const member: MemberRecord = awaiting({ ...before, ...seat, admitted }, awaits)
    await this.roll.write(team, member, { by: actor })
    return member
  }

  /** One side's yes or no to a facilitator or an observer. Said twice, it is said once. */
  hear(at: AtTeam, id: MemberId, says: 'yes' | 'no'): Promise<MemberRecord | Refused> {
    return this.roll.inTurn(() => this.note(at, id, says))
  }

  private async note(
    { team, member: { id: actorId } }: AtTeam,
    id: MemberId,
    says: 'yes' | 'no',
  ): Promise<MemberRecord | Refused> {
    const pair = await this.roll.pair(team.id, actorId, id)
    if (pair === null) return refuse('no_such')
    const { by: actor, before, members } = pair
    if (!ROLES[before.role].accepted) return refuse('needs_no_acceptance')
    const { side } = actor
    if (side === null || !mayAccept(actor, before, { sides: team.sides, members })) return refuse('not_co_chair')
    const awaited = before.awaits ?? []
    if (awaited.includes(side) === (says === 'no')) return before
    const member = awaiting(before, says === 'no' ? [...awaited, side] : awaited.filter(one => one !== side))
    await this.roll.write(team, member, { by: actor })
    return member
  }

  /** The words of somebody who leaves stay, under their name and side; their sessions and sockets end. */
  remove(at: AtTeam, id: MemberId): Promise<null | Refused> {
    return this.roll.inTurn(() => this.unseat(at, id))
  }

  private async unseat({ team, member: { id: actorId } }: AtTeam, id: MemberId): Promise<null | Refused> {
    const pair = await this.roll.pair(team.id, actorId, id)
    if (pair === null) return refuse('no_such')
    const { by: actor, before, members } = pair
    if (actor.id !== id && !mayChangeMember(actor, before, { sides: team.sides, members }))
      return refuse('not_co_chair')
    const member: MemberRecord = { ...before, left: true }
    const changes: Change[] = [
      { drop: 'seats', member: id },
      { revoke: 'return-links', member: id },
    ]
    await this.roll.write(team, member, { by: actor, changes })
    return null
  }

  private now(): string {
    return new Date(this.clock()).toISOString()
  }
}
