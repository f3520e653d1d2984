import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BoardId,
  type BoardWatch,
  type Member,
  type MoveRequest,
  movesOf,
  type Process,
  processOf,
  type Role,
  type SideId,
  type TeamId,
  undoManagerFor,
  watchBoard,
} from '@jointly/board'
import type { EndpointName, Params, Problem, Query, Reply, Request } from '@jointly/protocol'
import { ENDPOINTS } from '@jointly/protocol'
import { type App, type AppParts, createApp } from '@jointly/server/app'
import { openSqlite } from '@jointly/server/sqlite'
import { pino } from 'pino'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A real server (on a free port unless one is named) over a real SQLite file, and people who use it as a browser would. */

export type World = {
  readonly app: App
  readonly url: string
  readonly dataDir: string
  readonly stop: () => Promise<void>
}

const silent = pino({ level: 'silent' })

/** Generous: a test file acts for many people from one address. A test of a limit sets its own. */
const LIMITS = { requestsPerMinute: 1e6, joinsPerMinute: 1e6, requestsPerMinuteEach: 1e6, socketsPerMinute: 1e6 }

export const startWorld = async ({
  dataDir = freshDir(),
  port: wanted = 0,
  ...parts
}: Partial<AppParts> & { dataDir?: string; port?: number } = {}): Promise<World> => {
  const storage = parts.storage ?? openSqlite(join(dataDir, 'jointly.db'))
  const app = createApp({ log: silent, clock: Date.now, ...parts, storage, limits: { ...LIMITS, ...parts.limits } })
  await new Promise<void>(resolve => app.server.listen(wanted, '127.0.0.1', resolve))
  const { port } = app.server.address() as AddressInfo
  return { app, url: `http://127.0.0.1:${port}`, dataDir, stop: app.drain }
}

export const freshDir = (): string => mkdtempSync(join(tmpdir(), 'jointly-'))

export type Asked = { status: number; body: unknown; headers: Headers }

/** One request, by the protocol's own table; the reply as it came, whatever its status. */
export const ask = async <Name extends EndpointName>(
  url: string,
  name: Name,
  {
    token,
    headers = {},
    ...input
  }: {
    token?: string | null
    headers?: Record<string, string>
    params?: Params<Name>
    query?: Partial<Query<Name>>
    body?: Request<Name>
  } = {},
): Promise<Asked> => {
  const { method, path } = ENDPOINTS[name]
  const filled = path.replace(/:(\w+)/g, (_, key: string) => String((input.params as Record<string, string>)[key]))
  const query = new URLSearchParams(Object.entries(input.query ?? {}).map(([key, value]) => [key, String(value)]))
  const response = await fetch(`${url}${filled}?${query}`, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json', ...headers },
    ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
  })
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body = isJson ? await response.json() : new Uint8Array(await response.arrayBuffer())
  return { status: response.status, body, headers: response.headers }
}

/** The same where a refusal would be the test's failure. */
export const call = async <Name extends EndpointName>(...asked: Parameters<typeof ask<Name>>): Promise<Reply<Name>> => {
  const { status, body } = await ask(...asked)
  if (status >= 400) throw new Error(`${asked[1]}: ${status} ${(body as Problem).code} ${JSON.stringify(body)}`)
  return body as Reply<Name>
}

export type Person = { readonly member: Member; readonly token: string }

/** Every co-chair among these says yes to whoever waits for it, as they would at once at a table that knows each other. */
export const acceptAll = async (
  { url }: Pick<World, 'url'>,
  team: TeamId,
  chairs: readonly Person[],
  whom: (member: Member) => boolean = () => true,
): Promise<void> => {
  for (const { token, member } of chairs) {
    const { members } = await call(url, 'team', { token, params: { id: team } })
    const waiting = members.filter(one => member.side !== null && one.awaits?.includes(member.side) && whom(one))
    for (const { id } of waiting) await call(url, 'accept', { token, params: { id: team, mid: id } })
  }
}

