import type { BoardId, CardView } from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, main, saved, showList } from './board.ts'
import {
  boardStands,
  CUT_LINE,
  eventually,
  expectNoComplaints,
  type House,
  newSeat,
  openHouse,
  PHONE,
  refusedWith,
  type Seat,
  sitDown,
} from './seats.ts'
import { boardAt, drag, pictureAt, placeOf } from './whiteboard.ts'

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

const showWhiteboard = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Whiteboard' }).click()
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
}

/** Something lies on the clipboard, as another program put it there. */
const onClipboard = (page: Page, forms: { text: string; html?: string }): Promise<void> =>
  page.evaluate(
    ({ text, html }) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          ...(html !== undefined && { 'text/html': new Blob([html], { type: 'text/html' }) }),
        }),
      ]),
    forms,
  )

const boardOf = (page: Page): BoardId => new URL(page.url()).pathname.split('/')[2] as BoardId // a board's address
/** The cards on the board whose words these are, as the server has them: far out cards are painted and no elements. */
const standing = (words: string, board = boardOf(una.page)): Promise<readonly CardView[]> =>
  house
    .world()
    .app.services.rooms.use({ kind: 'joint', board }, room =>
      room.board.cards.filter(({ text, gone }) => !gone && text.includes(words)),
    )
const countOf = async (words: string): Promise<number> => (await standing(words)).length
const said = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Notices' }).getByText(words).waitFor()
const undo = (page: Page) => page.keyboard.press('Control+z')

const LINES = Array.from({ length: 10 }, (_, i) => `- Cover for lesson ${i + 1} is found before eight`).join('\n')

