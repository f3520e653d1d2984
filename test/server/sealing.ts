import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CardId, type MoveRequest, movesOf, NO_RULES, newId, postCard, processOf, RoundId } from '@jointly/board'
import { MANAGEMENT, UNION } from '@jointly/board/testing'
import { ENDPOINTS, type EndpointName, type Problem, type Reply } from '@jointly/protocol'
import { pino } from 'pino'
import { call, move, openScreen, type Person, shows, startWorld, synced, type World } from '../world.ts'
import { addressesOf } from './addresses.ts'
import { type Seated, seatTable } from './seats.ts'
import { joinWire, type Wire } from './wire.ts'

/** A table that answers rounds, and everything by which somebody there could get hold of what another answered. */

const worlds: World[] = []
const wires: Wire[] = []
/** For `afterEach`. */
export const endTables = async (): Promise<void> => {
  for (const wire of wires.splice(0)) wire.socket.close()
  for (const world of worlds.splice(0)) await world.stop()
}

/** A table with rules in force that allow points, two options, a criterion, four of each side, and all that is logged. */
export const weighing = async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const world = await startWorld({ log })
  worlds.push(world)
  const table = await seatTable(world)
  const union = [table.ana, table.ugo]
  const management = [table.max, table.mia]
  for (const name of ['Eva', 'Ivo']) union.push(await table.seat(name, table.ana, { role: 'member', side: UNION }))
  for (const name of ['Bea', 'Cid'])
    management.push(await table.seat(name, table.max, { role: 'member', side: MANAGEMENT }))
  for (const { member } of [...union, ...management].filter(({ member }) => !member.admitted)) {
    const chair = member.side === UNION ? table.ana : table.max
    const params = { id: table.team, mid: member.id }
    await call(world.url, 'changeMember', { token: chair.token, params, body: { admitted: true } })
  }
  const take = async (who: Person, request: MoveRequest) => {
    const { status, body } = await move(world, who, table.board, request)
    if (status !== 201) throw new Error(`${request.type}: ${(body as Problem).code}`)
  }
  const rules = { ...NO_RULES, points: true, weights: true, map: true }
  await take(table.fay, { type: 'rules.propose', rules })
  await take(table.ana, { type: 'rules.accept', version: 1 })
  await take(table.max, { type: 'rules.accept', version: 1 })

  const screen = openScreen(world, table.fay, `joint:${table.board}`)
  await synced(screen)
  const author = { by: table.fay.member.id, side: null }
  const [option, other] = ['A rota', 'Floating teachers'].map(text =>
    postCard(screen.doc, { ...author, kind: 'option', text }),
  )
  const criterion = postCard(screen.doc, { ...author, kind: 'criterion', text: 'Fair' })
  const second = openScreen(world, table.ana, `joint:${table.board}`)
  await shows(second, doc => doc.getMap('cards').size === 3)
  for (const one of [screen, second]) one.close()
  const round = newId(RoundId)
  const at = { world, table, union, management, take, lines, round, option, other, criterion }
  return at as Omit<typeof at, 'option' | 'other'> & { option: CardId; other: CardId }
}
export type At = Awaited<ReturnType<typeof weighing>>

export const close = (at: At) => at.take(at.table.fay, { type: 'round.close', round: at.round })
export const release = (at: At, who: Person) => at.take(who, { type: 'round.release', round: at.round, spread: true })

export const roundOf = ({ world, table, round }: At, { token }: { token: string }): Promise<Reply<'round'>> =>
  call(world.url, 'round', { token, params: { id: table.board, round } })
export const minutesOf = async ({ world, table }: At, who: Person) => {
  const screen = openScreen(world, who, `minutes:${table.board}`)
  await synced(screen)
  const process = processOf(movesOf(screen.doc))
  screen.close()
  return process
}
/** Everything that the database has on the disk now. */
export const filesOf = ({ world }: At): Buffer =>
  Buffer.concat(readdirSync(world.dataDir).map(name => readFileSync(join(world.dataDir, name))))

const READS = (Object.keys(ENDPOINTS) as EndpointName[]).filter(name => ENDPOINTS[name].method === 'GET')

/** All that one person can ask for: every address there is, the rows in it as bytes, the metrics, and the log. */
export const reachOf = async ({ world, table, round, lines }: At, who: Seated): Promise<Buffer> => {
  const documents = ['joint', 'minutes', `caucus:${UNION}`, `caucus:${MANAGEMENT}`]
  const ids = { team: table.team, board: table.board, round, mid: who.member.id, side: who.member.side ?? UNION }
  const paths = [...READS.flatMap(name => addressesOf(name, { ids, documents })), '/metrics', '/api/openapi.json']
  const headers = { authorization: `Bearer ${who.token}` }
  const bodies = await Promise.all(
    paths.map(async path => Buffer.from(await (await fetch(`${world.url}${path}`, { headers })).arrayBuffer())),
  )
  const rows = bodies.flatMap(body => [...body.toString('latin1').matchAll(/"bytes":"([^"]*)"/g)])
  return Buffer.concat([
    ...bodies,
    ...rows.map(([, bytes = '']) => Buffer.from(bytes, 'base64')),
    Buffer.from(lines.join('')),
  ])
}

/** Every byte that reaches one person's sockets from now on. */
export const listen = async ({ world, table }: At, who: Seated): Promise<Buffer[]> => {
  const heard: Buffer[] = []
  for (const kind of ['joint', 'minutes'] as const) {
    const wire = await joinWire(world, `${kind}:${table.board}`, { token: who.token })
    wire.socket.on('message', (bytes: Buffer) => heard.push(bytes))
    wires.push(wire)
  }
  return heard
}
