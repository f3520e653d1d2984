import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { BoardId, TeamId } from '@jointly/board'
import { ENDPOINTS } from '@jointly/protocol'
import { practiceLinks } from '@jointly/server/example'
import type { Storage } from '@jointly/server/storage'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  devices,
  type Page,
} from 'playwright-core'
import { expect } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { call, freshDir, type Person, startWorld, type World } from '../world.ts'

/** People in browsers: one Chromium, each person in a context of their own, over a real server that serves the built page. */

const CLIENT = join(import.meta.dirname, '../../client')

export type House = {
  readonly browser: Browser
  readonly url: string
  /** The practice team's: `facilitator`, `union`, `management`. */
  readonly links: Readonly<Record<'facilitator' | 'union' | 'management', string>>
  readonly world: () => World
  /** The server ends as on SIGTERM, and another begins on the same data (opened as said) and the same port. */
  readonly restart: (open?: (dataDir: string) => Storage) => Promise<void>
  /** Ends the sockets of a member without a word, as a cable that is pulled does. */
  readonly pull: (member: string) => void
  readonly close: () => Promise<void>
}

/** One Chromium and one built page for all files of a worker: neither keeps anything of who was there. */
const openOnce = async () => {
  const built = spawnSync(process.execPath, ['build.ts'], { cwd: CLIENT, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`the client does not build:\n${built.stdout}${built.stderr}`)
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('no Chromium was found; `pnpm test` says how to install one')
  // A copy: a build in between, by whoever else works here, does not take the page away under the people in it.
  const clientDir = freshDir()
  cpSync(join(CLIENT, 'dist'), clientDir, { recursive: true })
  return { clientDir, browser: await chromium.launch({ executablePath, args: BROWSER_ARGS }) }
}
let once: ReturnType<typeof openOnce> | undefined

/** A server with the practice team, the built client, and a browser. */
export const openHouse = async (parts: Parameters<typeof startWorld>[0] = {}): Promise<House> => {
  // A browser that broke takes one file's people along, not those of all files after it.
  if (once === undefined || !(await once).browser.isConnected()) once = openOnce()
  const { clientDir, browser } = await once
  const lines = new Map<Duplex, string | null>()
  const start = async (more: { dataDir?: string; port?: number; storage?: Storage } = {}) => {
    const world = await startWorld({ ...parts, ...more, clientDir })
    world.app.server.on('upgrade', ({ url = '' }, socket) => {
      lines.set(socket, new URL(url, world.url).searchParams.get('as'))
      socket.on('close', () => lines.delete(socket))
    })
    return world
  }
  let world = await start()
  const { url, dataDir } = world
  const links = Object.fromEntries(
    (await practiceLinks(world.app.services, url)).map(({ label, url }) => [label, url]),
  ) as House['links'] // the example makes these three
  return {
    browser,
    url,
    links,
    world: () => world,
    restart: async open => {
      await world.stop()
      world = await start({
        ...{ dataDir, port: Number(new URL(url).port) },
        ...(open !== undefined && { storage: open(dataDir) }),
      })
    },
    pull: member => {
      for (const [socket, as] of lines) if (as === member) socket.destroy()
    },
    close: async () => {
      await Promise.all(browser.contexts().map(context => context.close()))
      await world.stop()
    },
  }
}

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }
export const PHONE: BrowserContextOptions = {
  ...devices['iPhone 13'],
  viewport: { width: 390, height: 844 },
  // Drawn as fine as a phone does it costs nine times the time, and nobody looks.
  deviceScaleFactor: 1,
  reducedMotion: 'reduce',
}

export type Seat = {
  readonly page: Page
  readonly context: BrowserContext
  readonly name: string
  /** What a page must never say in a journey; looked at when it is over (`expectNoComplaints`). */
  readonly complaints: string[]
}

/** A browser of one's own that has been nowhere yet. */
export const newSeat = async (
  house: House,
  { name, ...options }: { name: string } & BrowserContextOptions,
): Promise<Seat> => {
  const context = await house.browser.newContext({ ...DESKTOP, ...options })
  return seatAt(await context.newPage(), name)
}

/** One page of somebody's browser, with all that it complains of. */
export const seatAt = (page: Page, name: string): Seat => {
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  // Listened for from the start: asked for only at the press of a key, Chromium is told too late to hand the files over.
  page.on('filechooser', () => {})
  page.on('pageerror', error => complaints.push(`${name}: ${error.stack ?? error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`${name}: ${message.text()}`)
  })
  return { page, context: page.context(), name, complaints }
}

/** Another page of the same browser, in a window of its own: a tab behind another one is drawn once a second. */
export const pageBeside = async ({ page, context }: Seat, name: string): Promise<Seat> => {
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => {
      open('about:blank', '_blank', 'popup,noopener')
    }),
  ])
  return seatAt(opened, name)
}

/** Somebody opens a link, says their name, and lands on the board. */
export const sitDown = async (
  house: House,
  { link, ...who }: { link: string; name: string } & BrowserContextOptions,
): Promise<Seat> => {
  const seat = await newSeat(house, who)
  await joinBy(seat, link)
  return seat
}

export const joinBy = async ({ page, name }: Seat, link: string): Promise<void> => {
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('button', { name: /^Join as/ }).click()
  await boardStands(page)
}

/** Somebody who is in the team already opens a board in a browser of their own. */
export const sitAs = async (
  house: House,
  person: Person,
  { board, ...options }: { board: BoardId } & BrowserContextOptions,
): Promise<Seat> => {
  const seat = await newSeat(house, { name: person.member.name, ...options })
  await comeBackAs(house, seat, person, board)
  return seat
}

/** They come back by a return link, without looking at its door: that has journeys of its own. */
export const comeBackAs = async (
  { url }: House,
  { page, context }: Seat,
  { member, token }: Person,
  board: BoardId,
): Promise<void> => {
  const { memberships } = await call(url, 'me', { token })
  const id = memberships.find(known => known.member.id === member.id)?.team.id as TeamId
  const link = await call(url, 'returnLink', { token, params: { id, mid: member.id } })
  const accept = ENDPOINTS.acceptInvitation.path.replace(':code', basename(link.url))
  const accepted = await context.request.post(url + accept, { data: {} })
  if (!accepted.ok()) throw new Error(await accepted.text())
  await page.goto(`${url}/board/${board}?as=${member.id}`)
  await boardStands(page)
}

/** The board has come: its bar says who is here. */
export const boardStands = (page: Page): Promise<void> => page.getByRole('button', { name: /^Who is here/ }).waitFor()

/** What Chromium itself writes when a line is cut on purpose. */
export const CUT_LINE =
  /: (WebSocket connection to '[^']+' failed: |Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)|An unknown error occurred when fetching the script)/
/** What Chromium itself writes of an answer that is a refusal. */
export const refusedWith = (...statuses: number[]): RegExp =>
  new RegExp(`: Failed to load resource: the server responded with a status of (${statuses.join('|')}) `)

/** No page threw, and none wrote an error, beside what the test brought about. */
export const expectNoComplaints = (seats: readonly Seat[], expected?: RegExp): void => {
  const complaints = seats.flatMap(seat => seat.complaints.splice(0))
  expect(complaints.filter(complaint => !expected?.test(complaint))).toEqual([])
}

/** Waits until what is asked again and again is as expected; fails with what it was last. */
export const eventually = <T>(ask: () => T | Promise<T>, { timeoutMs = 10_000 } = {}) =>
  expect.poll(ask, { timeout: timeoutMs, interval: 50 })