test('[J50] ten lines pasted where one points become ten cards for everybody, and one undo puts them away', async () => {
  const { page } = una
  await page.mouse.move(300, 700)
  await onClipboard(page, { text: LINES })
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
  await onClipboard(page, { text: LINES })
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
  await onClipboard(page, { html, text: rows.map(cells => cells.join('\t')).join('\n') })
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

/** One line becomes a card where one points. */
const pasteAt = async (page: Page, words: string, at: { x: number; y: number }): Promise<void> => {
  await onClipboard(page, { text: words })
  await page.mouse.move(at.x, at.y)
  await page.keyboard.press('Control+v')
  await card(main(page), words).waitFor()
}

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

/** A picture of plain colour as a file; sizes of the practice kind. */
const picture = (page: Page, { w = 640, h = 400 } = {}): Promise<string> =>
  page.evaluate(
    async ({ w, h }) => {
      const canvas = new OffscreenCanvas(w, h)
      const brush = canvas.getContext('2d')
      if (brush === null) throw new Error('no canvas')
      brush.fillStyle = '#c8d8c0'
      brush.fillRect(0, 0, w, h)
      brush.fillStyle = '#335544'
      for (let x = 40; x < w; x += 80) brush.fillRect(x, h - 60 - ((x * 7) % (h / 2)), 48, 60 + ((x * 7) % (h / 2)))
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
      return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    },
    { w, h },
  )

type PastedFile = { readonly type: string; readonly name: string; readonly base64?: string; readonly size?: number }

const pasteFile = (page: Page, file: PastedFile): Promise<void> =>
  page.evaluate(({ base64 = '', size, type, name }) => {
    const bytes =
      size === undefined ? Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)) : new Uint8Array(size)
    const data = new DataTransfer()
    data.items.add(new File([bytes], name, { type }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, file)

const pictureDialog = (page: Page) => page.getByRole('dialog', { name: 'Picture' })

test('[J54] a pasted picture is seen by the other person on every face, with the words for those who do not see it', async () => {
  const { page } = una
  await page.mouse.move(700, 200)
  const base64 = await picture(page)
  await pasteFile(page, { base64, type: 'image/png', name: 'absences.png' })
  const dialog = pictureDialog(page)
  await dialog.getByRole('textbox', { name: 'What is to be seen in it (optional)' }).fill('Absences by weekday')
  await dialog.getByRole('textbox', { name: 'Words on the card (optional)' }).fill('Mondays are the hardest')
  await dialog.getByRole('button', { name: 'Post' }).click()
  await dialog.waitFor({ state: 'detached' })
  const [posted] = await standing('Mondays are the hardest')
  expect([posted?.image?.w, posted?.image?.h, posted?.alt]).toEqual([640, 400, 'Absences by weekday'])
  await card(main(page), 'Picture: Absences by weekday').getByRole('img', { name: 'Absences by weekday' }).waitFor()

  await showList(max.page)
  const theirs = card(main(max.page), 'Mondays are the hardest')
  const shown = theirs.getByRole('img', { name: 'Absences by weekday' })
  await shown.scrollIntoViewIfNeeded()
  await eventually(() => shown.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(640)
  await theirs.getByRole('button', { name: 'Open the picture large' }).click()
  await max.page.getByRole('dialog', { name: 'Mondays are the hardest' }).getByRole('img').waitFor()
  await max.page.keyboard.press('Escape')
  await showWhiteboard(max.page)
  expectNoComplaints([una, max])
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const REFUSED = [
  ['a letter', { type: 'text/plain', name: 'letter.txt', base64: btoa('Dear colleagues') }, /not a picture/],
  ['a drawing with a program', { type: 'image/svg+xml', name: 'plan.svg', base64: btoa(SVG) }, /Save it as PNG/],
  ['a file of 50 MB', { type: 'image/png', name: 'huge.png', size: 50 << 20 }, /larger than 10 MB/],
] as const

test.each(REFUSED)('[J55] %s is refused in words, and nothing is posted', async (_what, file, why) => {
  const { page } = una
  const before = await countOf('')
  await pasteFile(page, file)
  const dialog = pictureDialog(page)
  await dialog.getByRole('alert').getByText(why).waitFor()
  expect(await dialog.getByRole('button', { name: 'Post' }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Choose another picture' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await countOf('')).toBe(before)
  expectNoComplaints([una], refusedWith(413, 415))
})

test('[J55] without a line the picture waits in its dialog, and goes when the line is back', async () => {
  const { page, context } = una
  const base64 = await picture(page, { w: 320, h: 320 })
  await context.setOffline(true)
  await pasteFile(page, { base64, type: 'image/png', name: 'plan.png' })
  const dialog = pictureDialog(page)
  await dialog.getByRole('textbox', { name: 'Words on the card (optional)' }).fill('Plan of the building')
  await dialog
    .getByRole('alert')
    .getByText(/picture stays here/)
    .waitFor()
  await context.setOffline(false)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await dialog.getByRole('button', { name: 'Post' }).click()
  await eventually(() => countOf('Plan of the building')).toBe(1)
  expectNoComplaints([una], CUT_LINE)
})

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

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
  const [found] = await standing('Mondays are the hardest')
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
  await showWhiteboard(page)
  const [first, second] = ['A pool of retired colleagues', 'Pilot in ten schools first']
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find on the whiteboard' }).fill(first)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await eventually(() => focusedName(page)).toContain(first)
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

const findCard = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find on the whiteboard' }).fill(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await eventually(() => focusedName(page)).toContain(words)
}

test('[J38] a connector dropped on empty ground makes a connected card, and Tab at the end of a card starts the next', async () => {
  const { page } = max
  const from = 'A pool of retired colleagues'
  await findCard(page, from)
  const box = await card(main(page), from).boundingBox()
  if (box === null) throw new Error('the card is not in sight')
  await page.mouse.move(box.x + box.width / 2, box.y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y - 60, { steps: 4 })
  await page.mouse.move(box.x + box.width / 2, box.y - 180, { steps: 4 })
  await page.mouse.up()
  const here = page.getByRole('region', { name: 'New card' })
  await here.waitFor()
  await page.keyboard.type('Who would ask them')
  await page.keyboard.press('Enter')
  await eventually(() => countOf('Who would ask them')).toBe(1)
  await page.keyboard.press('Escape')
  const [asked] = await standing('Who would ask them')
  const [pool] = await standing(from)
  const links = await house
    .world()
    .app.services.rooms.use({ kind: 'joint', board: boardOf(page) }, ({ board }) => board.links)
  expect(
    links.some(
      link => [link.from, link.to].includes(asked?.id as never) && [link.from, link.to].includes(pool?.id as never),
    ),
  ).toBe(true)

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
  const box = await card(main(page), words).boundingBox()
  if (box === null) throw new Error('the card is not in sight')
  await page.mouse.move(box.x + 100, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(1200, 400, { steps: 5 })
  await page.mouse.move(1436, 400, { steps: 3 })
  const zoom = 1
  const across = (1436 - box.x - 100) / zoom
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
  const pia = await newSeat(house, { ...PHONE, name: 'Pia' })
  const { page } = pia
  await page.goto(house.links.union)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Pia')
  await page.getByRole('button', { name: /^Join as/ }).click()
  // The team has two boards by now, so the door leads to its page.
  await page.waitForURL(/\/team\/.*[?]as=/)
  await page.evaluate(() => localStorage.setItem('jointly.face', 'whiteboard'))
  const as = new URL(page.url()).searchParams.get('as')
  await page.goto(`${house.url}/board/${boardOf(una.page)}?as=${as}`)
  await boardStands(page)
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
  const words = 'A quiet room to prepare'
  await page.evaluate(text => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, words)
  const own = card(main(page), words)
  await own.waitFor()
  const finger = await pia.context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] })
  const at = async () => {
    const box = await own.boundingBox()
    if (box === null) throw new Error('the card is not in sight')
    return { x: box.x + 60, y: box.y + 24 }
  }
  await touch('touchStart', await at())
  await page.getByRole('menu', { name: 'What can be done' }).waitFor()
  await page.getByRole('menuitem', { name: /^Copy link/ }).waitFor()
  await touch('touchEnd')
  await page.getByRole('menu').press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  const [before] = await standing(words)
  const from = await at()
  await touch('touchStart', from)
  for (const by of [12, 30, 60, 90]) await touch('touchMove', { x: from.x + by / 2, y: from.y + by })
  await touch('touchEnd')
  await eventually(async () => ((await standing(words))[0]?.pos.y ?? 0) - (before?.pos.y ?? 0) > 40).toBe(true)
  expectNoComplaints([pia])
  await pia.context.close()
})
