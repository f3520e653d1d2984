import type { BoardId, BoardView, CardView, MarkView } from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, main, saved } from './board.ts'
import { eventually, expectNoComplaints, type House, openHouse, PHONE, type Seat, sitDown } from './seats.ts'

/** What stands on the whiteboard beside single cards: frames, ink, groups; and how things are lined up, sized and undone. */

let house: House
let fay: Seat
let una: Seat

beforeAll(async () => {
  house = await openHouse()
  fay = await sitDown(house, { link: house.links.facilitator, name: 'Fay' })
  una = await sitDown(house, { link: house.links.union, name: 'Una' })
  for (const { page } of [fay, una]) await showWhiteboard(page)
})
afterAll(() => house.close())

const showWhiteboard = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Whiteboard' }).click()
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
}

const boardOf = (page: Page): BoardId => new URL(page.url()).pathname.split('/')[2] as BoardId // a board's address
/** The board as the server has it: ink is a picture, and far out cards are painted. */
const board = (): Promise<BoardView> =>
  house.world().app.services.rooms.use({ kind: 'joint', board: boardOf(fay.page) }, room => room.board)
const cardCalled = async (words: string): Promise<CardView> => {
  const found = (await board()).cards.find(({ text, gone }) => !gone && text.includes(words))
  if (found === undefined) throw new Error(`no card says ${words}`)
  return found
}
const marks = async (kind: MarkView['kind']): Promise<readonly MarkView[]> =>
  (await board()).marks.filter(mark => mark.kind === kind)
const count = async (kind: MarkView['kind']): Promise<number> => (await marks(kind)).length
const places = async (...words: string[]) => (await Promise.all(words.map(cardCalled))).map(({ pos }) => pos)
const undo = (page: Page) => page.keyboard.press('Control+z')
const redo = (page: Page) => page.keyboard.press('Control+Shift+z')
const frame = (page: Page, title: string) => page.getByRole('group', { name: new RegExp(`^Frame, ${title},`) })

const drag = async (page: Page, from: [number, number], to: [number, number]): Promise<void> => {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 })
  await page.mouse.move(...to, { steps: 4 })
  await page.mouse.up()
}
const centre = async (page: Page, words: string): Promise<[number, number]> => {
  const box = await card(main(page), words).boundingBox()
  if (box === null) throw new Error(`${words} is not to be seen`)
  return [box.x + box.width / 2, box.y + box.height / 2]
}
/** How much of the picture of ink is drawn on. */
const inkSeen = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = [...document.querySelectorAll('canvas')].find(one => one.className.includes('ink'))
    if (canvas === undefined || canvas.hidden) return 0
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let drawn = 0
    for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) drawn++
    return drawn
  })
/** Where the cards are that both have as elements: their places on the board. */
const shownPlaces = (page: Page): Promise<string[]> =>
  page
    .locator('[data-frame]')
    .evaluateAll(all =>
      all.map(one => `${one.getAttribute('aria-label')} ${(one as HTMLElement).style.transform}`).sort(),
    )
const agree = () => eventually(async () => (await shownPlaces(una.page)).join()).toBe
const sameForBoth = async () => agree()((await shownPlaces(fay.page)).join())

const [MINE, OTHER] = ['Extra work shared evenly', 'A cost that the year']

test('[J40] two people draw a frame and ink by hand: each sees the other’s, and what lies on a frame goes with it', async () => {
  const { page } = fay
  const [x, y] = await centre(page, MINE)
  await page.keyboard.press('f')
  await drag(page, [x - 220, y - 60], [x + 700, y + 60])
  await page.getByRole('textbox', { name: 'Title of this frame' }).fill('Parking lot')
  await page.keyboard.press('Enter')
  await frame(una.page, 'Parking lot').waitFor()
  expect(await frame(una.page, 'Parking lot').getAttribute('aria-label')).toBe('Frame, Parking lot, 2 cards')

  await una.page.keyboard.press('p')
  await una.page.mouse.move(x - 100, y)
  await una.page.mouse.down()
  await una.page.mouse.move(x + 200, y + 30, { steps: 12 })
  // It grows on the other screen before it stands.
  await eventually(() => inkSeen(page)).toBeGreaterThan(100)
  expect(await count('ink')).toBe(0)
  await una.page.mouse.up()
  await eventually(() => count('ink')).toBe(1)
  await una.page.keyboard.press('v')

  const before = await places(MINE, OTHER)
  const [ink] = await marks('ink')
  // A frame is taken by its title.
  const title = await page.getByText('Parking lot', { exact: true }).boundingBox()
  const at: [number, number] = [(title?.x ?? 0) + 20, (title?.y ?? 0) + 10]
  await page.keyboard.down('Control')
  await drag(page, at, [at[0] + 10, at[1] + 350])
  await page.keyboard.up('Control')
  await eventually(async () => (await places(MINE, OTHER)).map(({ y }, i) => y - (before[i]?.y ?? 0))).toEqual([
    350, 350,
  ])
  const moved = (await marks('ink')).map(({ pos }) => pos.y - (ink?.pos.y ?? 0))
  expect(moved).toEqual([350])
  await sameForBoth()
  await undo(page)
  await eventually(() => places(MINE, OTHER)).toEqual(before)
  expectNoComplaints([fay, una])
})

