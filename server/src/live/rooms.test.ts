import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BoardId } from '@jointly/board'
import { expect, test } from 'vitest'
import { openSqlite } from '../storage/sqlite.ts'
import { NotWritten } from '../storage/storage.ts'
import { Rooms } from './rooms.ts'

const BOARD = BoardId.parse('board')
const JOINT = { kind: 'joint', board: BOARD } as const

/** Rooms over the real storage, on a disk that can be full. */
const openRooms = () => {
  const real = openSqlite(join(mkdtempSync(join(tmpdir(), 'jointly-')), 'jointly.db'))
  const disk = { full: false }
  const rooms = new Rooms({
    storage: {
      ...real,
      commit: async write => {
        if (disk.full) throw new NotWritten('the disk is full')
        return real.commit(write)
      },
    },
    clock: Date.now,
    onLost: () => {},
    onStumble: () => {},
    onUntidy: () => {},
    onWritten: () => {},
    lingerMs: 30,
  })
  return { rooms, disk, close: () => real.close() }
}

const loadedIn = (rooms: Rooms) => rooms.counts().tables + [...rooms.minutes()].length

test('[L16] a board that nobody looks at is unloaded with its minutes after a while', async () => {
  const { rooms, close } = openRooms()
  await rooms.use(JOINT, () => {})
  const loaded = loadedIn(rooms)
  await expect.poll(() => loadedIn(rooms)).toBe(0)
  await close()
  expect(loaded).toBe(2)
})

test('[L16] so is one that was dropped and loaded anew meanwhile', async () => {
  const { rooms, disk, close } = openRooms()
  await rooms.use(JOINT, () => {})
  disk.full = true
  await rooms.use(JOINT, joint => joint.writeAsSystem(doc => doc.getMap('cards').set('card', 'x')))
  await rooms.journal.committed().catch(() => {})
  disk.full = false
  await rooms.use(JOINT, () => {})
  const loaded = loadedIn(rooms)
  await expect.poll(() => loadedIn(rooms)).toBe(0)
  await close()
  expect(loaded).toBe(2)
})
