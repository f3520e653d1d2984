import type { MemberId, RoundId, SideId } from '../ids.ts'
import type { Rules } from '../rules.ts'
import { KINDS } from './kinds.ts'
import type { Release, Round, RoundEntry } from './round.ts'

type Stamped = RoundEntry & { readonly at: string; readonly by: MemberId; readonly side: SideId | null }
export type Rounds = ReadonlyMap<RoundId, Round>

const CLOSED = {
  is: 'closed',
  byTime: false,
  releases: new Map<SideId, Release>(),
  holds: new Map<SideId, MemberId>(),
} as const

/** `decide` takes a release, and a hold, of a closed round alone. */
const closedState = ({ state }: Round) => (state.is === 'closed' ? state : CLOSED)

const without = <Value>(map: ReadonlyMap<SideId, Value>, side: SideId | null): ReadonlyMap<SideId, Value> =>
  new Map([...map].filter(([key]) => key !== side))

const after = (rounds: Rounds, move: Stamped, { attribution }: Rules): Round | undefined => {
  if (move.type === 'round.open') {
    const { round: id, kind, anonymity, subject, quorum = null, by, at, closesAt = null } = move
    // A kind that a newer version asks ([M7]).
    if (!Object.hasOwn(KINDS, kind)) return undefined
    const { asks, scales } = KINDS[kind]
    // `decide` opens no round of one side for anybody without a side.
    const of = asks === 'own-side' ? (move.side as SideId) : null
    return {
      id,
      kind,
      of,
      scale: move.scale ?? scales[0],
      anonymity,
      attribution,
      subject,
      quorum,
      by,
      openedAt: at,
      closesAt,
      answered: new Map(),
      state: { is: 'open' },
    }
  }
  const round = rounds.get(move.round)
  if (round === undefined) return undefined
  switch (move.type) {
    case 'round.submit':
      // `decide` takes an answer from nobody without a side.
      return { ...round, answered: new Map(round.answered).set(move.by, move.side as SideId) }
    case 'round.close':
      return { ...round, state: { ...CLOSED, byTime: move.byTime === true } }
    case 'round.cancel':
      return { ...round, state: { is: 'cancelled', wasClosed: round.state.is === 'closed' } }
    case 'round.release': {
      if (move.result !== undefined) return { ...round, state: { is: 'released', at: move.at, result: move.result } }
      const closed = closedState(round)
      const release = { by: move.by, spread: move.spread === true }
      const releases = new Map(closed.releases).set(move.side as SideId, release)
      return { ...round, state: { ...closed, releases, holds: without(closed.holds, move.side) } }
    }
    case 'round.hold': {
      const closed = closedState(round)
      const holds = new Map(closed.holds).set(move.side as SideId, move.by)
      return { ...round, state: { ...closed, releases: without(closed.releases, move.side), holds } }
    }
  }
}

/** The rounds of a board after one move more; `rules`: those in force at that moment. */
export const applyToRounds = (rounds: Rounds, move: Stamped, rules: Rules): Rounds => {
  const round = after(rounds, move, rules)
  return round === undefined ? rounds : new Map(rounds).set(move.round, round)
}
