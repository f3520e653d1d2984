import type { MemberId, SideId } from '../ids.ts'
import { put, without } from '../maps.ts'
import { decidingSides, type Side } from '../people.ts'
import type { Action, Confirmation, FollowUp, FollowUpRequest, Outcome, Review, TrackedIndicator } from './followup.ts'

type Stamped = FollowUpRequest & {
  readonly seq: number
  readonly at: string
  readonly by: MemberId
  readonly side: SideId | null
}
type Sided = { readonly sides: readonly Side[] }

/** [U3] What became of an action, or null while it is open: every deciding side has said so, and all the same. */
export const outcomeOf = ({ confirmed }: Pick<Action, 'confirmed'>, { sides }: Sided): Outcome | null => {
  const said = decidingSides(sides).map(side => confirmed.get(side)?.outcome)
  const [first] = said
  return first !== undefined && said.every(outcome => outcome === first) ? first : null
}

const byDue = (a: Action, b: Action) => a.due.localeCompare(b.due) || a.id - b.id

/** What is still to be done, the earliest due first. */
export const openActions = ({ followUp, ...sided }: Sided & { readonly followUp: FollowUp }): Action[] =>
  [...followUp.actions.values()].filter(action => outcomeOf(action, sided) === null).sort(byDue)

/** What is over, the latest end first. */
export const closedActions = ({ followUp, ...sided }: Sided & { readonly followUp: FollowUp }): Action[] =>
  [...followUp.actions.values()]
    .filter(action => outcomeOf(action, sided) !== null)
    .sort((a, b) => endOf(b).localeCompare(endOf(a)))
const endOf = ({ confirmed }: Action) =>
  [...confirmed.values()]
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? ''

/** The meetings that are planned, the next one first. */
export const plannedReviews = ({ reviews }: FollowUp): Review[] =>
  [...reviews.values()]
    .filter(({ state }) => state.is === 'planned')
    .sort((a, b) => a.on.localeCompare(b.on) || a.id - b.id)

/** The values of an indicator day by day, its baseline the first of them. */
export const courseOf = ({ baseline, values }: TrackedIndicator): { on: string; value: number }[] =>
  [...new Map([[baseline.on, baseline.value], ...[...values].map(([on, { value }]) => [on, value] as const)])]
    .map(([on, value]) => ({ on, value }))
    .sort((a, b) => a.on.localeCompare(b.on))

const actionAfter = (action: Action, move: Extract<Stamped, { type: `action.${string}` }>): Action => {
  switch (move.type) {
    case 'action.add':
      return action
    case 'action.update':
      // Fields that were not named are not there: nothing is taken away by leaving it out.
      return {
        ...action,
        ...(move.change as Partial<Action>),
        version: move.seq,
        changedAt: move.at,
        confirmed: new Map(),
      }
    case 'action.confirm': {
      const said: Confirmation = { by: move.by, at: move.at, outcome: move.outcome }
      // `decide` takes a confirmation from nobody without a side.
      return { ...action, confirmed: put(action.confirmed, move.side as SideId, said) }
    }
    case 'action.reopen':
      return { ...action, confirmed: without(action.confirmed, move.side as SideId) }
  }
}

const indicatorAfter = (
  indicator: TrackedIndicator,
  move: Extract<Stamped, { type: 'indicator.update' | 'indicator.record' }>,
): TrackedIndicator => {
  if (move.type === 'indicator.update') return { ...indicator, ...(move.change as Partial<TrackedIndicator>) }
  const { on, value, by, at } = move
  const { values } = indicator
  return { ...indicator, values: value === null ? without(values, on) : put(values, on, { value, by, at }) }
}

/** [U6] A meeting was held: what is open is carried forward to the next one. */
const held = (at: Sided & { followUp: FollowUp }, move: Extract<Stamped, { type: 'review.hold' }>): FollowUp => {
  const { actions, reviews, ...rest } = at.followUp
  const review = reviews.get(move.review)
  if (review === undefined) return at.followUp
  const carried = openActions(at)
  const after: Review = {
    ...review,
    state: { is: 'held', at: move.at, carried: carried.map(({ id }) => id) },
  }
  const next = move.next === undefined ? [] : [planned({ ...move, on: move.next })]
  return {
    ...rest,
    actions: new Map([...actions, ...carried.map(one => [one.id, { ...one, carried: one.carried + 1 }] as const)]),
    reviews: new Map([...reviews, [review.id, after], ...next.map(one => [one.id, one] as const)]),
  }
}

type Planned = Pick<Stamped, 'seq' | 'by' | 'at'> & { readonly on: string; readonly about?: string | undefined }
const planned = ({ seq: id, on, about, by, at }: Planned): Review => ({
  ...{ id, on, by, at },
  about: about ?? null,
  state: { is: 'planned' },
})

/** The follow-up of a board after one move more. */
export const applyToFollowUp = (at: Sided & { readonly followUp: FollowUp }, move: Stamped): FollowUp => {
  const { followUp } = at
  const { actions, indicators, reviews } = followUp
  switch (move.type) {
    case 'action.add': {
      const { seq: id, by, at: addedAt, action } = move
      const when = { at: addedAt, changedAt: addedAt }
      const added: Action = { ...action, id, version: id, by, ...when, confirmed: new Map(), carried: 0 }
      return { ...followUp, actions: put(actions, id, added) }
    }
    case 'action.update':
    case 'action.confirm':
    case 'action.reopen': {
      const action = actions.get(move.action)
      return action === undefined
        ? followUp
        : { ...followUp, actions: put(actions, action.id, actionAfter(action, move)) }
    }
    case 'indicator.add': {
      const { seq: id, by, at: addedAt, indicator } = move
      const added: TrackedIndicator = { ...indicator, id, by, at: addedAt, values: new Map(), ended: false }
      return { ...followUp, indicators: put(indicators, id, added) }
    }
    case 'indicator.update':
    case 'indicator.record': {
      const indicator = indicators.get(move.indicator)
      return indicator === undefined
        ? followUp
        : { ...followUp, indicators: put(indicators, indicator.id, indicatorAfter(indicator, move)) }
    }
    case 'review.plan':
      return { ...followUp, reviews: put(reviews, move.seq, planned(move)) }
    case 'review.cancel': {
      const review = reviews.get(move.review)
      const state = { is: 'cancelled', at: move.at } as const
      return review === undefined ? followUp : { ...followUp, reviews: put(reviews, review.id, { ...review, state }) }
    }
    case 'review.hold':
      return held(at, move)
  }
}
