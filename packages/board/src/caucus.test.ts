import { expect, test } from 'vitest'
import { mayRunCaucus } from './access.ts'
import { backAt, inCaucus, isWritingOff, purgedDocument, purgedUpTo, switchWriting } from './caucus.ts'
import { schemaOf } from './migrations.ts'
import { circumstances, editingPaused, OPENING } from './process.ts'
import { emptyBoard, people, UNION } from './testing.ts'

test('[A20] whoever acts for a side runs its caucus: its co-chair, where it has one, and nobody of another side', () => {
  const { ana, ugo, max, fay, obi } = people
  const members = Object.values(people)
  const may = [ana, ugo, max, fay, obi].filter(member => mayRunCaucus(member, UNION, members))
  expect(may.map(({ name }) => name)).toEqual(['Ana'])
  expect(mayRunCaucus(ugo, UNION, [ugo, max])).toBe(true)
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
