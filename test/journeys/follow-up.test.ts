import { type BoardId, type MoveRequest, type Report, SideId, StepId } from '@jointly/board'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, move, type Person, startTeam } from '../world.ts'
import { main } from './board.ts'
import { axeFinds } from './faults.ts'
import { eventually, expectNoComplaints, type House, openHouse, PHONE, type Seat, sitAs } from './seats.ts'

/** What follows from an agreement, kept by both sides of the Minneapolis case, and the report of it. */

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')
const WHAT = 'Publish the interview calendar to every school'

let house: House
let team: Awaited<ReturnType<typeof startTeam>>
let board: BoardId
let ana: Person
let max: Person
let mia: Person
let obi: Person

beforeAll(async () => {
  house = await openHouse()
  team = await startTeam(house.world(), 'Minneapolis')
  ana = await team.seat('Ana', 'co-chair', UNION)
  max = await team.seat('Max', 'co-chair', MANAGEMENT)
  mia = await team.seat('Mia', 'member', MANAGEMENT, max)
  obi = await team.seat('Obi', 'observer', null)
  const body = { title: 'Teacher placement', case: 'minneapolis-placement', template: 'full' } as const
  board = (await call(house.url, 'createBoard', { token: team.fay.token, params: { id: team.team.id }, body })).board.id
  await take(team.fay, { type: 'stage.open', stage: StepId.parse('follow-up') })
})
afterAll(() => house.close())

const take = async (who: Person, request: MoveRequest): Promise<number> => {
  const { status, body } = await move(house.world(), who, board, request)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return (body as { move: { seq: number } }).move.seq
}

const sitDownAs = async (who: Person, options: BrowserContextOptions = {}): Promise<Seat> => {
  const seat = await sitAs(house, who, { board, ...options })
  await actions(seat.page).waitFor()
  return seat
}
const actions = (page: Page): Locator => main(page).getByRole('region', { name: 'Actions' })
const meetings = (page: Page): Locator => main(page).getByRole('region', { name: 'When we look again' })
const indicators = (page: Page): Locator => main(page).getByRole('region', { name: 'Indicators' })
const row = (page: Page): Locator => actions(page).getByRole('listitem', { name: WHAT })
const dialog = (page: Page): Locator => page.getByRole('dialog')

