import type { CardId } from '../../ids.ts'
import { INDICATOR_NAMES } from '../../weighing/jointGain.ts'
import { rounded } from '../../weighing/print.ts'
import { INDICATOR_DECIMALS, missingOf, nearFlips } from '../digits.ts'
import { type Block, type Cell, table, words } from '../page.ts'
import { exact, forEach, type Part, type Told } from './weighingPart.ts'

/** The same rows for people, rounded, and for programs, in full. */
const bothWays = (
  caption: string,
  columns: readonly string[],
  { rows, forPeople }: { rows: Cell[][]; forPeople: (cell: number, column: number) => number },
): Block[] => [
  ...table(
    caption,
    columns,
    rows.map(row => row.map((cell, i) => (typeof cell === 'number' ? forPeople(cell, i) : cell))),
    { for: 'people' },
  ),
  ...table(caption, columns, rows, { for: 'programs' }),
]

export const weights: Part = (at, told, { inputs }) => {
  const { column, weighing: say } = at.words
  const rows = forEach(at, told.criteria, (criterion, side) => {
    const weight = told.weights?.[side]?.[criterion]
    if (weight === undefined) return null
    const of = told.weightsOf?.[side]
    const spread = exact(of?.spread?.[criterion])
    const own = weight === null ? say.unweighed : exact(weight)
    return [at.card(criterion), { side: at.side(side) }, own, of?.n ?? null, of?.missing ?? null, spread]
  })
  const columns = [column.criterion, column.side, say.weight, column.answers, column.missing, column.spread]
  return bothWays(say.weights, columns, { rows, forPeople: number => rounded(number, inputs) })
}

type Gap = NonNullable<Told['incomplete']>[number]

/** A value from incomplete data says what share of the weight is missing, and where the value can lie. */
export const values: Part = (at, told, digits) => {
  const { column, weighing: say } = at.words
  const { value, incomplete } = told
  if (value === null) return []
  const columns = [column.option, column.side, column.value, say.missing, say.low, say.high]
  const rows = ({ shown, missing }: { shown: typeof exact; missing: (gap: Gap) => number | null }) =>
    forEach(at, told.options, (option, side) => {
      const gap = incomplete?.find(one => one.option === option && one.side === side)
      const own = value[option]?.[side] ?? null
      const share = gap === undefined ? null : own === null ? gap.missing : missing(gap)
      return [at.card(option), { side: at.side(side) }, shown(own), share, shown(gap?.low), shown(gap?.high)]
    })
  const forPeople = rows({
    shown: number => (number == null ? null : rounded(number, digits.values)),
    missing: gap => rounded(missingOf(told, gap, digits.inputs), digits.inputs),
  })
  return [
    ...table(say.values, columns, forPeople, { for: 'people' }),
    ...table(say.values, columns, rows({ shown: exact, missing: gap => exact(gap.missing) }), { for: 'programs' }),
  ]
}

const TAU_DECIMALS = 2

/** [Q14] How far every two sides are apart, with the pairs of options that an order is counted from. */
export const betweenSides: Part = (at, told, digits) => {
  const { weighing: say, yes } = at.words
  type Shown = { readonly [Number in 'share' | 'tau']: (number: number) => number | null }
  const rowsOf = (shown: Shown) =>
    (told.betweenSides ?? [])
      .filter(({ weights: apart, tau }) => apart !== null || tau !== null)
      .map(({ sides, weights: apart, tau, pairs, fromIncomplete: isPart }): Cell[] => [
        ...[sides.map(at.side).join('\n'), apart && shown.share(apart), tau && shown.tau(tau)],
        ...[pairs.concordant, pairs.discordant, pairs.tiedInA, pairs.tiedInB],
        tau !== null && isPart ? yes : null,
      ])
  const columns = [
    ...[say.twoSides, say.weightsApart, say.tau, say.concordant, say.discordant, say.tiedFor.first, say.tiedFor.second],
    say.fromIncomplete,
  ]
  const forPeople = rowsOf({
    share: number => rounded(number, digits.shares),
    tau: number => rounded(number, TAU_DECIMALS),
  })
  return [
    ...table(say.betweenSides, columns, forPeople, { for: 'people' }),
    ...table(say.betweenSides, columns, rowsOf({ share: exact, tau: exact }), { for: 'programs' }),
    ...(forPeople.length === 0 ? [] : [words(say.betweenSidesHow)]),
  ]
}

