import type { AgreementVersion } from '../agreement/agreement.ts'
import type { Clause } from '../agreement/clauses.ts'
import type { CardKind } from '../cards.ts'
import type { CardId, SideId } from '../ids.ts'
import { type CountedAt, isConfirmed } from '../linkStanding.ts'
import type { Move } from '../moves.ts'
import { applyMove, OPENING, type Process } from '../process.ts'
import { type ReleasedRatings, releasedRatings } from '../rounds/released.ts'
import type { BoardView } from '../view.ts'

/** An option that a clause takes up, and by criterion the mean of each side that shows one. */
type Weighed = {
  readonly option: CardId
  readonly means: Readonly<Record<CardId, Readonly<Record<SideId, number>>>>
}

/** How one clause came about. */
export type ClauseHistory = {
  readonly text: string
  readonly options: readonly Weighed[]
  /** Those that it leads to, and those that its options serve by confirmed links. */
  readonly interests: readonly CardId[]
  /** What it leads to besides, a fact or a criterion: nothing that it serves. */
  readonly others: readonly CardId[]
}

/** Where the process stood when the last signer signed a version; null where these minutes do not tell. */
export const whenAgreed = (minutes: readonly Move[], version: AgreementVersion): Process | null => {
  let process = OPENING
  for (const move of minutes) {
    process = applyMove(process, move)
    const isAgreed = process.agreement.some(one => one.version === version.version && one.agreedAt !== null)
    if (move.type === 'agreement.sign' && isAgreed) return process
  }
  return null
}

const meansOf = ({ criteria, ratings }: ReleasedRatings, option: CardId): Weighed['means'] =>
  Object.fromEntries(
    criteria.flatMap(criterion => {
      const means = Object.entries(ratings[option]?.[criterion] ?? {}).flatMap(([side, { mean }]) =>
        mean === null ? [] : [[side, mean] as const],
      )
      return means.length === 0 ? [] : [[criterion, Object.fromEntries(means)]]
    }),
  )

type At = {
  readonly clauses: readonly Clause[]
  readonly process: Process
  readonly board: BoardView
  readonly counted?: CountedAt
}

/**
 * [G9] [G11] How each clause came about. Of a version that all have signed process and board are those of the last
 * signature: what is rated, confirmed or reworded afterwards is none of its history.
 */
export const clauseHistory = (at: At): readonly ClauseHistory[] => {
  const { clauses, process, board } = at
  const released = releasedRatings(process.rounds)
  const confirmed = board.links.filter(link => link.kind === 'serves' && isConfirmed(link, at))
  const isA = (kind: CardKind) => (id: CardId) => board.card(id)?.kind === kind
  return clauses.map(({ text, cards }) => {
    const [options, interests] = [cards.filter(isA('option')), cards.filter(isA('interest'))]
    const served = confirmed.filter(({ from }) => options.includes(from)).map(({ to }) => to)
    return {
      text,
      options: options.map(option => ({ option, means: released === null ? {} : meansOf(released, option) })),
      interests: [...new Set([...interests, ...served.filter(isA('interest'))])],
      others: cards.filter(id => !options.includes(id) && !interests.includes(id)),
    }
  })
}
