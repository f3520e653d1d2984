import {
  type BoardId,
  CARD_WIDTH,
  type CardId,
  drawFrame,
  groupCards,
  placeCard,
  postCard,
  putAway,
  SideId,
} from '@jointly/board'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScreen, type Person, type Screen, shows, startTeam, synced } from '../world.ts'
import { card, main } from './board.ts'
import { axeFinds } from './faults.ts'
import {
  comeBackAs,
  eventually,
  expectNoComplaints,
  type House,
  newSeat,
  openHouse,
  refusedWith,
  type Seat,
} from './seats.ts'
import {
  boardAt,
  cardsWith,
  centreOf,
  findCard,
  focusedName,
  pastePicture,
  pasteText,
  pictureAt,
  showWhiteboard,
} from './whiteboard.ts'

/** The whiteboard for whoever listens, uses keys or a single press, sees it large, in few colours or without movement. */

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')
/** More than are ever elements at once. */
const MANY = 120
const COLUMNS = 12

let house: House
let board: BoardId
let fay: Person
let ana: Person
let max: Person
/** What Ana and Max write is written through a socket of theirs: the person in the browser is who is looked at. */
let anas: Screen
let maxs: Screen
let seat: Seat
const cards: CardId[] = []

beforeAll(async () => {
  house = await openHouse()
  const table = await startTeam(house.world())
  fay = table.fay
  board = await table.openBoard()
  ana = await table.seat('Ana', 'co-chair', UNION)
  max = await table.seat('Max', 'co-chair', MANAGEMENT)
  ;[anas, maxs] = [screenOf(ana), screenOf(max)]
  await Promise.all([anas, maxs].map(synced))
  for (let i = 0; i < MANY; i++) {
    cards.push(post(i % 2 === 0 ? ana : max, `Statement ${i + 1}`, placeIn(i)))
    // One after the other, so that the order is the same for everybody.
    for (const screen of [anas, maxs]) await shows(screen, () => countIn(screen) > i)
  }
  const by = { by: ana.member.id, side: UNION }
  const at = placeIn(13)
  drawFrame(anas.doc, { ...by, pos: { x: at.x - 20, y: at.y - 20 }, size: { w: 620, h: 140 }, title: 'Parking lot' })
  groupCards(anas.doc, { ...by, heading: 'Time', cards: [cards[116], cards[118]] as CardId[], pos: placeIn(116) })
  seat = await seatOf(fay, 'Fay')
})
afterAll(async () => {
  for (const screen of [anas, maxs]) screen.close()
  await house.close()
})

const screenOf = (who: Person): Screen => openScreen(house.world(), who, `joint:${board}`)
const countIn = (screen: Screen) => screen.watch.view().cards.length
const placeIn = (i: number) => ({ x: (i % COLUMNS) * 300, y: Math.floor(i / COLUMNS) * 180 })
const post = ({ member: { id, side } }: Person, text: string, pos: { x: number; y: number }): CardId =>
  postCard((id === ana.member.id ? anas : maxs).doc, { kind: 'interest', text, by: id, side, pos })

/** A browser of somebody who is in the team already, at the board. */
const seatOf = async (who: Person, name: string): Promise<Seat> => {
  const made = await newSeat(house, { name })
  await comeBack(made, who)
  return made
}
const comeBack = async (at: Seat, who: Person): Promise<void> => {
  await comeBackAs(house, at, who, board)
  await showWhiteboard(at.page)
}

const nameOf = (i: number) =>
  `Interest by ${i % 2 === 0 ? 'Ana, Union' : 'Max, Management'}: Statement ${i + 1}, ${i + 1} of ${MANY + 1}`
const isOnCard = (page: Page) => page.evaluate(() => document.activeElement?.matches('[data-card], [data-frame]'))

