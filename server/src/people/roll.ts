import { type Member, type MemberId, standingAnew, type TeamId } from '@jointly/board'
import type { Rooms } from '../live/rooms.ts'
import { recordMembers } from '../moves/notices.ts'
import type { Change, MemberRecord, Storage, TeamRecord } from '../storage/storage.ts'

type RollParts = { readonly storage: Storage; readonly rooms: Rooms; readonly clock: () => number }

/**
 * Who belongs to a team: the one way to write it. A change is one transaction with what it makes of others and with its
 * entries in the minutes of the team's boards, and takes effect on open sockets at once.
 */
export class Roll {
  private readonly parts: RollParts
  private last: Promise<unknown> = Promise.resolve()

  constructor(parts: RollParts) {
    this.parts = parts
  }

  members(team: TeamId): Promise<MemberRecord[]> {
    return this.parts.storage.members(team)
  }

  /** One change at a time: each looks at the members as the one before has left them. */
  inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.last.then(change)
    this.last = turn.catch(() => {})
    return turn
  }

  /** Somebody acts on somebody, both as they are now; null where one of them has left. */
  async pair(team: TeamId, actor: MemberId, target: MemberId) {
    const members = await this.members(team)
    const find = (id: MemberId) => members.find(member => member.id === id && !member.left)
    const [by, before] = [find(actor), find(target)]
    return by === undefined || before === undefined ? null : { members, by, before }
  }

  /**
   * Writes a member anew, or a new one. Where the co-chairs change with it, so do those whom sides accept. Sockets of
   * whoever is out for good are told so; the others come back and the door decides again.
   */
  async write(
    team: TeamRecord,
    member: MemberRecord,
    { by, changes = [] }: { by: Member; changes?: readonly Change[] },
  ): Promise<void> {
    const { storage, rooms, clock } = this.parts
    const before = await this.members(team.id)
    const after = [...before.filter(one => one.id !== member.id), member]
    const others = standingAnew({ sides: team.sides, before, after }).filter(one => one.id !== member.id)
    const changed = [member, ...others]
    await recordMembers({
      ...{ rooms, clock, by },
      boards: (await storage.boards(team.id)).map(board => board.id),
      members: changed.map(({ team: _team, ...one }) => one),
      changes: [...changed.map(one => ({ put: 'member', member: one }) as const), ...changes],
    })
    for (const one of changed) rooms.reconsider(one, { final: !one.admitted || one.left === true })
  }
}
