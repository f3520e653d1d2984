import type { MoveRefusal, Situation } from '../decide.ts'
import type { SideId } from '../ids.ts'
import { actsFor, ROLES } from '../people.ts'
import { actsForADecidingSide, type Process, rulesInForce } from '../process.ts'
import { pointsOf, type Rating, Word } from '../weighing/ratings.ts'
import { type Answer, idsOf, isRunning, type RatingScale, type Round, type RoundRequest } from './round.ts'
import { isOnTheTable, subjectNow } from './subject.ts'

type Asked<Type extends RoundRequest['type']> = Extract<RoundRequest, { type: Type }>

/** [N1] Rounds are opened, closed and cancelled by a facilitator or by whoever acts for a deciding side. */
const mayRun = ({ member, process }: Situation): boolean =>
  member.role === 'facilitator' || actsForADecidingSide(member, process)

const aboutOpening = (situation: Situation, move: Asked<'round.open'>): MoveRefusal | null => {
  const { process, board } = situation
  if (!mayRun(situation)) return 'not_co_chair'
  if (process.rounds.has(move.round)) return 'already_open'
  if ([...process.rounds.values()].some(round => round.kind === move.kind && isRunning(round))) return 'round_running'
  if (move.scale === 'points' && !rulesInForce(process).points) return 'not_switched_on'
  if (!isOnTheTable(board, move.subject)) return 'unknown_option'
  const { options, criteria } = subjectNow(board, move.subject)
  return options.length === 0 || criteria.length === 0 ? 'nothing_to_weigh' : null
}

const isOf: Readonly<Record<RatingScale, (rating: Rating) => boolean>> = {
  words: rating => Word.safeParse(rating).success,
  points: rating => typeof rating === 'number' || rating === 'cannot-judge',
}

/** [N2] Why an answer is not one to this round. */
const flawOf = ({ scale, subject }: Round, { ratings }: Answer): MoveRefusal | null => {
  const { options, criteria } = idsOf(subject)
  const cells = Object.entries(ratings).flatMap(([option, row]) =>
    Object.entries(row).map(([criterion, rating]) => ({ option, criterion, rating })),
  )
  if (cells.length === 0) return 'nothing_answered'
  const isKnown = (known: readonly string[], id: string) => known.includes(id)
  if (!cells.every(({ option, criterion }) => isKnown(options, option) && isKnown(criteria, criterion)))
    return 'unknown_option'
  if (!cells.every(({ rating }) => isOf[scale](rating))) return 'wrong_scale'
  const inRange = (points: number | null) => points === null || (points >= 0 && points <= 100)
  return cells.every(({ rating }) => inRange(pointsOf(rating))) ? null : 'value_out_of_range'
}

const aboutAnswer = ({ now = 0 }: Situation, round: Round, { answer }: Asked<'round.submit'>): MoveRefusal | null => {
  if (round.state.is !== 'open') return 'round_not_open'
  if (round.closesAt !== null && now >= Date.parse(round.closesAt)) return 'round_not_open'
  return flawOf(round, answer)
}

const decidingSides = ({ sides }: Process) => sides.filter(({ decides }) => decides).map(({ id }) => id)

/** [N5] A side's own result is released by whoever acts for it, once, when the rules are in force and no side is silent. */
const aboutRelease = ({ process, member }: Situation, round: Round, side: SideId): MoveRefusal | null => {
  const deciding = decidingSides(process)
  if (!deciding.includes(side)) return 'advising_side'
  if (!actsFor(member, side, process.members.values())) return 'not_co_chair'
  if (round.state.is === 'open') return 'round_not_closed'
  if (round.state.is === 'cancelled') return 'round_cancelled'
  if (round.state.is === 'released' || round.state.releases.has(side)) return 'already_released'
  if (process.rules.inForce === null) return 'rules_not_in_force'
  const answered = new Set(round.answered.values())
  return deciding.every(one => answered.has(one)) ? null : 'side_has_no_answer'
}

/** [M3] The part of the rule that is about rounds. */
export const roundRefusalOf = (situation: Situation, move: RoundRequest): MoveRefusal | null => {
  const { process, member } = situation
  if (move.type === 'round.open') return aboutOpening(situation, move)
  const round = process.rounds.get(move.round)
  if (round === undefined) return 'no_such_round'
  const side = ROLES[member.role].counted ? member.side : null
  switch (move.type) {
    case 'round.submit':
      return side === null ? 'no_side' : aboutAnswer(situation, round, move)
    case 'round.close':
      if (!mayRun(situation)) return 'not_co_chair'
      return round.state.is === 'open' ? null : 'round_not_open'
    case 'round.cancel':
      if (!mayRun(situation)) return 'not_co_chair'
      return isRunning(round) ? null : 'round_not_open'
    case 'round.release':
      return side === null ? 'no_side' : aboutRelease(situation, round, side)
  }
}

/** Whether this release is the one that completes it: every other deciding side has released. */
export const completes = (process: Process, { state }: Round, side: SideId | null): boolean =>
  state.is === 'closed' && decidingSides(process).every(one => one === side || state.releases.has(one))
