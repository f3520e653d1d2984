import { inForce, type Member, type MemberId, type Process, type Side } from '@jointly/board'
import type { Here } from '../session/presence.ts'
import { awaitedAmong } from './AcceptButton.tsx'

export type Seat = { readonly member: Member; readonly isHere: boolean }

/** Those who sit together: a side, or those who sit with none. */
export type Bench = { readonly side: Side | null; readonly seats: readonly Seat[] }

export type Seating = {
  readonly benches: readonly Bench[]
  /** Came by a link and wait for a co-chair of their side. */
  readonly waiting: readonly Member[]
  /** Facilitators and observers whom a side has yet to accept. */
  readonly awaited: readonly Member[]
}

/** Everybody of the team by side, those who are here first; then those who wait to be admitted. Observers too. */
export const seatingOf = (process: Process, people: readonly Here[]): Seating => {
  const here = new Set<MemberId>(people.map(person => person.id))
  const members = [...process.members.values()].filter(member => !member.left)
  const seats = members
    .filter(inForce)
    .map(member => ({ member, isHere: here.has(member.id) }))
    .sort((a, b) => Number(b.isHere) - Number(a.isHere) || a.member.name.localeCompare(b.member.name))
  const bench = (side: Side | null): Bench => ({
    side,
    seats: seats.filter(({ member }) => member.side === (side?.id ?? null)),
  })
  const neutral = bench(null)
  return {
    benches: [...process.sides.map(bench), ...(neutral.seats.length === 0 ? [] : [neutral])],
    waiting: members.filter(member => !member.admitted),
    awaited: awaitedAmong(members),
  }
}

/** So many of them as there is room for, taken from each bench in turn, so that a large side hides no small one. */
export const inTurns = <Of>(benches: readonly (readonly Of[])[], room: number): readonly Of[] => {
  const turns = benches.flatMap(bench => bench.map((one, turn) => ({ one, turn })))
  const taken = new Set(turns.toSorted((a, b) => a.turn - b.turn).slice(0, room))
  return turns.filter(turn => taken.has(turn)).map(({ one }) => one)
}
