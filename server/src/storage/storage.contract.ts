import { BoardId, MemberId, newId, SideId, TeamId } from '@jointly/board'
import { beforeEach, describe, expect, test } from 'vitest'
import { brokenAt, chained } from './chain.ts'
import { type Change, Conflict, type Head, type InvitationRecord, NO_ROWS, type Row, type Storage } from './storage.ts'

const AT = '2026-09-01T09:00:00.000Z'
const ANA = MemberId.parse('ana')
const UNION = SideId.parse('union')

const rows = (document: string, count: number, after: Head = NO_ROWS): Row[] => {
  const made: Row[] = []
  let before = after
  for (let i = 1; i <= count; i++) {
    const bytes = new Uint8Array([i, 255, 0])
    const row = chained(document, before, { seq: after.seq + i, at: AT, by: ANA, side: UNION, minutes: 3, bytes })
    made.push(row)
    before = row
  }
  return made
}

/** What every storage engine promises. An engine's own test file calls it with a way to open, and to open again. */
export const storageContract = (
  name: string,
  open: () => Promise<{ storage: Storage; reopen: () => Promise<Storage> }>,
) =>
  describe(`storage: ${name}`, () => {
    let storage: Storage
    let reopen: () => Promise<Storage>
    beforeEach(async () => {
      ;({ storage, reopen } = await open())
    })

    test('[S1] rows come back as they were written, in order, after any number', async () => {
      const written = rows('joint:b', 5)
      await storage.commit({ appends: [{ document: 'joint:b', rows: written, expect: 0 }] })
      expect(await storage.read('joint:b')).toEqual(written)
      expect(await storage.read('joint:b', { after: 2, limit: 2 })).toEqual(written.slice(2, 4))
      expect(await storage.head('joint:b')).toEqual({ seq: 5, hash: written[4]?.hash, at: AT })
    })

    test('[S2] what was committed is there after opening again, and the chain holds', async () => {
      await storage.commit({ appends: [{ document: 'joint:b', rows: rows('joint:b', 3), expect: 0 }] })
      const again = await reopen()
      expect(brokenAt('joint:b', await again.read('joint:b'), NO_ROWS)).toBeNull()
      expect(await again.head('joint:b')).toMatchObject({ seq: 3 })
    })

    test('[S3] an append behind the wrong row is a conflict and writes nothing anywhere', async () => {
      const first = rows('joint:b', 2)
      await storage.commit({ appends: [{ document: 'joint:b', rows: first, expect: 0 }] })
      const late = storage.commit({
        changes: [{ put: 'setting', key: 'k', value: 'v' }],
        appends: [
          { document: 'minutes:b', rows: rows('minutes:b', 1), expect: 0 },
          { document: 'joint:b', rows: rows('joint:b', 1, NO_ROWS), expect: 0 },
        ],
      })
      await expect(late).rejects.toThrow(Conflict)
      expect(await storage.read('minutes:b')).toEqual([])
      expect(await storage.setting('k')).toBeNull()
      expect(await storage.read('joint:b')).toEqual(first)
    })

    test('[S4] an invitation for one lets one in, however many try', async () => {
      const invitation = await invited(storage, { uses: 1 })
      const use: Change = { use: 'invitation', id: invitation.id }
      await storage.commit({ changes: [use] })
      await expect(storage.commit({ changes: [use] })).rejects.toThrow(Conflict)
      expect(await storage.invitation(invitation.codeHash)).toMatchObject({ used: 1 })
    })

    test('[S5] a revoked invitation cannot be used', async () => {
      const invitation = await invited(storage, { uses: 5 })
      await storage.commit({ changes: [{ revoke: 'invitation', id: invitation.id }] })
      await expect(storage.commit({ changes: [{ use: 'invitation', id: invitation.id }] })).rejects.toThrow(Conflict)
    })

    test('[S6] a client id belongs to its first owner for good', async () => {
      const claim = { client: 4_000_000_000, member: ANA, side: UNION }
      await storage.commit({ changes: [{ put: 'claim', document: 'joint:b', claim }] })
      const other: Change = { put: 'claim', document: 'joint:b', claim: { ...claim, member: MemberId.parse('max') } }
      await expect(storage.commit({ changes: [other] })).rejects.toThrow()
      expect(await storage.claims('joint:b')).toEqual([claim])
    })

    test('[S7] dropping a session drops its seats; dropping a member drops theirs everywhere', async () => {
      const device = { browser: 'Firefox', system: null }
      const session = { tokenHash: 'h', kind: 'cookie', expiresAt: AT, createdAt: AT, seenAt: null, ...device } as const
      await storage.commit({
        changes: [
          { put: 'session', session },
          { put: 'seat', tokenHash: 'h', member: ANA },
          { put: 'seat', tokenHash: 'h', member: MemberId.parse('max') },
        ],
      })
      await storage.commit({ changes: [{ drop: 'seat', tokenHash: 'h', member: MemberId.parse('mia') }] })
      expect((await storage.sessions(ANA)).map(one => one.members)).toEqual([[ANA, 'max']])
      await storage.commit({ changes: [{ drop: 'seats', member: ANA }] })
      expect(await storage.sessions(ANA)).toEqual([])
      expect(await storage.session('h')).toEqual({ ...session, members: ['max'] })
      await storage.commit({ changes: [{ drop: 'session', tokenHash: 'h' }] })
      expect(await storage.session('h')).toBeNull()
    })

    test('[S8] teams, members and boards come back whole', async () => {
      const invitation = await invited(storage, { uses: 1 })
      const board = {
        id: newId(BoardId),
        team: invitation.team,
        title: 'Cover for absent teachers',
        template: 'fmcs-7',
        case: null,
        practice: true,
        createdAt: AT,
      } as const
      const member = {
        id: ANA,
        team: invitation.team,
        name: 'Ana',
        role: 'co-chair',
        side: UNION,
        admitted: true,
      } as const
      await storage.commit({
        changes: [
          { put: 'board', board },
          { put: 'member', member },
        ],
      })
      await storage.commit({ changes: [{ put: 'member', member: { ...member, admitted: false, left: true } }] })
      expect(await storage.boards(invitation.team)).toEqual([board])
      expect(await storage.board(board.id)).toEqual(board)
      expect(await storage.members(invitation.team)).toEqual([{ ...member, admitted: false, left: true }])
    })
  })

const invited = async (storage: Storage, { uses }: { uses: number }): Promise<InvitationRecord> => {
  const team = newId(TeamId)
  const invitation: InvitationRecord = {
    id: 'invitation' as InvitationRecord['id'],
    codeHash: 'code',
    team,
    role: 'member',
    side: UNION,
    name: null,
    member: null,
    uses,
    used: 0,
    expiresAt: AT,
    revoked: false,
    by: ANA,
    createdAt: AT,
  }
  await storage.commit({
    changes: [
      { put: 'team', team: { id: team, name: 'Lincoln School', sides: [], createdAt: AT } },
      { put: 'invitation', invitation },
    ],
  })
  return invitation
}
