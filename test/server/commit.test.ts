import { bodyOf, type CardId, postCard } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import { CLOSE, type Problem } from '@jointly/protocol'
import { brokenAt } from '@jointly/server/chain'
import { NO_ROWS } from '@jointly/server/storage'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  ask,
  call,
  move,
  openScreen,
  processIn,
  type Screen,
  same,
  shows,
  startWorld,
  synced,
  type World,
} from '../world.ts'
import { docWithCard } from './craft.ts'
import { type Disk, slowDisk, type Write } from './disk.ts'
import { invite, join, type Seated, seatTable, type Table } from './seats.ts'
import { joinWire, openWire, step1, step2, type Wire, writes } from './wire.ts'

let disk: Disk
let world: World
let table: Table
let joint: string
beforeEach(async () => {
  disk = slowDisk()
  world = await startWorld({ storage: disk.storage })
  table = await seatTable(world)
  joint = `joint:${table.board}`
})
afterEach(async () => {
  disk.release()
  await world.stop()
})

const SAVED = { query: { saved: '1' } }
const wireOf = (who: Seated, name = joint) => joinWire(world, name, { token: who.token, ...SAVED })
const cardBy = ({ member }: Seated, text?: string) =>
  docWithCard({ by: member.id, side: member.side, ...(text !== undefined && { text }) })
const rowsOf = (name: string) => (write: Write) => write.appends?.some(({ document }) => document === name) ?? false
const kinds = ({ heard }: Wire, from = 0) => heard.slice(from).map(({ kind }) => kind)
const cardsOn = ({ doc }: Wire) => doc.getMap('cards').size

/** Answers that do not come while the disk writes: each is asked for, and told here once it is answered. */
const answersTo = <T>(asked: Record<string, Promise<T>>) => {
  const answered: string[] = []
  for (const [name, promise] of Object.entries(asked)) void promise.then(() => answered.push(name))
  return answered
}

/** Everything that was sent before now has arrived: the server has answered a later question over HTTP. */
const roundTrip = () => ask(world.url, 'me', {})

test('[L1] while the disk writes, nothing of it is sent to others, acknowledged or told to who joins', async () => {
  const [writer, reader] = [await wireOf(table.ugo), await wireOf(table.max)]
  const [wroteFrom, readFrom] = [writer.heard.length, reader.heard.length]
  disk.hold()
  writer.send(step2(cardBy(table.ugo).update))
  await disk.waits(rowsOf(joint))
  const joiner = openWire(world, joint, { token: table.mia.token, ...SAVED })
  await new Promise(resolve => joiner.socket.once('open', resolve))
  joiner.send(step1())
  await roundTrip()
  const during = [kinds(writer, wroteFrom), kinds(reader, readFrom), kinds(joiner)].map(heard =>
    heard.filter(kind => kind !== 'presence'),
  )
  disk.release()
  await writer.hears(heard => heard.slice(wroteFrom).some(({ kind }) => kind === 'saved'))
  await reader.hears(heard => heard.slice(readFrom).some(({ kind }) => kind === 'update'))
  await joiner.hears(heard => heard.some(({ kind }) => kind === 'step2'))
  expect([during, cardsOn(reader), cardsOn(joiner)]).toEqual([[[], [], []], 1, 1])
})

test('[L1] while the disk writes, no report, history, state or move says it', async () => {
  const writer = await wireOf(table.ugo)
  const at = { token: table.fay.token, params: { id: table.board } }
  const before = await call(world.url, 'history', at)
  disk.hold()
  const { card, update } = cardBy(table.ugo)
  writer.send(step2(update))
  await disk.waits(rowsOf(joint))
  const report = ask(world.url, 'report', at)
  const moved = move(world, table.fay, table.board, { type: 'timer.start', seconds: 60 })
  const answered = answersTo({ report, moved })
  const during = await call(world.url, 'history', at)
  const state = new Y.Doc()
  Y.applyUpdate(state, (await ask(world.url, 'state', at)).body as Uint8Array)
  const early = [...answered]
  disk.release()
  const told = (await report).body as { cards: { id: string }[]; last: { joint: number } }
  expect({
    early,
    during,
    onState: state.getMap('cards').size,
    told: told.cards.map(({ id }) => id),
    moved: (await moved).status,
  }).toEqual({
    early: [],
    during: before,
    onState: 0,
    told: [card],
    moved: 201,
  })
})

