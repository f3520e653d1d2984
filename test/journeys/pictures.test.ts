import { readdirSync, statSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqlite } from '@jointly/server/sqlite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../server/png.ts'
import { card, main, saved, showList } from './board.ts'
import {
  CUT_LINE,
  eventually,
  expectNoComplaints,
  type House,
  openHouse,
  refusedWith,
  type Seat,
  sitDown,
} from './seats.ts'
import {
  boardAt,
  boardOf,
  cardsWith,
  describePicture,
  findCard,
  pastePicture,
  pictureDialog,
  showWhiteboard,
} from './whiteboard.ts'

/** Pictures as people bring them, and files that mean no good: what the screen says, and what is kept of them. */

let house: House
let una: Seat
let max: Seat

beforeAll(async () => {
  house = await openHouse()
  una = await sitDown(house, { link: house.links.union, name: 'Una' })
  max = await sitDown(house, { link: house.links.management, name: 'Max' })
  for (const { page } of [una, max]) await showWhiteboard(page)
})
afterAll(() => house.close())

/** `size`: as many bytes more, all zero. */
type Named = { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array; readonly size?: number }
const PHOTO: Named = { name: 'plan.png', mimeType: 'image/png', bytes: png(320, 200) }
/** Nothing makes it smaller: some time on its way, and some room on the disk. */
const NOISE: Named = { name: 'noise.png', mimeType: 'image/png', bytes: png(900, 900, { noisy: true }) }

/** Somebody presses what asks for a file, and chooses one. */
const choose = async (page: Page, ask: () => Promise<unknown>, { name, mimeType, bytes }: Named): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()])
  await chooser.setFiles({ name, mimeType, buffer: Buffer.from(bytes) })
}
const byKey = (page: Page, file: Named): Promise<void> =>
  choose(
    page,
    async () => {
      await page.locator('#board').focus()
      await page.keyboard.press('i')
    },
    file,
  )

/** A file is dropped, as the browser's own event brings it. */
const drop = (page: Page, { name, mimeType, bytes, size = 0 }: Named, at: { x: number; y: number }): Promise<void> =>
  page.evaluate(
    ({ base64, size, name, type, at: { x, y } }) => {
      const dataTransfer = new DataTransfer()
      const begin = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
      dataTransfer.items.add(new File([begin, new Uint8Array(size)], name, { type }))
      const event = { dataTransfer, bubbles: true, cancelable: true, clientX: x, clientY: y }
      const below = document.elementFromPoint(x, y)
      for (const is of ['dragover', 'drop']) below?.dispatchEvent(new DragEvent(is, event))
    },
    { base64: Buffer.from(bytes).toString('base64'), size, name, type: mimeType, at },
  )

const PAGE = 4096

/** All that lies in the data folder: how many pictures the database has, and which files there are. */
const kept = () => {
  const { dataDir } = house.world()
  const db = new DatabaseSync(join(dataDir, 'jointly.db'), { readOnly: true })
  const { count } = db.prepare('SELECT count(*) AS count FROM images').get() as { count: number }
  db.close()
  return { pictures: count, files: readdirSync(dataDir).sort() }
}
const cardsOn = async (): Promise<number> => (await boardAt(house, boardOf(una.page))).cards.length

test('[J47] a picture comes by drop where one drops it, by the button and by its key, and stands on every screen', async () => {
  const { page } = una
  await drop(page, PHOTO, { x: 620, y: 520 })
  await describePicture(page, { words: 'Dropped here' })
  const box = await card(main(page), 'Dropped here').boundingBox()
  expect([Math.abs((box?.x ?? 0) - 620) < 3, Math.abs((box?.y ?? 0) - 520) < 3]).toEqual([true, true])
  const button = page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Add a picture' })
  await choose(page, () => button.click(), PHOTO)
  await describePicture(page, { words: 'Chosen by the button' })
  await byKey(page, PHOTO)
  await describePicture(page, { words: 'Chosen by the key' })
  for (const words of ['Dropped here', 'Chosen by the button', 'Chosen by the key']) {
    await eventually(async () => (await cardsWith(house, boardOf(page), words)).map(({ image }) => image?.w)).toEqual([
      320,
    ])
    await findCard(max.page, words)
    await card(main(max.page), words).getByRole('img').first().waitFor()
  }
  expectNoComplaints([una, max])
})

const WICKED = '<script>window.top.hacked = true; window.hacked = true; alert(1)</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" onload="window.top.hacked=true">${WICKED}</svg>`
const REFUSED: readonly (readonly [string, Named, RegExp])[] = [
  ['a letter', { name: 'letter.txt', mimeType: 'text/plain', bytes: Buffer.from('Dear colleagues') }, /not a picture/],
  ['a file of 50 MB', { ...PHOTO, size: 50 << 20 }, /larger than 10 MB/],
  [
    'a pixel bomb',
    { name: 'bomb.png', mimeType: 'image/png', bytes: png(50_000, 50_000, { rows: 1 }) },
    /50 million points/,
  ],
  ['a drawing with a program', { name: 'plan.svg', mimeType: 'image/svg+xml', bytes: Buffer.from(SVG) }, /as PNG/],
  [
    'such a drawing under another name',
    { name: 'plan.png', mimeType: 'image/png', bytes: Buffer.from(SVG) },
    /not a picture/,
  ],
  [
    'a page that says it is a picture',
    { name: 'photo.gif', mimeType: 'image/gif', bytes: Buffer.from(`GIF89a<html>${WICKED}`) },
    /not a picture/,
  ],
  [
    'half a picture',
    { name: 'half.png', mimeType: 'image/png', bytes: NOISE.bytes.slice(0, NOISE.bytes.length / 2) },
    /not a picture/,
  ],
]

