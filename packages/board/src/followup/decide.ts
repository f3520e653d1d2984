import type { MoveRefusal, Situation } from '../decide.ts'
import type { CardId, MemberId } from '../ids.ts'
import { actsForADecidingSide, decidingSides, present, speaksFor } from '../people.ts'
import { cardOnTable } from '../view.ts'
import type { Action, FollowUpAsked, FollowUpRequest, Review, TrackedIndicator } from './followup.ts'
import { openActions, outcomeOf, plannedReviews } from './process.ts'

/** [U1] What is to be done is written down by whoever is counted on a side, and by a facilitator. */
const mayAdd = ({ member }: Situation): MoveRefusal | null =>
  member.role === 'facilitator' || speaksFor(member) !== null ? null : 'no_side'

/** [U2] What stands is changed by whoever added it or answers for it, a facilitator, or whoever acts for a deciding side. */
const mayChange = ({ member, process }: Situation, those: readonly MemberId[]): MoveRefusal | null =>
  member.role === 'facilitator' || those.includes(member.id) || actsForADecidingSide(member, process)
    ? null
    : 'not_yours_to_change'

/** [U6] Meetings are planned and held by a facilitator, or by whoever acts for a deciding side. */
const mayRun = ({ member, process }: Situation): MoveRefusal | null =>
  member.role === 'facilitator' || actsForADecidingSide(member, process) ? null : 'not_co_chair'

type Fields = { readonly owners?: readonly MemberId[] | undefined; readonly traces?: readonly CardId[] | undefined }

/** Owners are people of the team who are there to do it, and traces lead to cards that are on the table. */
const flawOf = ({ process, board }: Situation, { owners = [], traces = [] }: Fields): MoveRefusal | null => {
  const here = new Set(present(process.members.values()).map(({ id }) => id))
  if (!owners.every(id => here.has(id))) return 'no_such_owner'
  return traces.every(id => cardOnTable(board, id) !== undefined) ? null : 'no_such_card'
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
/** What keeps what it had is no change: it would void confirmations for nothing. */
const changes = (from: object, change: object): boolean =>
  Object.entries(change).some(([name, value]) => !same(value, (from as Record<string, unknown>)[name]))

/** What was left of the people and cards named before stays, though they have gone since. */
const newOnes = <Id>(now: readonly Id[] | undefined, before: readonly Id[]) => now?.filter(id => !before.includes(id))

const aboutUpdate = (situation: Situation, action: Action, { change }: FollowUpAsked<'action.update'>) => {
  const refused = mayChange(situation, [action.by, ...action.owners])
  if (refused !== null) return refused
  if (outcomeOf(action, situation.process) !== null) return 'action_closed'
  if (!changes(action, change)) return 'nothing_changed'
  return flawOf(situation, {
    owners: newOnes(change.owners, action.owners),
    traces: newOnes(change.traces, action.traces),
  })
}

/** [U3] A deciding side says what became of an action through whoever acts for it, of the version that they read. */
const aboutOutcome = (
  { process, member }: Situation,
  action: Action,
  move: FollowUpAsked<'action.confirm' | 'action.reopen'>,
): MoveRefusal | null => {
  const side = speaksFor(member)
  if (side === null) return 'no_side'
  if (!decidingSides(process.sides).includes(side)) return 'advising_side'
  if (!actsForADecidingSide(member, process)) return 'not_co_chair'
  const before = action.confirmed.get(side)
  if (move.type === 'action.reopen') return before === undefined ? 'not_confirmed' : null
  if (move.version !== undefined && move.version !== action.version) return 'stale_version'
  if (outcomeOf(action, process) !== null) return 'action_closed'
  return before?.outcome === move.outcome ? 'already_confirmed' : null
}

const aboutAction = (
  situation: Situation,
  move: FollowUpAsked<'action.update' | 'action.confirm' | 'action.reopen'>,
): MoveRefusal | null => {
  const action = situation.process.followUp.actions.get(move.action)
  if (action === undefined) return 'no_such_action'
  return move.type === 'action.update' ? aboutUpdate(situation, action, move) : aboutOutcome(situation, action, move)
}

/** [U5] A value is recorded by whoever may add; what an indicator is, is changed like an action. */
const aboutIndicator = (
  situation: Situation,
  indicator: TrackedIndicator | undefined,
  move: FollowUpAsked<'indicator.update' | 'indicator.record'>,
): MoveRefusal | null => {
  if (indicator === undefined) return 'no_such_indicator'
  if (move.type === 'indicator.update') {
    const refused = mayChange(situation, [indicator.by])
    return refused ?? (changes(indicator, move.change) ? null : 'nothing_changed')
  }
  const refused = mayAdd(situation)
  if (refused !== null) return refused
  if (indicator.ended) return 'indicator_ended'
  const before = indicator.values.get(move.on)?.value ?? null
  return before === move.value ? 'nothing_changed' : null
}

/** [U6] A meeting that leaves something open says when the next one is: what nobody looks at again fades. */
const aboutReview = (
  situation: Situation,
  review: Review | undefined,
  move: FollowUpAsked<'review.cancel' | 'review.hold'>,
): MoveRefusal | null => {
  const { process } = situation
  const refused = mayRun(situation)
  if (refused !== null) return refused
  if (review === undefined) return 'no_such_review'
  if (review.state.is !== 'planned') return 'review_over'
  if (move.type === 'review.cancel') return null
  if (move.next !== undefined && move.next <= review.on) return 'not_later'
  const isNext = move.next !== undefined || plannedReviews(process.followUp).some(({ id }) => id !== review.id)
  return !isNext && openActions(process).length > 0 ? 'no_next_review' : null
}

/** Why a move about follow-up is refused, or null. */
export const followUpRefusalOf = (situation: Situation, move: FollowUpRequest): MoveRefusal | null => {
  const { followUp } = situation.process
  switch (move.type) {
    case 'action.add':
      return mayAdd(situation) ?? flawOf(situation, move.action)
    case 'action.update':
    case 'action.confirm':
    case 'action.reopen':
      return aboutAction(situation, move)
    case 'indicator.add':
      return mayAdd(situation)
    case 'indicator.update':
    case 'indicator.record':
      return aboutIndicator(situation, followUp.indicators.get(move.indicator), move)
    case 'review.plan':
      return mayRun(situation)
    case 'review.cancel':
    case 'review.hold':
      return aboutReview(situation, followUp.reviews.get(move.review), move)
  }
}
