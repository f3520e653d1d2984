import type { Member, MemberId } from '@jointly/board'
import type { Claim } from '../storage/storage.ts'

/**
 * [L2] Who owns which client id of a document. An id belongs to whoever shows it first, presence included, so that nobody
 * writes under an id that was seen elsewhere: for good once they wrote under it, until the room unloads if they were only
 * seen.
 */
export class Claims {
  private readonly owners = new Map<number, { readonly member: MemberId; readonly kept: boolean }>()
  private readonly keep: (claim: Claim) => void

  /** `keep`: stores a claim for good. */
  constructor(keep: (claim: Claim) => void) {
    this.keep = keep
  }

  /** What is stored already. */
  load(claims: readonly Claim[]): void {
    for (const { client, member } of claims) this.owners.set(client, { member, kept: true })
  }

  ownerOf = (client: number): MemberId | undefined => this.owners.get(client)?.member

  /** Somebody shows an id; whether it is theirs. */
  show(member: Pick<Member, 'id'>, client: number): boolean {
    const owner = this.ownerOf(client)
    if (owner === undefined) this.owners.set(client, { member: member.id, kept: false })
    return owner === undefined || owner === member.id
  }

  /** [L23] Whether a member may write under these as well: every page has an id, and all of them are kept for ever. */
  hasRoomFor(member: Pick<Member, 'id'>, clients: readonly number[]): boolean {
    const added = clients.filter(client => !this.owners.get(client)?.kept).length
    if (added === 0) return true
    let held = 0
    for (const owner of this.owners.values()) if (owner.kept && owner.member === member.id) held++
    return held + added <= MOST_IDS
  }

  /** Somebody has written under an id. */
  write(claim: Claim): void {
    if (this.owners.get(claim.client)?.kept) return
    this.owners.set(claim.client, { member: claim.member, kept: true })
    this.keep(claim)
  }
}

/** Twenty pages a day for more than two years, on one board. */
const MOST_IDS = 15_000
