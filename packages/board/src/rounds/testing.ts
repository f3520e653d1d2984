import { refusalOf } from '../decide.ts'
import type { MemberId, SideId } from '../ids.ts'
import type { Move, MoveRequest } from '../moves.ts'
import type { Member } from '../people.ts'
import { applyMove, type Process } from '../process.ts'
import type { BoardView } from '../view.ts'
import { roundEntry, seenBefore } from './entry.ts'
import type { SealedAnswer, SeenResult } from './round.ts'

export type Played = readonly (readonly [Member, MoveRequest])[]

/**
 * The process after these moves about rounds, taken as the server takes them, a second apart; beside it lie the answers, and
 * what sides have `seen` so far.
 */
export const playRounds = (
  from: Process,
  moves: Played,
  board: () => BoardView,
  before: readonly SeenResult[] = [],
) => {
  const seen = [...before]
  const sealed = new Map<MemberId, SealedAnswer>()
  let process = from
  for (const [who, move] of moves) {
    const situation = { process, board: board(), member: who, move }
    const refused = refusalOf(situation)
    if (refused !== null) throw new Error(`${move.type}: ${refused}`)
    if (!('round' in move)) throw new Error('only rounds are played here')
    if (move.type === 'round.submit')
      sealed.set(who.id, { member: who.id, side: who.side as SideId, answer: move.answer })
    const unsealed = { ...situation, answers: [...sealed.values()], seen: [...seen] }
    const entry = roundEntry(move, unsealed)
    seen.push(...seenBefore(move, unsealed))
    if (move.type === 'round.cancel' || 'result' in entry) sealed.clear()
    const seq = process.seq + 1
    const at = new Date(Date.parse('2026-09-01T10:00:00Z') + seq * 1000).toISOString()
    process = applyMove(process, { ...entry, seq, at, by: who.id, side: who.side } as Move)
  }
  return { process, answers: [...sealed.values()], seen }
}
