import { join } from 'node:path'
import { SideId } from '@jointly/board'
import { type Browser, chromium, type Page } from 'playwright-core'
import { BROWSER_ARGS, findBrowser, INSTALL_BROWSER } from '../../browser.ts'
import { call, move, startTeam, startWorld } from '../../world.ts'
import { LARGE, type Load, layLarge } from './board.ts'
import { type Frames, framesOf } from './frames.ts'
import { busyOthers } from './others.ts'

/** Milliseconds from the page's script until cards stand on the screen, and frames while things are done. */
export type CanvasResult = { readonly readyMs: number } & Readonly<Record<'pan' | 'farPan' | 'zoom' | 'drag', Frames>>

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')
const OTHERS = 10
const SCREEN = { width: 1440, height: 900 }

/** The whiteboard of a large board in a production build and a real browser, while others type and drag on it. */
export const measureCanvas = async ({
  clientDir = CLIENT,
  load = LARGE,
  say = () => {},
}: {
  clientDir?: string
  load?: Load
  say?: (step: string) => void
} = {}): Promise<CanvasResult> => {
  const executablePath = findBrowser()
  if (executablePath === null)
    throw new Error(`There is no browser to measure with. This brings one: ${INSTALL_BROWSER}`)
  const world = await startWorld({ clientDir })
  const team = await startTeam(world)
  const board = await team.openBoard()
  const people = await Promise.all(
    Array.from({ length: OTHERS }, (_, i) => team.seat(`Person ${i}`, 'member', i % 2 === 0 ? UNION : MANAGEMENT)),
  )
  say('laying the board')
  await layLarge(world, people, board, load)
  // So that any card can be dragged.
  await move(world, team.fay, board, { type: 'layout.unlock' })
  const { invitation } = await call(world.url, 'invite', {
    token: team.fay.token,
    params: { id: team.team.id },
    body: { role: 'member', side: UNION },
  })
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  try {
    return await measureIn(browser, {
      url: world.url,
      code: invitation.code,
      board,
      say,
      busy: () => busyOthers({ url: world.url, board, people }),
    })
  } finally {
    await browser.close()
    await world.stop()
  }
}

export const CLIENT = join(import.meta.dirname, '../../../client/dist')

type At = { url: string; code: string; board: string; busy: () => Promise<() => void>; say: (step: string) => void }

const measureIn = async (browser: Browser, { url, code, board, busy, say }: At): Promise<CanvasResult> => {
  const page = await browser.newPage({ viewport: SCREEN })
  await page.addInitScript(() => localStorage.setItem('jointly.face', 'whiteboard'))
  await page.goto(`${url}/join/${code}`)
  await page.locator('input').first().fill('Ana')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/(team|board)\//)
  await page.goto(`${url}/board/${board}`)
  await page.waitForSelector('[data-card]')
  say('opening the board again')
  const readyMs = await readyAfterReload(page)
  const stop = await busy()
  await page.waitForTimeout(1_000)
  say('panning')
  const pan = await framesOf(page, () => wheel(page, { by: [40, 24], times: 150 }))
  say('dragging')
  const drag = await framesOf(page, () => dragCard(page))
  say('zooming')
  const zoom = await framesOf(page, async () => {
    await zoomBy(page, { by: 24, times: 60 })
    await zoomBy(page, { by: -24, times: 60 })
  })
  say('zooming far out')
  await zoomTo(page, 0.3)
  await page.waitForTimeout(600)
  say('panning far out')
  const farPan = await framesOf(page, () => wheel(page, { by: [-24, -16], times: 150 }))
  stop()
  return { readyMs, pan, farPan, zoom, drag }
}

/** From the moment at which the page's first script was there until cards had been drawn for a frame. */
const readyAfterReload = async (page: Page): Promise<number> => {
  await page.evaluate(() => sessionStorage.clear())
  await page.reload({ waitUntil: 'commit' })
  await page.waitForSelector('[data-card]')
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const drawn = performance.getEntriesByName('jointly:whiteboard')[0]?.startTime ?? performance.now()
        const script = performance
          .getEntriesByType('resource')
          .find(entry => /\/assets\/index-.*\.js$/.test(entry.name)) as PerformanceResourceTiming
        resolve(drawn - script.responseEnd)
      }),
  )
}

const MIDDLE = { x: SCREEN.width / 2, y: SCREEN.height / 2 + 40 }

const wheel = async (page: Page, { by: [x, y], times }: { by: readonly [number, number]; times: number }) => {
  await page.mouse.move(MIDDLE.x, MIDDLE.y)
  for (let i = 0; i < times; i++) await page.mouse.wheel(i % 100 < 50 ? x : -x, i % 50 < 25 ? y : -y)
}

const zoomBy = async (page: Page, { by, times }: { by: number; times: number }) => {
  await page.keyboard.down('Control')
  for (let i = 0; i < times; i++) await page.mouse.wheel(0, by)
  await page.keyboard.up('Control')
}

const zoomNow = (page: Page) =>
  page.evaluate(() =>
    Number(
      /scale\(([\d.]+)\)/.exec(
        document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '',
      )?.[1],
    ),
  )

const zoomTo = async (page: Page, wanted: number) => {
  for (let i = 0; i < 200 && (await zoomNow(page)) > wanted; i++) await zoomBy(page, { by: 10, times: 1 })
}

const dragCard = async (page: Page) => {
  const id = await page.evaluate(() => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')]
    const near = cards.find(card => {
      const { left, top, right, bottom } = card.getBoundingClientRect()
      return left > 300 && top > 250 && right < 1100 && bottom < 700
    })
    return near?.id ?? ''
  })
  const box = await page.locator(`#${id}`).boundingBox()
  if (box === null) throw new Error('no card is in sight to be dragged')
  await page.mouse.move(box.x + 60, box.y + 20)
  await page.mouse.down()
  for (let i = 0; i < 150; i++)
    await page.mouse.move(box.x + 60 + 200 * Math.sin(i / 20), box.y + 20 + 120 * Math.sin(i / 13))
  await page.mouse.up()
}