test.each(REFUSED)(
  '[J55] %s is refused in words; nothing of it is kept and nothing in it runs',
  async (_, file, why) => {
    const { page } = una
    const before = [kept(), await cardsOn()]
    const asked: string[] = []
    const onDialog = (dialog: { message: () => string; dismiss: () => Promise<void> }) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    }
    page.on('dialog', onDialog)
    await drop(page, file, { x: 620, y: 300 })
    await pictureDialog(page).getByRole('alert').getByText(why).waitFor()
    expect(await pictureDialog(page).getByRole('button', { name: 'Post' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await pictureDialog(page).waitFor({ state: 'detached' })
    expect([asked, await page.evaluate(() => 'hacked' in window)]).toEqual([[], false])
    expect([kept(), await cardsOn()]).toEqual(before)
    page.off('dialog', onDialog)
    expectNoComplaints([una], refusedWith(413, 415))
  },
)

/** What was kept and posted since, and where the picture is seen. */
const postedOnce = async (words: string, before: ReturnType<typeof kept>): Promise<void> => {
  await eventually(async () => (await cardsWith(house, boardOf(una.page), words)).length).toBe(1)
  await saved(una.page)
  expect(kept()).toEqual({ ...before, pictures: before.pictures + 1 })
}

test('[J55] in the place of a file that was refused another is chosen, by keys alone', async () => {
  const { page } = una
  const before = kept()
  await byKey(page, { name: 'letter.png', mimeType: 'image/png', bytes: Buffer.from('Dear colleagues') })
  await pictureDialog(page)
    .getByRole('alert')
    .getByText(/not a picture/)
    .waitFor()
  const other = pictureDialog(page).getByRole('button', { name: 'Choose another picture' })
  await eventually(async () => {
    await page.keyboard.press('Tab')
    return other.evaluate(element => element === document.activeElement)
  }).toBe(true)
  await choose(page, () => page.keyboard.press('Enter'), PHOTO)
  await describePicture(page, { words: 'Another in its place' })
  await postedOnce('Another in its place', before)
  expectNoComplaints([una], refusedWith(415))
})

/** What Chromium itself writes of a request that is cut. */
const CUT_UPLOAD =
  /: Failed to load resource: net::ERR_(CONNECTION_RESET|EMPTY_RESPONSE|CONNECTION_CLOSED|SOCKET_NOT_CONNECTED)/

test('[J48] on a full disk a picture is refused as such, nothing is half-kept, and it goes once there is room', async () => {
  const { page } = una
  const before = kept()
  // SQLite itself finds no room for it: so many pages more, and the picture takes a hundred.
  await house.restart(dataDir => {
    const path = join(dataDir, 'jointly.db')
    return openSqlite(path, { maxPages: statSync(path).size / PAGE + 30 })
  })
  await saved(page)
  await byKey(page, NOISE)
  await pictureDialog(page)
    .getByRole('alert')
    .getByText(/disk is full/)
    .waitFor()
  expect(kept()).toEqual(before)
  await house.restart()
  await saved(page)
  await pictureDialog(page).getByRole('button', { name: 'Try again' }).click()
  await describePicture(page, { words: 'There is room again' })
  await postedOnce('There is room again', before)
  const cutOrFull = new RegExp(`${CUT_LINE.source}|${CUT_UPLOAD.source}|${refusedWith(507).source}`)
  expectNoComplaints([una, max], cutOrFull)
})

test('[J48] a picture whose way is cut half-way waits in its dialog, nothing of it is kept, and it goes at the next try', async () => {
  const { page } = una
  const before = kept()
  const came: number[] = []
  // Each time its first bytes have come, and the rest is on its way: Chromium itself tries twice.
  const cut = (request: IncomingMessage) => {
    if (!request.url?.includes('/images')) return
    request.once('data', (bytes: Buffer) => {
      came.push(bytes.length)
      request.socket.destroy()
    })
  }
  house.world().app.server.prependListener('request', cut)
  await byKey(page, NOISE)
  await pictureDialog(page)
    .getByRole('alert')
    .getByText(/picture stays here/)
    .waitFor()
  expect([came.length > 0, came.every(length => length < NOISE.bytes.length)]).toEqual([true, true])
  expect(kept()).toEqual(before)
  house.world().app.server.off('request', cut)
  await pictureDialog(page).getByRole('button', { name: 'Try again' }).click()
  await describePicture(page, { words: 'Whole at the second try' })
  await postedOnce('Whole at the second try', before)
  expectNoComplaints([una], CUT_UPLOAD)
})

test('[J54] a pasted picture is seen by the other person on every face, with the words for those who do not see it', async () => {
  const { page } = una
  await page.mouse.move(700, 200)
  await pastePicture(page, { w: 640, h: 400 })
  await describePicture(page, { words: 'Mondays are the hardest', alt: 'Absences by weekday' })
  const [posted] = await cardsWith(house, boardOf(page), 'Mondays are the hardest')
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

test('[J55] without a line the picture waits in its dialog, and goes when the line is back', async () => {
  const { page, context } = una
  await context.setOffline(true)
  await pastePicture(page)
  const dialog = pictureDialog(page)
  await dialog.getByRole('textbox', { name: 'Words on the card (optional)' }).fill('Plan of the building')
  await dialog
    .getByRole('alert')
    .getByText(/picture stays here/)
    .waitFor()
  await context.setOffline(false)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await dialog.getByRole('button', { name: 'Post' }).click()
  await eventually(async () => (await cardsWith(house, boardOf(page), 'Plan of the building')).length).toBe(1)
  expectNoComplaints([una], CUT_LINE)
})
