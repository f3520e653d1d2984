import { setJointText, setSource } from '@jointly/board'
import { emptyBoard, people, post } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { collectUnsent, stillUnsent, unsentStorage } from './unsent.ts'

test('what was written and not committed is kept as text, with what it was and why it came back', () => {
  const copy = emptyBoard()
  const rest = post(copy, people.ana, { kind: 'interest', text: 'Rest\nin the week' })
  setJointText(copy, 'issue', 'How might we cover absences?')
  const unsent = collectUnsent(copy, [rest, 'issue', 'agreement', 'a-link'], 'editing_paused')
  expect(unsent.map(({ what, text, reason }) => ({ what, text, reason }))).toEqual([
    { what: 'interest', text: 'Rest\nin the week', reason: 'editing_paused' },
    { what: 'issue', text: 'How might we cover absences?', reason: 'editing_paused' },
  ])
})

test('only words that the clean copy does not have stay in the tray', () => {
  const copy = emptyBoard()
  const kept = post(copy, people.ana, { kind: 'interest', text: 'Kept' })
  const clean = new Y.Doc()
  Y.applyUpdate(clean, Y.encodeStateAsUpdate(copy))
  const lost = post(copy, people.ana, { kind: 'interest', text: 'Lost' })
  setSource(copy, kept, 'a source that was refused')
  const unsent = collectUnsent(copy, [kept, lost], 'gap')
  expect(stillUnsent(unsent, clean).map(({ text }) => text)).toEqual(['Lost'])
})

test('the tray outlives a reload, and what is not a tray is none', () => {
  const held = new Map<string, string>()
  const storage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  } as Storage
  const tray = unsentStorage('tray', storage)
  const entry = { id: '1', place: 'issue', what: 'issue', text: 'Words', reason: 'gap' } as const
  tray.write([entry])
  expect(tray.read()).toEqual([entry])
  held.set('tray', JSON.stringify([{ id: 1 }, entry]))
  expect(tray.read()).toEqual([entry])
  tray.write([])
  expect([tray.read(), held.size]).toEqual([[], 0])
})
