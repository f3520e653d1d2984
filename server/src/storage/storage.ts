import type {
  BoardId,
  ImageId,
  InvitationId,
  Member,
  MemberId,
  Role,
  RoundId,
  SealedAnswer,
  SeenResult,
  Side,
  SideId,
  TeamId,
  TemplateId,
} from '@jointly/board'

/**
 * One row of a document's log: an update exactly as the live document emitted it, and who wrote it. Rows are only ever
 * appended. `hash` covers the row before, everything said here, and `digest` instead of the bytes, so that content can be
 * erased one day while the chain still verifies (`chain.ts`).
 */
export type Row = {
  readonly seq: number
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string
  readonly by: MemberId
  readonly side: SideId | null
  /** The minutes' number in force when the row was accepted. */
  readonly minutes: number
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes as they were written, hex. */
  readonly digest: string
  readonly hash: string
  /** The joint acts that took content out of it, oldest first; absent where none did. `bytes` is what the last one left. */
  readonly erasures?: readonly Erasure[]
}

/** What one joint act left of a row: the number of the move in the minutes, and the SHA-256 of the bytes left, hex. */
export type Erasure = { readonly move: number; readonly digest: string }

/** The last row of a document; `at` is empty while there is none. */
export type Head = Pick<Row, 'seq' | 'hash' | 'at'>
export const NO_ROWS: Head = { seq: 0, hash: '', at: '' }

export type TeamRecord = {
  readonly id: TeamId
  readonly name: string
  readonly sides: readonly Side[]
  readonly createdAt: string
}

export type MemberRecord = Member & { readonly team: TeamId }

export type BoardRecord = {
  readonly id: BoardId
  readonly team: TeamId
  readonly title: string
  readonly template: TemplateId
  readonly case: string | null
  readonly practice: boolean
  readonly createdAt: string
}

/** A link that lets somebody in: to a seat of the team, or (`member`) a known member back in. Its code is kept as a hash. */
export type InvitationRecord = {
  readonly id: InvitationId
  readonly codeHash: string
  readonly team: TeamId
  readonly role: Role
  readonly side: SideId | null
  readonly name: string | null
  readonly member: MemberId | null
  readonly uses: number
  readonly used: number
  readonly expiresAt: string
  readonly revoked: boolean
  readonly by: MemberId
  readonly createdAt: string
}

