import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../server/png.ts'
import { card, main } from './board.ts'
import { buildingOn, countPresses, linesOf, onClipboard, pressesOn } from './building.ts'
import {
  boardStands,
  eventually,
  expectNoComplaints,
  type House,
  newSeat,
  openHouse,
  PHONE,
  type Seat,
} from './seats.ts'
import { boardOf, centreOf, type Fingers, fingersOn, pictureAt } from './whiteboard.ts'

/** Three people build a board on phones, from the link on, with their fingers: taps, long presses, swipes, and two at once. */

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

type Hand = Seat & { readonly fingers: Fingers }

/** Through the door, and to the whiteboard by the menu. */
const joined = async (name: string, link: string): Promise<Hand> => {
  // One point a pixel: what is drawn is the same, and drawn sooner.
  const seat = await newSeat(house, { ...PHONE, deviceScaleFactor: 1, name })
  const { page, context } = seat
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await countPresses(page)
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).tap()
  await page.keyboard.type(name)
  await page.getByRole('button', { name: /^Join as/ }).tap()
  await boardStands(page)
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Show the whiteboard' }).tap()
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
  return { ...seat, fingers: await fingersOn(page) }
}

const tool = (page: Page, name: string) => page.getByRole('toolbar', { name: 'Tools' }).getByRole('radio', { name })
const noMenu = (page: Page) => page.getByRole('menu').waitFor({ state: 'detached' })

/** Some phones' browsers tell of a long press themselves, before our own clock does; Chromium's touch emulation does not. */
const tellOfLongPress = (page: Page, { x, y }: { x: number; y: number }): Promise<void> =>
  page.evaluate(
    ([clientX, clientY]) => {
      const how = { bubbles: true, cancelable: true, clientX, clientY, pointerType: 'touch' }
      document.elementFromPoint(clientX, clientY)?.dispatchEvent(new PointerEvent('contextmenu', how))
    },
    [x, y] as const,
  )

/** Something in the menu that a long press opens: of a card, or (a point) of the ground. */
const inMenuOf = async (
  { page, fingers }: Hand,
  of: string | { x: number; y: number },
  item: string | RegExp,
): Promise<void> => {
  const at = typeof of === 'string' ? await centreOf(page, of) : of
  const found = page.getByRole('menuitem', { name: item })
  await fingers.press(at, async () => {
    await tellOfLongPress(page, at)
    await found.waitFor()
  })
  await found.tap()
  await noMenu(page)
}

/** To ground on which nothing lies: swipes until nothing is in sight. */
const toEmptyGround = async ({ page, fingers }: Hand): Promise<void> => {
  const before = await pictureAt(page)
  for (let i = 0; i < 8; i++) await fingers.swipe({ x: 40, y: 620 }, { x: 40, y: 200 })
  expect(await pictureAt(page)).not.toBe(before)
}

const write = async ({ page }: Hand, words: string, at: { x: number; y: number }): Promise<void> => {
  await tool(page, 'New card').tap()
  await page.touchscreen.tap(at.x, at.y)
  const here = page.getByRole('region', { name: 'New card' })
  await here.getByRole('textbox').waitFor()
  await page.keyboard.type(words)
  await here.getByRole('button', { name: 'Post' }).tap()
  await card(main(page), words).waitFor()
  await page.keyboard.press('Escape')
  await here.waitFor({ state: 'detached' })
}

