import { expect, test, vi } from 'vitest'
import { SavedWork, saveStateOf, savingStore } from './saved.ts'

test('a change is saved when the frame that carries it is committed, and not before', () => {
  const work = new SavedWork()
  work.opened()
  work.sent() // the answer to step 1
  work.changed(['a'])
  work.sent()
  work.changed(['b'])
  work.sent()
  const seen = [work.waiting]
  work.committed(1)
  seen.push(work.waiting)
  work.committed(2)
  seen.push(work.waiting)
  work.committed(3)
  seen.push(work.waiting)
  expect(seen).toEqual([['a', 'b'], ['a', 'b'], ['b'], []])
  expect(work.isSaved).toBe(true)
})

test('what was written without a line is carried by the answer to the next socket’s first question', () => {
  const work = new SavedWork()
  work.opened()
  work.sent()
  work.committed(1)
  work.changed(['a'])
  work.changed(['a', 'b'])
  expect(work.waiting).toEqual(['a', 'b'])
  work.opened()
  work.committed(1) // nothing was sent on this socket: it can commit nothing
  expect(work.isSaved).toBe(false)
  work.sent()
  work.committed(1)
  expect([work.isSaved, work.waiting]).toEqual([true, []])
})

test('frames of a socket that died commit nothing', () => {
  const work = new SavedWork()
  work.opened()
  work.sent()
  work.changed(['a'])
  work.sent()
  work.opened()
  work.sent()
  work.changed(['b'])
  work.committed(1)
  expect(work.waiting).toEqual(['b'])
})

test('a place that changes again while it is on its way waits for the later change', () => {
  const work = new SavedWork()
  work.opened()
  work.changed(['a'])
  work.sent()
  work.changed(['a'])
  work.committed(1)
  expect(work.waiting).toEqual(['a'])
})

test('"saved" is said only while the line stands and nothing waits', () => {
  const work = new SavedWork()
  const at = (connection: 'never' | 'synced' | 'lost') => saveStateOf({ work, connection, kept: false })
  expect([at('never'), at('synced'), at('lost')]).toEqual([
    { is: 'connecting' },
    { is: 'saved' },
    { is: 'offline', waiting: 0, kept: false },
  ])
  work.changed(['a', 'b'])
  expect([at('synced'), at('lost')]).toEqual([
    { is: 'saving', waiting: 2 },
    { is: 'offline', waiting: 2, kept: false },
  ])
})

test('what an earlier page left in the browser waits under its own places until the first answer is committed', () => {
  const work = new SavedWork()
  work.came()
  work.adopt(['a', 'b'])
  work.changed(['b', 'c'])
  const before = [work.waiting, work.isSaved]
  work.opened()
  work.sent()
  work.committed(1)
  expect([before, work.waiting, work.isSaved]).toEqual([[['a', 'b', 'c'], false], [], true])
})

test('what another tab left is counted when it comes, also while this one is connected', () => {
  const work = new SavedWork()
  work.opened()
  work.sent()
  work.committed(1)
  work.came()
  work.sent()
  work.adopt(['a'])
  const waits = work.waiting
  work.committed(2)
  expect([waits, work.waiting, work.isSaved]).toEqual([['a'], [], true])
})

test('whoever types reads “Saving…” until all of it has been saved for a moment; a lost line is said at once', () => {
  vi.useFakeTimers()
  try {
    const store = savingStore()
    store.set({ is: 'saved' })
    const said: string[] = []
    store.subscribe(() => said.push(store.get().is))
    for (let letter = 0; letter < 5; letter++) {
      store.set({ is: 'saving', waiting: 1 })
      vi.advanceTimersByTime(10)
      store.set({ is: 'saved' })
      vi.advanceTimersByTime(90)
    }
    expect(said).toEqual(['saving'])
    vi.advanceTimersByTime(1_000)
    expect(said).toEqual(['saving', 'saved'])
    store.set({ is: 'saving', waiting: 1 })
    store.set({ is: 'saved' })
    store.set({ is: 'offline', waiting: 0, kept: true })
    vi.advanceTimersByTime(1_000)
    expect(said).toEqual(['saving', 'saved', 'saving', 'offline'])
  } finally {
    vi.useRealTimers()
  }
})