export const SESSION_KINDS = ['cookie', 'bearer', 'feed'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

/**
 * A cookie's, a bearer token's or a calendar link's session. The token is kept as a hash; the last two speak for exactly one
 * member, and a `feed` opens nothing but calendars.
 */
export type SessionRecord = {
  readonly tokenHash: string
  readonly kind: SessionKind
  readonly expiresAt: string
  /** Empty for one that an earlier Jointly made. */
  readonly createdAt: string
  /** The last use, roughly; null: never. */
  readonly seenAt: string | null
  readonly browser: string | null
  readonly system: string | null
  readonly members: readonly MemberId[]
}

/** A picture on a board, as it is served. */
export type ImageRecord = {
  readonly id: ImageId
  readonly board: BoardId
  /** The side in whose caucus it lies, or null: on the table. */
  readonly caucus: SideId | null
  readonly by: MemberId
  readonly createdAt: string
  readonly bytes: Uint8Array
}

/** What a member answered in a round, until the round is released or cancelled. */
type AnswerRecord = SealedAnswer & { readonly board: BoardId; readonly round: RoundId }

/** Which member owns a Yjs client id within a document, for good. */
export type Claim = { readonly client: number; readonly member: MemberId; readonly side: SideId | null }

/** A change of the directory; several go into one transaction with rows. */
export type Change =
  | { readonly put: 'team'; readonly team: TeamRecord }
  | { readonly put: 'member'; readonly member: MemberRecord }
  | { readonly put: 'board'; readonly board: BoardRecord }
  | { readonly put: 'invitation'; readonly invitation: InvitationRecord }
  | { readonly put: 'session'; readonly session: Omit<SessionRecord, 'members'> }
  | { readonly put: 'seat'; readonly tokenHash: string; readonly member: MemberId }
  | { readonly put: 'claim'; readonly document: string; readonly claim: Claim }
  | { readonly put: 'image'; readonly image: ImageRecord }
  /** In the place of what the same member answered before. */
  | { readonly put: 'answer'; readonly answer: AnswerRecord }
  /** [Q18] What a side has seen of its answers in a round that is over, beyond what the minutes say. */
  | { readonly put: 'seen-result'; readonly board: BoardId; readonly seen: SeenResult }
  | { readonly put: 'setting'; readonly key: string; readonly value: string }
  /** One more person came in by it. `Conflict` if it has no use left or was revoked: two people, one seat. */
  | { readonly use: 'invitation'; readonly id: InvitationId }
  | { readonly revoke: 'invitation'; readonly id: InvitationId }
  /** Earlier return links of a member end when a new one is made. */
  | { readonly revoke: 'return-links'; readonly member: MemberId }
  | { readonly put: 'seen'; readonly tokenHash: string; readonly at: string }
  | { readonly drop: 'session'; readonly tokenHash: string }
  | { readonly drop: 'seat'; readonly tokenHash: string; readonly member: MemberId }
  | { readonly drop: 'seats'; readonly member: MemberId }
  /** Once `tidy` is through, not a byte of them is left in the database. */
  | { readonly drop: 'answers'; readonly board: BoardId; readonly round: RoundId }
  | { readonly drop: 'expired-sessions'; readonly before: string }
  | { readonly drop: 'caucus-images'; readonly board: BoardId; readonly side: SideId }
  /** Takes the content out of the rows up to this one; who, when and the hashes stay. `tidy` follows. */
  | { readonly erase: 'rows'; readonly document: string; readonly upTo: number }
  /** Puts what is left of a row in place of its content, and says by which acts; its hashes stay. `tidy` follows. */
  | { readonly erase: 'content'; readonly document: string; readonly row: Pick<Row, 'seq' | 'bytes' | 'erasures'> }
  | { readonly drop: 'image'; readonly board: BoardId; readonly id: ImageId }
  /** Pictures added after one moment and up to another that no row of their board's table or caucuses names. */
  | { readonly drop: 'unnamed-images'; readonly after: string; readonly upTo: string }

/** Rows to append behind `expect`, the last number that the writer saw. */
export type Append = { readonly document: string; readonly rows: readonly Row[]; readonly expect: number }

/** Somebody else was first: the log is not where the writer believed, or an invitation has no use left. Nothing was written. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** The engine could not write; `cause` is what it said. Nothing was written. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten'
}

/** There is no room left: it will not pass by itself, and the person who runs the server must know. */
export class DiskFull extends NotWritten {}

/** The database was written by a newer Jointly. Nothing was touched. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
}

/** The port to whatever keeps the data. One owner process per database; every call either happens whole or not at all. */
export type Storage = {
  /** One transaction, durable when the promise resolves. Throws `Conflict` or `NotWritten`; then nothing happened. */
  commit(write: { appends?: readonly Append[]; changes?: readonly Change[] }): Promise<void>
  /** Rows after `after` (default 0), oldest first, at most `limit`. */
  read(document: string, range?: { after?: number; limit?: number }): Promise<Row[]>
  head(document: string): Promise<Head>
  /** Every document that has a row or a head. */
  documents(): Promise<string[]>
  claims(document: string): Promise<Claim[]>

  /** Whether there is no team yet. */
  isEmpty(): Promise<boolean>
  team(id: TeamId): Promise<TeamRecord | null>
  member(id: MemberId): Promise<MemberRecord | null>
  members(team: TeamId): Promise<MemberRecord[]>
  board(id: BoardId): Promise<BoardRecord | null>
  boards(team: TeamId): Promise<BoardRecord[]>
  invitation(codeHash: string): Promise<InvitationRecord | null>
  invitations(team: TeamId): Promise<InvitationRecord[]>
  session(tokenHash: string): Promise<SessionRecord | null>
  /** Those in which this member has a seat. */
  sessions(member: MemberId): Promise<SessionRecord[]>
  image(board: BoardId, id: ImageId): Promise<ImageRecord | null>
  imageIds(board: BoardId): Promise<ImageId[]>
  /** The sealed answers of a round, in an order that says nothing of when they came. */
  answers(board: BoardId, round: RoundId): Promise<SealedAnswer[]>
  /** What sides have seen of their answers in the rounds of a board that are over. */
  seenResults(board: BoardId): Promise<SeenResult[]>
  setting(key: string): Promise<string | null>
  /**
   * Leaves nothing of what was erased or dropped in any file of the data. Throws `NotWritten` where it could not. `ifLeft`:
   * only where an earlier one could not.
   */
  tidy(how?: { ifLeft: boolean }): Promise<void>
  close(): Promise<void>
}
