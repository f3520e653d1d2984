import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type BoardId, SideId } from '@jointly/board'
import * as prng from 'lib0/prng'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openScreen, type Person, shows, startTeam, synced } from '../world.ts'
import { type Child, startChild } from './child.ts'
import { turns } from './seeds.ts'
import { difference } from './shown.ts'
import { lostIn, seenBy, Typist } from './typist.ts'

/** The operating system refuses the server's writes, as it does on a full disk; `prlimit` comes with Linux's util-linux. */
const canFill = existsSync('/usr/bin/prlimit')

/** Letters that a full disk has room for: none, a few, many. */
const ROOM_BYTES = [0, 20_000, 60_000]
const COME_BACK = 4503

let server: Child
let board: BoardId
let typists: Typist[]
let observer: Person

beforeEach(async () => {
  server = await startChild()
  const team = await startTeam(server)
  const ana = await team.seat('Ana', 'co-chair', SideId.parse('union'))
  const max = await team.seat('Max', 'co-chair', SideId.parse('management'))
  observer = await team.seat('Obi', 'observer', null)
  board = await team.openBoard()
  typists = [ana, max, team.fay].map(person => new Typist(person, openScreen(server, person, `joint:${board}`)))
  await Promise.all(typists.map(({ screen }) => synced(screen)))
  for (const typist of typists) typist.postCard()
  for (const { screen } of typists) await shows(screen, doc => doc.getMap('cards').size === typists.length)
})

afterEach(async () => {
  for (const { screen } of typists) screen.close()
  await server.kill()
})

for (const room of ROOM_BYTES) {
  test.skipIf(!canFill)(
    `[F5] with room for ${room} bytes more: what the disk refuses is shown to nobody, and all is there once there is room`,
    async () => {
      await typeUntilFull(room)
      // The disk is still full: what the others saw, the server can still tell.
      expect(await lostToNewcomer()).toEqual([])
      server.limitFiles(null)
      await expectConverged()
    },
  )

  test.skipIf(!canFill)(
    `[F5] with room for ${room} bytes more, and a kill: what anybody saw is there, and the rest comes from its writers`,
    async () => {
      await typeUntilFull(room)
      await Promise.all([server.kill(), ...typists.map(typist => typist.cutOff())])
      await server.startAgain()
      expect(await lostToNewcomer()).toEqual([])
      await expectConverged()
    },
  )
}

/** Types until the server has asked everybody to come back. */
const typeUntilFull = async (room: number) => {
  const random = prng.create(room)
  let asked = 0
  for (const { screen } of typists)
    screen.provider.once('connection-close', event => (event?.code === COME_BACK ? asked++ : 0))
  server.limitFiles(statSync(join(server.dataDir, 'jointly.db-wal')).size + room)
  while (asked < typists.length) {
    prng.oneOf(random, typists).act(random)
    await turns(2)
  }
  for (const typist of typists) typist.act(random)
}

const lostToNewcomer = async (): Promise<string[]> => {
  const screen = openScreen(server, observer, `joint:${board}`)
  await synced(screen)
  const lost = typists.flatMap(typist => lostIn(screen.doc, seenBy(typist, typists), typists))
  screen.close()
  return lost
}

const expectConverged = async () => {
  const all = new Y.Doc()
  for (const { screen } of typists) Y.applyUpdate(all, Y.encodeStateAsUpdate(screen.doc))
  const newcomer = openScreen(server, observer, `joint:${board}`)
  for (const { screen } of typists) screen.provider.connect()
  for (const screen of [newcomer, ...typists.map(({ screen }) => screen)])
    await shows(screen, doc => difference(doc, all) === null)
  newcomer.close()
  expect(typists.flatMap(({ closed }) => closed)).toEqual([])
}
