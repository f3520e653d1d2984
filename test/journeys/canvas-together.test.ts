import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, main, saved, saveState } from './board.ts'
import { buildingOn, linesOf } from './building.ts'
import { shellIsKept } from './copies.ts'
import {
  boardStands,
  CUT_LINE,
  eventually,
  expectNoComplaints,
  type House,
  openHouse,
  type Seat,
  sitDown,
} from './seats.ts'
import {
  boardOf,
  centreOf,
  drag,
  findCard,
  pastePicture,
  pasteText,
  pictureAt,
  placeOf,
  showWhiteboard,
} from './whiteboard.ts'

/** Three people build a board at the same time, by hand and without a line; all of them end with the same. */

let house: House
let built: ReturnType<typeof buildingOn>
let fay: Seat
let una: Seat
let max: Seat
const all = () => [fay, una, max]

beforeAll(async () => {
  house = await openHouse()
  fay = await sitDown(house, { link: house.links.facilitator, name: 'Fay' })
  una = await sitDown(house, { link: house.links.union, name: 'Una' })
  max = await sitDown(house, { link: house.links.management, name: 'Max' })
  built = buildingOn(house, boardOf(fay.page))
  for (const { page } of all()) await showWhiteboard(page)
})
afterAll(() => house.close())

/** Everybody looks at a part of the board on which nothing lies yet. */
const toEmptyGround = async (by: number): Promise<void> => {
  const { page } = fay
  await page.locator('#board').focus()
  await page.keyboard.press('Shift+Digit0')
  const before = await pictureAt(page)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, by)
  await eventually(() => pictureAt(page)).not.toBe(before)
  await page.getByRole('button', { name: 'Bring everyone here' }).click()
  // Within a pixel: what others see of where one looks are whole numbers.
  const [, across, down] = numbersIn(await pictureAt(page))
  for (const seat of [una, max])
    await eventually(async () => {
      const [, x, y] = numbersIn(await pictureAt(seat.page))
      return Math.hypot(Number(x) - Number(across), Number(y) - Number(down)) < 2
    }).toBe(true)
}
const numbersIn = (transform: string): string[] => /([-\d.]+)px, ([-\d.]+)px/.exec(transform)?.slice() ?? []