test('[J70] Tab walks every card and frame in reading order by its full name, mounted or not, and leaves at both ends', async () => {
  const { page } = seat
  const stops: string[] = cards.map((_, i) => nameOf(i))
  stops.splice(13, 0, 'Frame, Parking lot, 2 cards')
  stops.push(`Group by Ana, Union: Time, ${MANY + 1} of ${MANY + 1}, 2 cards in it`)
  // Only a part of them are elements, and to whoever reads along these stand in the same order.
  const names = await main(page)
    .getByRole('article')
    .evaluateAll(all => all.map(one => one.getAttribute('aria-label') ?? ''))
  expect(names.length).toBeLessThan(MANY / 2)
  expect(names).toEqual(stops.filter(stop => names.includes(stop)))
  const tree = await main(page).ariaSnapshot()
  expect(tree).toContain(`article "${nameOf(0)}"`)
  expect(tree).toContain('group "Frame, Parking lot, 2 cards"')

  await page.locator('#board').focus()
  await page.keyboard.press('Tab')
  for (let i = 0; i < 8 && !(await isOnCard(page)); i++) await page.keyboard.press('Tab')
  const walked: string[] = []
  for (let i = 0; i < stops.length + 2 && (await isOnCard(page)); i++) {
    walked.push(await focusedName(page))
    await page.keyboard.press('Tab')
  }
  expect(walked).toEqual(stops)
  // Beyond the last one lies the next thing of the page, and back again the last one.
  expect(await isOnCard(page)).toBe(false)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  await page.keyboard.press('Shift+Tab')
  expect(await focusedName(page)).toBe(stops.at(-1))
  expectNoComplaints([seat])
})

test('[J70] arrows go to the neighbour, and what has the focus is in sight', async () => {
  const { page } = seat
  await findCard(page, 'Statement 40')
  await page.keyboard.press('Escape')
  for (const [key, i] of [
    ['ArrowRight', 40],
    ['ArrowDown', 52],
    ['ArrowLeft', 51],
    ['ArrowUp', 39],
  ] as const) {
    await page.keyboard.press(key)
    expect(await focusedName(page)).toBe(nameOf(i))
  }
  await page.setViewportSize({ width: 320, height: 640 })
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp']) {
    await page.keyboard.press(key)
    const isWhole = () =>
      page.evaluate(() => {
        const { left, right, top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect()
        const frame = document.querySelector('[data-whiteboard]')?.getBoundingClientRect() ?? new DOMRect()
        return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom
      })
    await eventually(isWhole).toBe(true)
  }
  // The camera alone moves the board: no browser scrolls what has the focus into sight, and the buttons out of it.
  const scrolled = await page.locator('[data-whiteboard]').evaluate(one => {
    one.scrollTop = 40
    return one.scrollTop
  })
  expect(scrolled).toBe(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  expectNoComplaints([seat])
})

test('[J71] the board reads out what others do as the listener chose: each card, a summary in 30 seconds, nothing', async () => {
  const listener = await newSeat(house, { name: 'Ear' })
  const { page } = listener
  await page.clock.install()
  await comeBack(listener, fay)
  const said = () => page.getByRole('status').allInnerTexts()
  const choose = async (now: string) => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: `Read out what others do ${now}` }).click()
  }
  const comes = async (words: string) => {
    post(max, words, { x: 0, y: 2_400 })
    // Every card says of how many it is one.
    const total = maxs.watch.view().cards.filter(({ gone }) => !gone).length
    await main(page)
      .getByRole('article', { name: new RegExp(`, 1 of ${total}$`) })
      .waitFor()
  }
  await choose('a summary, every 30 seconds at most')
  await comes('A rota by lot')
  await comes('Notice by Friday')
  const each = 'Interest by Max, Management: A rota by lot. Interest by Max, Management: Notice by Friday'
  await eventually(async () => (await said()).join(' ')).toContain('Interest by Max, Management: Notice by Friday')
  expect(each).toContain((await said()).find(words => words.includes('Notice by Friday')))

  await choose('every card as it comes')
  await comes('Said by nobody')
  await page.clock.fastForward(40_000)
  expect((await said()).join(' ')).not.toMatch(/Said by nobody|1 new interest/)
  await page.locator('#board').focus()
  await page.keyboard.press('r')
  await eventually(async () => (await said()).join(' ')).toContain('1 new interest by management')

  await choose('nothing by itself')
  await page.clock.fastForward(40_000)
  await comes('First of a row')
  await page.clock.fastForward(2_000)
  await eventually(async () => (await said()).join(' ')).toContain('1 new interest by management')
  const before = await said()
  await comes('Second of a row')
  await comes('Third of a row')
  await page.clock.fastForward(15_000)
  expect(await said()).toEqual(before)
  await page.clock.fastForward(20_000)
  await eventually(async () => (await said()).join(' ')).toContain('2 new interests by management')
  expectNoComplaints([listener])
  await listener.context.close()
})

