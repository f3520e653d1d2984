import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, main } from './board.ts'
import { boardStands, eventually, expectNoComplaints, type House, openHouse, type Seat, sitDown } from './seats.ts'
import {
  boardOf,
  cardsWith,
  describePicture,
  findCard,
  focusedName,
  pasteAt,
  pastePicture,
  showWhiteboard,
} from './whiteboard.ts'

/** What one finds on the whiteboard: cards, commands, and what is to be known of what one selected. */

let house: House
let una: Seat
let max: Seat

/** Max's, connected with each other. */
const [first, second] = ['A pool of retired colleagues', 'Pilot in ten schools first'] as const

beforeAll(async () => {
  house = await openHouse()
  una = await sitDown(house, { link: house.links.union, name: 'Una' })
  max = await sitDown(house, { link: house.links.management, name: 'Max' })
  for (const { page } of [una, max]) await showWhiteboard(page)
  await una.page.mouse.move(700, 200)
  await pastePicture(una.page)
  await describePicture(una.page, { words: 'Mondays are the hardest', alt: 'Absences by weekday' })
  await pasteAt(max.page, first, { x: 420, y: 300 })
  await pasteAt(max.page, second, { x: 860, y: 300 })
  await max.page.keyboard.press('Shift+C')
  await card(main(max.page), first).click()
  await max.page.getByRole('group', { name: 'Selected connection' }).waitFor()
})
afterAll(() => house.close())

test('[J56] search finds by words, author, side and kind, goes from one to the next and gives the focus back', async () => {
  const { page } = una
  await page.locator('#board').focus()
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find on the whiteboard' })
  await eventually(() => field.evaluate(element => element === document.activeElement)).toBe(true)
  const bar = page.getByRole('search')
  for (const words of ['mondays hardest', 'weekday', 'una mondays', "teachers' association mondays"]) {
    await field.fill(words)
    await bar.getByText('1 found').waitFor()
  }
  await field.fill('interest max')
  await bar.getByText(/^\d+ found$/).waitFor()
  await page.keyboard.press('Enter')
  await bar.getByText(/^1 of \d+$/).waitFor()
  await page.keyboard.press('Enter')
  await bar.getByText(/^2 of \d+$/).waitFor()
  await page.keyboard.press('Shift+Enter')
  await bar.getByText(/^1 of \d+$/).waitFor()
  await page.keyboard.press('Escape')
  await eventually(() => focusedName(page)).toMatch(/^Interest by Max/)
  expect(await bar.count()).toBe(0)
  expectNoComplaints([una])
})

test('[J57] a link to a card leads to it on the whiteboard, also from afar and into a page that opens with it', async () => {
  const { page } = una
  const [found] = await cardsWith(house, boardOf(page), 'Mondays are the hardest')
  const hash = `#card=${found?.id}`
  await page.evaluate(to => {
    location.hash = to
  }, hash)
  await eventually(() => focusedName(page)).toContain('Mondays are the hardest')
  await page.getByRole('radio', { name: 'Whiteboard', checked: true }).waitFor()
  const address = new URL(page.url())
  await page.goto('about:blank')
  await page.goto(`${address.origin}${address.pathname}${address.search}${hash}`)
  await boardStands(page)
  await page.getByRole('radio', { name: 'Whiteboard', checked: true }).waitFor()
  await eventually(() => focusedName(page)).toContain('Mondays are the hardest')
  await eventually(
    async () => (await card(main(page), 'Mondays are the hardest').boundingBox())?.x ?? -1,
  ).toBeGreaterThan(0)
  expectNoComplaints([una])
})

test('[J58] palette and key sheet show the whiteboard’s tools and commands, and letters that are off', async () => {
  const { page } = una
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Type a few letters' }).fill('eraser')
  await page.getByRole('menuitem', { name: /^Eraser/ }).waitFor()
  await page.getByRole('searchbox', { name: 'Type a few letters' }).fill('write a new card')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'New card' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Whiteboard', checked: true }).waitFor()
  await page.locator('#board').focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByRole('heading', { name: 'Whiteboard: tools' }).waitFor()
  await sheet.getByText('Single letters are keys').click()
  expect(await sheet.getByText('single letters are off').count()).toBeGreaterThan(5)
  await page.keyboard.press('Escape')
  await page.locator('#board').focus()
  await page.keyboard.press('n')
  expect(await page.getByRole('region', { name: 'New card' }).count()).toBe(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Type a few letters' }).fill('show the keys')
  await page.keyboard.press('Enter')
  await sheet.getByText('Single letters are keys').click()
  await page.keyboard.press('Escape')
  expectNoComplaints([una])
})

test('[J59] the panel says what is selected, with its connections, and never takes the focus', async () => {
  const { page } = max
  await findCard(page, first)
  await page.keyboard.press('Alt+Enter')
  const panel = page.getByRole('region', { name: 'What is selected' })
  await panel.getByRole('list', { name: 'Connections' }).getByText(second).waitFor()
  expect(await focusedName(page)).toContain(first)
  await panel.getByRole('button', { name: `Take away the connection to “${second}”` }).click()
  await panel.getByRole('list', { name: 'Connections' }).waitFor({ state: 'detached' })
  await page.locator('#board').focus()
  await page.keyboard.press('Control+z')
  await panel.getByRole('list', { name: 'Connections' }).getByText(second).waitFor()
  await page.keyboard.press('Control+a')
  await panel.getByRole('heading', { name: /\d+ things selected/ }).waitFor()
  await panel.getByRole('button', { name: 'Hide' }).click()
  expect(await panel.count()).toBe(0)
  expectNoComplaints([max])
})
