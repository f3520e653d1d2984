import type { Passage, Topic } from './cards.ts'
import { isJointText } from './schema.ts'
import type { BoardView, CommentView } from './view.ts'

/** What is said about one thing, or about one passage of it, in the order in which it was said. */
export type Thread = {
  readonly about: Topic
  readonly passage?: Passage | undefined
  readonly comments: readonly CommentView[]
}

/** Two comments on the same letters answer each other. */
export const isSamePassage = (a: Passage | undefined, b: Passage | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && nameOf(a) === nameOf(b))

const nameOf = ({ from, to }: Passage) => `${from.client}:${from.clock} ${to.client}:${to.clock}`

/** The threads about one thing: first what is about all of it, then passage by passage as each was first spoken of. */
export const threadsOn = (board: Pick<BoardView, 'comments'>, about: Topic): Thread[] => {
  const said = board.comments.filter(comment => comment.about === about)
  const threads = Map.groupBy(said, ({ passage }) => (passage === undefined ? '' : nameOf(passage)))
  return [...threads]
    .map(([, comments]): Thread => ({ about, passage: comments[0]?.passage, comments }))
    .sort((a, b) => Number(a.passage !== undefined) - Number(b.passage !== undefined))
}

const counted = new WeakMap<BoardView['comments'], ReadonlyMap<Topic, number>>()

/** How many comments that are not settled are about each thing; counted once for all whenever they change. */
export const openComments = ({ comments }: Pick<BoardView, 'comments'>): ReadonlyMap<Topic, number> => {
  const before = counted.get(comments)
  if (before !== undefined) return before
  const counts = new Map<Topic, number>()
  for (const { about, gone } of comments) if (!gone) counts.set(about, (counts.get(about) ?? 0) + 1)
  counted.set(comments, counts)
  return counts
}

/** What is about a thing that is not there: a card that nobody has, or another comment. */
export const strayComments = (board: Pick<BoardView, 'comments' | 'card'>): CommentView[] =>
  board.comments.filter(({ about }) => {
    if (isJointText(about)) return false
    const found = board.card(about)
    return found === undefined || found.about !== undefined
  })
