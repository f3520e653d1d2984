import type { CardId, MemberId, SideId } from './ids.ts'
import { put, without } from './maps.ts'
import type { Move } from './moves.ts'
import { actsFor, decidingSides, type Member, type Side } from './people.ts'

/** A proposal to erase cards. It is done once every deciding side has said yes, and then their content is gone. */
export type Erasure = {
  /** The number of the move that proposed it. */
  readonly proposal: number
  readonly cards: readonly CardId[]
  readonly by: MemberId
  readonly at: string
  readonly accepted: ReadonlyMap<SideId, MemberId>
  /** When its content went, or null while a side has yet to say yes. */
  readonly done: string | null
}

type At = {
  readonly erasures: ReadonlyMap<number, Erasure>
  readonly sides: readonly Side[]
  readonly members: ReadonlyMap<MemberId, Member>
}

const proposedBy = (move: Extract<Move, { type: 'erase.propose' }>): Erasure => {
  const { seq: proposal, cards, by, at } = move
  return { proposal, cards, by, at, accepted: new Map(), done: null }
}

/** One side's yes, where whoever says it acts for a side that decides: a facilitator proposes, and speaks for none. */
const agreed = (erasure: Erasure, { sides, members }: At, { by, at }: Move): Erasure => {
  const member = members.get(by)
  const deciding = decidingSides(sides)
  const own = deciding.find(side => member !== undefined && actsFor(member, side, members.values()))
  const accepted = own === undefined ? erasure.accepted : put(erasure.accepted, own, by)
  return { ...erasure, accepted, done: deciding.every(side => accepted.has(side)) ? at : null }
}

/** The erasures after a move that proposes one, which is a yes too, says yes to one, or takes one back. */
export const applyToErasures = (
  at: At,
  move: Extract<Move, { type: `erase.${string}` }>,
): ReadonlyMap<number, Erasure> => {
  if (move.type === 'erase.withdraw') return without(at.erasures, move.proposal)
  const erasure = move.type === 'erase.propose' ? proposedBy(move) : at.erasures.get(move.proposal)
  return erasure === undefined ? at.erasures : put(at.erasures, erasure.proposal, agreed(erasure, at, move))
}

/** [M31] The erasure that took a card's content, or undefined where it has it still. */
export const erasureOf = ({ erasures }: Pick<At, 'erasures'>, card: CardId): Erasure | undefined =>
  [...erasures.values()].find(({ cards, done }) => done !== null && cards.includes(card))

/** [A13] The cards whose content is gone. */
export const erasedCards = ({ erasures }: Pick<At, 'erasures'>): ReadonlySet<CardId> =>
  new Set([...erasures.values()].flatMap(({ cards, done }) => (done === null ? [] : cards)))

/** The erasures that some deciding side has yet to agree to. */
export const openErasures = ({ erasures }: Pick<At, 'erasures'>): Erasure[] =>
  [...erasures.values()].filter(({ done }) => done === null)
