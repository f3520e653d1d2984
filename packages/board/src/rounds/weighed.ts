import type { CardId, SideId } from '../ids.ts'
import { endsOf, linkStanding } from '../linkStanding.ts'
import type { Process } from '../process.ts'
import { rulesInForce } from '../rules.ts'
import { standingOf } from '../standing.ts'
import { type BoardView, cardOnTable, optionAsItIsNow } from '../view.ts'
import { type Coverage, coverageOf } from '../weighing/coverage.ts'
import { type Flips, flipsOf } from '../weighing/flips.ts'
import { type JointGain, jointGain } from '../weighing/jointGain.ts'
import { type Pareto, paretoSet } from '../weighing/pareto.ts'
import { type CriterionId, type OptionId, type Ratings, rowsOf } from '../weighing/ratings.ts'
import { type Robustness, robustnessOf } from '../weighing/robustness.ts'
import { tableOf } from '../weighing/table.ts'
import { type Talk, talkFirst } from '../weighing/talkFirst.ts'
import { type Values, valuesOf } from '../weighing/value.ts'
import { equalWeights, normalised, type Weights } from '../weighing/weights.ts'
import { type ReleasedRatings, releasedRatings } from './released.ts'
import { type ReleasedWeights, releasedNoAgreement, releasedWeights } from './releasedWeights.ts'
import type { ShownCell } from './tally.ts'

/** What is weighed on a board now, and by what. */
export type Weighed = {
  /** What was rated and released and still lies on the table. */
  readonly options: readonly OptionId[]
  readonly criteria: readonly CriterionId[]
  readonly sides: readonly SideId[]
  readonly ratings: Ratings<ShownCell>
  /** The option that describes today. */
  readonly current: OptionId | null
  /** By what every side's ratings are weighed; null: nothing was released that could be. */
  readonly weights: Readonly<Record<SideId, Weights | null>>
  /** Where those weights come from; null where every criterion counts alike, since the rules have no weights. */
  readonly given: Readonly<Record<SideId, ReleasedWeights | null>> | null
  readonly values: Values
}

/**
 * [N12] What follows from the released ratings and weights, and from nothing else: a cell that is hidden is missing here
 * too, or a value would tell what it hides. Null before the first release, and where the ground rules want neither weights
 * nor the map. Where they want the map and no weights, every criterion counts alike.
 */
export const weighedOn = (process: Process, board: BoardView): Weighed | null => {
  const { weights: isWeighted, map } = rulesInForce(process)
  const released = releasedRatings(process.rounds)
  if (released === null || !(isWeighted || map)) return null
  const live = liveOf(released, board)
  const sides = process.sides.map(({ id }) => id)
  const given = isWeighted ? releasedWeights(process.rounds, sides) : null
  const weights = tableOf(sides, side =>
    given === null ? equalWeights(live.criteria) : weightsNow(live.criteria, given[side]?.weights),
  )
  const current = optionAsItIsNow(board)?.id ?? null
  const base = { ...live, sides, ratings: released.ratings, current, weights, given }
  return { ...base, values: valuesOf(base) }
}

const liveOf = ({ options, criteria }: ReleasedRatings, board: BoardView) => {
  const isLive = (id: CardId) => cardOnTable(board, id) !== undefined
  return { options: options.filter(isLive), criteria: criteria.filter(isLive) }
}

/** [Q13] The cells to talk about first, of what still lies on the table. */
export const talkOn = (released: ReleasedRatings, process: Pick<Process, 'sides'>, board: BoardView): Talk =>
  talkFirst({ ...liveOf(released, board), sides: process.sides.map(({ id }) => id), ratings: released.ratings })

/** Over the criteria that are left of those that were weighed; one that was not weighed counts for nothing, and says so. */
const weightsNow = (criteria: readonly CriterionId[], given: Weights | undefined): Weights | null => {
  if (given === undefined) return null
  const points = tableOf(criteria, criterion => given[criterion] ?? 0)
  return normalised({ criteria, points })
}

