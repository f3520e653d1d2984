import type { Locator, Page } from 'playwright-core'
import { eventually, type House, type Seat, sitDown } from './seats.ts'

/** What one does and sees at a board, everything found as people find it: by role and name. */

/** The sides of the practice team, by the names that they gave themselves. */
export const UNION = "Teachers' Association"
export const MANAGEMENT = 'School administration'

export const main = (page: Page): Locator => page.getByRole('main')
export const column = (page: Page, name: string): Locator => page.getByRole('region', { name: `${name} interests` })
/** A card by some of its words, wherever on the screen or within a part of it. */
export const card = (within: Page | Locator, words: string): Locator => within.getByRole('article', { name: words })
export const words = (of: Locator): Promise<string> => of.innerText()

export const stepButton = (page: Page, step: string): Locator =>
  page
    .getByRole('navigation', { name: 'Steps of the process' })
    .getByRole('button', { name: new RegExp(`^${step}\\b`) })

/** Looks at a step for oneself. */
export const look = async (page: Page, step: string): Promise<void> => {
  await stepButton(page, step).click()
  await page.getByRole('radio', { name: 'Stage', checked: true }).waitFor()
}
export const showList = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'List' }).click()
  await page.getByRole('heading', { name: 'Every card on this board' }).waitFor()
}

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Add an? / })

/** Writes cards one after the other into the composer in sight, with the keyboard alone. */
export const post = async (page: Page, ...cards: string[]): Promise<void> => {
  await composer(page).click()
  for (const words of cards) {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
}

/** Opens the editor of a card as a keyboard does; the cursor stands at the end of the words. */
export const word = async (of: Locator): Promise<Locator> => {
  const editor = of.getByRole('textbox', { name: 'Wording of this card' })
  await of.focus()
  await of.press('Enter')
  await editor.waitFor()
  await eventually(() => editor.evaluate(element => element.contains(document.activeElement))).toBe(true)
  return editor
}

export const saveState = (page: Page): Locator =>
  page.getByRole('banner').getByText(/^(Connecting…|Saved|Saving…|Offline.*|Not saved)$/)
export const saved = (page: Page): Promise<void> =>
  eventually(() => saveState(page).innerText(), { timeoutMs: 20_000 }).toBe('Saved')

export type CardSeen = {
  /** The column or group that it lies in. */
  readonly in: string | null
  readonly name: string | null
  /** What its mark says, and the name beside it with all that is said of it. */
  readonly mark: string | null
  readonly by: string | null
}

/** Every card in sight, in reading order: where it lies, what it is called and what its role tag says. */
export const cardsSeen = (page: Page): Promise<CardSeen[]> =>
  main(page)
    .getByRole('article')
    .evaluateAll(articles =>
      articles.map(article => {
        const mark = article.querySelector('footer [role=img]')
        return {
          in: article.closest('section')?.getAttribute('aria-label') ?? null,
          name: article.getAttribute('aria-label'),
          mark: mark?.getAttribute('aria-label') ?? null,
          by: mark?.nextElementSibling?.textContent ?? null,
        }
      }),
    )

/** The words of every card in sight as HTML: marks, lists and all. */
export const wordsSeen = (page: Page): Promise<string[]> =>
  main(page)
    .getByRole('article')
    .evaluateAll(articles => articles.map(article => article.querySelector('[data-words]')?.innerHTML ?? ''))

/** Waits until all of them see the same, and says what; fails with who sees what where they differ. */
export const sameForAll = async <T>(seats: readonly Seat[], see: (page: Page) => Promise<T[]>): Promise<T[]> => {
  let first: T[] = []
  const apart = async () => {
    const all = await Promise.all(seats.map(({ page }) => see(page)))
    first = all[0] ?? []
    const most = Math.max(...all.map(({ length }) => length))
    return Array.from({ length: most }, (_, i) =>
      seats.map(({ name }, who) => `${name}: ${JSON.stringify(all[who]?.[i])}`),
    ).filter((row, i) => all.some(one => JSON.stringify(one[i]) !== JSON.stringify(first[i])) && row)
  }
  await eventually(apart).toEqual([])
  return first
}

/** A facilitator, a union member and a manager at the practice board, on three desktops. */
export type Three = { readonly fay: Seat; readonly una: Seat; readonly max: Seat }
export const sitThree = async (house: House, names = { fay: 'Faye', una: 'Una', max: 'Mark' }): Promise<Three> => ({
  fay: await sitDown(house, { link: house.links.facilitator, name: names.fay }),
  una: await sitDown(house, { link: house.links.union, name: names.una }),
  max: await sitDown(house, { link: house.links.management, name: names.max }),
})

/** Which member this page acts for. */
export const idOf = ({ page }: Seat): string => new URL(page.url()).searchParams.get('as') ?? ''

/**
 * The lines of a browser are cut; what is written from here on does not leave it. At both ends: what is written to a
 * socket while Chromium only plays offline would leave after all when its page closes.
 */
export const cutOff = async (house: House, ...seats: Seat[]): Promise<void> => {
  for (const { context } of seats) await context.setOffline(true)
  for (const seat of seats) house.pull(idOf(seat))
  for (const { page } of seats) await eventually(() => saveState(page).innerText()).toMatch(/^Offline/)
}
