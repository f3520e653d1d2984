import type { BoardId } from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, main, saved, showList } from './board.ts'
import { onClipboard } from './building.ts'
import { boardStands, eventually, expectNoComplaints, type House, openHouse, type Seat, sitDown } from './seats.ts'
import {
  boardAt,
  boardOf,
  cardsWith,
  drag,
  findCard,
  pasteAt,
  pictureAt,
  placeOf,
  showWhiteboard,
} from './whiteboard.ts'

/** What comes in and goes out of the whiteboard, over Chromium's own clipboard. */

let house: House
let una: Seat
let max: Seat

beforeAll(async () => {
  house = await openHouse()
  una = await sitDown(house, { link: house.links.union, name: 'Una' })
  max = await sitDown(house, { link: house.links.management, name: 'Max' })
  for (const { context, page } of [una, max]) {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await showWhiteboard(page)
  }
})
afterAll(() => house.close())

const standing = (words: string) => cardsWith(house, boardOf(una.page), words)
const countOf = async (words: string): Promise<number> => (await standing(words)).length
const said = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Notices' }).getByText(words).waitFor()
const undo = (page: Page) => page.keyboard.press('Control+z')

const LINES = Array.from({ length: 10 }, (_, i) => `- Cover for lesson ${i + 1} is found before eight`).join('\n')

test('[J50] ten lines pasted where one points become ten cards for everybody, and one undo puts them away', async () => {
  const { page } = una
  await page.mouse.move(300, 700)
  await onClipboard(page, LINES)
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog', { name: '10 lines were pasted' })
  await dialog.getByRole('list', { name: 'The cards as they will be' }).waitFor()
  expect(await dialog.getByRole('listitem').count()).toBe(10)
  await dialog.getByRole('button', { name: 'Post 10 cards' }).click()
  await said(page, '10 cards pasted, under your name.')
  await eventually(() => countOf('Cover for lesson')).toBe(10)
  // Ten places, beginning where the pointer was.
  const cards = await standing('Cover for lesson')
  expect(new Set(cards.map(({ pos }) => `${pos.x} ${pos.y}`)).size).toBe(10)
  const box = await card(main(page), 'Cover for lesson 1 is').boundingBox()
  expect(Math.abs((box?.x ?? 0) - 300) < 3).toBe(true)
  await showList(max.page)
  await eventually(() => card(main(max.page), 'Cover for lesson').count()).toBe(10)
  await undo(page)
  await eventually(() => countOf('Cover for lesson')).toBe(0)
  await eventually(() => card(main(max.page), 'Cover for lesson').count()).toBe(0)
  await showWhiteboard(max.page)
  expectNoComplaints([una, max])
})

test('[J50] the same by keyboard alone: without a place they stand in the zone of their kind', async () => {
  const { page } = una
  await page.mouse.move(2, 2)
  await onClipboard(page, LINES)
  await page.locator('#board').focus()
  await page.keyboard.press('Control+v')
  await page.getByRole('dialog', { name: '10 lines were pasted' }).waitFor()
  await page.keyboard.press('Enter')
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toContain(
    'Cover for lesson 1 is',
  )
  await eventually(() => countOf('Cover for lesson')).toBe(10)
  await page.keyboard.press('Escape')
  await undo(page)
  await eventually(() => countOf('Cover for lesson')).toBe(0)
  expectNoComplaints([una, max])
})

test('[J53] the rows of a spreadsheet become a card each, the headings left out', async () => {
  const { page } = una
  await page.mouse.move(500, 500)
  const rows = [
    ['Need', 'School'],
    ['Rest between lessons', 'Mildred Avenue'],
    ['A room for parents', ''],
  ]
  const html = `<table>${rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
  await onClipboard(page, rows.map(cells => cells.join('\t')).join('\n'), html)
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog', { name: '3 rows were pasted' })
  await dialog.getByText('Leave out the first row: it holds headings').click()
  await dialog.getByRole('button', { name: 'Post 2 cards' }).click()
  await eventually(() => countOf('Rest between lessons · Mildred Avenue')).toBe(1)
  await eventually(() => countOf('A room for parents')).toBe(1)
  expectNoComplaints([una, max])
})

/** A second board of the same team. */
const secondBoard = async (): Promise<BoardId> => {
  const { storage } = house.world().app.services
  const board = await storage.board(boardOf(una.page))
  const link = await una.page.evaluate(
    async ({ team, as }) => {
      const response = await fetch(`/api/teams/${team}/boards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-jointly-member': as },
        body: JSON.stringify({ title: 'Another table' }),
      })
      return (await response.json()) as { board: { id: string } }
    },
    { team: board?.team ?? '', as: new URL(una.page.url()).searchParams.get('as') ?? '' },
  )
  return link.board.id as BoardId
}

