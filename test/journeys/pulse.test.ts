import { NO_RULES, type Report } from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepButton } from './board.ts'
import { faultsOf } from './faults.ts'
import { eventually, expectNoComplaints, type House, openHouse } from './seats.ts'
import { enter, seatMinneapolis } from './table.ts'

/** How the work together goes, asked in between: five people, one on a phone, each on a step of their own. */

let house: House
let table: Awaited<ReturnType<typeof seatMinneapolis>>
beforeAll(async () => {
  house = await openHouse()
  table = await seatMinneapolis(house, { ...NO_RULES, attribution: 'side' })
})
afterAll(() => house.close())

const line = (page: Page) => page.getByRole('banner')
const pulse = (page: Page) => page.getByRole('dialog', { name: 'How are we doing?' })

test('[J131] a pulse is asked from the menu, answered on any step by finger and by keys, released by each side, and names nobody of the other', async () => {
  const { pageOf, seats, report } = table
  const [fay, ana, ugo, max, mia] = ['Fay', 'Ana', 'Ugo', 'Max', 'Mia'].map(pageOf) as [Page, Page, Page, Page, Page]
  await stepButton(mia, 'Interests').click()

  await fay.getByRole('button', { name: 'More', exact: true }).click()
  await fay.getByRole('menuitem', { name: 'Ask how we are doing' }).click()
  await fay.getByRole('dialog').getByText('Your own side sees who answered what.').waitFor()
  await fay.getByRole('button', { name: 'Open the round' }).click()
  // Who may not ask is offered nothing, and nobody is while one runs.
  for (const page of [fay, mia]) {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Ground rules' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Ask how we are doing' }).count()).toBe(0)
    await page.keyboard.press('Escape')
  }

  await line(ugo).getByRole('button', { name: 'Answer', exact: true }).tap()
  await pulse(ugo).getByText('badly', { exact: true }).tap()
  await pulse(ugo).getByRole('textbox', { name: 'A word of why?' }).fill('We never come to our turn')
  await pulse(ugo).getByRole('button', { name: 'Hand in', exact: true }).tap()
  await pulse(ugo).getByText('Your answer is sealed').waitFor()

  // Mia does it by keys alone, and thinks again: the second answer takes the place of the first.
  await enter(mia, line(mia).getByRole('button', { name: 'Answer', exact: true }))
  await pulse(mia).getByRole('radio').first().waitFor()
  await eventually(() =>
    pulse(mia)
      .getByRole('radio')
      .first()
      .evaluate(one => one === document.activeElement),
  ).toBe(true)
  await mia.keyboard.press('2')
  await mia.keyboard.press('Enter')
  await pulse(mia).getByText('Your answer is sealed').waitFor()
  await mia.keyboard.press('5')
  await mia.keyboard.press('Enter')
  await pulse(mia).getByText('Your answer is sealed').waitFor()
  expect(await faultsOf(mia, 'answering a pulse')).toEqual([])
  await mia.keyboard.press('Escape')
  await line(mia).getByRole('button', { name: 'Change my answer' }).waitFor()

  await line(fay).getByRole('button', { name: 'Look' }).click()
  expect(await pulse(fay).getByRole('radio').count()).toBe(0)
  await pulse(fay).getByText('1 of 2').first().waitFor()
  await pulse(fay).getByRole('button', { name: 'Close the round' }).click()
  await fay.getByRole('button', { name: 'Close it now' }).click()

  for (const page of [ana, max]) {
    await line(page).getByRole('button', { name: 'Look' }).click()
    await pulse(page).getByRole('region', { name: 'Your side’s own result' }).waitFor()
    await pulse(page).getByRole('button', { name: 'Release it' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  }
  await pulse(fay).getByText('Nothing follows from it by itself').waitFor()
  for (const page of [fay, max]) {
    await pulse(page).getByText('We never come to our turn').waitFor()
    expect(await pulse(page).getByText('Ugo').count()).toBe(0)
  }
  await pulse(max).getByText('Mia').waitFor()
  expect(await faultsOf(max, 'the result of a pulse')).toEqual([])
  await pulse(ana).getByText('Ugo').waitFor()
  const { pulses } = (await report()) as Report
  expect(pulses).toMatchObject([{ scale: 'doing', steps: { union: { mean: 2, n: 1 }, management: { mean: 5, n: 1 } } }])
  expect(JSON.stringify(pulses)).not.toContain('"member"')

  await fay.keyboard.press('Escape')
  await line(fay).getByRole('button', { name: 'Put away' }).click()
  await eventually(() => line(fay).getByText('How are we doing?').count()).toBe(0)
  expectNoComplaints(seats)
})
