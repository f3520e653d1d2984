import type { Claims } from './claims.ts'
import type { Connection } from './connection.ts'
import { KEEP_ALIVE, presenceFrame } from './frames.ts'
import { Presence } from './presence.ts'

/** Who is in a room: their sockets, and what they are told of each other. */
export class Company {
  readonly connections = new Set<Connection>()
  private readonly presence = new Presence()
  private readonly claims: Claims
  private timer: NodeJS.Timeout | null = null

  constructor(claims: Claims) {
    this.claims = claims
  }

  join(connection: Connection): void {
    this.connections.add(connection)
  }

  leave(connection: Connection): void {
    this.connections.delete(connection)
    if (this.presence.release(connection)) this.tellPresenceSoon()
  }

  hear(connection: Connection, entries: Parameters<Presence['hear']>[1]): void {
    if (this.presence.hear(connection, entries, client => this.claims.show(connection.member, client)))
      this.tellPresenceSoon()
  }

  /** Tells one of them of all the others. */
  tellOfAll(connection: Connection): void {
    const entries = this.presence.all()
    for (const { client } of entries) connection.told.add(client)
    connection.send(entries.length === 0 ? KEEP_ALIVE : presenceFrame(entries))
  }

  tell(frame: Uint8Array, { except }: { except: Connection | null }): void {
    for (const connection of this.connections) if (connection !== except) connection.send(frame)
  }

  acknowledge(): void {
    for (const connection of this.connections) connection.acknowledge()
  }

  /** What they sent while nothing could be accepted is taken now. */
  resume(): void {
    for (const connection of this.connections) connection.resume()
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer)
  }

  private tellPresenceSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      const entries = this.presence.takeChanges()
      if (entries.length === 0) return
      for (const connection of this.connections) for (const { client } of entries) connection.told.add(client)
      this.tell(presenceFrame(entries), { except: null })
    }, PRESENCE_TICK_MS)
  }
}

/** Forty people who move their cursors cost everybody 20 frames a second, not 16,000. */
const PRESENCE_TICK_MS = 50
