import { type BoardId, SideId } from '@jointly/board'
import { type Browser, chromium, type Page } from 'playwright-core'
import { BROWSER_ARGS, findBrowser } from '../../browser.ts'
import { call, startTeam } from '../../world.ts'
import { startServer } from '../servers/process.ts'
import { layLarge } from './board.ts'
import { HOUSE } from './house.ts'
import { busyOthers } from './others.ts'

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')
const OTHERS = 18
const CARDS = { cards: 180, words: 30, links: 60 }
const KEYS = 120
const EVERY_MS = 90

declare global {
  var benchKeys: number[] | undefined
  var benchShown: number[] | undefined
}

/**
 * How long each of a person's keystrokes takes until another person's browser has drawn it, in milliseconds: two browsers
 * of their own over a real server, with 18 others on the same board, so many of whom type and drag. Both read the machine's
 * one clock.
 */
export const measureKeystrokes = async (busy: number, say: (step: string) => void): Promise<readonly number[]> => {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('there is no browser')
  const server = await startServer({ file: HOUSE })
  const world = { url: server.base }
  const team = await startTeam(world)
  const board = await team.openBoard()
  const people = await Promise.all(
    Array.from({ length: OTHERS }, (_, i) => team.seat(`Person ${i}`, 'member', i % 2 === 0 ? UNION : MANAGEMENT)),
  )
  say('laying the board')
  await layLarge(world, people.slice(0, 6), board, CARDS)
  const browsers = await Promise.all([0, 1].map(() => chromium.launch({ executablePath, args: BROWSER_ARGS })))
  try {
    const enter = async (browser: Browser | undefined, name: string): Promise<Page> => {
      const { invitation } = await call(world.url, 'invite', {
        token: team.fay.token,
        params: { id: team.team.id },
        body: { role: 'member', side: UNION },
      })
      return enterBoard(browser, { url: world.url, code: invitation.code, board, name })
    }
    const [writer, reader] = [await enter(browsers[0], 'Ana'), await enter(browsers[1], 'Ben')]
    const stop = await busyOthers({ url: world.url, board, people, busy })
    say(`typing, ${busy} others busy`)
    const latencies = await typeAndWatch(writer, reader)
    stop()
    return latencies
  } finally {
    await Promise.all(browsers.map(browser => browser.close()))
    await server.kill()
  }
}

type Seat = { readonly url: string; readonly code: string; readonly board: BoardId; readonly name: string }

const enterBoard = async (browser: Browser | undefined, { url, code, board, name }: Seat): Promise<Page> => {
  if (browser === undefined) throw new Error('there is no browser')
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(() => localStorage.setItem('jointly.face', 'stage'))
  await page.goto(`${url}/join/${code}`)
  await page.locator('input').first().fill(name)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/(team|board)\//)
  await page.goto(`${url}/board/${board}`)
  return page
}

const SIGN = 'Ana types here:'
const BEGINNING = 'o'.repeat(30)

const typeAndWatch = async (writer: Page, reader: Page): Promise<readonly number[]> => {
  await writer.getByRole('button', { name: /^Interests/ }).click()
  await reader.getByRole('button', { name: /^Interests/ }).click()
  const composer = writer.getByRole('textbox', { name: /^Add an? / })
  await composer.click()
  await writer.keyboard.type(SIGN)
  await writer.keyboard.press('Enter')
  const [own, seen] = [writer, reader].map(page => page.getByRole('article', { name: SIGN }))
  await seen?.waitFor()
  await own?.focus()
  await own?.press('Enter')
  await own?.getByRole('textbox').waitFor()
  // Nobody begins in the very second in which the page came: what it fetches after that is there, and its code is warm.
  await Promise.all([writer, reader].map(page => page.waitForLoadState('networkidle')))
  await writer.keyboard.type(BEGINNING, { delay: EVERY_MS })
  await reader
    .getByText(SIGN + BEGINNING)
    .first()
    .waitFor()
  const length = (await seen?.locator('p').first().innerText())?.length ?? 0
  await seen?.evaluate((article, start) => {
    const shown: number[] = []
    globalThis.benchShown = shown
    const see = () => {
      const letters = (article.querySelector('p')?.textContent?.length ?? 0) - start
      // Its first look is taken in the frame that draws what has changed, once all of that is laid out, and told after it.
      new IntersectionObserver((_, observer) => {
        observer.disconnect()
        const now = performance.timeOrigin + performance.now()
        while (shown.length < letters) shown.push(now)
      }).observe(article)
    }
    new MutationObserver(see).observe(article, { subtree: true, characterData: true, childList: true })
  }, length)
  await writer.evaluate(() => {
    const keys: number[] = []
    globalThis.benchKeys = keys
    addEventListener('keydown', ({ timeStamp }) => keys.push(performance.timeOrigin + timeStamp), { capture: true })
  })
  for (let i = 0; i < KEYS; i++) {
    await writer.keyboard.press('o')
    await writer.waitForTimeout(EVERY_MS)
  }
  await reader.waitForFunction(keys => (globalThis.benchShown?.length ?? 0) >= keys, KEYS)
  const pressed = await writer.evaluate(() => globalThis.benchKeys ?? [])
  const shown = await reader.evaluate(() => globalThis.benchShown ?? [])
  return pressed.slice(0, KEYS).map((at, i) => (shown[i] ?? Number.NaN) - at)
}
