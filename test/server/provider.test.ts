import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Reply } from '@jointly/protocol'
import { afterEach, expect, test } from 'vitest'
import { ask, openScreen, type Screen, shows, startWorld, synced } from '../world.ts'
import { endPrograms, running, startProgram } from './program.ts'
import { seatTable } from './seats.ts'
import { openWire } from './wire.ts'

/** Programs that are not ours: the stock provider in another process, by the names of the public interface. */

const children: ChildProcess[] = []
afterEach(() => {
  endPrograms()
  for (const child of children.splice(0)) child.kill()
})

type Event = {
  readonly synced?: boolean
  readonly lost?: unknown
  readonly cards?: readonly { readonly text: string }[]
}
const startPeer = (...args: string[]) => {
  const child = fork(join(import.meta.dirname, 'peer.main.ts'), args)
  children.push(child)
  const events: Event[] = []
  child.on('message', event => events.push(event as Event))
  const until = (what: (event: Event) => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (!events.some(what)) return
        clearTimeout(timer)
        child.off('message', look)
        resolve()
      }
      const timer = setTimeout(() => reject(new Error(`only ${JSON.stringify(events)}`)), 10_000)
      child.on('message', look)
      look()
    })
  return { child, events, until }
}

/** Comes in by a practice link and finds the one board that there is. */
const enter = async (link: string) => {
  const { origin: url, pathname } = new URL(link)
  const asked = await ask(url, 'acceptInvitation', {
    params: { code: pathname.split('/').at(-1) ?? '' },
    body: { name: 'Una' },
  })
  const { member, token, board } = asked.body as Reply<'acceptInvitation'>
  return { url, member, token, joint: `joint:${board}` }
}

test('[L14] a stock provider in another process reads and writes the practice board with a token', async () => {
  const { links } = await running(startProgram())
  const [una, mel] = [await enter(links.union ?? ''), await enter(links.management ?? '')]
  const screen: Screen = openScreen(mel, mel, mel.joint)
  await synced(screen)
  const known = screen.watch.view().cards.length

  const peer = startPeer(una.url.replace('http', 'ws'), una.joint, una.token, una.member.id, 'union')
  await peer.until(({ cards }) => cards?.length === known)
  peer.child.send({ post: 'A pool of retired teachers' })
  await shows(screen, () => screen.watch.view().cards.some(({ text }) => text === 'A pool of retired teachers'))
  const card = screen.watch.view().cards.find(({ text }) => text === 'A pool of retired teachers')
  expect([card?.by, card?.side, peer.events.filter(({ lost }) => lost !== undefined)]).toEqual([
    una.member.id,
    'union',
    [],
  ])
  screen.close()
})

test('[L14] what another writes reaches the stock provider', async () => {
  const { links } = await running(startProgram())
  const una = await enter(links.union ?? '')
  const [first, second] = ['union', 'union'].map(side =>
    startPeer(una.url.replace('http', 'ws'), una.joint, una.token, una.member.id, side),
  ) as [ReturnType<typeof startPeer>, ReturnType<typeof startPeer>]
  await Promise.all([first, second].map(peer => peer.until(({ synced }) => synced === true)))
  first.child.send({ post: 'A rota of volunteers' })
  await second.until(({ cards }) => cards?.some(({ text }) => text.includes('A rota of volunteers')) ?? false)
})

test('[L14] every socket hears something at each heartbeat, so that silence never makes a stock provider hang up', async () => {
  // The provider hangs up when it has heard nothing for 30 s, and looks every 3; the server speaks every 20.
  const world = await startWorld({ limits: { heartbeatMs: 200 } })
  const { ugo, board } = await seatTable(world)
  const screen = openScreen(world, ugo, `joint:${board}`)
  // Its own presence, which comes back to it, would hide the server's silence.
  screen.provider.awareness.setLocalState(null)
  await synced(screen)
  const { provider } = screen
  let heard = 0
  await new Promise<void>((resolve, reject) => {
    provider.on('connection-close', () => reject(new Error('the connection was lost')))
    provider.ws?.addEventListener('message', () => ++heard === 3 && resolve())
  })
  expect(Date.now() - provider.wsLastMessageReceived).toBeLessThan(30_000)
  screen.close()
  await world.stop()
})

test('[L14] a client that answers no ping is taken for gone at the next heartbeat', async () => {
  const world = await startWorld({ limits: { heartbeatMs: 50 } })
  const { ugo, board } = await seatTable(world)
  const wire = openWire(world, `joint:${board}`, { token: ugo.token, autoPong: false })
  const { code } = await wire.closed
  await world.stop()
  expect(code).toBe(CONNECTION_LOST)
})
const CONNECTION_LOST = 1006

test('[L13] on SIGTERM the server says goodbye, keeps everything, ends with 0, and prints fresh links at the next start', async () => {
  const program = startProgram()
  const { links } = await running(program)
  const una = await enter(links.union ?? '')
  const peer = startPeer(una.url.replace('http', 'ws'), una.joint, una.token, una.member.id, 'union')
  await peer.until(({ synced }) => synced === true)
  program.child.kill('SIGTERM')
  const { code, stderr } = await program.ended
  await peer.until(({ lost }) => lost === 4503)
  const again = startProgram({ DATA_DIR: program.dataDir })
  const { url, links: fresh } = await running(again)
  const asked = await ask(url, 'me', { token: una.token })
  expect([
    code,
    stderr,
    fresh.union !== links.union,
    (asked.body as Reply<'me'>).memberships.map(({ member }) => member),
  ]).toEqual([0, '', true, [una.member]])
})