test('[L1] a move is shown to nobody before the disk has it', async () => {
  const minutes = await wireOf(table.max, `minutes:${table.board}`)
  const from = minutes.heard.length
  disk.hold()
  const moved = move(world, table.fay, table.board, { type: 'timer.start', seconds: 60 })
  await disk.waits(rowsOf(`minutes:${table.board}`))
  await roundTrip()
  const during = kinds(minutes, from)
  disk.release()
  await minutes.hears(heard => heard.slice(from).some(({ kind }) => kind === 'update'))
  expect([during, (await moved).status]).toEqual([[], 201])
})

test('[L4] a commit that fails shows nothing to anybody: sockets close with 4503, the log is as it was', async () => {
  const [writer, reader] = [await wireOf(table.ugo), await wireOf(table.max)]
  const minutes = await wireOf(table.obi, `minutes:${table.board}`)
  const wires = [writer, reader, minutes]
  const from = wires.map(({ heard }) => heard.length)
  const at = { token: table.fay.token, params: { id: table.board } }
  const before = await call(world.url, 'history', at)
  disk.hold()
  writer.send(step2(cardBy(table.ugo).update))
  await disk.waits(rowsOf(joint))
  disk.fill()
  const closed = await Promise.all(wires.map(wire => wire.closed))
  disk.release()
  const said = wires.map((wire, i) => kinds(wire, from[i]).filter(kind => kind !== 'presence'))
  const report = (await call(world.url, 'report', at)) as { cards: unknown[] }
  expect([closed, said, await call(world.url, 'history', at), report.cards]).toEqual([
    wires.map(() => ({ code: CLOSE.comeBack.code, reason: 'come_back' })),
    [[], [], []],
    before,
    [],
  ])
})

test('[L4] what came while a commit was failing goes with it, moves included, and is said so', async () => {
  const writer = await wireOf(table.ugo)
  disk.hold()
  writer.send(step2(cardBy(table.ugo).update))
  await disk.waits(rowsOf(joint))
  const moved = move(world, table.fay, table.board, { type: 'timer.start', seconds: 60 })
  const report = ask(world.url, 'report', { token: table.fay.token, params: { id: table.board } })
  await roundTrip()
  disk.fill()
  const answers = await Promise.all([moved, report])
  disk.release()
  expect(answers.map(({ status, body }) => [status, (body as Problem).code])).toEqual([
    [503, 'come_back'],
    [503, 'come_back'],
  ])
})

