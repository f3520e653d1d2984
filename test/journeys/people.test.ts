import { type BoardId, SideId } from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type Person, startTeam } from '../world.ts'
import { main } from './board.ts'
import {
  boardStands,
  eventually,
  expectNoComplaints,
  type House,
  newSeat,
  openHouse,
  refusedWith,
  type Seat,
  sitAs,
} from './seats.ts'

/** Who decides about whom, as the people concerned see it. */

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')

let house: House
let team: Awaited<ReturnType<typeof startTeam>>
let board: BoardId
let ana: Person
let max: Person
let ugo: Person

beforeAll(async () => {
  house = await openHouse()
  team = await startTeam(house.world())
  ana = await team.seat('Ana', 'co-chair', UNION)
  max = await team.seat('Max', 'co-chair', MANAGEMENT)
  ugo = await team.seat('Ugo', 'member', UNION, ana)
  board = await team.openBoard()
})
afterAll(() => house.close())

const here = (who: Person) => ({ token: who.token, params: { id: team.team.id } })

const sitDownAs = (who: Person): Promise<Seat> => sitAs(house, who, { board })
const toTeam = async ({ page }: Seat, who: Person) => {
  await page.goto(`${house.url}/team/${team.team.id}?as=${who.member.id}`)
  await main(page).getByRole('heading', { name: 'People', exact: true }).waitFor()
}
const menuOf = (page: Page, name: string) => page.getByRole('button', { name: `What to do about ${name}` })

test('[J75] a new facilitator sees no board until a co-chair of every side has said yes, and none after one side’s no', async () => {
  const [chair, manager] = await Promise.all([sitDownAs(ana), sitDownAs(max)])
  const { invitation } = await call(house.url, 'invite', { ...here(team.fay), body: { role: 'facilitator' } })
  const fred = await newSeat(house, { name: 'Fred' })
  await fred.page.goto(invitation.url)
  await main(fred.page)
    .getByText(/You will have to be accepted by the union and management/)
    .waitFor()
  await fred.page.getByRole('textbox', { name: 'Your name' }).fill('Fred')
  await fred.page.getByRole('button', { name: /^Join as/ }).click()
  await main(fred.page)
    .getByText(/You are not yet accepted by the union and management/)
    .waitFor()
  await main(fred.page).getByText('Opens once every side has accepted you').waitFor()
  expect(await main(fred.page).getByRole('link').count()).toBe(0)
  expect(await fred.page.getByRole('button', { name: /New board|Invite/ }).count()).toBe(0)

  // One says yes on the board, the other on the team's page.
  await chair.page.getByRole('banner').getByRole('button', { name: 'Accept Fred' }).click()
  await chair.page.getByRole('region', { name: 'Notices' }).getByText('Your side has accepted Fred.').waitFor()
  await toTeam(manager, max)
  await main(manager.page).getByText('not yet accepted by management').waitFor()
  await main(manager.page).getByRole('button', { name: 'Accept Fred' }).click()
  await main(fred.page)
    .getByRole('link', { name: /Cover for absent teachers/ })
    .click()
  await boardStands(fred.page)
  await fred.page.getByRole('button', { name: 'Facilitate' }).waitFor()

  await menuOf(manager.page, 'Fred').click()
  await manager.page.getByRole('menuitem', { name: 'Dismiss' }).click()
  await manager.page.getByRole('button', { name: 'Dismiss Fred' }).click()
  await fred.page.getByRole('heading', { level: 1, name: 'You have not been accepted yet' }).waitFor()
  await main(manager.page).getByText('not yet accepted by management').waitFor()
  expectNoComplaints([chair, manager, fred], refusedWith(403))
  for (const { context } of [chair, manager, fred]) await context.close()
})

test('[J76] the maker of the team and the other side’s co-chair find no control about a member of a side', async () => {
  const menus = async (who: Person) => {
    const seat = await sitDownAs(who)
    await seat.page.getByRole('button', { name: /^Who is here/ }).click()
    const panel = seat.page.getByRole('dialog')
    await panel.getByText('Ugo', { exact: true }).waitFor()
    const inPanel = await panel.getByRole('button', { name: /Ugo/ }).count()
    await toTeam(seat, who)
    await main(seat.page).getByText('Ugo', { exact: true }).waitFor()
    const onPage = await menuOf(seat.page, 'Ugo').count()
    expectNoComplaints([seat])
    await seat.context.close()
    return inPanel + onPage
  }
  expect([await menus(team.fay), await menus(max), await menus(ana)]).toEqual([0, 0, 1])

  // And who acts for the side does find it, and uses it: the person's page says so at once.
  const [chair, member] = await Promise.all([sitDownAs(ana), sitDownAs(ugo)])
  await toTeam(chair, ana)
  await menuOf(chair.page, 'Ugo').click()
  await chair.page.getByRole('menuitem', { name: 'Remove from the team' }).click()
  await chair.page.getByRole('button', { name: 'Remove Ugo' }).click()
  await member.page.getByRole('heading', { level: 1, name: 'This board is not open to you' }).waitFor()
  expectNoComplaints([chair, member], refusedWith(401, 403))
  for (const { context } of [chair, member]) await context.close()
})

test('[J77] one sees where one is signed in, and signs the lost phone out: its page says so at once', async () => {
  const laptop = await sitDownAs(max)
  const phone = await sitDownAs(max)
  await toTeam(laptop, max)
  await laptop.page.getByRole('button', { name: /^You act as/ }).click()
  await laptop.page.getByRole('menuitem', { name: 'Where you are signed in' }).click()
  const dialog = laptop.page.getByRole('dialog', { name: 'Where you are signed in' })
  await dialog.getByText('this one').waitFor()
  const before = await dialog.getByRole('listitem').count()
  await dialog.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await phone.page.getByRole('heading', { level: 1, name: /not open to you|not signed in here/ }).waitFor()
  await eventually(() => dialog.getByRole('listitem').count()).toBe(1)
  expect(before).toBeGreaterThan(1)
  expectNoComplaints([laptop, phone], refusedWith(401, 403))
  for (const { context } of [laptop, phone]) await context.close()
})
