import {
  Answer,
  BoardId,
  ImageId,
  InvitationId,
  Member,
  MemberId,
  Role,
  RoundId,
  type SealedAnswer,
  type SeenResult,
  Side,
  SideId,
  TeamId,
  TemplateId,
} from '@jointly/board'
import { z } from 'zod'
import {
  type BoardRecord,
  type Change,
  type Claim,
  type ImageRecord,
  type InvitationRecord,
  type MemberRecord,
  type Row,
  SESSION_KINDS,
  type SessionRecord,
  type TeamRecord,
} from './storage.ts'

/** The queries, written once for every engine, and how a record of theirs is read. */

type SqlValue = string | number | Uint8Array | null
export type SqlRecord = Record<string, SqlValue | bigint>

const PUT = {
  team: `INSERT INTO teams (id, name, sides, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, sides = excluded.sides`,
  member: `INSERT INTO members (id, team, name, role, side, admitted, gone, awaits) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, side = excluded.side,
           admitted = excluded.admitted, gone = excluded.gone, awaits = excluded.awaits`,
  board: `INSERT INTO boards (id, team, title, template, worked_case, practice, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET title = excluded.title`,
  invitation: `INSERT INTO invitations (id, code_hash, team, role, side, name, member, uses, used, expires_at, revoked,
               author, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  session: `INSERT INTO sessions (token_hash, kind, expires_at, created_at, seen_at, browser, system)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at`,
  seen: 'UPDATE sessions SET seen_at = ? WHERE token_hash = ?',
  seat: 'INSERT INTO seats (token_hash, member) VALUES (?, ?) ON CONFLICT (token_hash, member) DO NOTHING',
  // The very same one twice in a millisecond is one.
  image:
    'INSERT INTO images (id, board, caucus, author, created_at, bytes) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  claim: 'INSERT INTO claims (document, client, member, side) VALUES (?, ?, ?, ?)',
  answer: `INSERT INTO answers (board, round, member, side, answer) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (board, round, member) DO UPDATE SET side = excluded.side, answer = excluded.answer`,
  seenResult: 'INSERT INTO seen (board, round, side, result) VALUES (?, ?, ?, ?)',
  setting: `INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
}

const bit = (flag: boolean | undefined) => (flag ? 1 : 0)

const sessionValues = (session: Omit<SessionRecord, 'members'>): SqlValue[] => {
  const { tokenHash, kind, expiresAt, createdAt, seenAt, browser, system } = session
  return [tokenHash, kind, expiresAt, createdAt, seenAt, browser, system]
}

const put = (change: Extract<Change, { put: string }>): [string, ...SqlValue[]] => {
  switch (change.put) {
    case 'team': {
      const { id, name, sides, createdAt } = change.team
      return [PUT.team, id, name, JSON.stringify(sides), createdAt]
    }
    case 'member': {
      const { id, team, name, role, side, admitted, awaits, left } = change.member
      const waits = awaits === undefined ? null : JSON.stringify(awaits)
      return [PUT.member, id, team, name, role, side, bit(admitted), bit(left), waits]
    }
    case 'board': {
      const { id, team, title, template, practice, createdAt } = change.board
      return [PUT.board, id, team, title, template, change.board.case, bit(practice), createdAt]
    }
    case 'invitation': {
      const { id, codeHash, team, role, side, name, member, uses, used, expiresAt, revoked, by, createdAt } =
        change.invitation
      const seat = [id, codeHash, team, role, side, name, member]
      return [PUT.invitation, ...seat, uses, used, expiresAt, bit(revoked), by, createdAt]
    }
    case 'session':
      return [PUT.session, ...sessionValues(change.session)]
    case 'seen':
      return [PUT.seen, change.at, change.tokenHash]
    case 'seat':
      return [PUT.seat, change.tokenHash, change.member]
    case 'claim':
      return [PUT.claim, change.document, change.claim.client, change.claim.member, change.claim.side]
    case 'image': {
      const { id, board, caucus, by, createdAt, bytes } = change.image
      return [PUT.image, id, board, caucus, by, createdAt, bytes]
    }
    case 'answer': {
      const { board, round, member, side, answer } = change.answer
      return [PUT.answer, board, round, member, side, JSON.stringify(answer)]
    }
    case 'seen-result': {
      const { round, side, result } = change.seen
      return [PUT.seenResult, change.board, round, side, JSON.stringify(result)]
    }
    case 'setting':
      return [PUT.setting, change.key, change.value]
  }
}

