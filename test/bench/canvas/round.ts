import { fork } from 'node:child_process'
import {
  type Answer,
  type CardId,
  cardsOf,
  type MoveRequest,
  NO_RULES,
  postCard,
  RoundId,
  SideId,
  StepId,
} from '@jointly/board'
import * as prng from 'lib0/prng'
import { type Browser, chromium, type Page } from 'playwright-core'
import { BROWSER_ARGS, findBrowser } from '../../browser.ts'
import { call, move, openScreen, type Person, startTeam, synced, type World } from '../../world.ts'
import { startServer } from '../servers/process.ts'
import { HOUSE } from './house.ts'
import type { Handing } from './members.ts'

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')
const MEMBERS = 40
const OPTIONS = 10
const CRITERIA = 8

declare global {
  /** When a socket of the page last brought something of the minutes. */
  var benchHeard: number | undefined
  /** How long after that what was waited for was drawn. */
  var benchDrawn: Promise<number> | undefined
}

export type RoundResult = {
  /** From before an answer is sent until each of the other members has heard that it was given, in milliseconds. */
  readonly answered: readonly number[]
  /** From the moment at which the last release reaches a page until the joint result is drawn there, in milliseconds. */
  readonly ratingsMs: number
  /** The same where weights join the ratings: values, the map and all that hangs on them. */
  readonly valuesMs: number
}

/** A round of ratings and one of weights as 40 people answer them, on 10 options and 8 criteria, in a production build. */
export const measureRounds = async (seed: number, say: (step: string) => void): Promise<RoundResult> => {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('there is no browser')
  const server = await startServer({ file: HOUSE })
  const world = { url: server.base }
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  try {
    say(`seating ${MEMBERS} members`)
    const table = await seatAll(world)
    const { options, criteria } = await layCards(world, table)
    await table.take('Fay', { type: 'stage.open', stage: StepId.parse('weighing') })
    const random = prng.create(seed)
    const pointsFor = (ids: readonly CardId[]) => Object.fromEntries(ids.map(id => [id, prng.int32(random, 0, 100)]))

    const hold = async ({ kind, answer, shown }: Held) => {
      say(kind)
      const round = RoundId.parse(kind)
      const scale = kind === 'rating' ? ({ scale: 'points' } as const) : {}
      await table.take('Fay', { type: 'round.open', round, kind, anonymity: 'named', ...scale })
      const answers = table.people.map((): MoveRequest => ({ type: 'round.submit', round, answer: answer() }))
      const handing = { url: world.url, board: table.board, people: table.people, answers }
      const answered = await handIn(handing)
      // Only now: whoever answered had a machine of their own. It looks on while they think again, as a page that is open.
      const page = await openPage(browser, world, table)
      await handIn(handing)
      await table.take('Fay', { type: 'round.close', round })
      await table.take('Ana', { type: 'round.release', round })
      await watchFor(page, shown)
      await table.take('Max', { type: 'round.release', round })
      const drawnMs = await page.evaluate(async () => (await globalThis.benchDrawn) ?? Number.NaN)
      await page.context().close()
      return { answered, drawnMs }
    }
    const rating = await hold({
      kind: 'rating',
      answer: () => ({ ratings: Object.fromEntries(options.map(id => [id, pointsFor(criteria)])) }),
      shown: 'Where do we see it differently?',
    })
    const weights = await hold({
      kind: 'weights',
      answer: () => ({ points: pointsFor(criteria) }),
      shown: 'Value to each side',
    })
    return {
      answered: [...rating.answered, ...weights.answered],
      ratingsMs: rating.drawnMs,
      valuesMs: weights.drawnMs,
    }
  } finally {
    await browser.close()
    await server.kill()
  }
}

type Held = { readonly kind: 'rating' | 'weights'; readonly answer: () => Answer; readonly shown: string }

