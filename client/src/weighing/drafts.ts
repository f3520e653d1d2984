import type { Answer, CardId, MemberId, Rating, RoundId } from '@jointly/board'

export type Ratings = Readonly<Record<CardId, Readonly<Record<CardId, Rating>>>>

/**
 * What somebody has ticked and not handed in, while the page is open: one may look elsewhere and come back. It is kept in
 * no storage of the browser, which another person at a shared machine could read.
 */
const drafts = new Map<string, Ratings>()
const keyOf = (round: RoundId, member: MemberId) => `${round} ${member}`

export const draftOf = (round: RoundId, member: MemberId): Ratings | undefined => drafts.get(keyOf(round, member))
export const keepDraft = (round: RoundId, member: MemberId, ratings: Ratings): void =>
  void drafts.set(keyOf(round, member), ratings)
export const dropDraft = (round: RoundId, member: MemberId): void => void drafts.delete(keyOf(round, member))

/** What was handed in, as it is ticked; an answer is read by the round's own scale. */
export const ratingsOf = (mine: Answer | null): Ratings =>
  (mine !== null && 'ratings' in mine ? mine.ratings : {}) as Ratings

export const rated = (ratings: Ratings): number =>
  Object.values(ratings).reduce((sum, row) => sum + Object.keys(row).length, 0)
