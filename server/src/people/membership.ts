import {
  admitsAtOnce,
  DEFAULT_SIDES,
  hasChair,
  InvitationId,
  type Member,
  MemberId,
  mayChangeMember,
  mayInvite,
  newId,
  type Role,
  type SideId,
  seatExists,
  TeamId,
} from '@jointly/board'
import type { ProblemCode, Request } from '@jointly/protocol'
import type { Rooms } from '../live/rooms.ts'
import { recordMember } from '../moves/notices.ts'
import type { Change, InvitationRecord, MemberRecord, Storage, TeamRecord } from '../storage/storage.ts'
import type { AtTeam } from './door.ts'
import { hashToken, newToken } from './tokens.ts'

type Refused = { readonly refused: ProblemCode }
const refuse = (refused: ProblemCode): Refused => ({ refused })

const DAY_MS = 24 * 3600 * 1000
export const SESSION_MS = 180 * DAY_MS
const INVITATION_MS = 7 * DAY_MS
const RETURN_LINK_MS = 90 * DAY_MS

/** Somebody who came in: their seat, and the secret of the session that speaks for them alone. */
export type Joined = { readonly team: TeamRecord; readonly member: MemberRecord; readonly token: string }

/**
 * Who belongs to a team, and how that changes: making one, invitations, admission, roles, leaving. Every change is one
 * transaction with the entries it makes in the minutes of the team's boards, and takes effect on open sockets at once.
 */
export class Membership {
  private readonly storage: Storage
  private readonly rooms: Rooms
  private readonly clock: () => number
  private last: Promise<unknown> = Promise.resolve()

  constructor({ storage, rooms, clock }: { storage: Storage; rooms: Rooms; clock: () => number }) {
    this.storage = storage
    this.rooms = rooms
    this.clock = clock
  }

  /** The maker starts as the facilitator, without a side and without any power over one. */
  async makeTeam(
    { name, yourName, sides = [...DEFAULT_SIDES] }: Request<'createTeam'>,
    cookie: string | null,
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
    const { token, changes } = this.sessionFor(member.id, cookie)
    await this.commit([{ put: 'team', team }, { put: 'member', member }, ...changes])
    return { team, member, token }
  }

  async invite(
    { team, member: by }: AtTeam,
    { role, side = null, name, uses = 1, expiresAt }: Request<'invite'>,
  ): Promise<{ invitation: InvitationRecord; code: string } | Refused> {
    const members = await this.storage.members(team.id)
    if (!seatExists({ role, side }, team.sides)) return refuse('seat_missing')
    if (!mayInvite(by, { role, side }, { sides: team.sides, members })) return refuse('not_co_chair')
    const seat = { role, side, name: name ?? null, member: null, uses }
    return this.makeLink(team.id, by.id, { ...seat, expiresAt: expiresAt ?? this.now(INVITATION_MS) })
  }

  /** In turn: an invitation that ends while somebody comes in by it would spoil the commit that others write in. */
  revoke(id: InvitationId): Promise<void> {
    return this.inTurn(() => this.commit([{ revoke: 'invitation', id }]))
  }

  /** A way back in for one member, on another device or weeks later. A new one ends the ones before. */
  returnLink(at: AtTeam, id: MemberId): Promise<{ code: string; expiresAt: string } | Refused> {
    return this.inTurn(() => this.linkBack(at, id))
  }

  private async linkBack(
    { team, member: by }: AtTeam,
    id: MemberId,
  ): Promise<{ code: string; expiresAt: string } | Refused> {
    const members = await this.storage.members(team.id)
    const target = members.find(member => member.id === id && !member.left)
    if (target === undefined) return refuse('no_such')
    const bySide = target.side !== null && mayChangeMember(by, target, { sides: team.sides, members })
    if (by.id !== id && !bySide) return refuse('not_co_chair')
    const { role, side, name } = target
    const seat = { role, side, name, member: id, uses: RETURN_USES, expiresAt: this.now(RETURN_LINK_MS) }
    const { code, invitation } = await this.makeLink(team.id, by.id, seat, { revoke: 'return-links', member: id })
    return { code, expiresAt: invitation.expiresAt }
  }

  /**
   * The invitation behind a code, if it still lets somebody in. To a seat, its maker must still belong to the team: else
   * somebody who was removed came back by a link made in time.
   */
  async invitation(code: string): Promise<InvitationRecord | Refused> {
    const invitation = await this.storage.invitation(hashToken(code))
    if (invitation === null) return refuse('no_such')
    const maker = await this.storage.member(invitation.by)
    const orphaned = invitation.member === null && (maker === null || maker.left === true)
    if (invitation.revoked || orphaned) return refuse('invitation_revoked')
    if (Date.parse(invitation.expiresAt) <= this.clock()) return refuse('invitation_expired')
    return invitation.used >= invitation.uses ? refuse('invitation_used_up') : invitation
  }

  /** Whether somebody who joins by it now will have to wait for a co-chair. */
  async waits(invitation: InvitationRecord): Promise<boolean> {
    if (invitation.member !== null) return false
    const members = await this.storage.members(invitation.team)
    const inviter = members.find(member => member.id === invitation.by)
    return inviter === undefined || !admitsAtOnce(invitation, inviter, members)
  }

