import type { BoardId, CardId, MemberId } from '@jointly/board'
import { call, ProblemError } from './api.ts'
import { BoardSession } from './board-session.ts'
import { learnServerTime } from './clock.ts'
import type { Ending } from './status.ts'

const ENDINGS: Partial<Record<ProblemError['code'], Ending>> = {
  sign_in: 'sign_in',
  which_member: 'sign_in',
  not_yours: 'not_yours',
  not_admitted: 'not_admitted',
  not_accepted: 'not_accepted',
  no_such: 'no_such',
}

const ask = (board: BoardId, as: MemberId | undefined) => call('board', { params: { id: board }, as })

/** Who this browser is at a board: the only one it can be there, else the door's `which_member` is thrown. */
export const whoAt = async (board: BoardId): Promise<MemberId> => (await ask(board, undefined)).you.id

/** Asks the door for a board and sits down at it. Throws the door's `ProblemError` when it says no. */
export const openBoard = async (board: BoardId, as: MemberId): Promise<BoardSession> => {
  const [opened] = await Promise.all([ask(board, as), learnServerTime()])
  return new BoardSession(opened, {
    ask: () => ask(board, as).then(() => null, endingOf),
    rewordings: async () => {
      const { rewordings } = await call('rewordings', { params: { id: board }, as })
      return new Map(Object.entries(rewordings).map(([card, by]) => [card as CardId, by])) // a record's keys lose their brand
    },
  })
}

/** A problem of the door as an ending; anything else (no network) is thrown on. */
const endingOf = (error: unknown): Ending => {
  const ending = error instanceof ProblemError ? ENDINGS[error.code] : undefined
  if (ending === undefined) throw error
  return ending
}
