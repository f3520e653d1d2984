import { NO_RULES, SideId } from '@jointly/board'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, move, type Person, startTeam } from '../world.ts'
import { card, composer, look, main, post } from './board.ts'
import { faultsOf } from './faults.ts'
import { eventually, expectNoComplaints, type House, openHouse, sitAs, sitDown } from './seats.ts'

/** Ground rules: how the parties agree on one page, and what it asks of whoever comes later. */

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** A team of its own, with a co-chair on each side and one board. */
const gather = async () => {
  const { team, fay, seat, openBoard } = await startTeam(house.world())
  const ana = await seat('Ana', 'co-chair', UNION)
  const max = await seat('Max', 'co-chair', MANAGEMENT)
  return { team: team.id, board: await openBoard(), fay, ana, max }
}

const page = (of: Page): Locator => of.getByRole('dialog', { name: 'Ground rules' })
/** By the palette, as from anywhere on a board. */
const open = async (of: Page) => {
  await of.keyboard.press('Control+k')
  await of.getByRole('menuitem', { name: 'Ground rules' }).click()
  await page(of).waitFor()
}
const marks = async (shown: Locator) => [
  await shown.getByRole('deletion').allInnerTexts(),
  await shown.getByRole('insertion').allInnerTexts(),
]
const banner = (of: Page): Locator => of.getByRole('banner')

test('[J78] ground rules are drafted, proposed, accepted by two co-chairs; a newcomer reads them, then writes', async () => {
  const { team, board, ana, ...more } = await gather()
  const fay = await sitAs(house, more.fay, { board })
  const chair = await sitAs(house, ana, { board })
  const manager = await sitAs(house, more.max, { board })
  await banner(manager.page)
    .getByText(/No ground rules are in force yet/)
    .waitFor()

  await banner(fay.page).getByRole('button', { name: 'Draft them' }).click()
  await page(fay.page).getByRole('button', { name: 'Draft ground rules' }).click()
  const form = fay.page.getByRole('dialog', { name: 'Draft ground rules' })
  // A draft stands there already; the parties make it their own.
  expect(await form.getByRole('textbox', { name: 'What consensus means' }).inputValue()).toMatch(/actively support it/)
  await form.getByRole('textbox', { name: 'Press and public' }).fill('The two co-chairs speak to the press together.')
  await form.getByRole('switch', { name: 'Who wrote which words' }).focus()
  await fay.page.keyboard.press('Space')
  await form.getByRole('button', { name: 'Propose these rules' }).click()
  await page(fay.page).getByText('Union: not accepted yet').waitFor()
  expect(await page(fay.page).getByRole('button', { name: 'Accept for my side' }).count()).toBe(0)
  await fay.page.keyboard.press('Escape')

  for (const { page: of } of [chair, manager]) {
    await banner(of)
      .getByText(/Ground rules are proposed/)
      .waitFor()
    await banner(of).getByRole('button', { name: 'Read them' }).click()
    await page(of).getByText('The two co-chairs speak to the press together.').waitFor()
    await page(of).getByRole('button', { name: 'Accept for my side' }).click()
    await page(of).getByRole('button', { name: 'Accept for my side' }).waitFor({ state: 'detached' })
    await of.keyboard.press('Escape')
  }
  await banner(fay.page)
    .getByText(/Ground rules/)
    .waitFor({ state: 'detached' })

  const { invitation } = await call(house.url, 'invite', {
    token: ana.token,
    params: { id: team },
    body: { role: 'member', side: UNION },
  })
  const nia = await sitDown(house, { link: invitation.url, name: 'Nia' })
  await look(nia.page, 'Interests')
  await main(nia.page)
    .getByText(/You can write once you have read them/)
    .first()
    .waitFor()
  expect(await composer(nia.page).count()).toBe(0)
  await main(nia.page).getByRole('button', { name: 'Read them' }).first().click()
  await page(nia.page).getByText('The two co-chairs speak to the press together.').waitFor()
  await page(nia.page).getByRole('button', { name: 'I have read them' }).click()
  await page(nia.page).waitFor({ state: 'detached' })
  await post(nia.page, 'Time to prepare a lesson')
  await look(chair.page, 'Interests')
  await card(chair.page, 'Time to prepare a lesson').waitFor()
  expectNoComplaints([fay, chair, manager, nia])
  for (const { context } of [fay, chair, manager, nia]) await context.close()
})