test('[J124] an action is done when both sides have said so; a meeting carries what is open forward; the report is opened and printed', async () => {
  const [union, manager] = await Promise.all([sitDownAs(ana), sitDownAs(max)])
  const [a, m] = [union.page, manager.page]
  await actions(a).getByText('Nothing has been written down to be done yet.').waitFor()

  await actions(a).getByRole('button', { name: 'Add an action' }).click()
  await dialog(a).getByRole('button', { name: 'Add', exact: true }).click()
  await dialog(a).getByText('Please say what is to be done').waitFor()
  await dialog(a).getByRole('textbox', { name: 'What is to be done' }).fill(WHAT)
  await dialog(a).getByLabel('Until when').fill('2027-03-15')
  await dialog(a).getByText('Ana', { exact: true }).click()
  await dialog(a).getByText('Max', { exact: true }).click()
  await dialog(a).getByRole('button', { name: 'Add', exact: true }).click()

  await row(m).getByText('Due Mar 15, 2027').waitFor()
  await row(m).getByText('Management has not said anything of it yet').waitFor()
  await row(m)
    .getByRole('button', { name: /^Done, says my side/ })
    .click()
  await row(a).getByText('Management: done (Max)').waitFor()
  expect(await row(a).getByText('Done, as every side says').count()).toBe(0)

  // A change voids it, on the other screen too.
  await row(a)
    .getByRole('button', { name: /^Change/ })
    .click()
  await dialog(a).getByLabel('Until when').fill('2027-03-22')
  await dialog(a).getByRole('button', { name: 'Save' }).click()
  await row(m).getByText('Due Mar 22, 2027').waitFor()
  await row(m).getByText('Management has not said anything of it yet').waitFor()

  // A meeting that leaves it open asks for the next one, and carries it forward.
  await meetings(m).getByRole('button', { name: 'Plan a meeting' }).click()
  await dialog(m).getByLabel('Day').fill('2027-02-01')
  await dialog(m).getByRole('button', { name: 'Plan it' }).click()
  await meetings(a).getByText('1 open action waits for it.').waitFor()
  await meetings(a).getByRole('button', { name: 'It took place' }).click()
  await dialog(a).getByRole('button', { name: 'It took place' }).click()
  await dialog(a).getByText('Please choose a day after this meeting.').waitFor()
  await dialog(a).getByLabel('When is the next one?').fill('2027-03-01')
  await dialog(a).getByRole('button', { name: 'It took place' }).click()
  await row(m).getByText('Carried forward once').waitFor()
  await meetings(m).getByText('Mar 1, 2027').waitFor()

  for (const page of [m, a])
    await row(page)
      .getByRole('button', { name: /^Done, says my side/ })
      .click()
  await actions(m).getByText('1 that is over').click()
  await row(m).getByText('Done, as every side says').waitFor()

  // An indicator with a value, drawn and as a table.
  await indicators(m).getByRole('button', { name: 'Add an indicator' }).click()
  const fields = {
    'What is counted': 'Positions filled by interview',
    'In what': 'percent',
    'Where the values come from': 'District records',
    'Where it stands': '48',
    'On which day': '2026-09-01',
    'Where it should come to': '80',
    'Until when': '2027-09-01',
  }
  for (const [label, value] of Object.entries(fields)) await dialog(m).getByLabel(label, { exact: true }).fill(value)
  await dialog(m).getByRole('button', { name: 'Add', exact: true }).click()
  await indicators(a)
    .getByRole('img', { name: /Positions filled by interview \(percent\)\. Target 80/ })
    .waitFor()
  await indicators(a).getByLabel('Day', { exact: true }).fill('2026-11-01')
  await indicators(a).getByLabel('Value (percent)').fill('51,500')
  await indicators(a).getByRole('button', { name: 'Record' }).click()
  await indicators(a).getByText('This can be read as 51500 or as 51.5.').waitFor()
  await indicators(a).getByLabel('Value (percent)').fill('51,5')
  await indicators(a).getByRole('button', { name: 'Record' }).click()
  await indicators(m).getByText('The 2 values as a table').click()
  await indicators(m)
    .getByRole('row', { name: /Nov 1, 2026 51\.5/ })
    .waitFor()
  // A program may write down what no field here takes; it is shown as people write it.
  const told = (await call(house.url, 'report', { token: ana.token, params: { id: board } })) as Report
  const indicator = told.indicators[0]?.id ?? 0
  await take(max, { type: 'indicator.record', indicator, on: '2026-11-02', value: 0.0000005 })
  await indicators(m)
    .getByRole('row', { name: /Nov 2, 2026 0\.0000005/ })
    .waitFor()

  await a.getByRole('button', { name: 'More', exact: true }).click()
  await a.getByRole('menuitem', { name: 'Report' }).click()
  await dialog(a).getByText('subject to ratification by both parties and to the full package').waitFor()
  const [report] = await Promise.all([
    union.context.waitForEvent('page'),
    dialog(a)
      .getByRole('link', { name: /^Read and print/ })
      .click(),
  ])
  await report.getByRole('heading', { level: 1, name: 'Report: Teacher placement' }).waitFor()
  await report.getByRole('rowheader', { name: WHAT }).first().waitFor()
  expect(await axeFinds(report)).toEqual([])
  const pdf = await report.pdf({ preferCSSPageSize: true })
  expect([pdf.subarray(0, 5).toString(), pdf.length > 20_000]).toEqual(['%PDF-', true])
  expectNoComplaints([union, manager])
  for (const { context } of [union, manager]) await context.close()
})

test('[J99] on a phone, in the dark and by keyboard alone it works and axe finds nothing; an observer finds no control', async () => {
  const action = { what: 'Ask the office for the August list', owners: [mia.member.id], due: '2026-01-15', traces: [] }
  await take(mia, { type: 'action.add', action })
  const [phone, watcher] = await Promise.all([sitDownAs(mia, { ...PHONE, colorScheme: 'dark' }), sitDownAs(obi)])
  const overdue = actions(phone.page).getByRole('listitem', { name: action.what })
  await overdue.getByText('Was due Jan 15, 2026').waitFor()
  await overdue.getByText('Nobody of Union owns it').waitFor()
  expect(await overdue.getByRole('button', { name: /says my side/ }).count()).toBe(0)
  expect(await axeFinds(phone.page)).toEqual([])
  for (const width of [390, 320]) {
    await phone.page.setViewportSize({ width, height: 844 })
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }

  await watcher.page.getByRole('listitem', { name: action.what }).waitFor()
  const named = await main(watcher.page).getByRole('button').allInnerTexts()
  expect(named.filter(name => /Add|Change|Done|Plan|Cancel|Record|took place/.test(name))).toEqual([])
  expect(await axeFinds(watcher.page)).toEqual([])

  // By keyboard alone: to the button, a change, and the focus is not lost.
  const desk = await sitDownAs(max)
  const { page } = desk
  const change = page.getByRole('button', { name: `Change: ${action.what}` })
  await change.waitFor()
  for (let i = 0; i < 80 && !(await change.evaluate(element => element === document.activeElement)); i++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialog(page).waitFor()
  expect(await axeFinds(page)).toEqual([])
  const words = dialog(page).getByRole('textbox', { name: 'What is to be done' })
  for (let i = 0; i < 20 && !(await words.evaluate(element => element === document.activeElement)); i++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('End')
  await page.keyboard.type(', by school')
  await dialog(page).getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('listitem', { name: `${action.what}, by school` }).waitFor()
  await eventually(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  expectNoComplaints([phone, watcher, desk])
  for (const { context } of [phone, watcher, desk]) await context.close()
})
