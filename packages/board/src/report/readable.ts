import { rounded } from '../weighing/print.ts'
import { decimalsIn } from './decimal.ts'
import type { Block, Cell, Rows } from './page.ts'

type Table = Extract<Block, { is: 'table' }>

/** Longer than this nobody writes a number: it was computed. */
const WRITTEN_DECIMALS = 6
/** Enough to compute a value from printed shares to the decimals that values are printed in. */
const DECIMALS = { share: 5, value: 2 } as const

const numbersIn = (rows: Rows, column: number): number[] =>
  rows.map(row => row[column]).filter(cell => typeof cell === 'number')

/** To how many decimals a column is rounded; null where its numbers stay as they were written. */
const roundedTo = (numbers: readonly number[]): number | null => {
  if (numbers.every(number => decimalsIn(number) <= WRITTEN_DECIMALS)) return null
  return numbers.every(number => Math.abs(number) <= 1) ? DECIMALS.share : DECIMALS.value
}

/**
 * A table as people read it: a column that says nothing in any row is left out, and what was computed is rounded, except
 * where a table is laid out for people with digits of its own, or its numbers are people's. Programs get every column and
 * every digit.
 */
export const readable = ({ columns, rows, ...table }: Table): Table => {
  const isSaid = (cell: Cell | undefined) => cell !== undefined && cell !== null && cell !== ''
  const kept = [...columns.keys()].filter(i => i === 0 || rows.some(row => isSaid(row[i])))
  const places = kept.map(i => (table.for === 'people' || table.written ? null : roundedTo(numbersIn(rows, i))))
  const shown = (cell: Cell, to: number | null | undefined): Cell =>
    typeof cell === 'number' && to != null ? rounded(cell, to) : cell
  return {
    ...table,
    columns: kept.map(i => columns[i] ?? ''),
    rows: rows.map(row => kept.map((i, at) => shown(row[i] ?? null, places[at]))),
  }
}

/** How many decimals the numbers of a column have at most: printed with as many, their points stand below each other. */
export const decimalsOf = (rows: Rows, column: number): number =>
  Math.max(0, ...numbersIn(rows, column).map(decimalsIn))