/** What each side's gains are counted from: what it released itself, or what stands in for that. */
export const noAgreement: Part = (at, told, digits) => {
  const { column, weighing: say } = at.words
  const { countedFrom } = told
  if (countedFrom === null) return []
  const rows = at.report.sides.flatMap(({ id }): Cell[][] => {
    const floor = countedFrom[id]
    if (floor === undefined) return []
    const words = [say.countedFrom[floor?.from ?? 'unknown']]
    if (floor?.from === 'as it is now' && floor.missing > 0) words.push(say.unratedInPart)
    return [[{ side: at.side(id) }, exact(floor?.value), words.join('\n')]]
  })
  const forPeople = (number: number) => rounded(number, digits.values)
  return bothWays(say.noAgreement, [column.side, column.value, column.state], { rows, forPeople })
}

/** All of them together in one order, none crowned. */
export const indicators: Part = (at, told, { moreOfScores }) => {
  const { column, weighing: say, yes, no } = at.words
  if (told.pareto === null) return []
  const { pareto, unsettled, fromIncomplete } = told
  const live = told.options.filter(option => told.value !== null && option in told.value)
  const inSet = (option: CardId) => {
    if (told.uncompared?.includes(option)) return say.uncompared
    const verdict = pareto.includes(option) ? yes : no
    return unsettled?.includes(option) ? say.unsettled(verdict) : verdict
  }
  const rows = live.map((option): Cell[] => [
    ...[at.card(option), inSet(option)],
    ...INDICATOR_NAMES.map(name => exact(told[name]?.[option])),
    (told.below?.[option] ?? []).map(at.side).join('\n'),
    [
      ...(unsettled?.includes(option) ? [say.pareto] : []),
      ...INDICATOR_NAMES.filter(name => fromIncomplete?.[name].includes(option)).map(name => say.indicator[name]),
      ...(fromIncomplete?.below.includes(option) ? [say.below] : []),
    ].join('\n'),
  ])
  const columns = [
    ...[column.option, say.pareto, ...INDICATOR_NAMES.map(name => say.indicator[name])],
    ...[say.below, say.fromIncomplete],
  ]
  const first = columns.indexOf(say.indicator[INDICATOR_NAMES[0] ?? 'nash'])
  const forPeople = (score: number, i: number) =>
    rounded(score, INDICATOR_DECIMALS[INDICATOR_NAMES[i - first] ?? 'nash'] + moreOfScores)
  return bothWays(say.indicators, columns, { rows, forPeople })
}

export const flips: Part = (at, told, digits) => {
  const { column, weighing: say } = at.words
  type Shown = { readonly [Number in 'weight' | 'tie']: (number: number) => number | null }
  const rowsOf = (all: NonNullable<Told['flips']>, { weight: ofWeight, tie: ofTie }: Shown) =>
    all.map(({ side, criterion, weight, at: tie, options }): Cell[] => [
      ...[{ side: at.side(side) }, at.card(criterion), ofWeight(weight), ofTie(tie), options.map(at.card).join('\n')],
    ])
  const rows = rowsOf(told.flips ?? [], { weight: exact, tie: exact })
  const near = rowsOf(nearFlips(told, at.report.sides), {
    weight: number => rounded(number, digits.inputs),
    tie: number => rounded(number, digits.shares),
  })
  const columns = [column.side, column.criterion, say.weight, say.tie, say.between]
  const all = Object.values(told.flipsInAll ?? {}).reduce((sum, own) => sum + own, 0)
  const caption = near.length < all ? say.nearFlips({ shown: near.length, inCsv: rows.length, all }) : say.flips
  const forPrograms = rows.length < all ? say.nearestFlips(rows.length, all) : say.flips
  return [
    ...table(caption, columns, near, { for: 'people' }),
    ...table(forPrograms, columns, rows, { for: 'programs' }),
  ]
}

export const robustness: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const rows = forEach(at, told.options, (option, side) => {
    const share = told.robustness?.[side]?.[option]
    return share === undefined ? null : [at.card(option), { side: at.side(side) }, exact(share)]
  })
  const { samples, seed } = told.draws ?? { samples: 0, seed: 0 }
  return table(say.robustness(samples, seed), [column.option, column.side, say.share], rows)
}

/** [Q7] [Q8] What neither of the two above says anything about, and why. */
export const leftOut: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const rows = (['flips', 'robustness'] as const).flatMap(method =>
    at.report.sides.flatMap(({ id }) =>
      (told.leftOut?.[method][id] ?? []).map(({ option, unrated }): Cell[] => [
        ...[{ side: at.side(id) }, at.card(option), say.leftOutOf[method]],
        unrated.map(at.card).join('\n'),
      ]),
    ),
  )
  return table(say.leftOut, [column.side, column.option, say.method, say.unratedBy], rows)
}
