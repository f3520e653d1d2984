import { people, processAfter } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import { blockOf, PAUSE_AHEAD_MS } from './block.ts'

test('a pause holds from a moment before it is announced for, so that no keystroke arrives after it', () => {
  const process = processAfter([[people.fay, { type: 'editing.pause', warnSeconds: 30 }]])
  const from = Date.parse(process.pause?.from ?? '')
  const at = (ms: number) => blockOf({ process, me: people.ana, now: from + ms, writingOff: false, renewing: false })
  expect([at(-PAUSE_AHEAD_MS - 1), at(-PAUSE_AHEAD_MS), at(60_000)]).toEqual([null, 'paused', 'paused'])
})

test('an observer reads, whoever waits to be admitted waits, and a copy on its way is not written on', () => {
  const process = processAfter()
  const block = (me: (typeof people)['ana'], renewing = false) =>
    blockOf({ process, me, now: 0, writingOff: false, renewing })
  expect([
    block(people.ana),
    block(people.obi),
    block({ ...people.ugo, admitted: false }),
    block(people.ana, true),
  ]).toEqual([null, 'observer', 'not_admitted', 'renewing'])
})
