import { placeCard, putAway, setJointText, setSource } from '@jointly/board'
import { emptyBoard, people, post, words } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openResending } from './resending.ts'
import { SavedWork } from './saved.ts'
import { openTray, type Tray } from './tray.ts'
import { collectUnsent, stillUnsent, type UnsentReason, unsentStorage } from './unsent.ts'

const storage = () => {
  const held = new Map<string, string>()
  const kept = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  } as Storage
  return { held, kept }
}

const forkOf = (doc: Y.Doc): Y.Doc => {
  const fork = new Y.Doc()
  Y.applyUpdate(fork, Y.encodeStateAsUpdate(doc))
  return fork
}

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
  const clean = forkOf(copy)
  const lost = post(copy, people.ana, { kind: 'interest', text: 'Lost' })
  setSource(copy, kept, 'a source that was refused')
  const unsent = collectUnsent(copy, [kept, lost], 'gap')
  expect(stillUnsent(unsent, clean).map(({ text }) => text)).toEqual(['Lost'])
})

test('the tray outlives a reload, and what is not a tray is none', () => {
  const { held, kept } = storage()
  const tray = unsentStorage('tray', kept)
  const entry = {
    id: '1',
    place: 'issue',
    what: 'issue',
    did: 'written',
    text: 'Words',
    reason: 'gap',
    again: null,
  } as const
  tray.write([entry])
  expect(tray.read()).toEqual([entry])
  held.set('tray', JSON.stringify([{ id: 1 }, entry]))
  expect(tray.read()).toEqual([entry])
  tray.write([])
  expect([tray.read(), held.size]).toEqual([[], 0])
})

/** A tray, and what sends again, over one server that the test plays. */
const begin = (judge: (text: string) => UnsentReason | null = () => null) => {
  const { kept } = storage()
  const of = { document: { kind: 'joint', board: 'board' }, member: 'ana' } as unknown as Parameters<typeof openTray>[0]
  const open = () => openTray(of, kept)
  const tray = open()
  const resending = openResending({
    tray,
    author: () => ({ by: people.ana.id, side: people.ana.side }),
    judge: (_doc, deed) => judge(JSON.stringify(deed)),
  })
  const server = emptyBoard()
  return { tray, resending, server, open }
}
const copyOf = (doc: Y.Doc) => ({ doc: forkOf(doc), work: new SavedWork() })
const seen = (tray: Tray) => tray.unsent.get().map(({ what, did, text, reason }) => [what, did, text, reason])

test('what may be done now is done again, and what may not lies in the tray until it may', async () => {
  let locked = true
  const { tray, resending, server, open } = begin(deed =>
    locked && deed.includes('"pos":{"x":9') ? 'layout_locked' : null,
  )
  const pool = post(server, people.max, { kind: 'option', text: 'A pool' })
  const old = copyOf(server)
  words(old.doc, pool).insert(6, ' by turns')
  placeCard(old.doc, pool, { x: 9, y: 9 })
  post(old.doc, people.ana, { kind: 'option', text: 'New' })
  resending.hold(old, 'layout_locked')
  const clean = copyOf(server)
  await resending.resume(clean)
  expect(words(clean.doc, pool).toString()).toBe('A pool by turns')
  expect(seen(tray)).toEqual([['option', 'placed', 'A pool by turns', 'layout_locked']])
  expect(seen(open())).toEqual(seen(tray))
  const [entry] = tray.unsent.get()
  if (entry === undefined) throw new Error('nothing in the tray')
  expect(resending.send(clean, entry)).toBe('layout_locked')
  locked = false
  expect(resending.send(clean, entry)).toBeNull()
  expect([clean.doc.getMap('cards').get(pool)].map(card => (card as Y.Map<unknown>).get('pos'))).toEqual([
    { x: 9, y: 9 },
  ])
  expect(seen(tray)).toEqual([])
})

test('what the server alone refuses is found by sending one by one, and the rest arrives', async () => {
  const { tray, resending, server } = begin()
  let copy = copyOf(server)
  for (const text of ['one', 'two', 'bad', 'four']) post(copy.doc, people.ana, { kind: 'option', text })
  let refusals = 0
  resending.hold(copy, 'too_long')
  // A server that says no to the first copy in which it finds the word, and takes the rest.
  while (refusals < 4) {
    copy = copyOf(server)
    let isRefused = false
    let sent = 0
    const { doc, work } = copy
    doc.on('update', (update: Uint8Array) => {
      work.changed(['place'])
      work.sent()
      const isBad = JSON.stringify(doc.toJSON()).includes('bad')
      if (isRefused || isBad) isRefused = true
      else {
        Y.applyUpdate(server, update)
        const frames = ++sent
        queueMicrotask(() => work.committed(frames))
      }
    })
    const stop = new Promise<void>(resolve => {
      const timer = setInterval(() => {
        if (!isRefused) return
        clearInterval(timer)
        resolve()
      }, 1)
    })
    const isDone = await Promise.race([resending.resume(copy).then(() => !isRefused), stop.then(() => false)])
    if (isDone) break
    refusals++
    resending.hold(copy, 'too_long')
  }
  expect(refusals).toBe(2)
  expect(seen(tray)).toEqual([['option', 'written', 'bad', 'too_long']])
  const texts = Object.values(server.getMap('cards').toJSON() as Record<string, { body: string }>).map(
    ({ body }) => body,
  )
  expect(texts.map(text => text.replace(/<[^>]+>/g, '')).sort()).toEqual(['four', 'one', 'two'])
})

test('a page that ends before its work was done again finds the words in its tray', () => {
  const { tray, resending, server, open } = begin()
  const old = copyOf(server)
  const made = post(old.doc, people.ana, { kind: 'option', text: 'New' })
  old.work.changed([made])
  resending.hold(old, 'gap')
  expect(seen(tray)).toEqual([])
  expect(seen(open())).toEqual([['option', 'written', 'New', 'gap']])
})

test('a card that its writer put away again is not missed, and one for another side is not said by itself', async () => {
  const { tray, resending, server } = begin(deed => (deed.includes('Taken back') ? 'stage_only' : null))
  const old = copyOf(server)
  putAway(old.doc, post(old.doc, people.ana, { kind: 'option', text: 'Taken back' }))
  post(old.doc, people.max, { kind: 'option', text: 'For the other side' })
  resending.hold(old, 'seat_changed')
  await resending.resume(copyOf(server))
  expect(seen(tray)).toEqual([['option', 'written', 'For the other side', 'seat_changed']])
})
