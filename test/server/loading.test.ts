import { CLOSE, type Problem } from '@jointly/protocol'
import { brokenAt } from '@jointly/server/chain'
import { NO_ROWS } from '@jointly/server/storage'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, call, move, openScreen, startWorld, synced, type World } from '../world.ts'
import { type Disk, slowDisk, type Write } from './disk.ts'
import { seatTable, type Table } from './seats.ts'
import { openWire } from './wire.ts'

/** What may happen while a board is being read from the disk; the server was started anew, so that nothing is loaded. */

let disk: Disk
let world: World
let table: Table
beforeEach(async () => {
  const before = await startWorld()
  table = await seatTable(before)
  await before.stop()
  disk = slowDisk(before.dataDir)
  world = await startWorld({ storage: disk.storage })
})
afterEach(async () => {
  disk.release()
  await world.stop()
})

const rowsOf = (name: string) => (write: Write) => write.appends?.some(({ document }) => document === name) ?? false

const opensWhile = async (what: () => Promise<unknown>) => {
  const read = disk.holdRead(`joint:${table.board}`)
  const wire = openWire(world, `joint:${table.board}`, { token: table.ugo.token })
  await read.reached
  await what()
  read.release()
  return wire.until(heard => heard.some(({ kind }) => kind === 'step1'))
}

test('[L17] who is removed while their board is being loaded does not slip in', async () => {
  const params = { id: table.team, mid: table.ugo.member.id }
  const outcome = await opensWhile(() => call(world.url, 'removeMember', { token: table.ana.token, params }))
  expect(outcome).toEqual({ code: CLOSE.notYours.code, reason: 'not_yours' })
})

test('[L17] nor does who signs out', async () => {
  const outcome = await opensWhile(() => ask(world.url, 'signOut', { token: table.ugo.token }))
  expect(outcome).toEqual({ code: CLOSE.signIn.code, reason: 'sign_in' })
})

test('[L17] nor does a move that they made a moment before', async () => {
  const read = disk.holdRead(`joint:${table.board}`)
  const moved = move(world, table.fay, table.board, { type: 'layout.unlock' })
  await read.reached
  const params = { id: table.team, mid: table.fay.member.id }
  await call(world.url, 'removeMember', { token: table.ana.token, params })
  read.release()
  const { status, body } = await moved
  expect([status, (body as Problem).code]).toEqual([409, 'not_admitted'])
})

test('[L7] a board that was loading while its minutes were lost is loaded again with them; the chain holds', async () => {
  const other = table.board
  const read = disk.holdRead(`joint:${other}`)
  const screen = openScreen(world, table.max, `joint:${other}`)
  await read.reached
  const params = { id: table.team, mid: table.ugo.member.id }
  const change = (role: 'observer' | 'guest') =>
    ask(world.url, 'changeMember', { token: table.ana.token, params, body: { role } })
  disk.hold()
  const lost = change('observer')
  await disk.waits(rowsOf(`minutes:${other}`))
  disk.fill()
  await lost
  disk.release()
  read.release()
  await synced(screen)
  const statuses = [
    (await change('guest')).status,
    (await move(world, table.fay, other, { type: 'layout.unlock' })).status,
    (await move(world, table.fay, other, { type: 'layout.lock' })).status,
  ]
  const name = `minutes:${other}`
  const rows = await disk.storage.read(name)
  screen.close()
  expect([statuses, brokenAt(name, rows, NO_ROWS), rows.length]).toEqual([[200, 201, 201], null, 4])
})