  /** Two who use the last place at once: one is in, the other is told that it is used up. */
  accept(code: string, name: string | undefined, cookie: string | null): Promise<Joined | Refused> {
    return this.inTurn(() => this.seat(code, name, cookie))
  }

  private async seat(code: string, name: string | undefined, cookie: string | null): Promise<Joined | Refused> {
    const invitation = await this.invitation(code)
    if ('refused' in invitation) return invitation
    const team = await this.storage.team(invitation.team)
    if (team === null) return refuse('no_such')
    const member = await this.seatFor(invitation, name)
    if ('refused' in member) return member
    const session = this.sessionFor(member.id, cookie)
    const changes: Change[] = [{ use: 'invitation', id: invitation.id }, { put: 'member', member }, ...session.changes]
    if (invitation.member === null) await this.record(member, member, changes)
    else await this.commit(changes)
    return { team, member, token: session.token }
  }

  change(at: AtTeam, id: MemberId, change: Request<'changeMember'>): Promise<MemberRecord | Refused> {
    return this.inTurn(() => this.reseat(at, id, change))
  }

  private async reseat(
    { team, member: { id: actorId } }: AtTeam,
    id: MemberId,
    change: Request<'changeMember'>,
  ): Promise<MemberRecord | Refused> {
    const members = await this.storage.members(team.id)
    const table = { sides: team.sides, members }
    const before = members.find(member => member.id === id && !member.left)
    const actor = members.find(member => member.id === actorId && !member.left)
    if (before === undefined || actor === undefined) return refuse('no_such')
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
    const member: MemberRecord = { ...before, ...seat, admitted }
    await this.record(actor, member, [{ put: 'member', member }])
    this.rooms.reconsider(member, { final: !member.admitted })
    return member
  }

  /** The words of somebody who leaves stay, under their name and side; their sessions and sockets end. */
  remove(at: AtTeam, id: MemberId): Promise<null | Refused> {
    return this.inTurn(() => this.unseat(at, id))
  }

  private async unseat({ team, member: { id: actorId } }: AtTeam, id: MemberId): Promise<null | Refused> {
    const members = await this.storage.members(team.id)
    const before = members.find(member => member.id === id && !member.left)
    const actor = members.find(member => member.id === actorId && !member.left)
    if (before === undefined || actor === undefined) return refuse('no_such')
    if (actor.id !== id && !mayChangeMember(actor, before, { sides: team.sides, members }))
      return refuse('not_co_chair')
    const member: MemberRecord = { ...before, left: true }
    await this.record(actor, member, [
      { put: 'member', member },
      { drop: 'seats', member: id },
      { revoke: 'return-links', member: id },
    ])
    this.rooms.reconsider(member, { final: true })
    return null
  }

  private async seatFor(invitation: InvitationRecord, name: string | undefined): Promise<MemberRecord | Refused> {
    if (invitation.member !== null) {
      const known = await this.storage.member(invitation.member)
      return known === null || known.left ? refuse('no_such') : known
    }
    const chosen = name ?? invitation.name
    if (chosen === null) return refuse('bad_request')
    const { team, role, side } = invitation
    return { id: newId(MemberId), team, name: chosen, role, side, admitted: !(await this.waits(invitation)) }
  }

  private async makeLink(
    team: TeamId,
    by: MemberId,
    seat: {
      role: Role
      side: SideId | null
      name: string | null
      member: MemberId | null
      uses: number
      expiresAt: string
    },
    ...first: Change[]
  ): Promise<{ invitation: InvitationRecord; code: string }> {
    const code = newToken()
    const fresh = { used: 0, revoked: false, by, createdAt: this.now() }
    const invitation = { id: newId(InvitationId), codeHash: hashToken(code), team, ...seat, ...fresh }
    await this.commit([...first, { put: 'invitation', invitation }])
    return { invitation, code }
  }

  /** A token of one's own, and a seat in the browser's session, which may hold several. */
  private sessionFor(member: MemberId, cookie: string | null): { token: string; changes: Change[] } {
    const token = newToken()
    const expiresAt = this.now(SESSION_MS)
    const seats = [{ kind: 'bearer' as const, tokenHash: hashToken(token) }]
    const all = cookie === null ? seats : [...seats, { kind: 'cookie' as const, tokenHash: hashToken(cookie) }]
    return {
      token,
      changes: all.flatMap(({ kind, tokenHash }): Change[] => [
        { put: 'session', session: { tokenHash, kind, expiresAt } },
        { put: 'seat', tokenHash, member },
      ]),
    }
  }

  /** Writes changes together with what the minutes of the team's boards tell of the member. */
  private async record(by: Member, { team, ...member }: MemberRecord, changes: readonly Change[]): Promise<void> {
    const { rooms, clock } = this
    const boards = (await this.storage.boards(team)).map(board => board.id)
    await recordMember({ rooms, clock, boards, by, member, changes })
  }

  private commit(changes: Change[]): Promise<void> {
    return this.storage.commit({ changes })
  }

  /** One change at a time: each looks at the members as the one before has left them. */
  inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.last.then(change)
    this.last = turn.catch(() => {})
    return turn
  }

  private now(later = 0): string {
    return new Date(this.clock() + later).toISOString()
  }
}

/** Often enough for a phone, a laptop and a new laptop; a link that leaked is not good for a crowd. */
const RETURN_USES = 20
