import { CLOSE, COPY_REFUSALS } from '@jointly/protocol'
import { expect, test } from 'vitest'
import { afterClose } from './status.ts'

const last = (close: { code: number; reason: string }, reason = close.reason) =>
  afterClose({ code: close.code, reason })

test('a refused copy is renewed, with the reason that the server gave; a reason of a newer server is told as unreadable', () => {
  const renewing = COPY_REFUSALS.filter(reason => reason !== 'old_epoch')
  expect(renewing.map(reason => last(CLOSE.discard, reason))).toEqual(renewing.map(renew => ({ renew })))
  expect([last(CLOSE.discard, 'of tomorrow'), last(CLOSE.tooBig)]).toEqual([
    { renew: 'bad_update' },
    { renew: 'too_big' },
  ])
})

test('a board that has begun anew ends here, and so does a page that is too old', () => {
  expect([last(CLOSE.discard, 'old_epoch'), last(CLOSE.pageTooOld)]).toEqual([
    { end: 'begun_anew' },
    { end: 'page_too_old' },
  ])
})

test('whoever is shut out asks the door again: it may be that only their seat has changed', () => {
  expect([CLOSE.signIn, CLOSE.notYours, CLOSE.noSuch].map(close => last(close))).toEqual([
    { ask: 'sign_in' },
    { ask: 'not_yours' },
    { ask: 'no_such' },
  ])
})
