import { type CardId, type CardKind, mayPlace, mayPutAway, mayUnlink, presentStep, STAGES } from '@jointly/board'
import { traitsOf } from '../cards/cardTraits.ts'
import type { BoardSession } from '../session/board-session.ts'
import { isCard, type Thing } from './thing.ts'

/** Whether this person may move and resize a card, a frame or ink now. */
export const mayMove = (session: BoardSession, thing: Pick<Thing, 'by' | 'id'>): boolean =>
  session.block.get() === null &&
  mayPlace(session.me, thing, { locked: session.process.get().locked }) &&
  !isErased(session, thing)

/** Whether no layout holds anything fast for this person: what stays all the same was erased. */
export const placesAll = ({ me, process }: BoardSession): boolean =>
  mayPlace(me, { by: '' }, { locked: process.get().locked })

/** Whether its content was erased: it stays where it is, and nothing leads to it any more. */
export const isErased = ({ circumstances }: BoardSession, { id }: Pick<Thing, 'id'>): boolean =>
  circumstances.get().erased?.has(id as CardId) === true // of no use to a mark: none is erased

/** What this person may put away: cards of their side, marks of their side. */
export const removable = ({ me }: BoardSession, things: readonly Thing[]): readonly Thing[] =>
  things.filter(thing => (isCard(thing) ? mayPutAway(me, thing) : mayUnlink(me, thing)))

/** An interest stands in a side's column, so it takes somebody with a side. */
export const canAdd = ({ me }: BoardSession, kind: CardKind): boolean =>
  traitsOf(kind).sided !== true || me.side !== null

/** The kinds that this person can choose for a new card. */
export const kindsFor = (session: BoardSession): readonly CardKind[] => ORDER.filter(kind => canAdd(session, kind))

const ORDER: readonly CardKind[] = ['interest', 'option', 'criterion', 'fact', 'question', 'note']

/** What a new card is if its place does not say: what the present step makes, else a note. */
export const kindNow = (session: BoardSession): CardKind => {
  const kinds = kindsFor(session)
  const makes: readonly CardKind[] = STAGES[presentStep(session.process.get()).stage].makes
  return makes.find(kind => kinds.includes(kind)) ?? 'note'
}

/** The kind that belongs here is chosen, and the others can be. */
export const inFront = (kind: CardKind, kinds: readonly CardKind[]): [CardKind, ...CardKind[]] => [
  kind,
  ...kinds.filter(other => other !== kind),
]
