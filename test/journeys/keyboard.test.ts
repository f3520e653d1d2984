import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, column, composer, MANAGEMENT, main, saved, UNION } from './board.ts'
import { boardStands, eventually, expectNoComplaints, type House, newSeat, openHouse, type Seat } from './seats.ts'

/** The whole journey of one participant without a mouse: nothing here clicks, and after every key one sees where one is. */

let house: House
let una: Seat
let page: Page

beforeAll(async () => {
  house = await openHouse()
  una = await newSeat(house, { name: 'Una' })
  page = una.page
})
afterAll(() => house.close())

/** Where the focus is and whether one sees it; null when it is lost. */
const focusSeen = () =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return null
    const box = at.getBoundingClientRect()
    const marks = (element: Element | null, up: number): boolean => {
      if (element === null || up < 0) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      if ((outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow.includes('0px 0px 0px'))
        return true
      return marks(element.parentElement, up - 1)
    }
    return {
      what: `${at.getAttribute('role') ?? at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 40)}`,
      // A page or a heading that took the focus by itself is where reading starts, and nothing to press.
      seen:
        (at.tabIndex === -1 && at.matches('main, h1, [role=dialog], [role=alertdialog]')) ||
        (box.width > 0 && box.height > 0 && marks(at, 2)),
    }
  })

/** Presses keys one after the other; after each the focus is somewhere, and can be seen. */
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key)
    await expect
      .poll(focusSeen, { timeout: 3_000, interval: 20, message: `after ${key}` })
      .toMatchObject({ seen: true })
  }
}
const type = (words: string) => page.keyboard.type(words)

const hasFocus = (of: Locator): Promise<boolean> =>
  of.evaluate(element => element === document.activeElement).catch(() => false)

/** Tab, again and again, until it is there. */
const tabTo = async (of: Locator, { by = 'Tab', most = 120 } = {}): Promise<void> => {
  await of.first().waitFor()
  for (let i = 0; i < most; i++) {
    if (await hasFocus(of)) return
    await press(by)
  }
  throw new Error(`${of} was not reached by ${most} times ${by}`)
}

const compose = async (): Promise<void> => {
  await press('n')
  await eventually(() => hasFocus(composer(page))).toBe(true)
}

test('[J16] one joins, writes several interests in a row and words one of them with the keyboard alone', async () => {
  await page.goto(house.links.union)
  await eventually(() => hasFocus(page.getByRole('textbox', { name: 'Your name' }))).toBe(true)
  await type('Una')
  await press('Enter')
  await boardStands(page)
  await eventually(focusSeen).not.toBe(null)

  await compose()
  await type('Rest between lessons')
  await press('Enter')
  await type('A voice in the plan')
  await press('Enter')
  await type('Parking')
  await press('Enter')
  expect(await hasFocus(composer(page))).toBe(true)
  for (const words of ['Rest between lessons', 'A voice in the plan', 'Parking'])
    await card(column(page, UNION), words).waitFor()

  await press('Escape')
  await tabTo(card(page, 'A voice in the plan'), { by: 'Shift+Tab' })
  await press('Enter')
  const editor = page.getByRole('textbox', { name: 'Wording of this card' })
  await eventually(() => hasFocus(editor)).toBe(true)
  await press('End')
  await type(' for ')
  await press('Control+b')
  await type('everybody')
  await press('Control+b', 'Enter')
  await type('- who teaches')
  await press('Enter')
  await type('who cleans')
  await press('Tab', 'Shift+Tab')
  // To the tools and back to the words, and out of the words to the card.
  await press('Alt+F10', 'ArrowRight', 'Escape')
  expect(await hasFocus(editor)).toBe(true)
  await press('Escape')
  await editor.waitFor({ state: 'detached' })
  const worded = card(page, 'A voice in the plan for everybody')
  expect(await hasFocus(worded)).toBe(true)
  expect(await worded.getByRole('listitem').allInnerTexts()).toEqual(['who teaches', 'who cleans'])
  expect(await worded.innerHTML()).toContain('<strong>everybody</strong>')

  // At the end of the words Ctrl+Enter goes on to the next card.
  await press('Enter', 'Control+Enter')
  await editor.waitFor({ state: 'detached' })
  expect(await hasFocus(composer(page))).toBe(true)
  await saved(page)
})

