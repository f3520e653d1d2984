import type { BoardId, MemberId } from '@jointly/board'
import type { CopyName } from './copyName.ts'
import { dropKept, keptCopies } from './kept.ts'
import type { Ending } from './status.ts'
import { forgetHeldWords } from './wordStore.ts'

/**
 * What this browser must not keep any longer. Each resolves when the copies are truly gone, with false where one could
 * not be deleted: whoever shares this browser has to be told.
 */
const forget = async (which: (copy: CopyName) => boolean): Promise<boolean> => {
  const copies = (await keptCopies()).filter(which)
  const gone = await Promise.all(copies.map(dropKept))
  return gone.every(Boolean)
}

/** After signing out: every copy, whoever's it was, and in this tab every word that was not sent or not posted. */
export const forgetEverybody = (): Promise<boolean> => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('jointly.')) sessionStorage.removeItem(key)
  forgetHeldWords()
  return forget(() => true)
}

/** After leaving a team. */
export const forgetMember = (member: MemberId): Promise<boolean> => forget(copy => copy.member === member)

/** Copies of people whom this browser is no more: their membership has ended while nobody looked. */
export const forgetAllBut = (members: ReadonlySet<MemberId>): Promise<boolean> =>
  forget(copy => !members.has(copy.member))

/** How much goes when a board ends for somebody. */
const GOES = {
  sign_in: 'member',
  not_yours: 'member',
  not_admitted: 'board',
  not_accepted: 'board',
  no_such: 'board',
  refused_again: 'board',
  begun_anew: 'board',
  // It is opened again by the new page, with what waits in it.
  page_too_old: null,
  // Nothing of a caucus is kept, and the table is open as before.
  no_caucus: null,
} as const satisfies Record<Ending, 'member' | 'board' | null>

export const forgetAfter = async (why: Ending, whose: { member: MemberId; board: BoardId }): Promise<boolean> => {
  const goes = GOES[why]
  if (goes === null) return true
  return forget(
    ({ member, document }) => member === whose.member && (goes === 'member' || document.board === whose.board),
  )
}
