import { movesOf } from '@jointly/board'
import { people, processAfter } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { watchMinutes } from './minutes.ts'

const stamp = (seq: number) => ({ seq, at: '2026-09-01T09:00:00.000Z', by: people.fay.id, side: null })

test('each new entry is folded on top of what was there', () => {
  const doc = new Y.Doc()
  const minutes = watchMinutes(doc)
  let told = 0
  minutes.subscribe(() => told++)
  movesOf(doc).push([{ ...stamp(1), type: 'layout.unlock' }])
  movesOf(doc).push([
    { ...stamp(2), type: 'timer.start', seconds: 60 },
    { ...stamp(3), type: 'from.the.future' },
  ])
  const { locked, timer, seq } = minutes.get()
  expect({ locked, seconds: timer?.seconds, seq, told }).toEqual({ locked: false, seconds: 60, seq: 2, told: 2 })
})

test('minutes that begin anew are folded from the start', () => {
  const doc = new Y.Doc()
  const minutes = watchMinutes(doc)
  movesOf(doc).push([{ ...stamp(1), type: 'layout.unlock' }])
  movesOf(doc).delete(0, 1)
  expect(minutes.get().locked).toBe(processAfter().locked)
})
