import {
  admitsAtOnce,
  awaitedBy,
  InvitationId,
  type MemberId,
  mayChangeMember,
  mayInvite,
  newId,
  type Role,
  type Side,
  type SideId,
  seatExists,
  type TeamId,
} from '@jointly/board'
import type { ProblemCode, Request } from '@jointly/protocol'
import type { Change, InvitationRecord, Storage, TeamRecord } from '../storage/storage.ts'
import type { AtTeam } from './door.ts'
import type { Roll } from './roll.ts'
import { hashToken, newToken } from './tokens.ts'

type Refused = { readonly refused: ProblemCode }
const refuse = (refused: ProblemCode): Refused => ({ refused })

const DAY_MS = 24 * 3600 * 1000
const INVITATION_MS = 7 * DAY_MS
const RETURN_LINK_MS = 90 * DAY_MS
/** Often enough for a phone, a laptop and a new laptop; a link that leaked is not good for a crowd. */
const RETURN_USES = 20

/** What a link lets somebody into: a new seat, or (`member`) the seat of somebody known. */
type Seat = Pick<InvitationRecord, 'role' | 'side' | 'name' | 'member' | 'uses' | 'expiresAt'>

/** The links into a team. Codes are random and long, told once, and kept as hashes. */
export class Invitations {
  private readonly storage: Storage
  private readonly roll: Roll
  private readonly clock: () => number

  constructor({ storage, roll, clock }: { storage: Storage; roll: Roll; clock: () => number }) {
    this.storage = storage
    this.roll = roll
    this.clock = clock
  }

  async invite(
    { team, member: by }: Pick<AtTeam, 'team' | 'member'>,
    { role, side = null, name, uses = 1, expiresAt }: Request<'invite'>,
  ): Promise<{ invitation: InvitationRecord; code: string } | Refused> {
    const members = await this.storage.members(team.id)
    if (!seatExists({ role, side }, team.sides)) return refuse('seat_missing')
    if (!mayInvite(by, { role, side }, { sides: team.sides, members })) return refuse('not_co_chair')
    const seat = { role, side, name: name ?? null, member: null, uses }
    return this.make(team.id, by.id, { ...seat, expiresAt: expiresAt ?? this.now(INVITATION_MS) })
  }

  /** In turn: an invitation that ends while somebody comes in by it would spoil the commit that others write in. */
  revoke(id: InvitationId): Promise<void> {
    return this.roll.inTurn(() => this.storage.commit({ changes: [{ revoke: 'invitation', id }] }))
  }

  /** A way back in for one member, on another device or weeks later. A new one ends the ones before. */
  returnLink(at: AtTeam, id: MemberId): Promise<{ code: string; expiresAt: string } | Refused> {
    return this.roll.inTurn(() => this.linkBack(at, id))
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
    const { code, invitation } = await this.make(team.id, by.id, seat, { revoke: 'return-links', member: id })
    return { code, expiresAt: invitation.expiresAt }
  }

  /**
   * The invitation behind a code, if it still lets somebody in. To a seat, its maker must still belong to the team: else
   * somebody who was removed came back by a link made in time.
   */
  async behind(code: string): Promise<InvitationRecord | Refused> {
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

  /** The sides that have yet to accept whoever joins by it. A link for several can be forwarded: it is nobody's yes. */
  async awaits({ member, role, uses, by }: InvitationRecord, { id, sides }: TeamRecord): Promise<Side[]> {
    if (member !== null) return []
    const members = await this.storage.members(id)
    const bringer = uses === 1 ? (members.find(one => one.id === by) ?? null) : null
    const awaited = awaitedBy(role, { sides, members }, { bringer })
    return sides.filter(side => awaited.includes(side.id))
  }

  private async make(
    team: TeamId,
    by: MemberId,
    seat: Seat & { role: Role; side: SideId | null },
    ...first: Change[]
  ): Promise<{ invitation: InvitationRecord; code: string }> {
    const code = newToken()
    const fresh = { used: 0, revoked: false, by, createdAt: this.now() }
    const invitation = { id: newId(InvitationId), codeHash: hashToken(code), team, ...seat, ...fresh }
    await this.storage.commit({ changes: [...first, { put: 'invitation', invitation }] })
    return { invitation, code }
  }

  private now(later = 0): string {
    return new Date(this.clock() + later).toISOString()
  }
}
