import { expect, test } from 'vitest'
import { accessTo, mayBeInvited, mayRunCaucus } from './access.ts'
import {
  backAt,
  guestsOf,
  inCaucus,
  inviteGuest,
  isGuestNow,
  isWritingOff,
  purgedDocument,
  purgedUpTo,
  switchWriting,
} from './caucus.ts'
import { BoardId } from './ids.ts'
import { schemaOf } from './migrations.ts'
import { circumstances, editingPaused } from './now.ts'
import { OPENING } from './process.ts'
import { emptyBoard, MANAGEMENT, member, people, processAfter, UNION } from './testing.ts'

test('[A20] whoever acts for a side runs its caucus: its co-chair, where it has one, and nobody of another side', () => {
  const { ana, ugo, max, fay, obi } = people
  const members = Object.values(people)
  const may = [ana, ugo, max, fay, obi].filter(member => mayRunCaucus(member, UNION, members))
  expect(may.map(({ name }) => name)).toEqual(['Ana'])
  expect(mayRunCaucus(ugo, UNION, [ugo, max])).toBe(true)
})

test('[A21] a guest of the side is in its caucus when asked, for the one that was called and extended, and for no later one', () => {
  const { ana, max, fay } = people
  const gil = member('Gil', { role: 'guest', side: UNION })
  const others = [ana, max, fay, member('Gus', { role: 'guest' }), member('Mo', { role: 'guest', side: MANAGEMENT })]
  expect([gil, ...others].map(one => mayBeInvited(one, UNION))).toEqual([true, ...others.map(() => false)])
  const document = { kind: 'caucus', board: BoardId.parse('board'), side: UNION } as const
  const access = (invited: boolean, who = gil) => accessTo({ member: who, document, paused: false, invited })
  expect([access(true), access(false), access(true, max), access(true, fay)]).toEqual([
    ...['write', 'none', 'none', 'none'],
  ])

  const call = [ana, { type: 'caucus.call', side: UNION }] as const
  const end = [ana, { type: 'caucus.end', side: UNION }] as const
  const called = processAfter([call])
  const doc = emptyBoard()
  inviteGuest(doc, gil.id, called.caucuses.get(UNION)?.began ?? null)
  const isIn = (moves: Parameters<typeof processAfter>[0]) => isGuestNow(doc, gil.id, processAfter(moves), UNION)
  expect([isIn([call]), isIn([call, call]), isIn([call, end]), isIn([call, end, call]), isIn([])]).toEqual([
    ...[true, true, false, false, false],
  ])
  inviteGuest(doc, gil.id, null)
  expect([isIn([call]), guestsOf(doc).size]).toEqual([false, 0])
})

test('[D40] a caucus that begins anew is empty, says up to where it was purged, and keeps its switch', () => {
  const doc = purgedDocument({ upTo: 41, writingOff: true })
  expect([schemaOf(doc), purgedUpTo(doc), isWritingOff(doc)]).toEqual([1, 41, true])
  switchWriting(doc, { off: false })
  expect(isWritingOff(doc)).toBe(false)
  expect([purgedUpTo(emptyBoard()), isWritingOff(emptyBoard())]).toEqual([0, false])
})

test('[D41] no stage, lock or pause of the table reaches into a caucus', () => {
  const from = '2026-09-01T09:00:00.000Z'
  const now = Date.parse(from) + 1
  const closed = { ...OPENING, stage: { ...OPENING.stage, only: true, from }, pause: { by: people.fay.id, from } }
  const within = inCaucus(closed)
  expect([circumstances(within, now), editingPaused(within, now)]).toEqual([{ locked: false, only: null }, false])
  expect(circumstances(closed, now)).toEqual({ locked: true, only: 'issue' })
})

test('[M10] a side that leaves the table is back when it said, or when it says', () => {
  const since = '2026-09-01T09:00:00.000Z'
  expect([backAt({ since, minutes: 35 }), backAt({ since, minutes: null })]).toEqual([
    Date.parse('2026-09-01T09:35:00.000Z'),
    null,
  ])
})
