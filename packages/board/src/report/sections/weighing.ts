import type { CardId, SideId } from '../../ids.ts'
import { INDICATOR_NAMES } from '../../weighing/jointGain.ts'
import { type Block, type Cell, type Section, type Source, table } from '../page.ts'

type Told = NonNullable<Source['report']['weighing']>
/** One part of what was weighed: nothing where it was not asked for, or the ground rules have not switched it on. */
type Part = (at: Source, told: Told) => Block[]

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
const ratings: Part = (at, told) => [
  ...at.report.sides.flatMap(({ id }) => ofSide(at, told, id)),
  ...table(at.words.weighing.ratings, ratingColumns(at), ratingRows(at, told), { for: 'programs' }),
]

const ofSide = (at: Source, told: Told, side: SideId): Block[] => {
  const { column, weighing: say } = at.words
  const rows = told.options.map(option => [
    at.card(option),
    ...told.criteria.map(criterion => {
      const cell = told.ratings[option]?.[criterion]?.[side]
      if (cell === undefined) return null
      if ('hidden' in cell) return say.hiddenOf(cell.answered)
      return cell.mean === null
        ? say.none(cell.missing)
        : say.cell(exact(cell.mean) ?? 0, cell.n, cell.n + cell.missing)
    }),
  ])
  return table(say.ratingsOf(at.side(side)), [column.option, ...told.criteria.map(at.card)], rows, { for: 'people' })
}

const ratingColumns = ({ words: { column } }: Source) => [
  ...[column.option, column.criterion, column.side, column.mean, column.answers, column.missing, column.spread],
]

const ratingRows = (at: Source, told: Told): Cell[][] =>
  told.criteria.flatMap(criterion =>
    forEach(at, told.options, (option, side) => {
      const cell = told.ratings[option]?.[criterion]?.[side]
      if (cell === undefined) return null
      const names = [at.card(option), at.card(criterion), { side: at.side(side) }]
      if ('hidden' in cell) return [...names, at.words.weighing.hidden, cell.answered, null, null]
      return [...names, exact(cell.mean), cell.n, cell.missing, exact(cell.spread)]
    }),
  )

const coverage: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const options = Object.keys(told.coverage) as CardId[] // its keys are the options
  const rows = forEach(at, options, (option, side) => {
    const of = told.coverage[option]?.[side]
    if (of === undefined) return null
    const left = [...of.suggested, ...of.unserved]
    return [at.card(option), { side: at.side(side) }, of.served.length, left.length, left.map(at.card).join('\n')]
  })
  return table(say.coverage, [column.option, column.side, say.served, say.unserved, say.left], rows)
}

const weights: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const rows = forEach(at, told.criteria, (criterion, side) => {
    const weight = told.weights?.[side]?.[criterion]
    return weight === undefined ? null : [at.card(criterion), { side: at.side(side) }, exact(weight)]
  })
  return table(say.weights, [column.criterion, column.side, say.weight], rows)
}

/** A value from incomplete data says what share of the weight is missing, and where the value can lie. */
const values: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const rows = forEach(at, told.options, (option, side) => {
    if (told.value === null) return null
    const gap = told.incomplete?.find(one => one.option === option && one.side === side)
    return [
      ...[at.card(option), { side: at.side(side) }, exact(told.value[option]?.[side])],
      ...[exact(gap?.missing), exact(gap?.low), exact(gap?.high)],
    ]
  })
  return table(say.values, [column.option, column.side, column.value, column.missing, say.low, say.high], rows)
}

const noAgreement: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const rows = at.report.sides.flatMap(({ id }): Cell[][] => {
    const value = told.noAgreement?.[id]
    return value === undefined || value === null ? [] : [[{ side: at.side(id) }, exact(value)]]
  })
  return table(say.noAgreement, [column.side, column.value], rows)
}

/** All of them together in one order, none crowned. */
const indicators: Part = (at, told) => {
  const { column, weighing: say, yes, no } = at.words
  if (told.pareto === null) return []
  const { pareto } = told
  const rows = told.options.map((option): Cell[] => [
    ...[at.card(option), pareto.includes(option) ? yes : no],
    ...INDICATOR_NAMES.map(name => exact(told[name]?.[option])),
    (told.below?.[option] ?? []).map(at.side).join('\n'),
  ])
  const columns = [column.option, say.pareto, ...INDICATOR_NAMES.map(name => say.indicator[name]), say.below]
  return table(say.indicators, columns, rows)
}

/** People are shown as many of each side as on the screen, the nearest; there are hundreds. */
const NEAR_FLIPS = 5

const flips: Part = (at, told) => {
  const { column, weighing: say } = at.words
  const rows = (told.flips ?? []).map(({ side, criterion, weight, at: tie, options }): Cell[] => [
    ...[{ side: at.side(side) }, at.card(criterion), exact(weight), exact(tie), options.map(at.card).join('\n')],
  ])
  const columns = [column.side, column.criterion, say.weight, say.tie, say.between]
  const near = at.report.sides.flatMap(({ name }) =>
    rows.filter(([cell]) => typeof cell === 'object' && cell?.side === name).slice(0, NEAR_FLIPS),
  )
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
const PARTS: readonly Part[] = [ratings, coverage, weights, values, noAgreement, indicators, flips, robustness]

export const weighing = (at: Source): Section => {
  const { note, section } = at.words
  const told = at.report.weighing
  const blocks = told === null ? [] : PARTS.flatMap(part => part(at, told))
  return { id: 'weighing', title: section.weighing, note: note.weighing, blocks }
}
