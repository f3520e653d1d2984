import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../server/png.ts'
import { card, main } from './board.ts'
import { buildingOn, countPresses, linesOf, onClipboard, pressesOn } from './building.ts'
import { boardStands, eventually, expectNoComplaints, type House, newSeat, openHouse, type Seat } from './seats.ts'
import { boardOf, focusedName } from './whiteboard.ts'

/** Three people build a board, from the link on, with keys and nothing else: no page is pressed on once. */

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const hasFocus = (of: Locator): Promise<boolean> =>
  of.evaluate(element => element === document.activeElement || element.contains(document.activeElement))
const arrives = (at: Locator) => eventually(() => hasFocus(at)).toBe(true)

/** Through the door, and to the whiteboard by the palette. */
const joined = async (name: string, link: string): Promise<Seat> => {
  const seat = await newSeat(house, { name })
  const { page, context } = seat
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await countPresses(page)
  await page.goto(link)
  await arrives(page.getByRole('textbox', { name: 'Your name' }))
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await boardStands(page)
  await page.keyboard.press('Control+k')
  await arrives(page.getByRole('searchbox', { name: 'Type a few letters' }))
  await page.keyboard.type('show the whiteboard')
  await page.keyboard.press('Enter')
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
  return seat
}

/** Leads to a card by its words; it has the focus then, and the arrows. */
const goTo = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+f')
  await arrives(page.getByRole('searchbox', { name: 'Find on the whiteboard' }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await eventually(() => focusedName(page)).toContain(words)
}

const write = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('n')
  await arrives(page.getByRole('region', { name: 'New card' }))
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await eventually(() => focusedName(page)).toContain(words)
  await page.keyboard.press('Escape')
}

/** Selects these and nothing else, one by one, as far apart as they are. */
const select = async (page: Page, first: string, ...others: string[]): Promise<void> => {
  await goTo(page, first)
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  for (const words of others) {
    await goTo(page, words)
    await page.keyboard.press('Control+Space')
  }
}

const OWN = { una: 'Notice before a change', max: 'A budget that holds', fay: 'What a day costs' }

test('[J102] by keys alone three people add cards, connectors, a frame, a group, a picture and ten lines; all end the same', async () => {
  const { links } = house
  const all = await Promise.all([
    joined('Fay', links.facilitator),
    joined('Una', links.union),
    joined('Max', links.management),
  ])
  const [fay, una, max] = all
  const built = buildingOn(house, boardOf(fay.page))
  await Promise.all([write(una.page, OWN.una), write(max.page, OWN.max), write(fay.page, OWN.fay)])
  for (const words of Object.values(OWN)) await eventually(() => built.countOf(words)).toBe(1)

  // A connector, ten lines and a picture: at once.
  await Promise.all([
    (async () => {
      const { page } = max
      await goTo(page, OWN.max)
      await page.keyboard.press('Shift+C')
      await goTo(page, OWN.una)
      await page.keyboard.press('Enter')
      await page.getByRole('group', { name: 'Selected connection' }).waitFor()
      await page.keyboard.press('Escape')
    })(),
    (async () => {
      const { page } = una
      await onClipboard(page, linesOf('By keys'))
      await page.keyboard.press('Control+v')
      await arrives(page.getByRole('dialog', { name: '10 lines were pasted' }))
      await page.keyboard.press('Enter')
      await eventually(() => focusedName(page)).toContain('By keys, line 1,')
      await page.keyboard.press('Escape')
    })(),
    (async () => {
      const { page } = fay
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('i')])
      await chooser.setFiles({ name: 'map.png', mimeType: 'image/png', buffer: Buffer.from(png(320, 200)) })
      const dialog = page.getByRole('dialog', { name: 'Picture' })
      await arrives(dialog.getByRole('textbox', { name: 'What is to be seen in it (optional)' }))
      await page.keyboard.type('A map of the schools')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Where they are')
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await eventually(() => focusedName(page)).toContain('Where they are')
    })(),
  ])
  await eventually(() => built.areLinked(OWN.max, OWN.una)).toBe(true)
  await eventually(() => built.countOf('By keys, line')).toBe(10)
  await eventually(async () => (await built.one('Where they are')).alt).toBe('A map of the schools')

  // A group of both sides' cards under its heading, and a frame around it, with its title, that takes it along.
  const { page } = fay
  await select(page, OWN.max, OWN.una)
  await page.keyboard.press('Control+g')
  await arrives(page.getByRole('textbox', { name: 'Wording of this card' }))
  await page.keyboard.type('Plain dealing')
  await page.keyboard.press('Escape')
  await eventually(async () => (await built.one(OWN.una)).in).toBe((await built.one('Plain dealing')).id)
  await goTo(page, 'Plain dealing')
  await page.keyboard.press('x')
  await page.keyboard.press('f')
  await page.keyboard.press('Enter')
  await arrives(page.getByRole('textbox', { name: 'Title of this frame' }))
  await page.keyboard.type('For Thursday')
  await page.keyboard.press('Enter')
  await eventually(() => built.framesCalled('For Thursday')).toBe(1)
  const before = [await built.one(OWN.una), await built.one(OWN.max)].map(({ pos }) => pos.y)
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await eventually(async () =>
    [await built.one(OWN.una), await built.one(OWN.max)].map(({ pos }, i) => pos.y - (before[i] ?? 0)),
  ).toEqual([20, 20])

  // What is one's own is moved, sized and worded meanwhile by the others.
  await Promise.all([
    (async () => {
      await goTo(una.page, 'By keys, line 4')
      await una.page.keyboard.press('m')
      for (let i = 0; i < 3; i++) await una.page.keyboard.press('Shift+ArrowRight')
      await una.page.keyboard.press('Enter')
      await una.page.keyboard.press('Alt+Shift+ArrowRight')
    })(),
    (async () => {
      await goTo(max.page, OWN.max)
      await max.page.keyboard.press('Enter')
      await arrives(max.page.getByRole('textbox', { name: 'Wording of this card' }))
      await max.page.keyboard.press('End')
      await max.page.keyboard.type(' in hard years too')
      await max.page.keyboard.press('Escape')
    })(),
  ])
  await eventually(() => built.countOf('A budget that holds in hard years too')).toBe(1)
  await eventually(async () => (await built.one('By keys, line 4')).size?.w).toBe(300)

  // One's own last acts are taken back and done again, and the frame is copied with all that lies on it.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await eventually(async () => (await built.one(OWN.una)).pos.y).toBe(before[0])
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+Shift+z')
  await eventually(async () => (await built.one(OWN.una)).pos.y - (before[0] ?? 0)).toBe(20)
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await eventually(async () => [await built.framesCalled('For Thursday'), await built.countOf(OWN.una)]).toEqual([2, 2])
  await page.keyboard.press('Control+z')
  await eventually(async () => [await built.framesCalled('For Thursday'), await built.countOf(OWN.una)]).toEqual([1, 1])

  await built.converged(...all)
  for (const seat of all) {
    await goTo(seat.page, 'Where they are')
    await card(main(seat.page), 'Picture: A map of the schools').getByRole('img').first().waitFor()
    expect(await pressesOn(seat.page)).toEqual([])
  }
  expectNoComplaints(all)
})