test('[J41] the eraser takes whole strokes of one’s own side, and one undo brings back what it took', async () => {
  const [x, y] = await centre(fay.page, MINE)
  await fay.page.keyboard.press('p')
  await drag(fay.page, [x + 150, y - 40], [x + 150, y + 40])
  await fay.page.keyboard.press('v')
  await eventually(() => count('ink')).toBe(2)

  await una.page.keyboard.press('e')
  await drag(una.page, [x, y - 60], [x + 300, y + 60])
  await eventually(() => count('ink')).toBe(1)
  await una.page.getByText('You can erase what your side has drawn').waitFor()
  await una.page.keyboard.press('v')
  await undo(una.page)
  await eventually(() => count('ink')).toBe(2)
  // Undo goes on to the stroke itself; it is one's own act as well, and the only one left.
  await undo(una.page)
  await eventually(() => count('ink')).toBe(1)
  await redo(una.page)
  await eventually(() => count('ink')).toBe(2)
  expectNoComplaints([fay, una])
})

test('[J42] with the keyboard alone: a frame, a group, alignment, size, order, and all of it undone', async () => {
  const { page } = fay
  const before = JSON.stringify(await board())
  const frames = await count('frame')
  await page.keyboard.press('f')
  await page.keyboard.press('Enter')
  await page.keyboard.type('To come back to')
  await page.keyboard.press('Enter')
  await eventually(() => count('frame')).toBe(frames + 1)
  await frame(una.page, 'To come back to').waitFor()
  await page.keyboard.press('Escape')

  await card(main(page), MINE).focus()
  await page.keyboard.press('x')
  await card(main(page), OTHER).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Alt+a')
  await eventually(async () => new Set((await places(MINE, OTHER)).map(({ x }) => x)).size).toBe(1)
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await eventually(async () => [(await cardCalled(MINE)).size?.w, (await cardCalled(OTHER)).size?.w]).toEqual([
    300, 300,
  ])
  const order = async () => {
    const { cards } = await board()
    return cards.filter(({ gone }) => !gone).findIndex(({ text }) => text.includes(MINE))
  }
  const stood = await order()
  await page.keyboard.press(']')
  await eventually(order).toBeGreaterThan(stood)
  await page.keyboard.press('Control+g')
  await page.getByRole('textbox', { name: 'Wording of this card' }).waitFor()
  await page.keyboard.type('Time and money')
  await page.keyboard.press('Escape')
  await eventually(async () => (await cardCalled(MINE)).in).toBe((await cardCalled('Time and money')).id)
  await main(una.page)
    .getByRole('article', { name: /^Group.*Time and money.*2 cards in it/ })
    .waitFor()
  expect((await cardCalled(MINE)).by).not.toBe((await cardCalled('Time and money')).by)

  // A selection, two in line, a size, an order, a group with its heading, a frame with its title.
  await page.keyboard.press('Escape')
  for (let step = 0; step < 12 && JSON.stringify(await standingNow()) !== JSON.stringify(standingOf(before)); step++) {
    await undo(page)
    await saved(page)
  }
  expect(await standingNow()).toEqual(standingOf(before))
  expectNoComplaints([fay, una])
})

const standingOf = (of: string | BoardView) => {
  const { cards, marks } = (typeof of === 'string' ? JSON.parse(of) : of) as BoardView
  const plain = cards.filter(({ gone }) => !gone).map(({ id, pos, size, in: group }) => ({ id, pos, size, group }))
  return JSON.parse(JSON.stringify({ plain: plain.sort((a, b) => (a.id < b.id ? -1 : 1)), marks })) as unknown
}
const standingNow = async () => standingOf(await board())