test('[J103] by fingers alone three people on phones add cards, connectors, a frame, ink, a group, a picture and ten lines; all end the same', async () => {
  const { links } = house
  const all = await Promise.all([
    joined('Fay', links.facilitator),
    joined('Una', links.union),
    joined('Max', links.management),
  ])
  const [fay, una, max] = all
  const built = buildingOn(house, boardOf(fay.page))

  // Each on ground of their own; two cards of the facilitator's, above each other.
  await Promise.all(all.map(toEmptyGround))
  await Promise.all([
    (async () => {
      await write(fay, 'Who is asked first', { x: 40, y: 220 })
      await write(fay, 'Who is asked last', { x: 40, y: 420 })
    })(),
    (async () => {
      await onClipboard(una.page, linesOf('By finger'))
      await inMenuOf(una, { x: 330, y: 300 }, /^Paste/)
      await una.page.getByRole('button', { name: 'Post 10 cards' }).tap()
      await eventually(() => built.countOf('By finger, line')).toBe(10)
    })(),
    (async () => {
      const button = max.page.getByRole('button', { name: 'Add a picture' })
      const [chooser] = await Promise.all([max.page.waitForEvent('filechooser'), button.tap()])
      await chooser.setFiles({ name: 'map.png', mimeType: 'image/png', buffer: Buffer.from(png(320, 200)) })
      const dialog = max.page.getByRole('dialog', { name: 'Picture' })
      await dialog.getByRole('textbox', { name: 'Words on the card (optional)' }).tap()
      await max.page.keyboard.type('Where they are')
      await dialog.getByRole('button', { name: 'Post' }).tap()
      await eventually(() => built.countOf('Where they are')).toBe(1)
    })(),
  ])

  // A connector by the menu and a tap, a connector by the tool and a swipe.
  const { page, fingers } = fay
  await inMenuOf(fay, 'Who is asked first', /^Connect to/)
  const { x, y } = await centreOf(page, 'Who is asked last')
  await page.touchscreen.tap(x, y)
  await eventually(() => built.areLinked('Who is asked first', 'Who is asked last')).toBe(true)

  // Two are selected, the second as well by its menu; one group, under its heading.
  await page.getByRole('group', { name: 'Selected connection' }).waitFor()
  const first = await centreOf(page, 'Who is asked first')
  await page.touchscreen.tap(first.x, first.y)
  await inMenuOf(fay, 'Who is asked last', /^Select as well/)
  await inMenuOf(fay, 'Who is asked last', /^Group/)
  await page.getByRole('textbox', { name: 'Wording of this card' }).waitFor()
  await page.keyboard.type('The order')
  await page.keyboard.press('Escape')
  await eventually(async () => [
    (await built.one('Who is asked first')).in,
    (await built.one('Who is asked last')).in,
  ]).toEqual(Array(2).fill((await built.one('The order')).id))

  // Two fingers come nearer and further; what one began lets go.
  const near = await pictureAt(page)
  await fingers.pinch({ x: 195, y: 420 }, { from: 240, to: 130 })
  await eventually(() => pictureAt(page)).not.toBe(near)

  // A frame by a swipe with its tool, and its title; ink by the pen, and nothing of it with two fingers.
  await tool(page, 'Frame').tap()
  await fingers.swipe({ x: 20, y: 560 }, { x: 360, y: 690 })
  await page.getByRole('textbox', { name: 'Title of this frame' }).waitFor()
  await page.keyboard.type('By hand')
  await page.keyboard.press('Enter')
  await eventually(() => built.framesCalled('By hand')).toBe(1)
  await tool(page, 'Pen').tap()
  await fingers.swipe({ x: 60, y: 600 }, { x: 300, y: 650 })
  await eventually(() => built.inks()).toBe(1)
  await fingers.pinch({ x: 195, y: 420 }, { from: 130, to: 200 })
  expect(await built.inks()).toBe(1)
  await tool(page, 'Select').tap()

  // A card of one's own follows the finger once it is selected; before that the finger moves the picture.
  const his = await built.one('Where they are')
  const at = await centreOf(max.page, 'Where they are')
  await max.page.touchscreen.tap(at.x, at.y)
  await max.fingers.swipe(at, { x: at.x, y: at.y + 120 })
  await eventually(async () => (await built.one('Where they are')).pos.y - his.pos.y).toBeGreaterThan(60)

  await built.converged(...all)
  for (const seat of all) expect(await pressesOn(seat.page)).toEqual(['touch'])
  expectNoComplaints(all)
})
