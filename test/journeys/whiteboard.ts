import type { BoardId, BoardView, CardView } from '@jointly/board'
import type { CDPSession, Locator, Page } from 'playwright-core'
import { card, main } from './board.ts'
import { eventually, type House } from './seats.ts'

/** What one does and sees on the whiteboard; ink is a picture and far out cards are painted, so much is asked of the server. */

export const showWhiteboard = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Whiteboard' }).click()
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
}

export const boardOf = (page: Page): BoardId => new URL(page.url()).pathname.split('/')[2] as BoardId // a board's address

/** The board as the server has it. */
export const boardAt = (house: House, board: BoardId): Promise<BoardView> =>
  house.world().app.services.rooms.use({ kind: 'joint', board }, room => room.board)

export const cardsWith = async (house: House, board: BoardId, words: string): Promise<readonly CardView[]> =>
  (await boardAt(house, board)).cards.filter(({ text, gone }) => !gone && text.includes(words))

/** What has the focus, by its accessible name. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

/** Leads to a card by its words, with the keyboard; it has the focus then and is selected. */
export const findCard = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find on the whiteboard' }).fill(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await eventually(() => focusedName(page)).toContain(words)
}

/** Text comes from the clipboard, as the browser's own event brings it. */
export const pasteText = (page: Page, text: string): Promise<void> =>
  page.evaluate(words => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

/** A picture of plain colour comes from the clipboard; `as`: these words in its place, which say that they are one. */
export const pastePicture = (
  page: Page,
  { w = 320, h = 200, as }: { w?: number; h?: number; as?: string } = {},
): Promise<void> =>
  page.evaluate(
    async ({ w, h, as }) => {
      const canvas = new OffscreenCanvas(w, h)
      const brush = canvas.getContext('2d')
      if (brush === null) throw new Error('no canvas')
      brush.fillStyle = '#335544'
      brush.fillRect(0, h / 2, w, h / 2)
      const clipboardData = new DataTransfer()
      clipboardData.items.add(
        new File([as ?? (await canvas.convertToBlob({ type: 'image/png' }))], 'p.png', { type: 'image/png' }),
      )
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { w, h, as },
  )

export const pictureDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Picture' })

/** Says what a picture that was brought is about, and posts it. */
export const describePicture = async (page: Page, { words, alt = '' }: { words: string; alt?: string }) => {
  const dialog = pictureDialog(page)
  await dialog.getByRole('textbox', { name: 'What is to be seen in it (optional)' }).fill(alt)
  await dialog.getByRole('textbox', { name: 'Words on the card (optional)' }).fill(words)
  await dialog.getByRole('button', { name: 'Post' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** One line becomes a card where one points. */
export const pasteAt = async (page: Page, words: string, { x, y }: Point): Promise<void> => {
  await page.mouse.move(x, y)
  await pasteText(page, words)
  await card(main(page), words).waitFor()
}

export type Point = { readonly x: number; readonly y: number }

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

/** With the mouse, in a few steps as a hand does. */
export const drag = async (page: Page, from: Point, to: Point): Promise<void> => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const half = between(from, to, 0.5)
  await page.mouse.move(half.x, half.y, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** Where a card is on the screen; fails where it is not to be seen. */
export const placeOf = async (page: Page, words: string): Promise<Point & { w: number; h: number }> => {
  const box = await card(main(page), words).boundingBox()
  if (box === null) throw new Error(`${words} is not to be seen`)
  return { x: box.x, y: box.y, w: box.width, h: box.height }
}
export const centreOf = async (page: Page, words: string): Promise<Point> => {
  const { x, y, w, h } = await placeOf(page, words)
  return { x: x + w / 2, y: y + h / 2 }
}

/** Where the picture stands. */
export const pictureAt = (page: Page): Promise<string> =>
  page.locator('.react-flow__viewport').evaluate(element => (element as HTMLElement).style.transform)

/** Fingers on a touch screen, as real touches. */
export type Fingers = {
  readonly swipe: (from: Point, to: Point) => Promise<void>
  readonly pinch: (middle: Point, apart: { from: number; to: number }) => Promise<void>
  /** Presses until something is there. */
  readonly press: (at: Point, until: () => Promise<unknown>) => Promise<void>
}

export const fingersOn = async (page: Page): Promise<Fingers> => {
  const line: CDPSession = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: Point[]) =>
    line.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) })
  const STEPS = 8
  return {
    swipe: async (from, to) => {
      await touch('touchStart', from)
      for (let i = 1; i <= STEPS; i++) await touch('touchMove', between(from, to, i / STEPS))
      await touch('touchEnd')
    },
    pinch: async ({ x, y }, { from, to }) => {
      const at = (share: number): [Point, Point] => {
        const half = (from + (to - from) * share) / 2
        return [
          { x: x - half, y },
          { x: x + half, y },
        ]
      }
      await touch('touchStart', ...at(0))
      for (let i = 1; i <= STEPS; i++) await touch('touchMove', ...at(i / STEPS))
      await touch('touchEnd')
    },
    press: async (at, until) => {
      await touch('touchStart', at)
      await until()
      await touch('touchEnd')
    },
  }
}