test('[J72] what others do never moves the focus of whoever writes, and the walk goes on where its card was put away', async () => {
  const { page } = seat
  const own = (i: number) => cards[i] as CardId
  await findCard(page, 'Statement 60')
  await page.keyboard.press('Escape')
  putAway(maxs.doc, own(59))
  await eventually(() => focusedName(page)).toContain('Statement 61,')
  await page.keyboard.press('Tab')
  expect(await focusedName(page)).toContain('Statement 62,')

  const others = [
    () => post(max, 'Meanwhile, at the table', { x: 0, y: 2_700 }),
    () => placeCard(maxs.doc, own(61), { x: 40, y: 2_500 }),
    () => putAway(maxs.doc, own(63)),
  ]
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Wording of this card' }).waitFor()
  await page.keyboard.press('End')
  for (const [i, act] of others.entries()) {
    act()
    await page.keyboard.type(` and ${i}`)
  }
  await eventually(async () => (await cardsWith(house, board, 'Statement 62 and 0 and 1 and 2')).length).toBe(1)
  await page.keyboard.press('Escape')

  await page.keyboard.press('n')
  await page.getByRole('region', { name: 'New card' }).waitFor()
  await page.keyboard.type('Half a')
  for (const words of ['One of theirs', 'Another of theirs']) {
    post(max, words, { x: 300, y: 2_700 })
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  }
  await page.keyboard.type(' sentence, whole')
  await page.keyboard.press('Enter')
  await eventually(async () => (await cardsWith(house, board, 'Half a sentence, whole')).length).toBe(1)
  await page.keyboard.press('Escape')
  expectNoComplaints([seat])
})

/** Something in the menu of a card, by presses alone. */
const inMenuOf = async (page: Page, words: string, item: RegExp): Promise<void> => {
  await card(main(page), words).click({ button: 'right' })
  await page.getByRole('menuitem', { name: item }).click()
}
const standing = async (words: string) => {
  const [found] = await cardsWith(house, board, words)
  if (found === undefined) throw new Error(`no card says ${words}`)
  return found
}
const linked = async (a: string, b: string): Promise<boolean> => {
  const [from, to] = [(await standing(a)).id, (await standing(b)).id]
  return (await boardAt(house, board)).links.some(link => [link.from, link.to].every(id => id === from || id === to))
}
const WIDER = CARD_WIDTH + 20
const framesOn = async () => (await boardAt(house, board)).marks.filter(({ kind }) => kind === 'frame').length

test('[J73] every drag has keys and presses: move, connect, size, frame, line up; a free line alone is drawn by hand', async () => {
  const { page } = seat
  const [one, two, three] = ['Statement 73,', 'Statement 74,', 'Statement 75,']
  const text = (name: string) => name.slice(0, -1)
  await findCard(page, text(two))
  await page.keyboard.press('Shift+Digit0')
  await findCard(page, text(two))
  await page.keyboard.press('Escape')

  const before = await standing(text(two))
  await page.keyboard.press('m')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  await eventually(async () => (await standing(text(two))).pos.y - before.pos.y).toBe(10)
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await eventually(async () => (await standing(text(two))).size?.w).toBe(WIDER)
  await page.keyboard.press('Shift+C')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await eventually(() => linked(text(two), text(three))).toBe(true)
  await page.keyboard.press('Escape')
  const frames = await framesOn()
  await page.keyboard.press('f')
  await page.keyboard.press('Enter')
  const title = page.getByRole('textbox', { name: 'Title of this frame' })
  await title.waitFor()
  expect(await isOnTop(title)).toBe(true)
  await page.keyboard.type('By keys')
  await page.keyboard.press('Enter')
  await eventually(framesOn).toBe(frames + 1)
  await page.keyboard.press('Delete')
  await eventually(framesOn).toBe(frames)

  await inMenuOf(page, one, /^Wider/)
  await eventually(async () => (await standing(text(one))).size?.w).toBe(WIDER)
  await page.keyboard.press('Escape')
  await inMenuOf(page, one, /^Connect to/)
  await card(main(page), two).click()
  await eventually(() => linked(text(one), text(two))).toBe(true)
  await page.keyboard.press('Escape')
  await card(main(page), one).click()
  await card(main(page), two).click({ modifiers: ['Shift'] })
  await inMenuOf(page, two, /^Align top/)
  await eventually(async () => (await standing(text(two))).pos.y).toBe((await standing(text(one))).pos.y)
  await page.keyboard.press('Escape')
  await inMenuOf(page, one, /^Move/)
  const { x, y } = await centreOf(page, one)
  await page.mouse.click(x, y + 90)
  await eventually(async () => (await standing(text(one))).pos.y).not.toBe((await standing(text(two))).pos.y)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Frame' }).click()
  await page.mouse.click(x, y + 90)
  await eventually(framesOn).toBe(frames + 1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Delete')
  await eventually(framesOn).toBe(frames)
  expectNoComplaints([seat])
})

/** Nothing lies over the middle of it. */
const isOnTop = (of: Locator): Promise<boolean> =>
  of.evaluate(element => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return document.elementFromPoint(left + width / 2, top + height / 2) === element
  })