/** One side's weights as they are shown; null for a criterion that was not weighed. */
export type ShownWeights = {
  readonly weights: Readonly<Record<CriterionId, number | null>>
  /** How far its members' weights lie apart, in the same measure; null where the side did not release it. */
  readonly spread: Readonly<Record<CriterionId, number | null>> | null
}

/** [N11] Each side's weights over the criteria that are left, and their spread as the same part of what is left. */
export const shownWeights = ({
  criteria,
  sides,
  weights,
  given,
}: Weighed): Readonly<Record<SideId, ShownWeights | null>> =>
  tableOf(sides, side => {
    const own = weights[side] ?? null
    if (own === null) return null
    const of = given?.[side] ?? null
    const isWeighed = (criterion: CriterionId) => of === null || Object.hasOwn(of.weights, criterion)
    const left = of && criteria.reduce((sum, criterion) => sum + (of.weights[criterion] ?? 0), 0)
    const spread = of?.spread ?? null
    return {
      weights: tableOf(criteria, criterion => (isWeighed(criterion) ? (own[criterion] ?? 0) : null)),
      spread:
        spread &&
        tableOf(criteria, criterion => (isWeighed(criterion) ? (spread[criterion] ?? 0) / (left ?? 1) : null)),
    }
  })

/** What the map shows: the Pareto set and the joint-gain indicators, over the deciding sides. */
export type Mapped = { readonly pareto: Pareto; readonly gain: JointGain; readonly released: Released }
type Released = Readonly<Record<SideId, number | null>>

/** [N12] Null where the ground rules have not switched the map on. */
export const mappedOn = (process: Process, weighed: Weighed): Mapped | null => {
  if (!rulesInForce(process).map) return null
  const released = releasedNoAgreement(process.rounds, weighed.sides)
  return {
    released,
    pareto: paretoSet({ ...weighed, sides: process.sides }),
    gain: jointGain({ ...weighed, sides: process.sides, released }),
  }
}

/** By side, the weights at which two options tie; a side without weights has none. */
export const flipsBySide = (weighed: Weighed): Readonly<Record<SideId, Flips | null>> =>
  tableOf(weighed.sides, side => {
    const weights = weighed.weights[side] ?? null
    if (weights === null) return null
    // A criterion that was not weighed has no weight to start from.
    const known = weighed.given?.[side]?.weights ?? weights
    const criteria = weighed.criteria.filter(criterion => Object.hasOwn(known, criterion))
    return flipsOf({ options: weighed.options, criteria, weights, rows: rowsOf({ ...weighed, side }) })
  })

/** By side, how often each option has the highest value whatever the weights are. */
export const robustnessBySide = (weighed: Weighed): Readonly<Record<SideId, Robustness>> =>
  tableOf(weighed.sides, side => robustnessOf({ ...weighed, rows: rowsOf({ ...weighed, side }) }))

/**
 * [Q16] What every live option does for every side's interests: an interest counts for its owner, and for a side that has
 * confirmed it as its own as well.
 */
export const coverageOn = (
  process: Process,
  board: BoardView,
): Readonly<Record<OptionId, Readonly<Record<SideId, Coverage>>>> => {
  const on = (kind: 'option' | 'interest') => board.cards.filter(card => card.kind === kind && !card.gone)
  return coverageOf({
    options: on('option').map(({ id }) => id),
    sides: process.sides.map(({ id }) => id),
    interests: on('interest').map(card => ({
      id: card.id,
      sides: standingOf(card, process).sides.flatMap(({ side, confirmed }) =>
        side === card.side || confirmed === 'now' ? [side] : [],
      ),
    })),
    links: board.links
      .filter(({ kind }) => kind === 'serves')
      .map(link => ({
        option: link.from,
        interest: link.to,
        confirmedBy: linkStanding(link, endsOf(link, board), process).sides,
      })),
  })
}
