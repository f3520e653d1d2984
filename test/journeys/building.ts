import type { BoardId, BoardView, CardView } from '@jointly/board'
import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import { saved } from './board.ts'
import { updatesKept } from './copies.ts'
import { eventually, type House, type Seat } from './seats.ts'
import { boardAt, cardsWith } from './whiteboard.ts'

/** What several people who build one board are asked about, and whether all of them end with the same. */
export const buildingOn = (house: House, board: BoardId) => {
  const view = (): Promise<BoardView> => boardAt(house, board)
  const one = async (words: string): Promise<CardView> => {
    const [found] = await cardsWith(house, board, words)
    if (found === undefined) throw new Error(`no card says ${words}`)
    return found
  }
  const marks = async (kind: 'frame' | 'ink') => (await view()).marks.filter(mark => mark.kind === kind)
  return {
    view,
    one,
    countOf: async (words: string): Promise<number> => (await cardsWith(house, board, words)).length,
    areLinked: async (a: string, b: string): Promise<boolean> => {
      const ends = [(await one(a)).id, (await one(b)).id]
      return (await view()).links.some(({ from, to }) => ends.includes(from) && ends.includes(to))
    },
    framesCalled: async (title: string): Promise<number> =>
      (await marks('frame')).filter(mark => mark.kind === 'frame' && mark.title === title).length,
    inks: async (): Promise<number> => (await marks('ink')).length,
    /** The documents themselves are the same: the one that each browser keeps, and the server's as its log tells it. */
    converged: async (...seats: Seat[]): Promise<void> => {
      for (const { page } of seats) await saved(page)
      const rows = async () =>
        (await house.world().app.services.storage.read(`joint:${board}`, { limit: 100_000 })).map(({ bytes }) => bytes)
      for (const { page } of seats) {
        let held: unknown
        const kept = async () => {
          held = contentFrom(await rows())
          return contentFrom((await updatesKept(page, board)).map(update => Buffer.from(update, 'base64')))
        }
        await eventually(async () => JSON.stringify(await kept()) === JSON.stringify(held)).toBe(true)
      }
    },
  }
}

/** All that is in a document, in a form that can be compared. */
const contentOf = (doc: Y.Doc): unknown =>
  Object.fromEntries(
    ['cards', 'links', 'marks'].map(root => [
      root,
      Object.entries(doc.getMap(root).toJSON()).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  )

const contentFrom = (updates: readonly Uint8Array[]): unknown => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return contentOf(doc)
}

export const linesOf = (of: string): string => Array.from({ length: 10 }, (_, i) => `${of}, line ${i + 1}`).join('\n')

/** Text lies on the clipboard, as another program put it there, with its HTML; the context may be asked for it. */
export const onClipboard = (page: Page, text: string, html = ''): Promise<void> =>
  page.evaluate(
    ([text, html]) => {
      const forms = Object.entries({ 'text/plain': text, ...(html !== '' && { 'text/html': html }) })
      const blobs = forms.map(([type, form]) => [type, new Blob([form], { type })] as const)
      return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    },
    [text, html] as const,
  )

/** From here on the page counts what presses on it, by kind: a mouse, a finger. */
export const countPresses = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const counted: Record<string, number> = {}
    Object.assign(window, { presses: counted })
    addEventListener(
      'pointerdown',
      ({ isTrusted, pointerType }) => {
        if (isTrusted) counted[pointerType] = (counted[pointerType] ?? 0) + 1
      },
      true,
    )
  })
}
export const pressesOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Object.keys((window as unknown as { presses: Record<string, number> }).presses))