test('[J79] a change shows what would be different; the rules in force hold until every side has said yes', async () => {
  const { board, fay, ana, max } = await gather()
  const press = 'The two co-chairs speak to the press together.'
  const world = house.world()
  await move(world, fay, board, { type: 'rules.propose', rules: { ...NO_RULES, press } })
  await move(world, ana, board, { type: 'rules.accept', version: 1 })
  await move(world, max, board, { type: 'rules.accept', version: 1 })
  const [chair, manager] = [await sitAs(house, ana, { board }), await sitAs(house, max, { board })]
  await open(manager.page)
  await page(manager.page)
    .getByText(/In force: version 1/)
    .waitFor()
  await page(manager.page).getByRole('button', { name: 'Propose a change' }).click()
  const form = manager.page.getByRole('dialog', { name: 'Draft ground rules' })
  await form
    .getByRole('textbox', { name: 'Press and public' })
    .fill('The two facilitators speak to the press together.')
  await form.getByRole('button', { name: 'Propose these rules' }).click()

  await open(chair.page)
  const shown = page(chair.page)
  await shown.getByText(/What is different from version 1, which is in force, is marked/).waitFor()
  await eventually(() => marks(shown)).toEqual([
    [expect.stringMatching(/^taken out:\s+co-chairs$/)],
    [expect.stringMatching(/^put in:\s+facilitators$/)],
  ])
  await shown.getByText(/In force: version 1/).waitFor()
  await shown.getByRole('button', { name: 'Accept for my side' }).click()
  await shown.getByText('Union: accepted by Ana').waitFor()
  await page(manager.page).getByRole('button', { name: 'Accept for my side' }).click()
  await shown.getByText(/In force: version 2/).waitFor()
  await eventually(() => marks(shown)).toEqual([[], []])
  expectNoComplaints([chair, manager])
  for (const { context } of [chair, manager]) await context.close()
})

test('[J123] every version of the ground rules is read again, by keyboard: when, by whom, and what it changed', async () => {
  const { board, fay, ana, max } = await gather()
  const world = house.world()
  const agree = async (proposer: Person, version: number, press: string) => {
    await move(world, proposer, board, { type: 'rules.propose', rules: { ...NO_RULES, press } })
    for (const who of [ana, max]) await move(world, who, board, { type: 'rules.accept', version })
  }
  await agree(fay, 1, 'The two co-chairs speak to the press together.')
  const chair = await sitAs(house, ana, { board })
  await open(chair.page)
  const shown = page(chair.page)
  await shown.getByText(/In force: version 1/).waitFor()
  expect(await shown.getByRole('region', { name: 'Versions' }).count()).toBe(0)

  await move(world, max, board, { type: 'rules.propose', rules: { ...NO_RULES, press: 'Nobody speaks to the press.' } })
  await shown.getByRole('button', { name: 'Propose a change' }).click()
  const form = chair.page.getByRole('dialog', { name: 'Draft ground rules' })
  await form
    .getByRole('textbox', { name: 'Press and public' })
    .fill('The two facilitators speak to the press together.')
  await form.getByRole('radio', { name: 'Side only' }).focus()
  await chair.page.keyboard.press('Space')
  await form.getByRole('button', { name: 'Propose these rules' }).click()
  await shown
    .getByText(/version 3/)
    .first()
    .waitFor()
  for (const who of [ana, max]) await move(world, who, board, { type: 'rules.accept', version: 3 })
  await shown.getByText(/In force: version 3/).waitFor()

  const rows = shown.getByRole('region', { name: 'Versions' }).getByRole('listitem')
  await eventually(() => rows.count()).toBe(3)
  const told = (await rows.allInnerTexts()).map(text => text.replace(/\s+/g, ' '))
  expect(told).toEqual([
    expect.stringMatching(
      /^Version 3 · In force since .+ Proposed by Ana on .+ Accepted by Ana \(Union\) and Max \(Management\)/,
    ),
    expect.stringMatching(
      /^Version 2 · Never in force: another proposal took its place Proposed by Max on .+ Accepted by no side/,
    ),
    expect.stringMatching(
      /^Version 1 · In force from .+ to .+ Proposed by Fay on .+ Accepted by Ana \(Union\) and Max/,
    ),
  ])

  await shown.getByRole('button', { name: 'Read version 1' }).focus()
  await chair.page.keyboard.press('Enter')
  const first = chair.page.getByRole('dialog', { name: 'Ground rules, version 1' })
  await first.getByText('The two co-chairs speak to the press together.').waitFor()
  expect(await first.getByRole('radio').count()).toBe(0)
  await chair.page.keyboard.press('Escape')
  await first.waitFor({ state: 'detached' })
  await eventually(() => chair.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Read version 1',
  )

  await shown.getByRole('button', { name: 'Read version 3' }).focus()
  await chair.page.keyboard.press('Enter')
  const third = chair.page.getByRole('dialog', { name: 'Ground rules, version 3' })
  await third.getByRole('radio', { name: 'What it changes of version 1' }).focus()
  await chair.page.keyboard.press('Space')
  await eventually(() => marks(third)).toEqual([
    [expect.stringMatching(/^taken out:\s+co-chairs$/), expect.stringMatching(/^taken out:\s+Name and side$/)],
    [expect.stringMatching(/^put in:\s+facilitators$/)],
  ])
  expect(await faultsOf(chair.page, 'an earlier version')).toEqual([])
  await chair.page.keyboard.press('Escape')
  expect(await faultsOf(chair.page, 'the versions')).toEqual([])
  expectNoComplaints([chair])
  await chair.context.close()
})
