import type { CardId, SideId } from '../../ids.ts'
import type { Digits } from '../digits.ts'
import type { Block, Cell, Source } from '../page.ts'

export type Told = NonNullable<Source['report']['weighing']>
/** One part of what was weighed: nothing where it was not asked for, or the ground rules have not switched it on. */
export type Part = (at: Source, told: Told, digits: Digits) => Block[]

/** A number in all the digits that a double holds for certain, so that whoever computes with them gets what is printed. */
export const exact = (number: number | null | undefined): number | null =>
  number === null || number === undefined ? null : Number(number.toPrecision(12))

/** A row for each card and side that has one. */
export const forEach = (
  at: Source,
  cards: readonly CardId[],
  row: (card: CardId, side: SideId) => Cell[] | null,
): Cell[][] =>
  cards.flatMap(card => at.report.sides.flatMap(({ id }) => [row(card, id)].filter(cells => cells !== null)))
