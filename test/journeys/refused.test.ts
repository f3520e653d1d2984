import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, composer, cutOff, look, main, post, saved, sitThree, word } from './board.ts'
import { boardStands, CUT_LINE, eventually, expectNoComplaints, type House, openHouse, type Seat } from './seats.ts'

/** What the server refuses comes back to its writer: done again where it may be done, and else in the tray. */

let house: House
let fay: Seat
let una: Seat
let max: Seat
const all = () => [fay, una, max]

beforeAll(async () => {
  house = await openHouse()
  ;({ fay, una, max } = await sitThree(house))
  for (const { page } of all()) await look(page, 'Options')
})
afterAll(() => house.close())

/** A facilitator's decision, as their page asks for it. */
const decide = async ({ page }: Seat, move: Record<string, unknown>): Promise<void> => {
  const status = await page.evaluate(async body => {
    const headers = {
      'content-type': 'application/json',
      'x-jointly-member': new URLSearchParams(location.search).get('as') ?? '',
    }
    const board = location.pathname.split('/').at(-1)
    return (await fetch(`/api/boards/${board}/moves`, { method: 'POST', headers, body: JSON.stringify(body) })).status
  }, move)
  expect(status).toBe(201)
}

/** What was under way when something closed counts for three seconds more. */
const graceOver = (closedAt: number) => eventually(() => Date.now() - closedAt).toBeGreaterThan(3_200)

const tray = (page: Page) => page.getByRole('region', { name: /not kept$/ })
const inTray = (page: Page, words: string) => tray(page).getByRole('listitem').filter({ hasText: words })

const appended = async (page: Page, to: string, words: string) => {
  await word(card(page, to))
  await page.keyboard.type(words)
  await page.keyboard.press('Escape')
}

test('[J110] who comes back after the layout was locked and a stage closed: what may be done arrives, the rest is in the tray, is there after a reload, and is sent again later', async () => {
  await decide(fay, { type: 'layout.unlock' })
  await post(max.page, 'A shared pool of substitutes')
  await post(una.page, 'Una’s own card')
  await saved(una.page)
  await card(una.page, 'A shared pool').waitFor()
  await una.page.getByRole('radio', { name: 'Whiteboard' }).click()
  await una.page.getByRole('toolbar', { name: 'Tools' }).waitFor()
  await una.page.getByRole('radio', { name: 'Stage' }).click()
  await cutOff(house, una)
  await post(una.page, 'Written without a line')
  await appended(una.page, 'Una’s own card', ', worded on')
  await una.page.getByRole('radio', { name: 'Whiteboard' }).click()
  const pool = card(una.page, 'A shared pool')
  await pool.focus()
  await una.page.keyboard.press('Space')
  await una.page.keyboard.press('Alt+Shift+ArrowRight')
  await una.page.getByRole('radio', { name: 'Stage', exact: true }).click()
  await decide(fay, { type: 'layout.lock' })
  await graceOver(Date.now())
  await una.context.setOffline(false)
  await inTray(una.page, 'A shared pool').waitFor({ timeout: 30_000 })
  await saved(una.page)
  for (const { page } of all())
    for (const words of ['Written without a line', 'Una’s own card, worded on'])
      await eventually(() => card(page, words).count()).toBe(1)
  expect(await inTray(una.page, 'A shared pool').innerText()).toContain('layout was locked')
  // Whoever goes on with something else folds it up, and finds it where it was.
  await tray(una.page).getByRole('button', { name: 'Fold up' }).click()
  await eventually(() => inTray(una.page, 'A shared pool').count()).toBe(0)
  await tray(una.page).getByRole('button', { name: 'Show again' }).click()
  await inTray(una.page, 'A shared pool').waitFor()

  await una.page.reload()
  await boardStands(una.page)
  await inTray(una.page, 'A shared pool').waitFor()
  await decide(fay, { type: 'layout.unlock' })
  await eventually(async () => {
    const send = una.page.getByRole('button', { name: /^Send again “A shared pool/ })
    if (await send.isVisible()) await send.click()
    return tray(una.page).count()
  }).toBe(0)
  await saved(una.page)

  // Another's way of closing: only criteria may be worded when she comes back.
  await look(una.page, 'Options')
  await cutOff(house, una)
  await post(una.page, 'Too late for options')
  await appended(una.page, 'A shared pool', ', too late')
  await decide(fay, { type: 'stage.open', stage: 'criteria', only: true, warnSeconds: 0 })
  await graceOver(Date.now())
  await una.context.setOffline(false)
  await eventually(() => tray(una.page).getByRole('listitem').count(), { timeoutMs: 30_000 }).toBe(2)
  expect(await main(max.page).innerText()).not.toContain('too late')
  await decide(fay, { type: 'stage.open', stage: 'options' })
  for (const words of ['Too late for options', 'too late']) {
    const entry = inTray(una.page, words).first()
    await entry.getByRole('button', { name: /^Send again/ }).click()
  }
  await eventually(() => tray(una.page).count()).toBe(0)
  await saved(una.page)
  await look(max.page, 'Options')
  for (const words of ['Too late for options', 'A shared pool of substitutes, too late'])
    await eventually(() => card(max.page, words).count()).toBe(1)
  expectNoComplaints(all(), CUT_LINE)
}, 120_000)