const type = ({ doc }: Screen, card: CardId, letters: string) => {
  const text = ((bodyOf(doc, card) as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(text.length, letters)
}

test('[L4] once the disk writes again the writers’ own copies bring everything back, and all screens are the same', async () => {
  const { ugo, max } = table
  const screens = [openScreen(world, ugo, joint), openScreen(world, max, joint)] as const
  await Promise.all(screens.map(synced))
  const [his, hers] = screens
  const first = postCard(his.doc, { by: ugo.member.id, side: UNION, kind: 'option', text: 'A rota' })
  await shows(hers, doc => doc.getMap('cards').has(first))
  disk.hold()
  type(his, first, ' of')
  type(hers, first, ' volunteers')
  await disk.waits(rowsOf(joint))
  const second = postCard(hers.doc, { by: max.member.id, side: max.member.side, kind: 'option', text: 'A pool' })
  disk.fill()
  const lost = Promise.all(
    screens.map(({ provider }) => new Promise(resolve => provider.once('connection-close', resolve))),
  )
  await lost
  disk.release()
  await shows(his, doc => doc.getMap('cards').has(second))
  await expect.poll(() => same(his.doc, hers.doc), { timeout: 10_000 }).toBe(true)
  const rows = await disk.storage.read(joint)
  const words = hers.watch.view().card(first)?.text
  expect([words?.length, brokenAt(joint, rows, NO_ROWS), rows.map(({ seq }) => seq)]).toEqual([
    'A rota of volunteers'.length,
    null,
    rows.map((_, i) => i + 1),
  ])
  for (const screen of screens) screen.close()
})

test('[L4] who waits on another board when a commit fails is asked to come back, and gets the board', async () => {
  const other = await table.openBoard('Class sizes')
  const writer = await wireOf(table.ugo)
  disk.hold()
  writer.send(step2(cardBy(table.ugo).update))
  await disk.waits(rowsOf(joint))
  const screen = openScreen(world, table.max, `joint:${other}`)
  await new Promise<void>(resolve => {
    screen.provider.once('status', () => resolve())
  })
  await roundTrip()
  disk.fill()
  await writer.closed
  disk.release()
  await synced(screen)
  screen.close()
})

const puts = (what: string) => (write: Write) =>
  write.changes?.some(change => 'put' in change && change.put === what) ?? false
const documentsIn = ({ appends = [] }: Write) => appends.map(({ document }) => document).sort()

test('[L4] a member’s change and what the minutes of every board tell of it are one commit', async () => {
  const second = await table.openBoard('Class sizes')
  disk.hold()
  const params = { id: table.team, mid: table.ugo.member.id }
  const changing = ask(world.url, 'changeMember', { token: table.ana.token, params, body: { role: 'observer' } })
  const write = await disk.waits(puts('member'))
  disk.fill()
  const { status } = await changing
  disk.release()
  const { members } = await call(world.url, 'team', { token: table.fay.token, params: { id: table.team } })
  expect([documentsIn(write), status, members.find(({ id }) => id === params.mid)]).toEqual([
    [table.board, second].map(board => `minutes:${board}`).sort(),
    503,
    table.ugo.member,
  ])
})

test('[L4] who joins, and what the minutes tell of it, are one commit', async () => {
  const { code } = await invite(world, table.ana, table.team, { role: 'member', side: UNION })
  disk.hold()
  const joining = join(world, code, 'Nia')
  const write = await disk.waits(puts('member'))
  disk.release()
  expect([documentsIn(write), (await joining).member.name]).toEqual([[`minutes:${table.board}`], 'Nia'])
})

test('[L4] a board and the opening of its minutes are one commit', async () => {
  disk.hold()
  const making = table.openBoard('Class sizes')
  const write = await disk.waits(puts('board'))
  disk.release()
  expect(documentsIn(write)).toContain(`minutes:${await making}`)
})

test('[L4] who joins while a board is being opened is known to its minutes', async () => {
  const { code } = await invite(world, table.ana, table.team, { role: 'member', side: UNION })
  disk.hold()
  const making = table.openBoard('Class sizes')
  await disk.waits(puts('board'))
  const joining = join(world, code, 'Nia')
  await roundTrip()
  disk.release()
  const [board, nia] = await Promise.all([making, joining])
  const screen = openScreen(world, nia, `minutes:${board}`)
  await synced(screen)
  expect(processIn(screen).members.get(nia.member.id)).toEqual(nia.member)
  screen.close()
})

test('[L15] a socket that asks is told how many of its messages are committed', async () => {
  const wire = await wireOf(table.ugo)
  const told = []
  for (const text of ['one', 'two', 'three']) {
    await writes(wire, cardBy(table.ugo, text).update)
    told.push(wire.heard.findLast(({ kind }) => kind === 'saved'))
  }
  expect(told).toEqual([2, 3, 4].map(count => ({ kind: 'saved', count })))
})

test('[L15] a stock client is told nothing that it does not know', async () => {
  const wire = await joinWire(world, joint, { token: table.ugo.token })
  wire.send(step2(cardBy(table.ugo).update))
  const other = await wireOf(table.max)
  await other.hears(() => cardsOn(other) === 1)
  await roundTrip()
  expect(kinds(wire)).not.toContain('saved')
})
