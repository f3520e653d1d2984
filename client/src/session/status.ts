import { CLOSE, COPY_REFUSALS, type Reply } from '@jointly/protocol'
import type { Rewordings } from './rewordings.ts'
import type { UnsentReason } from './unsent.ts'

/** Why a board closed for this person for good; each has its screen. */
export type Ending =
  | 'sign_in'
  | 'not_yours'
  | 'not_admitted'
  | 'not_accepted'
  | 'no_such'
  /** The side's caucus has ended for the guest whom it had asked in. */
  | 'no_caucus'
  | 'page_too_old'
  | 'refused_again'
  /** The board has another epoch than the page: it is opened again. */
  | 'begun_anew'

export type Status =
  | { readonly is: 'opening' }
  | { readonly is: 'open' }
  /** A clean copy is on its way; what stands on screen is the old one, and nobody writes on it. */
  | { readonly is: 'renewing' }
  | { readonly is: 'ended'; readonly why: Ending }

export type Opened = Reply<'board'>

/** What the session asks over HTTP. */
export type Door = {
  /** false: it could not be asked when the board was opened, and what is known of the board was kept here. */
  readonly answered: boolean
  /** Whether the server still lets this person in; asked after it ended a line. */
  readonly ask: () => Promise<Ending | null>
  readonly rewordings: () => Promise<Rewordings>
}

/** What a final close code says of the board, as long as the door has not said more. */
const ENDINGS: ReadonlyMap<number, Ending> = new Map([
  [CLOSE.signIn.code, 'sign_in'],
  [CLOSE.notYours.code, 'not_yours'],
  [CLOSE.noSuch.code, 'no_such'],
  [CLOSE.pageTooOld.code, 'page_too_old'],
])

/** What the server's final word on a line asks for: a clean copy, an end, or to ask the door what holds now. */
export type AfterClose = { readonly renew: UnsentReason } | { readonly end: Ending } | { readonly ask: Ending }

export const afterClose = ({ code, reason }: { code: number; reason: string }): AfterClose => {
  if (code === CLOSE.discard.code) {
    const refusal = COPY_REFUSALS.find(known => known === reason) ?? 'bad_update'
    return refusal === 'old_epoch' ? { end: 'begun_anew' } : { renew: refusal }
  }
  if (code === CLOSE.tooBig.code) return { renew: 'too_big' }
  if (code === CLOSE.pageTooOld.code) return { end: 'page_too_old' }
  return { ask: ENDINGS.get(code) ?? 'not_yours' }
}

/** A copy that is refused again and again, even with nothing of one's own in it, is a fault that no further try will mend. */
const RENEWALS = { most: 5, withinMs: 60_000 }

/** Counts renewals; says whether one more is worth it. */
export const renewalLimit = () => {
  let renewedAt: number[] = []
  return (now: number): boolean => {
    renewedAt = [...renewedAt.filter(at => now - at < RENEWALS.withinMs), now]
    return renewedAt.length <= RENEWALS.most
  }
}
