import { ACT_REFUSALS } from '@jointly/board'

/**
 * Why the server ended a socket. 44xx are final: the y-websocket provider stops, and the page says what to do.
 * 45xx and 1013 pass: the provider comes back by itself and syncs.
 */
export const CLOSE = {
  signIn: { code: 4401, reason: 'sign_in', final: true },
  notYours: { code: 4403, reason: 'not_yours', final: true },
  noSuch: { code: 4404, reason: 'no_such', final: true },
  /** The copy holds something that was refused: discard it. The reason string says what, one of `COPY_REFUSALS`. */
  discard: { code: 4409, reason: 'refused', final: true },
  tooBig: { code: 4413, reason: 'too_big', final: true },
  pageTooOld: { code: 4426, reason: 'page_too_old', final: true },
  comeBack: { code: 4503, reason: 'come_back', final: false },
  tooSlow: { code: 1013, reason: 'too_slow', final: false },
} as const satisfies Record<string, { code: number; reason: string; final: boolean }>
export type Close = (typeof CLOSE)[keyof typeof CLOSE]

/** Why a copy was refused (close code 4409). */
export const COPY_REFUSALS = [
  ...ACT_REFUSALS,
  'bad_frame',
  'bad_update',
  'gap',
  'forged_client',
  'crossed_origins',
  'editing_paused',
  /** The side has switched off writing in its caucus. */
  'writing_off',
  'unknown_place',
  'incomplete_card',
  'wrong_author',
  'fixed_field',
  'unknown_words',
  'too_long',
  'too_costly',
  'foreign_presence',
  /** It is a copy of a document that has begun anew since (`?epoch=`). */
  'old_epoch',
] as const
export type CopyRefusal = (typeof COPY_REFUSALS)[number]
