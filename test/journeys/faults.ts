import axeCore, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { eventually } from './seats.ts'

/** What a program can tell of WCAG 2.2 A and AA, and of what does not fit. */

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const BIG = { width: 1440, height: 900 }
const SMALL = { width: 390, height: 844 }
/** 1280 px at 400 % (WCAG 1.4.10), and 1440 px at 200 %. */
const NARROW = { width: 320, height: 640 }
const ENLARGED = { width: 720, height: 450 }

/** What axe finds on the page as it stands now, by all rules of WCAG or by these alone. */
export const axeFinds = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  // Once per document; a page that went elsewhere has lost it.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axeCore.source)
  const runOnly = rules === undefined ? { type: 'tag', values: TAGS } : { type: 'rule', values: [...rules] }
  const { violations } = await page.evaluate(
    options => (globalThis as unknown as { axe: typeof axeCore }).axe.run(options),
    {
      runOnly,
      resultTypes: ['violations'],
    } as RunOptions,
  )
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target, any }) => `${target} (${any[0]?.message ?? ''})`).join('; ')}`,
  )
}

/** What is wrong with a screen as it stands now: by axe on a desktop and a phone, light and dark, and by its width. */
export const faultsOf = async (page: Page, screen: string): Promise<string[]> => {
  const faults: string[] = []
  const ask = async (how: string, rules?: string[]) => {
    faults.push(...(await axeFinds(page, rules)).map(found => `${screen}, ${how}: ${found}`))
  }
  const fits = async (how: string) => {
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    // What hangs on a button is placed anew a moment after the window's size has changed.
    const isOver = await eventually(over, { timeoutMs: 2_000 })
      .toBe(0)
      .then(
        () => false,
        () => true,
      )
    if (isOver) faults.push(`${screen}, ${how}: ${await over()} px wider than the window`)
  }
  for (const [size, how] of [
    [BIG, 'desktop'],
    [SMALL, 'phone'],
  ] as const) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: 'light' })
    await ask(`${how}, light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    // The same elements in other colours: what could differ is what depends on them.
    await ask(`${how}, dark`, ['color-contrast', 'link-in-text-block'])
    await fits(how)
  }
  for (const [size, how] of [
    [NARROW, 'at 320 px'],
    [ENLARGED, 'at 200 %'],
  ] as const) {
    await page.setViewportSize(size)
    await fits(how)
  }
  await page.setViewportSize(BIG)
  await page.emulateMedia({ colorScheme: 'light' })
  return faults
}
