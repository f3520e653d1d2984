import { type BoardId, type CardId, type MemberId, mayBeInvited } from '@jointly/board'
import { ENDPOINTS } from '@jointly/protocol'
import * as Y from 'yjs'
import { call, ProblemError } from './api.ts'
import { BoardSession } from './board-session.ts'
import { learnServerTime } from './clock.ts'
import type { CopyName } from './copyName.ts'
import { forgetAfter } from './forget.ts'
import { readInto } from './keepDoc.ts'
import { dropKept, keptCopies, readKept } from './kept.ts'
import { caucusOf, tableOf } from './place.ts'
import type { Door, Ending, Opened } from './status.ts'
import { openTray } from './tray.ts'
import type { UnsentReason } from './unsent.ts'

const ENDINGS: Partial<Record<ProblemError['code'], Ending>> = {
  sign_in: 'sign_in',
  which_member: 'sign_in',
  not_yours: 'not_yours',
  not_admitted: 'not_admitted',
  not_accepted: 'not_accepted',
  no_such: 'no_such',
}
/** The server was not reached, or will be again in a moment: what is kept of a board can be shown meanwhile. */
const UNREACHED: ReadonlySet<ProblemError['code']> = new Set(['offline', 'come_back'])

const ask = (board: BoardId, as: MemberId | undefined) => call('board', { params: { id: board }, as })

/** Who this browser is at a board: the only one it can be there, else the door's `which_member` is thrown. */
export const whoAt = async (board: BoardId): Promise<MemberId> => (await ask(board, undefined)).you.id

/**
 * Asks the door for a board and sits down at it: where the door cannot be reached, at what is kept of it in this browser.
 * Throws the door's `ProblemError` when it says no; then nothing is kept of the board any longer but, in the tray, words
 * that were never sent.
 */
export const openBoard = async (board: BoardId, as: MemberId): Promise<BoardSession> => {
  const here = { board, member: as }
  const [answer] = await Promise.all([ask(board, as).catch(problemOf), learnServerTime()])
  if (!(answer instanceof ProblemError)) {
    await giveUpCopies(here, 'old_epoch', ({ document, epoch }) => answer.epochs[document.kind] !== epoch)
    return new BoardSession(answer, doorTo(board, as, { answered: true }), tableOf(answer))
  }
  const ending = ENDINGS[answer.code]
  if (ending !== undefined) {
    await giveUpCopies(here, 'closed', () => true)
    await forgetAfter(ending, here)
  }
  const opened = UNREACHED.has(answer.code) ? await keptOpening(here) : null
  if (opened === null) throw answer
  return new BoardSession(opened, doorTo(board, as, { answered: false }), tableOf(opened))
}

/**
 * Sits down in the caucus of one's own side. Nothing of it is kept here, so there is none without the server. Throws the
 * door's `ProblemError`, and `no_caucus` to whoever is of no side, or a guest whom the side has not asked in.
 */
export const openCaucus = async (board: BoardId, as: MemberId): Promise<BoardSession> => {
  const [opened] = await Promise.all([ask(board, as), learnServerTime()])
  const { side } = opened.you
  if (side === null) throw new ProblemError({ code: 'no_caucus' })
  const params = { id: board, side }
  const isGuest = mayBeInvited(opened.you, side)
  const room = await call('caucus', { params, as }).catch((error: unknown) => {
    throw isGuest && problemOf(error).code === 'not_yours' ? new ProblemError({ code: 'no_caucus' }) : error
  })
  const door: Door = {
    answered: true,
    ask: () =>
      call('caucus', { params, as })
        .then(() => null, endingOf)
        .then(ending => (isGuest && ending === 'not_yours' ? 'no_caucus' : ending)),
    rewordings: rewordingsOf({ board, as, document: `caucus:${side}` }),
  }
  return new BoardSession(opened, door, caucusOf(opened, { side, ...room }))
}

const doorTo = (board: BoardId, as: MemberId, { answered }: Pick<Door, 'answered'>): Door => ({
  answered,
  ask: () => ask(board, as).then(() => null, endingOf),
  rewordings: rewordingsOf({ board, as, document: 'joint' }),
})

const rewordingsOf =
  ({ board, as, document }: { board: BoardId; as: MemberId; document: string }) =>
  async () => {
    const { rewordings } = await call('rewordings', { params: { id: board }, query: { document }, as })
    return new Map(Object.entries(rewordings).map(([card, by]) => [card as CardId, by])) // a record's keys lose their brand
  }

/** A problem of the door as an ending; anything else (no network) is thrown on. */
const endingOf = (error: unknown): Ending => {
  const ending = error instanceof ProblemError ? ENDINGS[error.code] : undefined
  if (ending === undefined) throw error
  return ending
}

const problemOf = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  throw error
}

type Whose = { readonly board: BoardId; readonly member: MemberId }

const copiesOf = async ({ board, member }: Whose): Promise<CopyName[]> =>
  (await keptCopies()).filter(copy => copy.member === member && copy.document.board === board)

/** What the door said when the board was last opened here; null where nothing is kept, or nothing readable. */
const keptOpening = async (whose: Whose): Promise<Opened | null> => {
  const name = (await copiesOf(whose)).find(({ document }) => document.kind === 'joint')
  const kept = name && (await readKept(name).catch(() => null))
  return ENDPOINTS.board.reply.safeParse(kept?.opened).data ?? null
}

/** Deletes copies; words in them that the server never had go to the tray first. */
const giveUpCopies = async (whose: Whose, reason: UnsentReason, which: (copy: CopyName) => boolean): Promise<void> => {
  for (const name of (await copiesOf(whose)).filter(which)) {
    const kept = await readKept(name).catch(() => null)
    if (kept !== null && kept.waiting.length > 0) {
      const doc = new Y.Doc()
      readInto(doc, kept.updates)
      const tray = openTray({ document: { kind: 'joint', board: whose.board }, member: whose.member })
      tray.hold({ doc, work: kept }, reason)
      tray.show()
    }
    await dropKept(name)
  }
}
