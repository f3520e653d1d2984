import type { CardId, SideId } from '../../ids.ts'
import { rounded } from '../../weighing/print.ts'
import { type Digits, digitsOf } from '../digits.ts'
import { type Block, type Cell, type Section, type Source, table, words } from '../page.ts'
import { inOneCell, ordinalColumns } from './ordinal.ts'
import { betweenSides, flips, indicators, leftOut, noAgreement, robustness, values, weights } from './valued.ts'
import { exact, forEach, type Part, type Told } from './weighingPart.ts'

/**
 * Every mean with how many it is of, so that it can be checked: for people a table a side, options by criteria, for
 * programs a row a cell.
 */
const ratings: Part = (at, told, digits) => [
  ...at.report.sides.flatMap(({ id }) => ofSide(at, told, { side: id, digits })),
  ...table(at.words.weighing.ratings, ratingColumns(at), ratingRows(at, told), { for: 'programs' }),
  ...(told.ordinal.length === 0 ? [] : [words(at.words.ordinal.how)]),
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
      const alike = ordinalAt(told, { option, criterion, side })
      return [
        say.cell(rounded(mean, digits.inputs), n, n + missing),
        ...(n > 1 && spread !== null ? [say.spread(rounded(spread, SPREAD_DECIMALS), marksOf(cell))] : []),
        ...(alike === undefined ? [] : [inOneCell(at, alike)]),
        ...(isEarlierInPart(told, { option, criterion, side }) ? [say.ofEarlier] : []),
      ].join('\n')
    }),
  ])
  return table(say.ratingsOf(at.side(side)), [column.option, ...told.criteria.map(at.card)], rows, { for: 'people' })
}

const ratingColumns = (at: Source) => {
  const { column } = at.words
  return [
    ...[column.option, column.criterion, column.side, column.mean, column.answers, column.missing, column.spread],
    ...[column.marks, ...ordinalColumns(at)],
  ]
}

/** Each answer by itself, where that is shown. */
const marksOf = ({ marks = [] }: { readonly marks?: readonly number[] }): string => marks.join(' · ')

const ratingRows = (at: Source, told: Told): Cell[][] =>
  told.criteria.flatMap(criterion =>
    forEach(at, told.options, (option, side) => {
      const cell = told.ratings[option]?.[criterion]?.[side]
      if (cell === undefined) return null
      const names = [at.card(option), at.card(criterion), { side: at.side(side) }]
      if ('hidden' in cell) return [...names, at.words.weighing.hidden, cell.answered, null, null, null, null, null]
      const numbers = [exact(cell.mean), cell.n, cell.missing, exact(cell.spread)]
      const alike = ordinalAt(told, { option, criterion, side })
      return [...names, ...numbers, marksOf(cell), exact(alike?.vanDerEijkA), exact(alike?.tastleWierman)]
    }),
  )

type CellOf = Told['earlier']['cells'][number]
const ordinalAt = ({ ordinal }: Told, { option, criterion, side }: CellOf) =>
  ordinal.find(one => one.option === option && one.criterion === criterion && one.side === side)

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

/** The few cells where the sides see it most differently, as on the screen; of a spread that was not released a dash. */
const talkFirst: Part = (at, { talkFirst: { because, cells }, ratings: means }, { inputs }) => {
  const { column, weighing: say } = at.words
  const row = ({ option, criterion, sides, difference, spreads }: (typeof cells)[number]): Cell[] => [
    ...[at.card(option), at.card(criterion)],
    sides.map(side => `${at.side(side)} ${rounded(means[option]?.[criterion]?.[side]?.mean ?? 0, inputs)}`).join('\n'),
    exact(difference),
    spreads.map(spread => (spread === null ? '–' : `± ${rounded(spread, SPREAD_DECIMALS)}`)).join('\n'),
  ]
  const columns = [column.option, column.criterion, column.mean, say.difference, column.spread]
  return because === 'none' || because === 'uncompared'
    ? [words(say.talk[because])]
    : [...table(say.talk[because], columns, cells.map(row))]
}

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

/** In the order of the table on the screen; a part that is new in `report.json` is a row here. */
const PARTS: readonly Part[] = [
  earlier,
  ratings,
  talkFirst,
  coverage,
  weights,
  values,
  betweenSides,
  noAgreement,
  indicators,
  flips,
  robustness,
  leftOut,
]

export const weighing = (at: Source): Section => {
  const { note, section } = at.words
  const told = at.report.weighing
  const digits = told && digitsOf(told, at.report.sides)
  const blocks = told === null || digits === null ? [] : PARTS.flatMap(part => part(at, told, digits))
  return { id: 'weighing', title: section.weighing, note: note.weighing, blocks }
}
