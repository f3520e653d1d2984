import type { Member, MemberId } from '@jointly/board'
import type { PresenceStamp } from '@jointly/protocol'
import type { PresenceEntry } from './frames.ts'

/** Whoever holds presence in a room: a socket with its member. */
export type Holder = {
  readonly member: Pick<Member, 'id' | 'name' | 'side' | 'role'>
  /** Ids that this socket was told of as somebody else's; what it says of them is an echo. */
  readonly told: Set<number>
  /** Ids that this socket has spoken for. */
  readonly spoken: Set<number>
}

type Held = { clock: number; state: unknown; holder: Holder | null; readonly member: MemberId }

/**
 * Who is here and what they are at, for the moment; nothing of it is stored. Every state is stamped with the member that
 * the socket was opened for, whatever the client wrote there.
 *
 * A y-websocket client echoes what it hears of others. So a socket speaks for an id only if it holds that id already; or
 * was never told of it and the id belongs to its member (a first word, or the same page on a new socket); or says
 * something newer of an id of its own member's (a page whose old socket has not been noticed as dead). Everything else is
 * an echo or a forgery, and is dropped.
 */
export class Presence {
  private readonly held = new Map<number, Held>()
  private readonly changed = new Set<number>()

  /** Returns whether there is anything to tell others. `owns`: may this member use this id, and it is theirs from now on. */
  hear(holder: Holder, entries: readonly PresenceEntry[], owns: (client: number) => boolean): boolean {
    // A page has one id; an honest frame holds one entry of its own, beside any number of echoes.
    const own = entries.find(entry => this.speaksFor(holder, entry, owns))
    if (own === undefined) return false
    this.set(holder, own)
    return true
  }

  /** The socket is gone: what it held is taken away. No ghosts. */
  release(holder: Holder): boolean {
    for (const [client, held] of this.held)
      if (held.holder === holder) {
        this.held.set(client, { ...held, clock: held.clock + 1, state: null, holder: null })
        this.changed.add(client)
      }
    return this.changed.size > 0
  }

  /** Everybody who is here. */
  all(): PresenceEntry[] {
    return [...this.held].flatMap(([client, { clock, state }]) => (state === null ? [] : [{ client, clock, state }]))
  }

  /** What changed since the last call. */
  takeChanges(): PresenceEntry[] {
    const entries = [...this.changed].flatMap(client => {
      const held = this.held.get(client)
      return held === undefined ? [] : [{ client, clock: held.clock, state: held.state }]
    })
    this.changed.clear()
    return entries
  }

  private speaksFor(
    holder: Holder,
    { client, clock, state }: PresenceEntry,
    owns: (client: number) => boolean,
  ): boolean {
    const held = this.held.get(client)
    if (held?.holder === holder) return clock > held.clock
    if (state === null || typeof state !== 'object' || Array.isArray(state)) return false
    if (held !== undefined && held.member !== holder.member.id) return false
    if (!holder.spoken.has(client) && holder.spoken.size >= MOST_IDS) return false
    const firstWord = !holder.told.has(client)
    const newer = held !== undefined && clock > held.clock
    return (firstWord || newer) && owns(client)
  }

  private set(holder: Holder, { client, clock, state }: PresenceEntry): void {
    const before = this.held.get(client)
    // One id per socket: a page that took a new one has left the old one behind.
    if (!holder.spoken.has(client)) this.release(holder)
    holder.spoken.add(client)
    this.held.set(client, {
      // Others compare clocks: never fall behind what they have seen.
      clock: Math.max(clock, (before?.clock ?? -1) + (before?.holder === holder ? 0 : 1)),
      state: state === null ? null : { ...(state as object), user: stampOf(holder.member) },
      holder,
      member: holder.member.id,
    })
    this.changed.add(client)
  }
}

/** A page takes a new id when Yjs finds its old one in use, which is rare; more than this is no page. */
const MOST_IDS = 16

const stampOf = ({ id, name, side, role }: Holder['member']): PresenceStamp => ({ id, name, side, role })
