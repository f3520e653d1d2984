import { UNION } from '@jointly/board/testing'
import { CLOSE } from '@jointly/protocol'
import { afterAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { startWorld, type World } from '../world.ts'
import { craft, docWithCard, element, item } from './craft.ts'
import { type Seated, seatTable, type Table } from './seats.ts'
import { type Entry, isRead, joinWire, presence, type Wire, writes } from './wire.ts'

let world: World
let table: Table
let joint: string
beforeEach(async () => {
  await world?.stop()
  world = await startWorld({ limits: { heartbeatMs: 3_600_000 } })
  table = await seatTable(world)
  joint = `joint:${table.board}`
})
afterAll(() => world.stop())

const wireOf = (who: Seated) => joinWire(world, joint, { token: who.token, query: { saved: '1' } })
const stampOf = ({ member: { id, name, side, role } }: Seated) => ({ id, name, side, role })

/** Who is here by what one socket was told, the newest word on each id. */
const seenBy = ({ heard }: Wire): Map<number, Entry> => {
  const seen = new Map<number, Entry>()
  for (const message of heard)
    if (message.kind === 'presence') for (const entry of message.entries) seen.set(entry.client, entry)
  return seen
}
const sees = (wire: Wire, client: number): Promise<Entry> => wire.hears(() => seenBy(wire).get(client))
const UGOS_PAGE = 11
const MAXS_PAGE = 22

test('[L8] presence carries the name, side and role that the server knows, whatever the page wrote there', async () => {
  const [ugo, max] = [await wireOf(table.ugo), await wireOf(table.max)]
  const lie = { writing: 'composer:option', user: { ...stampOf(table.max), name: 'Max the Great' } }
  ugo.send(presence({ client: UGOS_PAGE, clock: 1, state: lie }))
  expect((await sees(max, UGOS_PAGE)).state).toEqual({ writing: 'composer:option', user: stampOf(table.ugo) })
})

test('[L8] who joins later sees everybody who is here', async () => {
  const ugo = await wireOf(table.ugo)
  ugo.send(presence({ client: UGOS_PAGE, clock: 1, state: { writing: null } }))
  await sees(ugo, UGOS_PAGE)
  const max = await wireOf(table.max)
  expect((await sees(max, UGOS_PAGE)).state).toEqual({ writing: null, user: stampOf(table.ugo) })
})

test('[L8] nobody speaks for another’s id: an echo and a forgery change nothing, and cost nobody the connection', async () => {
  const [ugo, max, mia] = [await wireOf(table.ugo), await wireOf(table.max), await wireOf(table.mia)]
  max.send(presence({ client: MAXS_PAGE, clock: 5, state: { writing: 'issue' } }))
  const told = await sees(ugo, MAXS_PAGE)
  ugo.send(presence(told, { ...told, clock: 99, state: { writing: 'elsewhere' } }))
  ugo.send(presence({ client: MAXS_PAGE, clock: 100, state: null }))
  ugo.send(presence({ client: UGOS_PAGE, clock: 1, state: {} }))
  await sees(mia, UGOS_PAGE)
  expect([seenBy(mia).get(MAXS_PAGE), ugo.socket.readyState]).toEqual([told, 1])
})

test('[L8] an echo beside one’s own word does not hide it', async () => {
  const [ugo, max] = [await wireOf(table.ugo), await wireOf(table.max)]
  max.send(presence({ client: MAXS_PAGE, clock: 1, state: {} }))
  const echo = await sees(ugo, MAXS_PAGE)
  ugo.send(presence(echo, { client: UGOS_PAGE, clock: 1, state: { writing: 'issue' } }))
  expect((await sees(max, UGOS_PAGE)).state).toEqual({ writing: 'issue', user: stampOf(table.ugo) })
})

test('[L9] whoever is gone is gone from every screen: goodbye, lost connection, removed', async () => {
  const [ugo, mia, max] = [await wireOf(table.ugo), await wireOf(table.mia), await wireOf(table.max)]
  ugo.send(presence({ client: UGOS_PAGE, clock: 1, state: {} }))
  mia.send(presence({ client: MAXS_PAGE, clock: 1, state: {} }))
  await Promise.all([sees(max, UGOS_PAGE), sees(max, MAXS_PAGE)])
  ugo.socket.close()
  mia.socket.terminate()
  await max.hears(() => [UGOS_PAGE, MAXS_PAGE].every(client => seenBy(max).get(client)?.state === null))
  const later = await wireOf(table.ana)
  expect([...seenBy(later).keys()]).toEqual([])
})

test('[L9] a page that comes back on a new socket under its old id is seen again', async () => {
  const max = await wireOf(table.max)
  for (const writing of ['issue', 'agreement']) {
    const ugo = await wireOf(table.ugo)
    ugo.send(presence({ client: UGOS_PAGE, clock: 1, state: { writing } }))
    await max.hears(() => (seenBy(max).get(UGOS_PAGE)?.state as { writing?: string } | null)?.writing === writing)
    ugo.socket.terminate()
    await max.hears(() => seenBy(max).get(UGOS_PAGE)?.state === null)
  }
})

test('[L9] a socket stands for one page: a new id takes the old one away, and thousands of ids are no crowd', async () => {
  const [ugo, max] = [await wireOf(table.ugo), await wireOf(table.max)]
  for (let client = 100; client < 3_100; client++) ugo.send(presence({ client, clock: 1, state: {} }))
  ugo.send(presence(...Array.from({ length: 3_000 }, (_, i) => ({ client: 10_000 + i, clock: 1, state: {} }))))
  await isRead(ugo)
  max.send(presence({ client: MAXS_PAGE, clock: 1, state: {} }))
  await sees(max, MAXS_PAGE)
  const here = [...seenBy(max).values()].filter(({ state }) => state !== null)
  expect([here.length, seenBy(max).size <= 20]).toEqual([2, true])
})

test('[L2] an id that another showed first, if only in presence, cannot be written under', async () => {
  const [ugo, max] = [await wireOf(table.ugo), await wireOf(table.max)]
  max.send(presence({ client: MAXS_PAGE, clock: 1, state: {} }))
  await sees(ugo, MAXS_PAGE)
  const { update } = docWithCard({ by: table.ugo.member.id, side: UNION, client: MAXS_PAGE })
  expect(await writes(ugo, update)).toEqual({ code: CLOSE.discard.code, reason: 'forged_client' })
})

test('[L2] an id belongs for good to who wrote under it, over a restart as well', async () => {
  const { ugo, max } = table
  const before = await writes(
    await wireOf(ugo),
    docWithCard({ by: ugo.member.id, side: UNION, client: UGOS_PAGE }).update,
  )
  await world.stop()
  world = await startWorld({ dataDir: world.dataDir })
  const wire = await wireOf(max)
  const next = Y.getState(wire.doc.store, UGOS_PAGE)
  const forged = craft([item([UGOS_PAGE, next], element(), { parent: 'issue' })])
  expect([before, await writes(wire, forged)]).toEqual(['saved', { code: CLOSE.discard.code, reason: 'forged_client' }])
})

test('[L2] one person’s two pages may each write under their own id', async () => {
  const [first, second] = [await wireOf(table.ugo), await wireOf(table.ugo)]
  const by = { by: table.ugo.member.id, side: UNION }
  expect([
    await writes(first, docWithCard({ ...by, client: 1 }).update),
    await writes(second, docWithCard({ ...by, client: 2 }).update),
  ]).toEqual(['saved', 'saved'])
})