test('[J17] one says “this matters to us too”, connects an option and puts a card away and back with the keyboard alone', async () => {
  const adopt = card(column(page, MANAGEMENT), 'Every class with a teacher').getByRole('button', {
    name: /^This matters to us too/,
  })
  await tabTo(adopt)
  await press('Enter')
  await eventually(() => adopt.getAttribute('aria-pressed')).toBe('true')
  expect(await hasFocus(adopt)).toBe(true)

  await press('Control+k')
  const palette = page.getByRole('dialog', { name: 'What would you like to do?' })
  await eventually(() => hasFocus(palette.getByRole('searchbox'))).toBe(true)
  await type('options')
  await press('ArrowDown', 'Enter')
  await page.getByRole('heading', { name: 'What could meet these interests?' }).waitFor()
  await eventually(focusSeen).not.toBe(null)
  await compose()
  await type('Shorter days for parents')
  await press('Enter', 'Escape')
  const option = card(page, 'Shorter days for parents')
  // Out of the composer one stands at the card above it.
  expect(await hasFocus(option)).toBe(true)
  await tabTo(option.getByRole('button', { name: 'Connect to an interest' }))
  await press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Which interests does this option serve?' })
  await eventually(() => hasFocus(dialog.getByRole('searchbox'))).toBe(true)
  await type('parking')
  // The first Escape clears what was searched and keeps what was chosen.
  await press('ArrowDown', 'Enter', 'Escape')
  expect(await dialog.getByRole('option', { name: 'Parking', selected: true }).count()).toBe(1)
  await press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await eventually(() => hasFocus(option.getByRole('button', { name: 'Connect to an interest' }))).toBe(true)
  await eventually(() => option.innerText()).toMatch(/Parking[\s\S]*suggested by Una/)

  await tabTo(option, { by: 'Shift+Tab' })
  await press('Delete')
  await option.waitFor({ state: 'detached' })
  await press('Control+z')
  await option.waitFor()
  await tabTo(option)
  await press('Control+d')
  await eventually(() => card(page, 'Shorter days for parents').count()).toBe(2)
  await press('Control+z')
  await eventually(() => card(page, 'Shorter days for parents').count()).toBe(1)

  await tabTo(option)
  await press('Shift+F10')
  await page.getByRole('menu', { name: 'Actions for this card' }).waitFor()
  await press('ArrowDown', 'Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  expect(await hasFocus(option)).toBe(true)
  await saved(page)
})

test('[J18] list, search, palette, keys and people open, close with Escape and give the focus back', async () => {
  await press('l')
  await page.getByRole('heading', { name: 'Every card on this board' }).waitFor()
  const search = page.getByRole('searchbox', { name: 'Find words' })
  const find = async () => {
    await press('Control+f')
    await eventually(() => hasFocus(search)).toBe(true)
  }
  await find()
  await type('parking')
  await eventually(() => main(page).getByRole('article').count()).toBe(1)
  await tabTo(card(page, 'Parking'))
  await find()
  await press('Control+a', 'Delete')

  await tabTo(card(page, 'Parking'))
  await press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await press('Tab', 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await eventually(() => hasFocus(card(page, 'Parking'))).toBe(true)

  await press('w')
  await page.getByRole('dialog', { name: 'Who is here' }).waitFor()
  await press('Tab', 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await press('Control+k', 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('[J19] Tab walks the cards in reading order and leaves the board at its end: nobody is caught', async () => {
  await press('s')
  await page.reload()
  await boardStands(page)
  /** Tab until the page is left at its end. */
  const walk = async (): Promise<string[]> => {
    const walked: string[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return null
        return `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`
      })
      if (at === null) return walked
      walked.push(at)
      expect(walked.length).toBeLessThan(200)
    }
  }
  const inOrder = await main(page)
    .getByRole('article')
    .evaluateAll(all => all.map(one => `ARTICLE ${one.getAttribute('aria-label')}`))
  // One comes in at the board itself; the second round begins at the top of the page.
  expect((await walk()).filter(at => at.startsWith('ARTICLE'))).toEqual(inOrder)
  const whole = await walk()
  expect(whole[0]).toBe('A Skip to the board')
  expect(whole.filter(at => at.startsWith('ARTICLE'))).toEqual(inOrder)
})

test('[J20] one goes to the team’s page and leaves the team with the keyboard alone', async () => {
  await page.keyboard.press('Tab')
  await tabTo(page.getByRole('link', { name: /^To the page of/ }))
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Lincoln School (practice)' }).waitFor()
  await eventually(focusSeen).not.toBe(null)
  await tabTo(page.getByRole('button', { name: 'What to do about Una' }))
  await press('Enter')
  await page.getByRole('menuitem', { name: 'Leave the team' }).waitFor()
  await press('ArrowUp', 'Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Leave the team?' })
  await dialog.waitFor()
  await tabTo(dialog.getByRole('button', { name: 'Leave', exact: true }))
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Solve it together' }).waitFor()
  await eventually(focusSeen).not.toBe(null)
  expectNoComplaints([una])
})