const erase = (change: Extract<Change, { erase: string }>): [string, ...SqlValue[]] => {
  if (change.erase === 'rows')
    return ["UPDATE rows SET bytes = x'' WHERE document = ? AND seq <= ?", change.document, change.upTo]
  const { seq, bytes, erasures } = change.row
  const sql = 'UPDATE rows SET bytes = ?, erasures = ? WHERE document = ? AND seq = ?'
  return [sql, bytes, JSON.stringify(erasures ?? []), change.document, seq]
}

/** A board's documents are found by their names; a row holds the ids of its pictures as plain letters. */
const UNNAMED_IMAGES = `DELETE FROM images WHERE created_at > ? AND created_at <= ? AND NOT EXISTS (
  SELECT 1 FROM rows WHERE instr(rows.bytes, CAST(images.id AS BLOB)) > 0 AND (
    rows.document = 'joint:' || images.board
    OR (rows.document > 'caucus:' || images.board || ':' AND rows.document < 'caucus:' || images.board || ';')
  )
)`

const statement = (change: Change): [string, ...SqlValue[]] => {
  if ('put' in change) return put(change)
  if ('erase' in change) return erase(change)
  if ('use' in change)
    return ['UPDATE invitations SET used = used + 1 WHERE id = ? AND used < uses AND revoked = 0', change.id]
  if ('revoke' in change)
    return change.revoke === 'invitation'
      ? ['UPDATE invitations SET revoked = 1 WHERE id = ?', change.id]
      : ['UPDATE invitations SET revoked = 1 WHERE member = ?', change.member]
  switch (change.drop) {
    case 'session':
      return ['DELETE FROM sessions WHERE token_hash = ?', change.tokenHash]
    case 'seat':
      return ['DELETE FROM seats WHERE token_hash = ? AND member = ?', change.tokenHash, change.member]
    case 'seats':
      return ['DELETE FROM seats WHERE member = ?', change.member]
    case 'answers':
      return ['DELETE FROM answers WHERE board = ? AND round = ?', change.board, change.round]
    case 'expired-sessions':
      return ['DELETE FROM sessions WHERE expires_at < ?', change.before]
    case 'image':
      return ['DELETE FROM images WHERE board = ? AND id = ?', change.board, change.id]
    case 'unnamed-images':
      return [UNNAMED_IMAGES, change.after, change.upTo]
    case 'caucus-images':
      return ['DELETE FROM images WHERE board = ? AND caucus = ?', change.board, change.side]
  }
}

