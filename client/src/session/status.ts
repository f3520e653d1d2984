import { CLOSE, type Reply } from '@jointly/protocol'
import type { Rewordings } from './rewordings.ts'

/** Why a board closed for this person for good; each has its screen. */
export type Ending =
  | 'sign_in'
  | 'not_yours'
  | 'not_admitted'
  | 'not_accepted'
  | 'no_such'
  | 'page_too_old'
  | 'refused_again'

export type Status =
  | { readonly is: 'opening' }
  | { readonly is: 'open' }
  /** A clean copy is on its way; what stands on screen is the old one, and nobody writes on it. */
  | { readonly is: 'renewing' }
  | { readonly is: 'ended'; readonly why: Ending }

export type Opened = Reply<'board'>

/** What the session asks over HTTP. */
export type Door = {
  /** Whether the server still lets this person in; asked after it ended a line. */
  readonly ask: () => Promise<Ending | null>
  readonly rewordings: () => Promise<Rewordings>
}

/** What a final close code says of the board, as long as the door has not said more. */
export const ENDINGS: ReadonlyMap<number, Ending> = new Map([
  [CLOSE.signIn.code, 'sign_in'],
  [CLOSE.notYours.code, 'not_yours'],
  [CLOSE.noSuch.code, 'no_such'],
  [CLOSE.pageTooOld.code, 'page_too_old'],
])

/** A copy that is refused again and again is a fault that a fourth try will not mend. */
const RENEWALS = { most: 3, withinMs: 60_000 }

/** Counts renewals; says whether one more is worth it. */
export const renewalLimit = () => {
  let renewedAt: number[] = []
  return (now: number): boolean => {
    renewedAt = [...renewedAt.filter(at => now - at < RENEWALS.withinMs), now]
    return renewedAt.length <= RENEWALS.most
  }
}
