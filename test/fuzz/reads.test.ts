import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BoardId,
  DEFAULT_SIDES,
  documentOf,
  keepMarks,
  type Member,
  type Move,
  undoManagerFor,
  watchBoard,
} from '@jointly/board'
import { people, post } from '@jointly/board/testing'
import { Connection, LIMITS } from '@jointly/server/connection'
import { Rooms } from '@jointly/server/rooms'
import { openSqlite } from '@jointly/server/sqlite'
import * as decoding from 'lib0/decoding'
import * as prng from 'lib0/prng'
import { afterAll, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { step2, updateMessage } from '../server/wire.ts'
import { editSomething } from './edits.ts'
import { HOSTILE } from './hostile.ts'
import { chance, seeds } from './seeds.ts'

/**
 * What comes in one read of a socket is taken together, and what comes alone is taken alone: it must make no difference.
 * Rooms, gate, journal and storage are the real ones; how many frames a read brings is in the hands of a seed.
 */

const SEEDS = seeds({ usual: 120, known: [] })
const storage = openSqlite(join(mkdtempSync(join(tmpdir(), 'jointly-')), 'jointly.db'))
afterAll(() => storage.close())

const NOW = Date.parse('2026-09-01T09:00:00Z')
const { ana, fay, max } = people
const ID = 500

type Ended = {
  readonly closed: string | null
  readonly saved: number
  readonly log: Uint8Array[]
  readonly live: Uint8Array
}

/** What became of Ana's frames at a board that begins as `base`; `reads`: how many come at once. */
const serve = async (
  name: string,
  base: Uint8Array,
  frames: readonly Uint8Array[],
  reads: readonly number[],
): Promise<Ended> => {
  const rooms = new Rooms({
    storage,
    clock: () => NOW,
    onLost: fail,
    onStumble: () => {},
    onUntidy: fail,
    onWritten: () => {},
  })
  const board = BoardId.parse(name)
  const opened = {
    ...{ seq: 1, at: new Date(NOW).toISOString(), by: fay.id, side: null },
    ...{ type: 'board.opened', board, title: 'Cover', team: 'Lincoln School', template: 'full' },
    ...{ sides: [...DEFAULT_SIDES], members: Object.values(people) },
  } as Move
  const room = await rooms.use({ kind: 'joint', board }, joint => {
    joint.minutes.append(opened)
    return joint
  })
  const settled = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await rooms.journal.settled()
      await room.rebuilding
    }
  }
  const sit = (member: Member) => {
    const heard = { closed: null as string | null, saved: 0 }
    const socket = {
      ...{ bufferedAmount: 0, isPaused: false, on: () => {} },
      send: (frame: Uint8Array) => {
        const decoder = decoding.createDecoder(frame)
        if (decoding.readVarUint(decoder) === 100) heard.saved = decoding.readVarUint(decoder)
      },
      close: (_code: number, reason: string) => {
        heard.closed = reason
      },
    } as unknown as WebSocket // as much of a socket as a connection uses
    const connection = new Connection(
      socket,
      room,
      { member, tokenHash: '', expiresAt: Number.POSITIVE_INFINITY, saved: true },
      {
        ...{ limits: LIMITS, clock: () => NOW, onClosing: () => {}, onEnd: () => {}, onError: fail },
        after: committed => rooms.journal.after({ committed, lost: fail }),
      },
    )
    connection.greet()
    return { connection, heard }
  }
  const faySits = sit(fay)
  faySits.connection.receive(step2(base))
  await settled()
  const anaSits = sit(ana)
  anaSits.connection.receive(step2(Y.encodeStateAsUpdate(new Y.Doc())))
  await settled()
  let at = 0
  for (const count of reads) {
    for (const frame of frames.slice(at, at + count)) anaSits.connection.receive(frame)
    at += count
    await settled()
  }
  // Whatever came, somebody else goes on.
  const after = new Y.Doc()
  post(after, max, { kind: 'option', text: 'Afterwards' })
  const maxSits = sit(max)
  maxSits.connection.receive(step2(Y.encodeStateAsUpdate(after)))
  await settled()
  expect([name, maxSits.heard]).toEqual([name, { closed: null, saved: 1 }])
  const { closed, saved } = anaSits.heard
  const live = await new Promise<Uint8Array>(resolve => {
    const reader = sit(fay)
    reader.connection.send = frame => {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) === 0 && decoding.readVarUint(decoder) === 1)
        resolve(decoding.readVarUint8Array(decoder))
    }
    room.answer(reader.connection, Y.encodeStateVector(new Y.Doc()))
  })
  const log = (await storage.read(room.name)).map(({ bytes }) => bytes)
  await rooms.drain()
  return { closed, saved, log, live }
}
const fail = (error: unknown) => {
  throw error
}