test('[J43] while the layout is locked a member’s frame takes what is theirs, and says what stays', async () => {
  const { page } = una
  const own = 'Time to prepare that stays'
  const [x, y] = await centre(page, own)
  const before = await places(own)
  await page.keyboard.press('f')
  await drag(page, [x - 200, y - 80], [x + 200, y + 80])
  await page.keyboard.type('Ours')
  await page.keyboard.press('Enter')
  const ours = async () => (await marks('frame')).find(mark => mark.kind === 'frame' && mark.title === 'Ours')
  await eventually(ours).toBeDefined()
  const frameBefore = await ours()
  await page.keyboard.press('m')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('One of them stays: the layout is locked').waitFor()
  await page.keyboard.press('Enter')
  await eventually(async () => ((await ours())?.pos.y ?? 0) - (frameBefore?.pos.y ?? 0)).toBe(10)
  expect(await places(own)).toEqual(before)
  expectNoComplaints([una])
})

test('[J45] a laser is seen by the others as long as it is lit, and a tool that is locked stays in hand', async () => {
  const { page } = fay
  // What stands is put away first, so that only the laser is drawn.
  await page.keyboard.press('v')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+a')
  await page.keyboard.press('Delete')
  await eventually(() => count('ink')).toBe(0)
  await eventually(() => inkSeen(una.page)).toBe(0)
  const before = await board()
  await page.keyboard.press('k')
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(500, 400, { steps: 10 })
  await eventually(() => inkSeen(una.page)).toBeGreaterThan(20)
  await page.mouse.up()
  await eventually(() => inkSeen(una.page)).toBe(0)
  expect((await board()).marks).toEqual(before.marks)

  const tools = page.getByRole('toolbar', { name: 'Tools' })
  await tools.getByRole('radio', { name: 'Frame' }).dblclick()
  for (const y of [480, 560]) {
    await drag(page, [900, y], [1000, y + 50])
    await page.getByRole('textbox', { name: 'Title of this frame' }).press('Enter')
  }
  await tools.getByRole('radio', { name: 'Frame, stays in hand', checked: true }).waitFor()
  await tools.getByRole('button', { name: 'More tools' }).click()
  await page.getByRole('menuitem', { name: 'Back to Select after each use' }).click()
  await drag(page, [1020, 480], [1100, 540])
  await page.getByRole('textbox', { name: 'Title of this frame' }).press('Enter')
  await tools.getByRole('radio', { name: 'Select', checked: true }).waitFor()
  await eventually(
    async () => (await count('frame')) - before.marks.filter(({ kind }) => kind === 'frame').length,
  ).toBe(3)
  expectNoComplaints([fay, una])
})

test('[J44] on a phone a finger draws with the pen, and moves the picture with Select', async () => {
  const max = await sitDown(house, { ...PHONE, link: house.links.management, name: 'Max' })
  const { page } = max
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Show the whiteboard' }).tap()
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
  const touch = await page.context().newCDPSession(page)
  const swipe = async (from: [number, number], to: [number, number]) => {
    const point = (i: number) => ({
      x: from[0] + ((to[0] - from[0]) * i) / 10,
      y: from[1] + ((to[1] - from[1]) * i) / 10,
    })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point(0)] })
    for (let i = 1; i <= 10; i++)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point(i)] })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  const strokes = await count('ink')
  const view = () => page.locator('.react-flow__viewport').evaluate(one => (one as HTMLElement).style.transform)
  const looked = await view()
  await page.getByRole('radio', { name: 'Pen' }).tap()
  await swipe([100, 400], [280, 480])
  await eventually(() => count('ink')).toBe(strokes + 1)
  expect(await view()).toBe(looked)
  await page.getByRole('radio', { name: 'Select' }).tap()
  await page.getByRole('radio', { name: 'Select', checked: true }).waitFor()
  // The pane takes up another tool a moment after the button shows it: a finger that was too quick moves again.
  await eventually(async () => {
    await swipe([300, 650], [200, 500])
    return view()
  }).not.toBe(looked)
  expect(await count('ink')).toBe(strokes + 1)
  expectNoComplaints([max])
})
