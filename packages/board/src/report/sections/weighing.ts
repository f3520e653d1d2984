import type { CardId, SideId } from '../../ids.ts'
import { INDICATOR_NAMES } from '../../weighing/jointGain.ts'
import { rounded } from '../../weighing/print.ts'
import { type Digits, digitsOf, INDICATOR_DECIMALS, missingOf } from '../digits.ts'
import { type Block, type Cell, type Section, type Source, table } from '../page.ts'

type Told = NonNullable<Source['report']['weighing']>
/** One part of what was weighed: nothing where it was not asked for, or the ground rules have not switched it on. */
type Part = (at: Source, told: Told, digits: Digits) => Block[]

/** A number in all the digits that a double holds for certain, so that whoever computes with them gets what is printed. */
export const exact = (number: number | null | undefined): number | null =>
  number === null || number === undefined ? null : Number(number.toPrecision(12))

/** A row for each card and side that has one. */
const forEach = (at: Source, cards: readonly CardId[], row: (card: CardId, side: SideId) => Cell[] | null): Cell[][] =>
  cards.flatMap(card => at.report.sides.flatMap(({ id }) => [row(card, id)].filter(cells => cells !== null)))

/**
 * Every mean with how many it is of, so that it can be checked: for people a table a side, options by criteria, for
 * programs a row a cell.
 */
const ratings: Part = (at, told, digits) => [
  ...at.report.sides.flatMap(({ id }) => ofSide(at, told, { side: id, digits })),
  ...table(at.words.weighing.ratings, ratingColumns(at), ratingRows(at, told), { for: 'programs' }),
]

/** Nothing is computed from a spread. */
const SPREAD_DECIMALS = 2

const ofSide = (at: Source, told: Told, { side, digits }: { side: SideId; digits: Digits }): Block[] => {
  const { column, weighing: say } = at.words
  const rows = told.options.map(option => [
    at.card(option),
    ...told.criteria.map(criterion => {
      const cell = told.ratings[option]?.[criterion]?.[side]
      if (cell === undefined) return null
      if ('hidden' in cell) return say.hiddenOf(cell.answered)
      const { mean, n, missing, spread } = cell
      if (mean === null) return say.none(missing)
      return [
        say.cell(rounded(mean, digits.inputs), n, n + missing),
        ...(n > 1 && spread !== null ? [say.spread(rounded(spread, SPREAD_DECIMALS), marksOf(cell))] : []),
        ...(isEarlierInPart(told, { option, criterion, side }) ? [say.ofEarlier] : []),
      ].join('\n')
    }),
  ])
  return table(say.ratingsOf(at.side(side)), [column.option, ...told.criteria.map(at.card)], rows, { for: 'people' })
}

const ratingColumns = ({ words: { column } }: Source) => [
  ...[column.option, column.criterion, column.side, column.mean, column.answers, column.missing, column.spread],
  column.marks,
]

/** Each answer by itself, where that is shown. */
const marksOf = ({ marks = [] }: { readonly marks?: readonly number[] }): string => marks.join(' · ')

const ratingRows = (at: Source, told: Told): Cell[][] =>
  told.criteria.flatMap(criterion =>
    forEach(at, told.options, (option, side) => {
      const cell = told.ratings[option]?.[criterion]?.[side]
      if (cell === undefined) return null
      const names = [at.card(option), at.card(criterion), { side: at.side(side) }]
      if ('hidden' in cell) return [...names, at.words.weighing.hidden, cell.answered, null, null, null]
      return [...names, exact(cell.mean), cell.n, cell.missing, exact(cell.spread), marksOf(cell)]
    }),
  )

type CellOf = Told['earlier']['cells'][number]

/** Where all that was said about a card is of an earlier wording, the table above says so once; else each cell does. */
const isEarlierInPart = ({ earlier: { cells, reworded } }: Told, { option, criterion, side }: CellOf): boolean =>
  reworded[option] !== 'all' &&
  reworded[criterion] !== 'all' &&
  cells.some(cell => cell.option === option && cell.criterion === criterion && cell.side === side)

/** How the table differs from the one that was rated and weighed; nothing, where it is that one. */
const earlier: Part = (at, told) => {
  const { column, kind, weighing: say } = at.words
  const { reworded, gone, unasked } = told.earlier
  const kindOf = (id: CardId) => {
    const card = at.report.cards.find(one => one.id === id)
    return card === undefined ? null : kind[card.kind]
  }
  const rated = [
    ...(Object.keys(reworded) as CardId[]).map(id => [id, say.reworded[reworded[id] ?? 'all']] as const),
    ...gone.map(id => [id, say.gone] as const),
    ...unasked.map(id => [id, say.unasked] as const),
  ].map(([id, what]): Cell[] => [kindOf(id), at.card(id), what])
  return [
    ...table(say.earlier, [column.kind, column.text, column.state], rated),
    ...table(say.stale, [column.side, column.criterion, column.state], staleRows(at, told)),
  ]
}

const staleRows = (at: Source, { stale }: Told): Cell[][] => {
  const { weighing: say } = at.words
  return at.report.sides.flatMap(({ id }) => {
    const own = stale?.[id]
    if (own == null) return []
    const { reworded, gone, unweighed, ranges } = own
    return [
      ...reworded.map(criterion => [criterion, say.reworded.all] as const),
      ...gone.map(criterion => [criterion, say.gone] as const),
      ...unweighed.map(criterion => [criterion, say.unweighed] as const),
      ...ranges.map(({ criterion, was, now }) => [criterion, say.range(rangeOf(was), rangeOf(now))] as const),
    ].map(([criterion, what]): Cell[] => [{ side: at.side(id) }, at.card(criterion), what])
  })
}
const rangeOf = (range: { readonly worst: number; readonly best: number } | null) =>
  range === null ? '–' : `${rounded(range.worst, 2)}–${rounded(range.best, 2)}`