test('[J51] what is copied on one board and pasted on another is the copier’s, with its marks and connections', async () => {
  const { page } = max
  const here = page.url()
  const there = await secondBoard()
  const [first, second] = ['A pool of retired colleagues', 'Pilot in ten schools first']
  await pasteAt(page, first, { x: 420, y: 300 })
  await pasteAt(page, second, { x: 860, y: 300 })
  // Bold, in its editor; then connected by keys, for what is pasted has the focus.
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Wording of this card' }).waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+C')
  await card(main(page), first).click()
  await page.getByRole('group', { name: 'Selected connection' }).waitFor()
  await card(main(page), first).click()
  await card(main(page), second).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+c')
  await said(page, '2 cards copied.')
  await saved(page)

  await page.goto(`${house.url}/board/${there}?as=${new URL(here).searchParams.get('as')}`)
  await boardStands(page)
  await showWhiteboard(page)
  await page.mouse.move(600, 400)
  await page.keyboard.press('Control+v')
  await said(page, '2 cards pasted, under your name.')
  const names = await main(page)
    .getByRole('article')
    .evaluateAll(articles => articles.map(article => article.getAttribute('aria-label') ?? ''))
  expect(names.map(name => /by Max.*: (.*), \d of/.exec(name)?.[1])).toEqual([first, second])
  expect(await card(main(page), second).locator('strong').innerText()).toBe(second)
  const { rooms } = house.world().app.services
  await eventually(() => rooms.use({ kind: 'joint', board: there }, async ({ board }) => board.links.length)).toBe(1)
  await page.goto(here)
  await boardStands(page)
  await showWhiteboard(page)
  expectNoComplaints([una, max])
})

test('[J52] what is cut is put away where one may, and stays where one may not', async () => {
  const { page } = una
  const own = 'Notice before a change'
  await pasteAt(page, own, { x: 640, y: 640 })
  await eventually(() => countOf(own)).toBe(1)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+x')
  await said(page, /cards? cut\..* stay/)
  await eventually(() => countOf(own)).toBe(0)
  expect(await countOf('A pool of retired colleagues')).toBe(1)
  await undo(page)
  await eventually(() => countOf(own)).toBe(1)
  expectNoComplaints([una, max])
})

const marksOf = async (by: string) => {
  const { cards, marks } = await boardAt(house, boardOf(una.page))
  const writer = cards.find(({ text }) => text === by)?.by
  return marks.filter(mark => mark.by === writer).map(mark => [mark.kind, 'title' in mark ? mark.title : ''])
}

test('[J46] a frame is copied, cut and duplicated with the card and the ink on it, each as one step of undo', async () => {
  const { page } = una
  const [hers, his] = ['What a substitute costs a day', 'Written by Max alone']
  await page.locator('#board').focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Digit0')
  const stood = await pictureAt(page)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 5_000)
  await eventually(() => pictureAt(page)).not.toBe(stood)
  await pasteAt(page, hers, { x: 500, y: 400 })
  const { x, y, w } = await placeOf(page, hers)
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await drag(page, { x: x - 40, y: y - 30 }, { x: x + w + 40, y: y + 150 })
  await page.keyboard.type('Money')
  await page.keyboard.press('Enter')
  await page.keyboard.press('p')
  await drag(page, { x: x + 20, y: y + 125 }, { x: x + 160, y: y + 130 })
  await page.keyboard.press('v')
  await eventually(() => marksOf(hers)).toEqual([
    ['frame', 'Money'],
    ['ink', ''],
  ])

  await pasteAt(max.page, his, { x: 300, y: 300 })
  await findCard(max.page, hers)
  await max.page.keyboard.press('Escape')
  const money = max.page.getByRole('group', { name: /^Frame, Money, 1 card/ })
  const copy = async (how: 'Control+c' | 'Control+x' | 'Control+d', of: Page) => {
    await of
      .getByRole('group', { name: /^Frame, Money, 1 card/ })
      .first()
      .focus()
    await of.keyboard.press(how)
  }
  await money.waitFor()
  await copy('Control+c', max.page)
  await said(max.page, '3 things copied.')
  await max.page.keyboard.press('Control+v')
  await said(max.page, '3 things pasted, under your name.')
  const both = [
    ['frame', 'Money'],
    ['ink', ''],
  ]
  await eventually(() => marksOf(his)).toEqual(both)
  await eventually(() => countOf(hers)).toBe(2)
  await eventually(() => page.getByRole('group', { name: /^Frame, Money, 1 card/ }).count()).toBe(2)
  await undo(max.page)
  await eventually(async () => [await countOf(hers), await marksOf(his)]).toEqual([1, []])

  await copy('Control+d', max.page)
  await eventually(async () => [await countOf(hers), await marksOf(his)]).toEqual([2, both])
  await undo(max.page)
  await eventually(async () => [await countOf(hers), await marksOf(his)]).toEqual([1, []])
  await copy('Control+x', max.page)
  await max.page.getByText('Only their side, or a facilitator, may put these away.').waitFor()
  expect(await marksOf(hers)).toEqual(both)

  await copy('Control+x', page)
  await said(page, '3 things cut. They are put away here.')
  await eventually(async () => [await countOf(hers), await marksOf(hers)]).toEqual([0, []])
  await undo(page)
  await eventually(async () => [await countOf(hers), await marksOf(hers)]).toEqual([1, both])
  expectNoComplaints([una, max])
})