/** What one would press and cannot: cut off, under something else, or smaller than 24 px. */
const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const open = document.querySelector('[role=dialog], [role=menu]')
    const controls = (open ?? document.body).querySelectorAll<HTMLElement>(
      'button, input, textarea, a[href], [role=radio], [role=menuitem]',
    )
    for (const one of controls) {
      const box = one.getBoundingClientRect()
      // Read out and not seen, or seen once it has the focus.
      if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || box.width <= 1) continue
      if (one.closest('[data-card], .unseen, [class*=skip], [inert], [aria-hidden=true]') !== null) continue
      const name = one.getAttribute('aria-label') ?? one.textContent
      const scroller = one.closest<HTMLElement>('[class*=panel], [role=menu], [role=dialog], nav, [class*=popover]')
      const clip = scroller?.getBoundingClientRect()
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      // What one scrolls to can be pressed then.
      const isScrolledOff =
        clip !== undefined &&
        (middle.x < clip.left || middle.x > clip.right || middle.y < clip.top || middle.y > clip.bottom)
      if (isScrolledOff || box.bottom <= 0) continue
      if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${name}: cut off`)
      if (Math.min(box.width, box.height) < 23.5) faults.push(`${name}: ${box.width} x ${box.height}`)
      const hit = document.elementFromPoint(middle.x, middle.y)
      const covered =
        hit !== null && !one.contains(hit) && !hit.contains(one) && hit.closest('label')?.contains(one) !== true
      if (covered) faults.push(`${name}: under ${hit.className || hit.tagName}`)
    }
    return faults
  })

const SIZES = [
  ['at 320 px', { width: 320, height: 640 }],
  ['at 200 %', { width: 720, height: 450 }],
] as const

test('[J74] axe finds nothing on the whiteboard, light, dark or in forced colours, and nothing is cut off, covered or small', async () => {
  const { page } = seat
  const faults: string[] = []
  const ask = async (screen: string, rules?: string[]) => {
    faults.push(...(await axeFinds(page, rules)).map(found => `${screen}: ${found}`))
  }
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' })
  const look = async (screen: string, open: () => Promise<unknown>) => {
    // What was said of the act before lies over a narrow screen for some seconds, and can be put away.
    for (const one of await notice.all()) await one.click()
    await open()
    await ask(screen)
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia(media)
      await ask(`${screen}, ${Object.values(media)[0]}`, ['color-contrast'])
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    }
    for (const [how, size] of SIZES) {
      await page.setViewportSize(size)
      const wrong = () => unreachable(page)
      // What hangs on something is placed anew a moment later.
      await eventually(wrong, { timeoutMs: 1_500 })
        .toEqual([])
        .catch(async () => faults.push(...(await wrong()).map(one => `${screen}, ${how}: ${one}`)))
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }
  const close = () => page.keyboard.press('Escape')
  await look('the whiteboard', async () => {
    await page.locator('#board').focus()
    await page.keyboard.press('v')
  })
  await look('a card is selected', () => findCard(page, 'Statement 14'))
  await look('its menu', async () => {
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menu', { name: 'What can be done' }).waitFor()
  })
  await look('what is selected', async () => {
    await close()
    await page.keyboard.press('Alt+Enter')
    await page.getByRole('region', { name: 'What is selected' }).waitFor()
  })
  await look('several are selected', () => page.keyboard.press('Control+a'))
  await look('search', async () => {
    await page.getByRole('button', { name: 'Hide' }).click()
    await page.locator('#board').focus()
    await close()
    await page.keyboard.press('Control+f')
    await page.getByRole('searchbox', { name: 'Find on the whiteboard' }).fill('Statement 1')
  })
  await look('composer', async () => {
    await close()
    await page.locator('#board').focus()
    await page.keyboard.press('n')
    await page.getByRole('region', { name: 'New card' }).waitFor()
  })
  await look('title of a frame', async () => {
    await close()
    await page.locator('#board').focus()
    await page.keyboard.press('f')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Title of this frame' }).waitFor()
  })
  await look('pen', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Delete')
    await page.keyboard.press('p')
    await page.getByRole('radiogroup', { name: 'Colour of the pen' }).waitFor()
  })
  await look('more tools', async () => {
    await page.keyboard.press('v')
    await page.getByRole('button', { name: 'More tools' }).click()
    await page.getByRole('menu', { name: 'More tools' }).waitFor()
  })
  await look('lines are pasted', async () => {
    await close()
    await page.locator('#board').focus()
    await pasteText(page, 'One line\nAnother line\nA third line')
    await page.getByRole('dialog', { name: '3 lines were pasted' }).waitFor()
  })
  const picture = page.getByRole('dialog', { name: 'Picture' })
  await look('a picture is described', async () => {
    await close()
    await page.locator('#board').focus()
    await pastePicture(page)
    await picture.getByRole('button', { name: 'Post' }).waitFor()
    await picture.getByRole('progressbar').waitFor({ state: 'detached' })
  })
  await look('a picture is refused', async () => {
    await close()
    await picture.waitFor({ state: 'detached' })
    await pastePicture(page, { as: 'Dear colleagues' })
    await picture.getByRole('button', { name: 'Choose another picture' }).waitFor()
  })
  await close()
  expect(faults).toEqual([])
  expectNoComplaints([seat], refusedWith(415))
})

/** How many colours the painted picture is of, counted coarsely; what is painted in one alone says nothing. */
const coloursPainted = (page: Page): Promise<number> =>
  page.locator('canvas').evaluateAll(all => {
    const painted = all.map(one => one as HTMLCanvasElement).find(one => one.clientWidth > 400)
    const pixels = painted?.getContext('2d')?.getImageData(0, 0, painted.width, painted.height).data ?? []
    const seen = new Set<string>()
    for (let i = 0; i < pixels.length; i += 4)
      if (pixels[i + 3] === 255) seen.add([pixels[i], pixels[i + 1], pixels[i + 2]].map(one => (one ?? 0) >> 5).join())
    return seen.size
  })

test('[J74] far out, where cards are painted, forced colours keep words and ground apart', async () => {
  const { page } = seat
  await page.locator('#board').focus()
  await page.keyboard.press('Shift+Digit1')
  await page.emulateMedia({ forcedColors: 'active' })
  await eventually(() => coloursPainted(page)).toBeGreaterThan(3)
  await page.emulateMedia({ forcedColors: 'none' })
  expectNoComplaints([seat])
})

test('[J74] nothing on the whiteboard glides or fades for whoever asked for less motion', async () => {
  const { page } = seat
  await findCard(page, 'Statement 1')
  await page.keyboard.press('Escape')
  const first = await pictureAt(page)
  await page.keyboard.press('Shift+Digit1')
  // At once, and not in steps: the next look is the last one.
  await eventually(() => pictureAt(page)).not.toBe(first)
  const next = await pictureAt(page)
  await eventually(() =>
    page.evaluate(() => document.getAnimations().filter(one => one.playState === 'running').length),
  ).toBe(0)
  expect(await pictureAt(page)).toBe(next)
  expectNoComplaints([seat])
})
