import { type MoveRequest, NO_RULES } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import { CLOSE, type Problem } from '@jointly/protocol'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { move, type Person, startWorld, type World } from '../world.ts'
import { docWithCard } from './craft.ts'
import { png } from './png.ts'
import { seatTable, type Table } from './seats.ts'
import { openWire, writes } from './wire.ts'

let world: World
let table: Table
beforeEach(async () => {
  await world?.stop()
  world = await startWorld()
  table = await seatTable(world)
})
afterAll(() => world.stop())

const moves = async (who: Person, request: MoveRequest) => {
  const { status, body } = await move(world, who, table.board, request)
  return status < 400 ? 'ok' : `${status} ${(body as Problem).code}`
}
const writesCard = (who: Person) => {
  const wire = openWire(world, `joint:${table.board}`, { token: who.token, query: { saved: '1' } })
  return writes(wire, docWithCard({ by: who.member.id, side: who.member.side }).update)
}
const inForce = async () => {
  await moves(table.fay, { type: 'rules.propose', rules: NO_RULES })
  await moves(table.ana, { type: 'rules.accept', version: 1 })
  await moves(table.max, { type: 'rules.accept', version: 1 })
}

test('[I22] before ground rules are in force everyone may write, and afterwards whoever was there', async () => {
  const before = await writesCard(table.ugo)
  await inForce()
  expect([before, await writesCard(table.ugo)]).toEqual(['saved', 'saved'])
})

test('[I22] a newcomer writes and decides nothing before saying that they have read them, by whatever door', async () => {
  await inForce()
  const nia = await table.seat('Nia', table.ana, { role: 'member', side: UNION })
  const call: MoveRequest = { type: 'caucus.call', side: UNION }
  const before = [await writesCard(nia), await moves(nia, call)]
  const said = [
    await moves(nia, { type: 'rules.acknowledge', version: 2 }),
    await moves(nia, { type: 'rules.acknowledge', version: 1 }),
  ]
  expect([before, said, await writesCard(nia), await moves(nia, call)]).toEqual([
    [{ code: CLOSE.discard.code, reason: 'rules_not_acknowledged' }, '409 rules_not_acknowledged'],
    ['409 stale_version', 'ok'],
    'saved',
    'ok',
  ])
})

test('[I22] a newcomer sends no picture to the table before that, and to their own caucus they do', async () => {
  await inForce()
  const nia = await table.seat('Nia', table.ana, { role: 'member', side: UNION })
  const send = async (document: string) => {
    const response = await fetch(`${world.url}/api/boards/${table.board}/images?document=${document}`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${nia.token}` }, body: png(20, 20) },
    })
    return [response.status, ((await response.json()) as Problem).code]
  }
  const before = [await send('joint'), await send('caucus:union')]
  await moves(nia, { type: 'rules.acknowledge', version: 1 })
  expect([before, await send('joint')]).toEqual([
    [
      [409, 'rules_not_acknowledged'],
      [201, undefined],
    ],
    [201, undefined],
  ])
})

test('[I22] a rule is accepted by a co-chair of each deciding side; nobody speaks for another’s', async () => {
  const proposed = await Promise.all(
    [table.ugo, table.mia, table.gus, table.obi].map(who => moves(who, { type: 'rules.propose', rules: NO_RULES })),
  )
  await moves(table.max, { type: 'rules.propose', rules: NO_RULES })
  const accepted = await Promise.all(
    [table.fay, table.ugo, table.mia, table.obi].map(who => moves(who, { type: 'rules.accept', version: 1 })),
  )
  const twice = [
    await moves(table.ana, { type: 'rules.accept', version: 1 }),
    await moves(table.ana, { type: 'rules.accept', version: 1 }),
  ]
  expect([proposed, accepted, twice]).toEqual([
    ['409 not_co_chair', '409 not_co_chair', '409 not_co_chair', '409 read_only'],
    ['409 not_co_chair', '409 not_co_chair', '409 not_co_chair', '409 read_only'],
    ['ok', '409 already_accepted'],
  ])
})
