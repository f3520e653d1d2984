import { existsSync } from 'node:fs'
import { PROTOCOL_VERSION } from '@jointly/protocol'
import type { Peer } from './peer.ts'
import { startServer } from './process.ts'

const file = new URL('../../../server/src/main.ts', import.meta.url)

/** Our own server, as `pnpm start` runs it: every update checked by the gate and committed before it is sent on. */
export const jointly: Peer = {
  name: 'Jointly',
  wire: 'y-websocket',
  keepsWhatWasSeen: true,
  skip: () => (existsSync(file) ? undefined : 'server/src/main.ts is not there yet'),
  start: dataDir =>
    startServer({
      file,
      args: ['--no-build'],
      env: { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, EXAMPLE: 'off', LOG_LEVEL: 'warn' },
    }),
  open: async base => {
    const founded = await post<Founded>({ base, path: '/api/teams', body: { name: 'Bench', yourName: 'Bench' } })
    const { token, team, member } = founded
    const path = `/api/teams/${team.id}/boards`
    const { board } = await post<{ board: { id: string } }>({ base, path, body: { title: 'Bench' }, token })
    const document = `joint:${board.id}`
    // As the product's own page does: it names its version and asks to be told what is committed (as Hocuspocus tells).
    const query = new URLSearchParams({ token, v: String(PROTOCOL_VERSION), saved: '1' })
    return { path: `/sync/${document}?${query}`, document, author: { by: member.id, side: member.side } }
  },
}

type Founded = { token: string; team: { id: string }; member: { id: string; side: string | null } }
type Post = { base: string; path: string; body: unknown; token?: string }

async function post<Reply>({ base, path, body, token }: Post): Promise<Reply> {
  const authorization = token ? { authorization: `Bearer ${token}` } : {}
  const reply = await fetch(base + path, {
    method: 'POST',
    headers: { origin: base, 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(body),
  })
  if (reply.status !== 201) throw new Error(`POST ${path} answered ${reply.status}: ${await reply.text()}`)
  // The bench trusts the shape: if it is another one, the sockets below cannot open and say so.
  return (await reply.json()) as Reply
}
