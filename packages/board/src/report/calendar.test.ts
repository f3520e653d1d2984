import { expect, test } from 'vitest'
import { people, processAfter } from '../testing.ts'
import { calendar } from './calendar.ts'

const { ana, max } = people
const URL_HERE = 'https://jointly.example/board/board'

test('[R7] an action that was changed is a later revision of the same entry', () => {
  const action = { what: 'Publish the list', owners: [ana.id], due: '2026-10-01', traces: [] }
  const added = processAfter([[ana, { type: 'action.add', action }]])
  const changed = processAfter([
    [ana, { type: 'action.add', action }],
    [max, { type: 'action.update', action: 2, change: { due: '2026-10-08' } }],
    // What a side says of it changes nothing in the entry.
    [ana, { type: 'action.confirm', action: 2, outcome: 'done' }],
  ])
  const stampsOf = (process: typeof added) =>
    calendar(process, { url: URL_HERE, language: 'en' })
      .split('\r\n')
      .filter(line => /^(UID|DTSTAMP|SEQUENCE|DTSTART)/.test(line))
  expect([stampsOf(added), stampsOf(changed)]).toEqual([
    ['UID:action-2.board@jointly', 'DTSTAMP:20260901T090100Z', 'SEQUENCE:0', 'DTSTART;VALUE=DATE:20261001'],
    ['UID:action-2.board@jointly', 'DTSTAMP:20260901T090200Z', 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20261008'],
  ])
})
