import type { Ordinal } from '../../weighing/ordinal.ts'
import { rounded } from '../../weighing/print.ts'
import type { Cell, Source } from '../page.ts'

const ORDINAL_DECIMALS = 2
const shortened = (number: number | null): number | null => number && rounded(number, ORDINAL_DECIMALS)

/** [Q15] How alike a side's answers are, in the columns of a table of sides. */
export const ordinalColumns = ({ words: { ordinal: say } }: Source): readonly string[] => [say.a, say.consensus]
export const ordinalCells = (ordinal: Ordinal | null | undefined): Cell[] => [
  ordinal ? shortened(ordinal.vanDerEijkA) : null,
  ordinal ? shortened(ordinal.tastleWierman) : null,
]

/** The same beside the answers themselves. */
export const inOneCell = ({ words: { ordinal: say } }: Source, { vanDerEijkA, tastleWierman }: Ordinal): string =>
  say.cell(shortened(vanDerEijkA) ?? '–', shortened(tastleWierman) ?? '–')