const describePicture = async (page: Page, words: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: 'Picture' })
  await dialog.getByRole('textbox', { name: 'Words on the card (optional)' }).fill(words)
  await dialog.getByRole('button', { name: 'Post' }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('[J100] three people build a board by hand at the same time, and all documents end the same', async () => {
  await toEmptyGround(4_000)
  const write = async ({ page }: Seat, words: string, x: number) => {
    await page.mouse.dblclick(x, 300)
    await page.getByRole('region', { name: 'New card' }).waitFor()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  await Promise.all([write(una, 'Fair cover', 180), write(max, 'Known costs', 560), write(fay, 'A shared pool', 940)])
  for (const { page } of all())
    for (const words of ['Fair cover', 'Known costs', 'A shared pool']) await card(main(page), words).waitFor()

  // A connector by its dot, a connector by its tool, a frame around all three: at once.
  await Promise.all([
    (async () => {
      const { page } = max
      await card(main(page), 'Known costs').click()
      const { x, y, w, h } = await placeOf(page, 'Known costs')
      await drag(page, { x: x + w + 3, y: y + h / 2 }, await centreOf(page, 'A shared pool'))
    })(),
    (async () => {
      await una.page.getByRole('radio', { name: 'Connect two cards' }).click()
      await drag(una.page, await centreOf(una.page, 'Fair cover'), await centreOf(una.page, 'Known costs'))
    })(),
    (async () => {
      await fay.page.getByRole('radio', { name: 'Frame' }).click()
      await drag(fay.page, { x: 120, y: 250 }, { x: 1_300, y: 520 })
      await fay.page.keyboard.type('Cover')
      await fay.page.keyboard.press('Enter')
    })(),
  ])
  await eventually(() => built.areLinked('Known costs', 'A shared pool')).toBe(true)
  await eventually(() => built.areLinked('Fair cover', 'Known costs')).toBe(true)
  await eventually(() => built.framesCalled('Cover')).toBe(1)

  // Ink, a picture and ten lines: at once.
  const strokes = await built.inks()
  await Promise.all([
    (async () => {
      await fay.page.getByRole('radio', { name: 'Pen' }).click()
      await drag(fay.page, { x: 150, y: 560 }, { x: 420, y: 600 })
      await fay.page.getByRole('radio', { name: 'Select' }).click()
    })(),
    (async () => {
      await max.page.mouse.move(1_000, 640)
      await pastePicture(max.page)
      await describePicture(max.page, 'A map of the schools')
    })(),
    (async () => {
      await una.page.mouse.move(480, 560)
      await pasteText(una.page, linesOf('By hand'))
      await una.page.getByRole('button', { name: 'Post 10 cards' }).click()
    })(),
  ])
  await eventually(() => built.countOf('By hand, line')).toBe(10)
  await eventually(() => built.inks()).toBe(strokes + 1)
  await eventually(async () => (await built.one('A map of the schools')).image !== undefined).toBe(true)

  // A group of both sides' cards, while both move their own.
  const before = await built.one('Fair cover')
  await Promise.all([
    (async () => {
      await fay.page.keyboard.press('Escape')
      await card(main(fay.page), 'Known costs').click()
      await card(main(fay.page), 'A shared pool').click({ modifiers: ['Shift'] })
      await card(main(fay.page), 'A shared pool').click({ button: 'right' })
      await fay.page.getByRole('menuitem', { name: /^Group/ }).click()
      await fay.page.getByRole('textbox', { name: 'Wording of this card' }).waitFor()
      await fay.page.keyboard.type('What it costs')
      await fay.page.keyboard.press('Escape')
    })(),
    (async () => {
      const { page } = una
      await page.keyboard.press('Escape')
      const from = await centreOf(page, 'Fair cover')
      await drag(page, from, { x: from.x + 37, y: from.y + 90 })
    })(),
    (async () => {
      const { page } = max
      await page.keyboard.press('Escape')
      const from = await centreOf(page, 'A map of the schools')
      await drag(page, from, { x: from.x - 60, y: from.y + 20 })
    })(),
  ])
  await eventually(async () => (await built.one('Fair cover')).pos.y - before.pos.y).toBeGreaterThan(60)
  await eventually(async () => (await built.one('Known costs')).in).toBe((await built.one('What it costs')).id)
  expect(await Promise.all(['Fair cover', 'Known costs', 'A shared pool', 'What it costs'].map(built.countOf))).toEqual(
    [1, 1, 1, 1],
  )
  await built.converged(...all())
  expectNoComplaints(all())
})

const cutOff = async ({ context, page }: Seat): Promise<void> => {
  await context.setOffline(true)
  house.pull(new URL(page.url()).searchParams.get('as') ?? '')
  await eventually(() => saveState(page).innerText()).toMatch(/^Offline/)
}
const reloaded = async (page: Page): Promise<void> => {
  await page.reload()
  await boardStands(page)
  await showWhiteboard(page)
}
/** So many tens of pixels further down, by keys: where the picture stands does not matter. */
const moveDown = async (page: Page, words: string, tens: number): Promise<void> => {
  await findCard(page, words)
  await page.keyboard.press('m')
  for (let i = 0; i < tens; i++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

test('[J101] one moves cards without a line, twice, with a reload in each stretch: nothing is lost and nothing doubled', async () => {
  const { page, context } = una
  const [first, second] = ['Offline stays one', 'Offline stays two']
  await page.locator('#board').focus()
  await page.keyboard.press('Escape')
  for (const words of [first, second]) await pasteText(page, words)
  await eventually(async () => (await Promise.all([first, second].map(built.countOf))).join()).toBe('1,1')
  await saved(page)
  await shellIsKept(page)
  const before = [await built.one(first), await built.one(second)].map(({ pos }) => pos.y)
  const cards = (await built.view()).cards.length

  for (const stretch of [1, 2]) {
    await cutOff(una)
    await moveDown(page, first, 3)
    await reloaded(page)
    await moveDown(page, second, 2)
    // Meanwhile the others go on, with the same cards too.
    const words = `Meanwhile, stretch ${stretch}`
    await pasteText(max.page, words)
    await moveDown(fay.page, first, 1)
    await eventually(() => built.countOf(words)).toBe(1)
    expect(await saveState(page).innerText()).toMatch(/^Offline, \d+ changes? waits?$/)
    await context.setOffline(false)
    await saved(page)
  }
  expect(await page.getByRole('region', { name: /not kept/ }).count()).toBe(0)
  await built.converged(...all())
  expect((await built.view()).cards.length).toBe(cards + 2)
  expect(await Promise.all([first, second].map(built.countOf))).toEqual([1, 1])
  // What she alone moved is where she moved it; what two moved at once is where one of them did.
  const after = [await built.one(first), await built.one(second)].map(({ pos }) => pos.y)
  expect((after[1] ?? 0) - (before[1] ?? 0)).toBe(40)
  expect((after[0] ?? 0) - (before[0] ?? 0)).toBeGreaterThan(0)
  expectNoComplaints(all(), CUT_LINE)
})
