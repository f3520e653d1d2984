import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, main } from './board.ts'
import { eventually, expectNoComplaints, type House, openHouse, PHONE, type Seat, sitDown } from './seats.ts'
import {
  boardAt,
  boardOf,
  cardsWith,
  drag,
  findCard,
  fingersOn,
  focusedName,
  pasteAt,
  pasteText,
  placeOf,
  showWhiteboard,
} from './whiteboard.ts'

/** What a drag becomes on the whiteboard, by mouse and by finger. */

let house: House
let max: Seat

beforeAll(async () => {
  house = await openHouse()
  max = await sitDown(house, { link: house.links.management, name: 'Max' })
  await showWhiteboard(max.page)
})
afterAll(() => house.close())

const standing = (words: string) => cardsWith(house, boardOf(max.page), words)

test('[J38] a connector dropped on empty ground makes a connected card, and Tab at the end of a card starts the next', async () => {
  const { page } = max
  const from = 'A pool of retired colleagues'
  await pasteAt(page, from, { x: 420, y: 500 })
  const { x, y, w } = await placeOf(page, from)
  await drag(page, { x: x + w / 2, y }, { x: x + w / 2, y: y - 180 })
  const here = page.getByRole('region', { name: 'New card' })
  await here.waitFor()
  await page.keyboard.type('Who would ask them')
  await page.keyboard.press('Enter')
  await eventually(async () => (await standing('Who would ask them')).length).toBe(1)
  await page.keyboard.press('Escape')
  const [asked] = await standing('Who would ask them')
  const [pool] = await standing(from)
  const { links } = await boardAt(house, boardOf(page))
  expect(links.map(link => [link.from, link.to])).toContainEqual([pool?.id, asked?.id])

  await eventually(() => focusedName(page)).toContain('Who would ask them')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Wording of this card' }).waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  await here.waitFor()
  await page.keyboard.press('Escape')
  expectNoComplaints([max])
})

test('[J39] what is dragged to the edge takes the picture along', async () => {
  const { page } = max
  const words = 'Who would ask them'
  await findCard(page, words)
  const [before] = await standing(words)
  const { x, y } = await placeOf(page, words)
  await page.mouse.move(x + 100, y + 20)
  await page.mouse.down()
  await page.mouse.move(1200, 400, { steps: 5 })
  await page.mouse.move(1436, 400, { steps: 3 })
  const across = 1436 - x - 100
  // Held at the edge it goes on: further than the hand went.
  await eventually(async () => {
    const now = await card(main(page), words).evaluate(element => new DOMMatrix(getComputedStyle(element).transform).e)
    return now - (before?.pos.x ?? 0) > across + 400
  }).toBe(true)
  await page.mouse.up()
  await eventually(async () => ((await standing(words))[0]?.pos.x ?? 0) - (before?.pos.x ?? 0) > across + 400).toBe(
    true,
  )
  expectNoComplaints([max])
})

test('[J39] on a phone a long press opens the menu, and a selected card of one’s own follows the finger', async () => {
  const pia = await sitDown(house, { ...PHONE, link: house.links.union, name: 'Pia' })
  const { page } = pia
  await page.evaluate(() => localStorage.setItem('jointly.face', 'whiteboard'))
  await page.reload()
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
  const words = 'A quiet room to prepare'
  await pasteText(page, words)
  await card(main(page), words).waitFor()
  const fingers = await fingersOn(page)
  const onCard = async () => {
    const { x, y } = await placeOf(page, words)
    return { x: x + 60, y: y + 24 }
  }
  await fingers.press(await onCard(), () => page.getByRole('menuitem', { name: /^Copy link/ }).waitFor())
  await page.getByRole('menu', { name: 'What can be done' }).press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  const [before] = await standing(words)
  const from = await onCard()
  await fingers.swipe(from, { x: from.x + 45, y: from.y + 90 })
  await eventually(async () => ((await standing(words))[0]?.pos.y ?? 0) - (before?.pos.y ?? 0) > 40).toBe(true)
  expectNoComplaints([pia])
})
