import { isEdited, latestVersion } from '../agreement/decide.ts'
import type { MoveRefusal, Situation } from '../decide.ts'
import type { SideId } from '../ids.ts'
import { actsFor, actsForADecidingSide, countOf, decidingSides, type Member, speaksFor } from '../people.ts'
import type { Process } from '../process.ts'
import { rulesInForce } from '../rules.ts'
import { isQuorate, isSwitchedOn, KINDS, type KindRow } from './kinds.ts'
import { isDue, isRunning, type Round, type RoundEntry, type RoundRequest } from './round.ts'
import { isOnTheTable, subjectNow } from './subject.ts'

type Asked<Type extends RoundRequest['type']> = Extract<RoundRequest, { type: Type }>

/**
 * [N1] Rounds are opened, closed and cancelled by a facilitator or by whoever acts for a deciding side; those of one side
 * by whoever acts for it ([N8]).
 */
const mayRun = ({ member, process }: Situation, of: SideId | null): boolean =>
  of === null
    ? member.role === 'facilitator' || actsForADecidingSide(member, process)
    : actsFor(member, of, process.members.values())

const aboutOpening = (situation: Situation, move: Asked<'round.open'>): MoveRefusal | null => {
  const { process, board, member, now = 0 } = situation
  const row: KindRow = KINDS[move.kind]
  const of = row.asks === 'own-side' ? member.side : null
  if (row.asks === 'own-side' && of === null) return 'no_side'
  if (of !== null && !decidingSides(process.sides).includes(of)) return 'advising_side'
  if (!mayRun(situation, of)) return 'not_co_chair'
  if (process.rounds.has(move.round)) return 'already_open'
  const runs = (round: Round) => round.kind === move.kind && round.of === of && isRunning(round)
  if ([...process.rounds.values()].some(runs)) return 'round_running'
  const scale = move.scale ?? row.scales[0]
  if (!row.scales.includes(scale)) return 'wrong_scale'
  if (!isSwitchedOn(move.kind, scale, rulesInForce(process))) return 'not_switched_on'
  if (move.closesAt !== undefined && Date.parse(move.closesAt) <= now) return 'already_past'
  if (!isOnTheTable(board, move.subject)) return 'unknown_option'
  if (!isPossibleQuorum(process, move)) return 'no_such_quorum'
  if (row.one) return aboutOneThing(situation, move)
  if (move.subject?.agreement !== undefined) return 'unknown_option'
  const subject = subjectNow(situation, move)
  return row.about.some(part => subject[part].length === 0) ? 'nothing_to_weigh' : null
}

/** [N21] What asks about one thing names it: one option, or the version of the agreement that the text on the table is. */
const aboutOneThing = ({ process, board }: Situation, { subject }: Asked<'round.open'>): MoveRefusal | null => {
  const { options = [], criteria = [], agreement } = subject ?? {}
  const things = options.length + criteria.length + (agreement === undefined ? 0 : 1)
  if (things !== 1 || criteria.length > 0) return 'not_one_thing'
  if (agreement === undefined) return null
  const latest = latestVersion(process)
  if (latest === null) return 'nothing_proposed'
  return latest.version !== agreement || isEdited(latest, board) ? 'stale_version' : null
}

const isPossibleQuorum = ({ sides, members }: Process, { kind, quorum }: Asked<'round.open'>): boolean =>
  quorum === undefined ||
  (isQuorate(kind) &&
    Object.entries(quorum).every(
      ([side, most]) => sides.some(({ id }) => id === side) && most <= countOf(side as SideId, members.values()),
    ))

const aboutAnswer = (
  { now = 0 }: Situation,
  round: Round,
  { answer, side }: Asked<'round.submit'> & { side: SideId },
): MoveRefusal | null => {
  if (round.of !== null && round.of !== side) return 'not_your_side'
  if (round.state.is !== 'open' || isDue(round, now)) return 'round_not_open'
  return KINDS[round.kind].flawOf(round, answer)
}

/** [N8] The sides without whose release there is no result: every deciding one, or the one that was asked. */
export const releasing = ({ sides }: Process, { of }: Round): readonly SideId[] =>
  of === null ? decidingSides(sides) : [of]

/** [N25] Who holds a side's result back, as long as they act for it; null where nobody does. */
export const holderOf = ({ members }: Process, { state }: Round, side: SideId): Member | null => {
  const id = state.is === 'closed' ? state.holds.get(side) : undefined
  const holder = id === undefined ? undefined : members.get(id)
  return holder !== undefined && actsFor(holder, side, members.values()) ? holder : null
}

const NOT_CLOSED = {
  open: 'round_not_closed',
  cancelled: 'round_cancelled',
  released: 'already_released',
} as const satisfies Record<Exclude<Round['state']['is'], 'closed'>, MoveRefusal>

/**
 * [N5] A side's own result is released by whoever acts for it, once, when the rules are in force and no side is silent.
 * [N25] Until the joint result appears any of them may hold it back, which takes a release back as well.
 */
const aboutResult = (
  { process, member }: Situation,
  round: Round,
  { type, side }: { type: 'round.release' | 'round.hold'; side: SideId },
): MoveRefusal | null => {
  const { state } = round
  const sides = releasing(process, round)
  if (round.of !== null && round.of !== side) return 'not_your_side'
  if (!sides.includes(side)) return 'advising_side'
  if (!actsFor(member, side, process.members.values())) return 'not_co_chair'
  if (state.is !== 'closed') return NOT_CLOSED[state.is]
  const holder = holderOf(process, round, side)
  if (type === 'round.hold') return holder === null ? null : 'already_held'
  if (state.releases.has(side)) return 'already_released'
  if (holder !== null && holder.id !== member.id) return 'round_held'
  if (process.rules.inForce === null) return 'rules_not_in_force'
  const answered = new Set(round.answered.values())
  return sides.every(one => answered.has(one)) ? null : 'side_has_no_answer'
}

/** [M3] The part of the rule that is about rounds. */
export const roundRefusalOf = (situation: Situation, move: RoundRequest): MoveRefusal | null => {
  const { process, member } = situation
  if (move.type === 'round.open') return aboutOpening(situation, move)
  const round = process.rounds.get(move.round)
  if (round === undefined) return 'no_such_round'
  const side = speaksFor(member)
  switch (move.type) {
    case 'round.submit':
      return side === null ? 'no_side' : aboutAnswer(situation, round, { ...move, side })
    case 'round.close':
      if (!mayRun(situation, round.of)) return 'not_co_chair'
      return round.state.is === 'open' ? null : 'round_not_open'
    case 'round.cancel':
      if (!mayRun(situation, round.of)) return 'not_co_chair'
      return isRunning(round) ? null : 'round_not_open'
    case 'round.release':
    case 'round.hold':
      return side === null ? 'no_side' : aboutResult(situation, round, { type: move.type, side })
  }
}

/** Whether this release is the one that completes it: every other side that it waits for has released. */
export const completes = (process: Process, round: Round, side: SideId | null): boolean => {
  const { state } = round
  return state.is === 'closed' && releasing(process, round).every(one => one === side || state.releases.has(one))
}

/** [N13] The move that closes a round at its moment: nobody asks for it, and it stands for whoever named the moment. */
export const closedByTime = ({ id }: Round): Extract<RoundEntry, { type: 'round.close' }> => ({
  type: 'round.close',
  round: id,
  byTime: true,
})