/** A team made by Fay, who facilitates, and a way to seat more people in it. */
export const startTeam = async (world: Pick<World, 'url'>, name = 'Lincoln School') => {
  const { team, member, token } = await call(world.url, 'createTeam', { body: { name, yourName: 'Fay' } })
  const fay: Person = { member, token }
  const chairs: Person[] = []
  const seat = async (yourName: string, role: Role, side: SideId | null, by: Person = fay): Promise<Person> => {
    const { invitation } = await call(world.url, 'invite', {
      ...{ token: by.token, params: { id: team.id }, body: { role, side } },
    })
    const joined = await call(world.url, 'acceptInvitation', {
      ...{ params: { code: invitation.code }, body: { name: yourName } },
    })
    const person = { member: joined.member, token: joined.token }
    if (role === 'co-chair' && joined.member.admitted) chairs.push(person)
    const { awaits, ...accepted } = person.member
    if (role === 'co-chair') await acceptAll(world, team.id, chairs)
    else if (awaits !== undefined) await acceptAll(world, team.id, chairs, ({ id }) => id === accepted.id)
    return { ...person, member: accepted }
  }
  const openBoard = async (title = 'Cover for absent teachers'): Promise<BoardId> =>
    (await call(world.url, 'createBoard', { token, params: { id: team.id }, body: { title, template: 'full' } })).board
      .id
  return { team, fay, seat, openBoard }
}

export const move = (world: Pick<World, 'url'>, who: Person, board: BoardId, request: MoveRequest) =>
  ask(world.url, 'move', { token: who.token, params: { id: board }, body: request })

// Every stock provider listens for the end of the process, and a test opens many.
process.setMaxListeners(0)

/** One person's screen of one document: a stock provider, the plain view, and their own undo. */
export type Screen = {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly watch: BoardWatch
  readonly undo: Y.UndoManager
  readonly close: () => void
  /** The final close that the provider stopped at, once it came. */
  readonly closed: Promise<{ code: number; reason: string }>
}

export const openScreen = (
  { url }: Pick<World, 'url'>,
  { token }: { token: string | null },
  document: string,
  params: Record<string, string> = {},
): Screen => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, document, doc, {
    params: { ...(token !== null && { token }), ...params },
    disableBc: true,
    maxBackoffTime: 200,
  })
  const watch = watchBoard(doc)
  const closed = new Promise<{ code: number; reason: string }>(resolve => provider.on('closed', resolve))
  const close = () => {
    watch.stop()
    provider.destroy()
    // The provider leaves it: its clock would keep the process alive.
    provider.awareness.destroy()
  }
  return { doc, provider, watch, undo: undoManagerFor(doc), close, closed }
}

/** Resolves when the screen has all that the server held when it connected. */
export const synced = ({ provider }: Screen): Promise<void> =>
  provider.synced ? Promise.resolve() : new Promise(resolve => provider.once('sync', () => resolve()))

/** Resolves when a screen shows something; fails loudly with what it showed instead. */
export const shows = (screen: Screen, what: (doc: Y.Doc) => boolean, { timeoutMs = 10_000 } = {}): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = () => {
      if (!what(screen.doc)) return
      clearTimeout(timer)
      screen.doc.off('afterTransaction', look)
      resolve()
    }
    const timer = setTimeout(() => {
      screen.doc.off('afterTransaction', look)
      reject(new Error(`after ${timeoutMs} ms the screen shows ${JSON.stringify(screen.watch.view().cards)}`))
    }, timeoutMs)
    screen.doc.on('afterTransaction', look)
    look()
  })

/** Two screens hold the same: equal state vectors and equal content. */
export const same = (a: Y.Doc, b: Y.Doc): boolean =>
  Buffer.from(Y.encodeStateVector(a)).equals(Buffer.from(Y.encodeStateVector(b))) &&
  JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))

/** All content of a document in a form that can be compared. */
export const contentOf = (doc: Y.Doc): unknown => {
  const watch = watchBoard(doc)
  const { cards, links, issue, agreement } = watch.view()
  watch.stop()
  return { cards, links: [...links].sort((a, b) => (a.id < b.id ? -1 : 1)), issue, agreement }
}

export const processIn = ({ doc }: Screen): Process => processOf(movesOf(doc))