export const WRITE = {
  firstHead: 'INSERT INTO heads (document, seq, hash, at) VALUES (?, ?, ?, ?) ON CONFLICT (document) DO NOTHING',
  moveHead: 'UPDATE heads SET seq = ?, hash = ?, at = ? WHERE document = ? AND seq = ?',
  row: `INSERT INTO rows (document, seq, at, author, side, minutes, bytes, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  change: statement,
}

export const READ = {
  rows: 'SELECT * FROM rows WHERE document = ? AND seq > ? ORDER BY seq LIMIT ?',
  head: 'SELECT seq, hash, at FROM heads WHERE document = ?',
  documents: 'SELECT document FROM heads UNION SELECT document FROM rows ORDER BY document',
  claims: 'SELECT client, member, side FROM claims WHERE document = ?',
  anyTeam: 'SELECT 1 AS found FROM teams LIMIT 1',
  team: 'SELECT * FROM teams WHERE id = ?',
  member: 'SELECT * FROM members WHERE id = ?',
  members: 'SELECT * FROM members WHERE team = ? ORDER BY rowid',
  board: 'SELECT * FROM boards WHERE id = ?',
  boards: 'SELECT * FROM boards WHERE team = ? ORDER BY rowid',
  invitation: 'SELECT * FROM invitations WHERE code_hash = ?',
  invitations: 'SELECT * FROM invitations WHERE team = ? ORDER BY rowid',
  session: 'SELECT * FROM sessions WHERE token_hash = ?',
  sessions: 'SELECT sessions.* FROM sessions JOIN seats USING (token_hash) WHERE member = ? ORDER BY created_at',
  seats: 'SELECT member FROM seats WHERE token_hash = ?',
  image: 'SELECT * FROM images WHERE board = ? AND id = ?',
  imageIds: 'SELECT id FROM images WHERE board = ? ORDER BY created_at, id',
  answers: 'SELECT member, side, answer FROM answers WHERE board = ? AND round = ? ORDER BY member',
  seenResults: 'SELECT round, side, result FROM seen WHERE board = ?',
  setting: 'SELECT value FROM settings WHERE key = ?',
}

// What comes out is parsed too: a database is a door like any other.
const flag = z.coerce.boolean()

const RowRecord = z.object({
  seq: z.number(),
  at: z.string(),
  author: MemberId,
  side: SideId.nullable(),
  minutes: z.number(),
  bytes: z.instanceof(Uint8Array),
  digest: z.string(),
  hash: z.string(),
  erasures: z.string().nullable(),
})
const Erasures = z.array(z.object({ move: z.number().int(), digest: z.string() }))
export const rowOf = (record: SqlRecord): Row => {
  const { author, erasures, ...row } = RowRecord.parse(record)
  return { ...row, by: author, ...(erasures !== null && { erasures: Erasures.parse(JSON.parse(erasures)) }) }
}

const ClaimRecord = z.object({ client: z.number(), member: MemberId, side: SideId.nullable() })
export const claimOf = (record: SqlRecord): Claim => ClaimRecord.parse(record)

const SideOrNone = SideId.nullable()
const MemberOrNone = MemberId.nullable()
const Bytes = z.instanceof(Uint8Array)

export const imageOf = (record: SqlRecord): ImageRecord => ({
  id: ImageId.parse(record.id),
  board: BoardId.parse(record.board),
  caucus: SideOrNone.parse(record.caucus),
  by: MemberId.parse(record.author),
  createdAt: String(record.created_at),
  bytes: Bytes.parse(record.bytes),
})

export const answerOf = (record: SqlRecord): SealedAnswer => ({
  member: MemberId.parse(record.member),
  side: SideId.parse(record.side),
  answer: Answer.parse(JSON.parse(String(record.answer))),
})

export const seenResultOf = (record: SqlRecord): SeenResult => ({
  round: RoundId.parse(record.round),
  side: SideId.parse(record.side),
  // As the server worked it out; nobody else writes here.
  result: JSON.parse(String(record.result)) as SeenResult['result'],
})

const Sides = z.array(Side)
export const teamOf = (record: SqlRecord): TeamRecord => ({
  id: TeamId.parse(record.id),
  name: String(record.name),
  sides: Sides.parse(JSON.parse(String(record.sides))),
  createdAt: String(record.created_at),
})

export const memberOf = (record: SqlRecord): MemberRecord => ({
  ...Member.parse({
    id: record.id,
    name: record.name,
    role: record.role,
    side: record.side,
    admitted: flag.parse(record.admitted),
    ...(record.awaits !== null && { awaits: JSON.parse(String(record.awaits)) }),
    ...(flag.parse(record.gone) && { left: true }),
  }),
  team: TeamId.parse(record.team),
})

export const boardOf = (record: SqlRecord): BoardRecord => ({
  id: BoardId.parse(record.id),
  team: TeamId.parse(record.team),
  title: String(record.title),
  template: TemplateId.parse(record.template),
  case: record.worked_case === null ? null : String(record.worked_case),
  practice: flag.parse(record.practice),
  createdAt: String(record.created_at),
})

export const invitationOf = (record: SqlRecord): InvitationRecord => ({
  id: InvitationId.parse(record.id),
  codeHash: String(record.code_hash),
  team: TeamId.parse(record.team),
  role: Role.parse(record.role),
  side: SideOrNone.parse(record.side),
  name: record.name === null ? null : String(record.name),
  member: MemberOrNone.parse(record.member),
  uses: Number(record.uses),
  used: Number(record.used),
  expiresAt: String(record.expires_at),
  revoked: flag.parse(record.revoked),
  by: MemberId.parse(record.author),
  createdAt: String(record.created_at),
})

const Kind = z.enum(SESSION_KINDS)
export const sessionOf = (record: SqlRecord): Omit<SessionRecord, 'members'> => ({
  tokenHash: String(record.token_hash),
  kind: Kind.parse(record.kind),
  expiresAt: String(record.expires_at),
  createdAt: String(record.created_at),
  seenAt: record.seen_at === null ? null : String(record.seen_at),
  browser: record.browser === null ? null : String(record.browser),
  system: record.system === null ? null : String(record.system),
})
