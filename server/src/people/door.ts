import {
  type Access,
  accessTo,
  type BoardId,
  type Document,
  keptOut,
  MemberId,
  mayBeInvited,
  type TeamId,
} from '@jointly/board'
import { CLOSE, type Close, type ProblemCode } from '@jointly/protocol'
import {
  type BoardRecord,
  type MemberRecord,
  NotWritten,
  type SessionKind,
  type SessionRecord,
  type Storage,
  type TeamRecord,
} from '../storage/storage.ts'
import { hashToken } from './tokens.ts'

/** What a request or a socket brought: a secret, from where, and in whose name it speaks where the secret has several. */
export type Credentials = {
  readonly token: string | null
  readonly source: SessionKind
  readonly as: string | null
  /** The page that asks is not one of ours; then a cookie counts for nothing. */
  readonly foreignOrigin: boolean
}

export type Refusal = Extract<
  ProblemCode,
  'sign_in' | 'not_yours' | 'not_admitted' | 'not_accepted' | 'which_member' | 'foreign_origin' | 'no_such'
>
export type Refused = { readonly refused: Refusal }

export type AtTeam = {
  readonly team: TeamRecord
  readonly member: MemberRecord
  readonly tokenHash: string
  /** When the session ends, ISO 8601. */
  readonly expiresAt: string
}
export type AtBoard = AtTeam & { readonly board: BoardRecord }
export type AtDocument = AtBoard & { readonly access: Exclude<Access, 'none'> }

/** Whether the side of this caucus has asked somebody in; what it decided about its room stands in the room itself. */
export type IsGuestOf = (caucus: Document & { kind: 'caucus' }, guest: MemberId) => Promise<boolean>

/**
 * The one place that says who may come in and where. Every route and every socket asks it, and asks again when somebody's
 * part has changed. Default: refuse.
 */
export class Door {
  private readonly storage: Storage
  private readonly clock: () => number
  private readonly isGuestOf: IsGuestOf

  constructor(storage: Storage, clock: () => number, isGuestOf: IsGuestOf) {
    this.storage = storage
    this.clock = clock
    this.isGuestOf = isGuestOf
  }

  /** The session that a secret opens, or null: none, unknown, or expired. */
  async session({ token, source, foreignOrigin }: Credentials): Promise<SessionRecord | null> {
    if (token === null || (foreignOrigin && source === 'cookie')) return null
    const session = await this.storage.session(hashToken(token))
    const valid = session !== null && session.kind === source && Date.parse(session.expiresAt) > this.clock()
    return valid ? session : null
  }

  /** Who acts in a team. Of several memberships in one browser the page names the acting one. */
  async atTeam(credentials: Credentials, id: TeamId): Promise<AtTeam | Refused> {
    const session = await this.known(credentials)
    return 'refused' in session ? session : this.inTeam(session, credentials.as, id)
  }

  async atBoard(credentials: Credentials, id: BoardId): Promise<AtBoard | Refused> {
    const session = await this.known(credentials)
    if ('refused' in session) return session
    const board = await this.storage.board(id)
    if (board === null) return { refused: 'no_such' }
    const at = await this.inTeam(session, credentials.as, board.team)
    if ('refused' in at) return at
    const out = keptOut(at.member, 'board')
    return out === null ? { ...at, board } : { refused: out }
  }

  /** A paused board can still be entered: writing is asked of every update again. */
  async atDocument(credentials: Credentials, document: Document): Promise<AtDocument | Refused> {
    const at = await this.atBoard(credentials, document.board)
    if ('refused' in at) return at
    if (document.kind === 'caucus' && !at.team.sides.some(side => side.id === document.side))
      return { refused: 'no_such' }
    const access = accessTo({ ...at, document, paused: false, invited: await this.isInvited(at.member, document) })
    return access === 'none' ? { refused: 'not_yours' } : { ...at, access }
  }

  /** Whether a side has asked somebody into its caucus, who would not be let in otherwise. */
  private async isInvited(member: MemberRecord, document: Document): Promise<boolean> {
    return document.kind === 'caucus' && mayBeInvited(member, document.side) && this.isGuestOf(document, member.id)
  }

  private async inTeam(session: SessionRecord, acting: string | null, id: TeamId): Promise<AtTeam | Refused> {
    const team = await this.storage.team(id)
    if (team === null) return { refused: 'no_such' }
    const seats = (await Promise.all(session.members.map(member => this.storage.member(member)))).filter(
      member => member !== null && member.team === id && !member.left,
    )
    const as = acting === null ? null : MemberId.safeParse(acting).data
    const chosen = acting === null ? seats : seats.filter(member => member?.id === as)
    const member = chosen[0]
    if (member === undefined || member === null) return { refused: 'not_yours' }
    if (chosen.length > 1) return { refused: 'which_member' }
    await this.note(session)
    const refused = keptOut(member, 'team')
    return refused === null ? { team, member, tokenHash: session.tokenHash, expiresAt: session.expiresAt } : { refused }
  }

  /** Remembers that a session was used, to ten minutes: a write for every request would be none for anybody's good. */
  private async note({ tokenHash, seenAt }: SessionRecord): Promise<void> {
    const now = this.clock()
    if (seenAt !== null && now - Date.parse(seenAt) < SEEN_MS) return
    await this.storage
      .commit({ changes: [{ put: 'seen', tokenHash, at: new Date(now).toISOString() }] })
      // A full disk keeps nobody out who only reads.
      .catch((error: unknown) => {
        if (!(error instanceof NotWritten)) throw error
      })
  }

  /** Somebody who is nobody here learns nothing, not even what exists. */
  private async known(credentials: Credentials): Promise<SessionRecord | Refused> {
    if (credentials.foreignOrigin && credentials.source === 'cookie') return { refused: 'foreign_origin' }
    return (await this.session(credentials)) ?? { refused: 'sign_in' }
  }
}

const SEEN_MS = 10 * 60_000

/** The same refusals as a socket says them. */
export const CLOSE_FOR: Record<Refusal, Close> = {
  sign_in: CLOSE.signIn,
  not_yours: CLOSE.notYours,
  not_admitted: CLOSE.notYours,
  not_accepted: CLOSE.notYours,
  which_member: CLOSE.notYours,
  foreign_origin: CLOSE.notYours,
  no_such: CLOSE.noSuch,
}