/** Everything that a document says, Max's card of the end aside; its id is another each time. */
const said = (doc: Y.Doc): string => {
  const cards = doc.getMap('cards').toJSON() as Record<string, { by: string }>
  const kept = Object.entries(cards).filter(([, { by }]) => by !== max.id)
  const roots = ['links', 'marks'].map(root => Object.entries(doc.getMap(root).toJSON()).sort(byName))
  const texts = ['issue', 'agreement'].map(text => doc.getXmlFragment(text).toString())
  return JSON.stringify([kept.sort(byName), roots, texts], (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(byName))
      : value,
  )
}
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)

/** Ana at her screen: edits, undo and redo, and here and there something that no screen sends. */
const typed = (random: prng.PRNG, base: Uint8Array, hostile: boolean) => {
  const doc = new Y.Doc()
  keepMarks(doc)
  doc.clientID = ID
  Y.applyUpdate(doc, base, 'heard')
  const [watch, undo] = [watchBoard(doc), undoManagerFor(doc)]
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'heard') updates.push(update)
  })
  const acts = prng.int32(random, 2, 14)
  const badAt = hostile ? prng.int32(random, 1, acts - 1) : -1
  const attack = prng.oneOf(random, Object.values(HOSTILE))
  for (let act = 0; act < acts; act++) {
    if (act === badAt) {
      const bad = attack({ random, doc, who: ana, mine: ID, theirs: 11, honest: updates.at(-1) ?? base })
      if (bad !== null) updates.push(bad)
    }
    const does = prng.int32(random, 0, 11)
    if (does === 0) undo.undo()
    else if (does === 1) undo.redo()
    else editSomething({ random, doc, who: ana, board: watch.view(), now: { locked: true, only: null } })
    if (chance(random, 4)) undo.stopCapturing()
  }
  watch.stop()
  return updates.map(updateMessage)
}

const play = async (seed: number, hostile: boolean) => {
  const random = prng.create(seed)
  const start = new Y.Doc()
  start.clientID = 11
  for (let i = 0; i < 3; i++) post(start, fay, { kind: 'option', text: 'A rota drawn up each month' })
  const base = Y.encodeStateAsUpdate(start)
  const frames = typed(random, base, hostile)
  const reads: number[] = []
  for (let left = frames.length; left > 0; left -= reads.at(-1) ?? left)
    reads.push(Math.min(left, prng.int32(random, 1, 12)))
  const name = `${hostile ? 'hostile' : 'honest'}-${seed}`
  return {
    together: await serve(`${name}-together`, base, frames, reads),
    apart: await serve(
      `${name}-apart`,
      base,
      frames,
      frames.map(() => 1),
    ),
    frames: frames.length,
  }
}

test('[F7] what honest people write ends the same, however many frames one read brings', async () => {
  let frames = 0
  for (const seed of SEEDS) {
    const { together, apart, frames: count } = await play(seed, false)
    frames += count
    const ends = [together, apart].map(({ closed, saved, log }) => ({
      seed,
      closed,
      saved,
      said: said(documentOf(log)),
    }))
    expect(ends[0]).toEqual(ends[1])
    expect(ends[0]?.closed).toBe(null)
  }
  console.log(`${SEEDS.length} screens, ${frames} frames`)
})

test('[F7] whatever comes in one read, the board shows what its log says, nothing in it waits, and everybody goes on', async () => {
  for (const seed of SEEDS) {
    const { together, apart } = await play(seed, true)
    for (const { log, live } of [together, apart]) {
      const replayed = documentOf(log)
      const shown = new Y.Doc()
      Y.applyUpdate(shown, live)
      expect([seed, replayed.store.pendingStructs, replayed.store.pendingDs]).toEqual([seed, null, null])
      expect([seed, said(shown)]).toEqual([seed, said(replayed)])
    }
    expect([seed, together.saved <= apart.saved || together.closed === null]).toEqual([seed, true])
  }
})
