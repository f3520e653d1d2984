import type { MemberId } from '@jointly/board'
import type { Rooms } from '../live/rooms.ts'
import type { Change, SessionRecord, Storage } from '../storage/storage.ts'
import type { Device } from './device.ts'
import type { AtTeam } from './door.ts'
import { hashToken, newToken } from './tokens.ts'

const DAY_MS = 24 * 3600 * 1000
export const SESSION_MS = 180 * DAY_MS
/** A project takes eighteen months and more, and a calendar that falls silent tells nobody. */
const FEED_MS = 730 * DAY_MS

/** Who comes in: the secret of their browser's session (null: a program, which keeps its token itself), and where. */
export type Visitor = { readonly cookie: string | null; readonly device: Device }

/** A session as its owner sees it. It is named by a hash of the hash: nothing that opens a door is told. */
export type SessionShown = Omit<SessionRecord, 'tokenHash' | 'members'> & {
  readonly id: string
  /** The one that asks. */
  readonly current: boolean
}

const idOf = ({ tokenHash }: Pick<SessionRecord, 'tokenHash'>): string => hashToken(tokenHash).slice(0, 32)

/** Where somebody is signed in: each browser by its cookie, each program by its token; and how that ends. */
export class Sessions {
  private readonly storage: Storage
  private readonly rooms: Rooms
  private readonly clock: () => number

  constructor({ storage, rooms, clock }: { storage: Storage; rooms: Rooms; clock: () => number }) {
    this.storage = storage
    this.rooms = rooms
    this.clock = clock
  }

  /** A token of one's own, and a seat in the browser's session, which may hold several. */
  openFor(member: MemberId, { cookie, device }: Visitor): { token: string; changes: Change[] } {
    const token = newToken()
    const createdAt = this.now()
    const expiresAt = this.now(SESSION_MS)
    const seats = [{ kind: 'bearer' as const, tokenHash: hashToken(token), seenAt: null }]
    const all =
      cookie === null ? seats : [...seats, { kind: 'cookie' as const, tokenHash: hashToken(cookie), seenAt: createdAt }]
    return {
      token,
      changes: all.flatMap((session): Change[] => [
        { put: 'session', session: { ...session, expiresAt, createdAt, ...device } },
        { put: 'seat', tokenHash: session.tokenHash, member },
      ]),
    }
  }

  /**
   * Where this member is signed in, the latest use first. Every joining also makes a token for programs; one that nobody
   * ever used is not worth a line, and ends with the others all the same.
   */
  async of({ member, tokenHash }: AtTeam): Promise<SessionShown[]> {
    const now = this.now()
    const live = new Set([...this.rooms.connections()].map(connection => connection.tokenHash)).add(tokenHash)
    return (await this.storage.sessions(member.id))
      .filter(
        ({ expiresAt, seenAt, tokenHash: hash, kind }) =>
          expiresAt > now && (seenAt !== null || kind === 'feed' || live.has(hash)),
      )
      .map(({ members: _others, ...session }) => ({
        id: idOf(session),
        kind: session.kind,
        browser: session.browser,
        system: session.system,
        createdAt: session.createdAt,
        expiresAt: session.expiresAt,
        seenAt: live.has(session.tokenHash) ? now : session.seenAt,
        current: session.tokenHash === tokenHash,
      }))
      .sort((a, b) => Number(b.current) - Number(a.current) || (b.seenAt ?? '').localeCompare(a.seenAt ?? ''))
  }

  /** A secret for calendar programs: it opens this member's calendars, and nothing else. */
  async openFeed({ member }: AtTeam): Promise<{ token: string; expiresAt: string }> {
    const token = newToken()
    const tokenHash = hashToken(token)
    const expiresAt = this.now(FEED_MS)
    const opened = { kind: 'feed', createdAt: this.now(), seenAt: null, browser: null, system: null } as const
    await this.storage.commit({
      changes: [
        { put: 'session', session: { ...opened, tokenHash, expiresAt } },
        { put: 'seat', tokenHash, member: member.id },
      ],
    })
    return { token, expiresAt }
  }

  /** Ends every calendar link of this member. */
  async endFeeds({ member }: AtTeam): Promise<void> {
    const feeds = (await this.storage.sessions(member.id)).filter(({ kind }) => kind === 'feed')
    await this.storage.commit({ changes: feeds.map(({ tokenHash }) => ({ drop: 'session', tokenHash }) as const) })
  }

  /** Signs this member out of one session; whoever else shares that browser stays in. */
  async end({ member }: AtTeam, id: string): Promise<boolean> {
    const session = (await this.storage.sessions(member.id)).find(one => idOf(one) === id)
    if (session === undefined) return false
    await this.storage.commit({ changes: [{ drop: 'seat', tokenHash: session.tokenHash, member: member.id }] })
    this.rooms.endSession(session.tokenHash, member.id)
    return true
  }

  /** Signs this member out everywhere but where they ask; links that would bring somebody back as them end too. */
  async endOthers({ member, tokenHash }: AtTeam): Promise<void> {
    const others = (await this.storage.sessions(member.id)).filter(one => one.tokenHash !== tokenHash)
    await this.storage.commit({
      changes: [
        ...others.map(one => ({ drop: 'seat', tokenHash: one.tokenHash, member: member.id }) as const),
        { revoke: 'return-links', member: member.id },
      ],
    })
    for (const one of others) this.rooms.endSession(one.tokenHash, member.id)
  }

  private now(later = 0): string {
    return new Date(this.clock() + later).toISOString()
  }
}