/** Twenty of each side, a co-chair among them, under ground rules that switch points, weights and the map on. */
const seatAll = async (world: Url) => {
  const team = await startTeam(world)
  const ana = await team.seat('Ana', 'co-chair', UNION)
  const max = await team.seat('Max', 'co-chair', MANAGEMENT)
  const people = [ana, max]
  for (let i = people.length; i < MEMBERS; i++) {
    const [side, chair] = i % 2 === 0 ? [UNION, ana] : [MANAGEMENT, max]
    people.push(await team.seat(`Person ${i}`, 'member', side, chair))
  }
  const board = await team.openBoard()
  const chairs = { Fay: team.fay, Ana: ana, Max: max }
  const take = async (who: keyof typeof chairs, request: MoveRequest) => {
    const { status, body } = await move(world, chairs[who], board, request)
    if (status !== 201) throw new Error(`${request.type}: ${JSON.stringify(body)}`)
  }
  await take('Fay', { type: 'rules.propose', rules: { ...NO_RULES, points: true, weights: true, map: true } })
  await take('Ana', { type: 'rules.accept', version: 1 })
  await take('Max', { type: 'rules.accept', version: 1 })
  return { team, board, people, take }
}

type Url = Pick<World, 'url'>
type Table = Awaited<ReturnType<typeof seatAll>>

const layCards = async (world: Url, { board, people }: Table) => {
  const [ana] = people as [Person]
  const screen = openScreen(world, ana, `joint:${board}`)
  await synced(screen)
  const post = (kind: 'option' | 'criterion', i: number) =>
    postCard(screen.doc, {
      ...{ by: ana.member.id, side: ana.member.side, kind },
      text: `${kind === 'option' ? 'Hire at the first of four dates, number' : 'Every post is filled in time, number'} ${i}`,
      pos: { x: 300 * i, y: kind === 'option' ? 0 : 300 },
    })
  const options = Array.from({ length: OPTIONS }, (_, i) => post('option', i))
  const criteria = Array.from({ length: CRITERIA }, (_, i) => post('criterion', i))
  await new Promise<void>(resolve => {
    const watcher = openScreen(world, ana, `joint:${board}`)
    watcher.doc.on('update', () => {
      if (cardsOf(watcher.doc).size < OPTIONS + CRITERIA) return
      watcher.close()
      resolve()
    })
  })
  screen.close()
  return { options, criteria }
}

const openPage = async (browser: Browser, { url }: Url, { team, board }: Table): Promise<Page> => {
  const { token, member } = team.fay
  const link = await call(url, 'returnLink', { token, params: { id: team.team.id, mid: member.id } })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(hearMinutes)
  await page.goto(link.url)
  await page.getByRole('button', { name: /^Continue as/ }).click()
  await page.waitForURL(/\/(team|board)\//)
  await page.goto(`${url}/board/${board}`)
  await page.getByRole('heading', { name: 'How do the options stand' }).waitFor()
  return page
}

/** In the page: notes when its socket of the minutes last brought something, before anything of the page has looked at it. */
const hearMinutes = () => {
  const { WebSocket } = globalThis
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      if (String(url).includes('minutes:'))
        this.addEventListener('message', () => {
          globalThis.benchHeard = performance.now()
        })
    }
  }
}

/** From now on the page looks out for a region of this name; its first look at it is taken in the frame that draws it. */
const watchFor = (page: Page, name: string) =>
  page.evaluate(wanted => {
    globalThis.benchDrawn = new Promise(resolve => {
      const look = () => {
        const region = document.querySelector(`section[aria-label="${wanted}"]`)
        if (region === null) return
        changes.disconnect()
        const heard = globalThis.benchHeard ?? Number.NaN
        new IntersectionObserver((_, drawn) => {
          drawn.disconnect()
          resolve(performance.now() - heard)
        }).observe(region)
      }
      const changes = new MutationObserver(look)
      changes.observe(document.body, { subtree: true, childList: true })
    })
  }, name)

/** In a process of their own, as the people of the other parts. */
const handIn = async (handing: Handing): Promise<readonly number[]> => {
  const child = fork(new URL('./members.ts', import.meta.url))
  process.once('exit', () => child.kill('SIGKILL'))
  const { promise, resolve, reject } = Promise.withResolvers<readonly number[]>()
  child.once('message', latencies => resolve(latencies as readonly number[]))
  child.once('exit', code => reject(new Error(`the members left: ${code}`)))
  child.send(handing)
  return promise
}