test('[J111] a facilitator opens one step alone: who needs more time asks for it, and who is late is let in, marked late', async () => {
  await una.page.getByRole('radio', { name: 'Stage' }).click()
  await look(una.page, 'Options')
  await look(fay.page, 'Criteria')
  await fay.page.getByRole('button', { name: 'Facilitate', exact: true }).click()
  await fay.page.getByRole('button', { name: 'Open one step alone…' }).click()
  const dialog = fay.page.getByRole('dialog', { name: 'Open one step alone' })
  await dialog.getByRole('radio', { name: '00:30' }).click()
  await dialog.getByRole('button', { name: 'Announce it' }).click()
  await dialog.waitFor({ state: 'detached' })
  const clock = (page: Page, time: RegExp) => page.getByRole('timer').filter({ hasText: time })
  for (const { page } of all()) await clock(page, /^In 00:\d\d only “.*Criteria.*” is open/).waitFor()
  // Whoever looked at the present step came along with it; they go back to the one that closes.
  for (const { page } of [una, max]) await look(page, 'Options')
  await post(una.page, 'In time')
  await saved(una.page)

  await una.page.getByRole('button', { name: 'Ask for more time' }).click()
  await una.page.getByText('You asked for more time.').waitFor()
  await fay.page.getByText('Una: more time, please.').waitFor()
  expect(await max.page.getByText('more time, please').count()).toBe(0)
  await card(max.page, 'In time').waitFor()
  await fay.page.getByRole('button', { name: 'One more minute' }).click()
  await clock(una.page, /^In 01:\d\d only/).waitFor()
  await eventually(() => fay.page.getByText('Una: more time, please.').count()).toBe(0)

  // What is half written when it closes is kept, and an editor that is open ends.
  await composer(una.page).click()
  await una.page.keyboard.type('After the bell')
  await word(card(max.page, 'In time'))
  await decide(fay, { type: 'stage.open', stage: 'criteria', only: true, warnSeconds: 3 })
  await una.page.getByText('Another step alone is open now.').waitFor()
  expect(await composer(una.page).count()).toBe(0)
  await eventually(() => max.page.getByRole('textbox', { name: 'Wording of this card' }).count()).toBe(0)
  await inTray(una.page, 'After the bell').waitFor()
  await inTray(una.page, 'After the bell')
    .getByRole('button', { name: /^Ask to let in/ })
    .click()
  await inTray(una.page, 'A facilitator can let it in').waitFor()
  await fay.page.getByText('Una asks to let in one thing that came too late.').waitFor()
  await fay.page.getByRole('button', { name: 'Let in, marked late' }).click()
  await card(max.page, 'After the bell').getByText('late', { exact: true }).waitFor()
  await eventually(() => tray(una.page).count()).toBe(0)
  await card(max.page, 'In time').waitFor()
  await saved(una.page)

  await fay.page.getByRole('button', { name: 'Open the others again' }).click()
  await eventually(() => una.page.getByText(/^Only “.*” is open now/).count()).toBe(0)
  await composer(una.page).waitFor()
  await card(max.page, 'After the bell').getByText('late', { exact: true }).waitFor()
  expectNoComplaints(all(), CUT_LINE)
}, 120_000)

