import type { CardId, Rating } from '@jointly/board'
import { draftsOf } from '../rounds/drafts.ts'

export type Ratings = Readonly<Record<CardId, Readonly<Record<CardId, Rating>>>>
/** Numbers by question, as they were typed so far. */
export type Numbers = Readonly<Record<string, number>>

export const ratingDrafts = draftsOf<Ratings>()
export const numberDrafts = draftsOf<Numbers>()

export const rated = (ratings: Ratings): number =>
  Object.values(ratings).reduce((sum, row) => sum + Object.keys(row).length, 0)
