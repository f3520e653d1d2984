import { printReport } from '@jointly/board/report'
import { fullReport } from '@jointly/board/report/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFinds } from './faults.ts'
import { DESKTOP, type House, openHouse, PHONE } from './seats.ts'

/** The report of a board on which everything has happened, read and printed. */

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const MM = 96 / 25.4
/** The width of a sheet between its margins (report/style.ts), in CSS pixels. */
const SHEETS = { A4: (210 - 2 * 16) * MM, Letter: (215.9 - 2 * 16) * MM }

/** What stands beyond the right edge of its sheet, or is cut off by something around it. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1
    return [...document.querySelectorAll('main *, header *')]
      .filter(one => one.getBoundingClientRect().right > edge || one.scrollWidth > one.clientWidth + 1)
      .filter(one => !one.matches('.unseen, svg, svg *') && getComputedStyle(one).display !== 'inline')
      .map(one => `${one.tagName} ${one.textContent?.slice(0, 60)}`)
  })

test.each(['en', 'es'] as const)(
  '[J137] in %s it fits Letter and A4, asks for nothing, and axe finds nothing in it',
  async language => {
    const context = await house.browser.newContext(DESKTOP)
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.setContent(printReport(fullReport(), { format: 'html', language }))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ media: 'screen', colorScheme })
      expect(await axeFinds(page)).toEqual([])
    }
    for (const [format, width] of Object.entries(SHEETS)) {
      await page.emulateMedia({ media: 'print', colorScheme: 'light' })
      await page.setViewportSize({ width: Math.floor(width), height: 900 })
      expect(await cutOff(page), format).toEqual([])
      // Heads are repeated on each sheet, and no row is broken over two.
      const kept = await page.evaluate(() => [
        ...new Set([...document.querySelectorAll('thead')].map(head => getComputedStyle(head).display)),
        ...new Set([...document.querySelectorAll('tr')].map(row => getComputedStyle(row).breakInside)),
      ])
      expect(kept).toEqual(['table-header-group', 'avoid'])
      const pdf = await page.pdf({ format: format as 'A4', preferCSSPageSize: true })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    }
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize(PHONE.viewport ?? { width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(asked).toEqual([])
    await context.close()
  },
)