test('[J112] words of the issue that came after its step had closed are let in among what was changed meanwhile, and everybody reads that they came late', async () => {
  const issue = (page: Page) => main(page).getByRole('region', { name: 'The issue', exact: true })
  const edits = async (page: Page) => {
    await issue(page)
      .getByRole('button', { name: /^(Edit|Word) the issue$/ })
      .click()
    const editor = page.getByRole('textbox', { name: 'Wording of the issue' })
    await editor.waitFor()
    await eventually(() => editor.evaluate(element => element.contains(document.activeElement))).toBe(true)
  }
  await decide(fay, { type: 'stage.open', stage: 'issue' })
  for (const { page } of all()) await look(page, 'Issue')
  await cutOff(house, una)
  await edits(una.page)
  await una.page.keyboard.press('Control+End')
  await una.page.keyboard.type(' And who is asked first?')
  await decide(fay, { type: 'stage.open', stage: 'criteria', only: true, warnSeconds: 0 })
  await graceOver(Date.now())
  // A facilitator goes on recording in every step.
  await look(fay.page, 'Issue')
  await edits(fay.page)
  // A fresh editor puts the caret at the end once more a moment after it has the focus.
  await eventually(async () => {
    const at = await fay.page.evaluate(() => getSelection()?.anchorOffset)
    await fay.page.keyboard.press('Control+Home')
    return at
  }).toBe(0)
  await fay.page.keyboard.type('From March on: ')
  await fay.page.getByRole('button', { name: 'Done', exact: true }).click()
  await saved(fay.page)

  await una.context.setOffline(false)
  const waiting = inTray(una.page, 'And who is asked first?')
  await waiting.waitFor({ timeout: 30_000 })
  expect(await waiting.innerText()).toMatch(/^The issue\. Only something else was open/)
  for (const { page } of all()) await look(page, 'Issue')
  for (const { page } of all()) {
    await issue(page).getByText('From March on: ').waitFor()
    expect(await issue(page).getByText('And who is asked first?').count()).toBe(0)
  }
  await waiting.getByRole('button', { name: /^Ask to let in/ }).click()
  await fay.page.getByText('Una asks to let in one thing that came too late.').waitFor()
  // Nobody else is asked, and nobody else lets anything in.
  expect(await max.page.getByRole('button', { name: 'Let in, marked late' }).count()).toBe(0)
  await fay.page.getByRole('button', { name: 'Let in, marked late' }).click()
  for (const { page } of all()) {
    await eventually(() => issue(page).innerText()).toMatch(/^From March on: .* And who is asked first\?$/m)
    await issue(page).getByText('Some of these words came after their step had closed; Faye let them in.').waitFor()
  }
  await eventually(() => tray(una.page).count()).toBe(0)
  await saved(una.page)
  // It is let in for its writer alone.
  expect(await issue(max.page).getByRole('button', { name: 'Edit the issue' }).count()).toBe(0)
  await max.page.reload()
  await boardStands(max.page)
  await look(max.page, 'Issue')
  await issue(max.page).getByText('Some of these words came after their step had closed').waitFor()
  await decide(fay, { type: 'stage.open', stage: 'criteria' })
  await issue(max.page).getByRole('button', { name: 'Edit the issue' }).waitFor()
  expectNoComplaints(all(), CUT_LINE)
}, 120_000)
