import type { BoardView } from '@jointly/board'

const EMPTY_TEXT = { body: [], text: '' }

/** What stands on the table before the first sync. */
export const EMPTY_VIEW: BoardView = {
  issue: EMPTY_TEXT,
  agreement: EMPTY_TEXT,
  cards: [],
  comments: [],
  links: [],
  marks: [],
  card: () => undefined,
  link: () => undefined,
  mark: () => undefined,
}