const coverage: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const options = Object.keys(told.coverage) as CardId[] // its keys are the options
  const rows = forEach(at, options, (option, side) => {
    const of = told.coverage[option]?.[side]
    if (of === undefined) return null
    const { served, suggested, unserved } = of
    const listed = [served, suggested, unserved].map(interests => interests.map(at.card).join('\n'))
    return [
      ...[
        at.card(option),
        { side: at.side(side) },
        say.servedOf(served.length, [served, suggested, unserved].flat().length),
      ],
      ...listed,
    ]
  })
  return table(say.coverage, [column.option, column.side, say.counted, say.served, say.suggested, say.unserved], rows)
}

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

const weights: Part = (at, told, { inputs }) => {
  const { column, weighing: say } = at.words
  const rows = forEach(at, told.criteria, (criterion, side) => {
    const weight = told.weights?.[side]?.[criterion]
    return weight === undefined ? null : [at.card(criterion), { side: at.side(side) }, exact(weight)]
  })
  const forPeople = (weight: number) => rounded(weight, inputs)
  return bothWays(say.weights, [column.criterion, column.side, say.weight], { rows, forPeople })
}

type Gap = NonNullable<Told['incomplete']>[number]

/** A value from incomplete data says what share of the weight is missing, and where the value can lie. */
const values: Part = (at, told, digits) => {
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

/** What each side's gains are counted from: what it released itself, or what stands in for that. */
const noAgreement: Part = (at, told, digits) => {
  const { column, weighing: say } = at.words
  const { countedFrom } = told
  if (countedFrom === null) return []
  const rows = at.report.sides.flatMap(({ id }): Cell[][] => {
    const floor = countedFrom[id]
    if (floor === undefined) return []
    return [[{ side: at.side(id) }, exact(floor?.value), say.countedFrom[floor?.from ?? 'unknown']]]
  })
  const forPeople = (number: number) => rounded(number, digits.values)
  return bothWays(say.noAgreement, [column.side, column.value, column.state], { rows, forPeople })
}

/** All of them together in one order, none crowned. */
const indicators: Part = (at, told, { moreOfScores }) => {
  const { column, weighing: say, yes, no } = at.words
  if (told.pareto === null) return []
  const { pareto } = told
  const live = told.options.filter(option => told.value !== null && option in told.value)
  const inSet = (option: CardId) =>
    told.uncompared?.includes(option) ? say.uncompared : pareto.includes(option) ? yes : no
  const rows = live.map((option): Cell[] => [
    ...[at.card(option), inSet(option)],
    ...INDICATOR_NAMES.map(name => exact(told[name]?.[option])),
    (told.below?.[option] ?? []).map(at.side).join('\n'),
  ])
  const columns = [column.option, say.pareto, ...INDICATOR_NAMES.map(name => say.indicator[name]), say.below]
  const first = columns.indexOf(say.indicator[INDICATOR_NAMES[0] ?? 'nash'])
  const forPeople = (score: number, i: number) =>
    rounded(score, INDICATOR_DECIMALS[INDICATOR_NAMES[i - first] ?? 'nash'] + moreOfScores)
  return bothWays(say.indicators, columns, { rows, forPeople })
}

/** People are shown as many of each side as on the screen, the nearest; there are hundreds. */
const NEAR_FLIPS = 5
const FLIP_DECIMALS = 3

const flips: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const rows = (told.flips ?? []).map(({ side, criterion, weight, at: tie, options }): Cell[] => [
    ...[{ side: at.side(side) }, at.card(criterion), exact(weight), exact(tie), options.map(at.card).join('\n')],
  ])
  const columns = [column.side, column.criterion, say.weight, say.tie, say.between]
  const near = at.report.sides
    .flatMap(({ name }) =>
      rows.filter(([cell]) => typeof cell === 'object' && cell?.side === name).slice(0, NEAR_FLIPS),
    )
    .map(row => row.map(cell => (typeof cell === 'number' ? rounded(cell, FLIP_DECIMALS) : cell)))
  const caption = near.length < rows.length ? say.nearFlips(near.length, rows.length) : say.flips
  return [...table(caption, columns, near, { for: 'people' }), ...table(say.flips, columns, rows, { for: 'programs' })]
}

const robustness: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const rows = forEach(at, told.options, (option, side) => {
    const share = told.robustness?.[side]?.[option]
    return share === undefined ? null : [at.card(option), { side: at.side(side) }, exact(share)]
  })
  return table(say.robustness, [column.option, column.side, say.share], rows)
}

/** In the order of the table on the screen; a part that is new in `report.json` is a row here. */
const PARTS: readonly Part[] = [earlier, ratings, coverage, weights, values, noAgreement, indicators, flips, robustness]

export const weighing = (at: Source): Section => {
  const { note, section } = at.words
  const told = at.report.weighing
  const digits = told && digitsOf(told, at.report.sides)
  const blocks = told === null || digits === null ? [] : PARTS.flatMap(part => part(at, told, digits))
  return { id: 'weighing', title: section.weighing, note: note.weighing, blocks }
}
