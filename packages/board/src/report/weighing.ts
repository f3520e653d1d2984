import type { SideId } from '../ids.ts'
import type { Process } from '../process.ts'
import { earlierRatings } from '../rounds/earlier.ts'
import { type ReleasedRatings, releasedRatings } from '../rounds/released.ts'
import { type ReleasedWeights, staleWeights } from '../rounds/releasedWeights.ts'
import {
  coverageOn,
  flipsBySide,
  mappedOn,
  robustnessBySide,
  type ShownWeights,
  shownWeights,
  talkOn,
  type Weighed,
  weighedOn,
} from '../rounds/weighed.ts'
import { type BoardView, optionAsItIsNow } from '../view.ts'
import { tableOf } from '../weighing/table.ts'
import type { Talk } from '../weighing/talkFirst.ts'
import { betweenSides } from './betweenSides.ts'
import { ordinalOfRatings } from './ordinal.ts'

/**
 * The part of `report.json` about weighing; null before the first release. What the ground rules have not switched on is
 * null in it. Numbers stand in full, and follow from `ratings`, `weights` and `noAgreement` as printed there.
 */
export const weighingReport = (process: Process, board: BoardView) => {
  const released = releasedRatings(process.rounds)
  if (released === null) return null
  const weighed = weighedOn(process, board)
  const { criteria, options, ratings } = released
  const current = optionAsItIsNow(board)?.id ?? null
  return {
    ...{ criteria, options, ratings, current },
    /** What of it was given to an earlier set or wording of options and criteria. */
    earlier: earlierRatings(released, board),
    /** How alike the answers of each cell are that was answered in words, where each of them is shown. */
    ordinal: ordinalOfRatings(
      released,
      process.sides.map(({ id }) => id),
    ),
    /** The few cells to talk about first, as on the screen. */
    talkFirst: talk(talkOn(released, process, board), released),
    coverage: coverageOn(process, board),
    ...(weighed === null ? NOT_WEIGHED : valued(weighed, process, board)),
    ...((weighed && mapped(weighed, process)) ?? NOT_MAPPED),
  }
}

const NOT_WEIGHED = { weights: null, weightsOf: null, stale: null, value: null, incomplete: null, betweenSides: null }
const NOT_MAPPED = {
  noAgreement: null,
  countedFrom: null,
  pareto: null,
  uncompared: null,
  below: null,
  nash: null,
  kalaiSmorodinsky: null,
  maximin: null,
  sum: null,
  gap: null,
  flips: null,
  flipsInAll: null,
  robustness: null,
  leftOut: null,
  draws: null,
  unsettled: null,
  fromIncomplete: null,
}

const valued = (weighed: Weighed, process: Process, board: BoardView) => {
  const { options, sides, given, values } = weighed
  const shown = shownWeights(weighed)
  const stale = tableOf(sides, side => {
    const of = given?.[side] ?? null
    return of && staleWeights(of, { rounds: process.rounds, board, side })
  })
  return {
    /** Null for a criterion that a side has not weighed: it counts for nothing yet. */
    weights: tableOf(sides, side => shown[side]?.weights ?? null),
    /** Of how many members' weights each side's are the means, and how far these lie apart; null where all count alike. */
    weightsOf: given && tableOf(sides, side => givenBy(given[side] ?? null, { side, shown: shown[side] ?? null })),
    /** What has changed since they were given; null where every criterion counts alike. */
    stale: given && stale,
    value: tableOf(options, option => tableOf(sides, side => values[option]?.[side]?.value ?? null)),
    betweenSides: betweenSides(weighed),
    /** Where a side did not rate all that carries weight: the share that is missing, and where the value can lie. */
    incomplete: options.flatMap(option =>
      sides.flatMap(side => {
        const value = values[option]?.[side]
        return value === undefined || value.missing === 0
          ? []
          : [{ option, side, missing: value.missing, low: value.low, high: value.high }]
      }),
    ),
  }
}

/** A spread that a side did not release is null, and no 0. */
const talk = ({ because, cells }: Talk, { ratings }: ReleasedRatings) => ({
  because,
  cells: cells.map(({ option, criterion, sides, difference }) => ({
    ...{ option, criterion, sides, difference },
    spreads: sides.map(side => ratings[option]?.[criterion]?.[side]?.spread ?? null),
  })),
})

const givenBy = (
  given: ReleasedWeights | null,
  { side, shown }: { readonly side: SideId; readonly shown: ShownWeights | null },
) => {
  if (given === null) return null
  const { state } = given.round
  const answered = state.is === 'released' ? state.result.sides[side]?.answered : undefined
  return { n: given.n, missing: (answered ?? given.n) - given.n, spread: shown?.spread ?? null }
}

const mapped = (weighed: Weighed, process: Process) => {
  const on = mappedOn(process, weighed)
  if (on === null) return null
  const { pareto, gain, released } = on
  const flips = flipsBySide(weighed)
  const robustness = robustnessBySide(weighed)
  return {
    noAgreement: released,
    /** What gains are counted from: a side's own value, or "as it is now" in its place. */
    countedFrom: gain.noAgreement,
    pareto: pareto.set,
    uncompared: pareto.uncompared,
    /** Those of which what was not rated could still decide whether they are in the set. */
    unsettled: pareto.unsettled,
    below: gain.below,
    ...gain.scores,
    /** Of each indicator, and of \`below\`, the options for which it rests on a value from incomplete data. */
    fromIncomplete: gain.incomplete,
    flips: weighed.sides.flatMap(side => (flips[side]?.flips ?? []).map(flip => ({ side, ...flip }))),
    /** By side, how many there are: `flips` holds the nearest thousand of each. */
    flipsInAll: tableOf(weighed.sides, side => flips[side]?.all ?? 0),
    robustness: tableOf(weighed.sides, side => robustness[side]?.share ?? {}),
    /** By side, what either leaves out, and the criteria by which it has no mean: other weights need every rating. */
    leftOut: {
      flips: tableOf(weighed.sides, side => flips[side]?.incomplete ?? []),
      robustness: tableOf(weighed.sides, side => robustness[side]?.incomplete ?? []),
    },
    /** Of how many weightings `robustness` holds the shares, and from which seed they were drawn. */
    draws: Object.values(robustness).map(({ samples, seed }) => ({ samples, seed }))[0] ?? null,
  }
}
