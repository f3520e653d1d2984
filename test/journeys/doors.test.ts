import { type BoardId, type Role, SideId } from '@jointly/board'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type Person, startTeam } from '../world.ts'
import { card, composer, look, main, post } from './board.ts'
import {
  boardStands,
  eventually,
  expectNoComplaints,
  type House,
  newSeat,
  openHouse,
  refusedWith,
  sitAs,
  sitDown,
} from './seats.ts'

/** How one comes in, how one does not, and how one is put out. */

const UNION = SideId.parse('union')
const HOUR_MS = 3600_000

let house: House
let team: Awaited<ReturnType<typeof startTeam>>
let ana: Person
let board: BoardId
/** What the server's clock is ahead. */
let aheadMs = 0

beforeAll(async () => {
  house = await openHouse({ clock: () => Date.now() + aheadMs })
  team = await startTeam(house.world())
  ana = await team.seat('Ana', 'co-chair', UNION)
  board = await team.openBoard()
})
afterAll(() => house.close())

const asked = (who: Person) => ({ token: who.token, params: { id: team.team.id } })

type Link = { role?: Role; side?: SideId | null; uses?: number; expiresAt?: string; by?: Person }
const makeLink = async ({ by = ana, role = 'member', side = UNION, uses = 1, ...more }: Link = {}) =>
  (await call(house.url, 'invite', { ...asked(by), body: { role, side, uses, ...more } })).invitation

const membersNamed = async (name: string) =>
  (await call(house.url, 'team', asked(ana))).members.filter(member => member.name === name)

test('[J21] a link that has expired, was used up, was withdrawn or never was one says so and what to do now', async () => {
  const expired = await makeLink({ expiresAt: new Date(Date.now() + HOUR_MS).toISOString() })
  const usedUp = await makeLink()
  await call(house.url, 'acceptInvitation', { params: { code: usedUp.code }, body: { name: 'Quick' } })
  const revoked = await makeLink()
  await call(house.url, 'revokeInvitation', { token: ana.token, params: { id: team.team.id, iid: revoked.id } })

  const seat = await newSeat(house, { name: 'Una' })
  const opens = async (url: string, title: string, why: RegExp) => {
    await seat.page.goto(url)
    await seat.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await main(seat.page).getByText(why).waitFor()
    expect(await seat.page.getByRole('textbox').count()).toBe(0)
    await main(seat.page).getByRole('link', { name: 'To the start page' }).waitFor()
  }
  aheadMs = 2 * HOUR_MS
  await opens(expired.url, 'This link does not open any more', /that time is over/)
  aheadMs = 0
  await opens(usedUp.url, 'This link does not open any more', /used by as many people/)
  await opens(revoked.url, 'This link does not open any more', /withdrawn/)
  await opens(`${house.url}/join/${usedUp.code.slice(0, -3)}`, 'This link leads nowhere', /lost on the way/)
  await seat.page.goto(`${house.url}/nowhere/at/all`)
  await seat.page.getByRole('heading', { level: 1, name: 'There is no page here' }).waitFor()

  // It shuts while one is still typing one's name.
  const shuts = await makeLink()
  await seat.page.goto(shuts.url)
  await seat.page.getByRole('textbox', { name: 'Your name' }).fill('Una')
  await call(house.url, 'revokeInvitation', { token: ana.token, params: { id: team.team.id, iid: shuts.id } })
  await seat.page.getByRole('button', { name: /^Join as/ }).click()
  await main(seat.page)
    .getByText(/withdrawn/)
    .waitFor()
  expect(await seat.page.getByRole('button', { name: /^Join as/ }).count()).toBe(0)
  expectNoComplaints([seat], refusedWith(404, 410))
  await seat.context.close()
})

test('[J22] a double click joins once, and whoever opens the link again goes on as the same person', async () => {
  const link = await makeLink({ uses: 5, side: null, role: 'guest', by: team.fay })
  const seat = await newSeat(house, { name: 'Uma' })
  await seat.page.goto(link.url)
  await seat.page.getByRole('textbox', { name: 'Your name' }).fill('Uma')
  await seat.page.getByRole('button', { name: /^Join as/ }).dblclick()
  await boardStands(seat.page)
  expect((await membersNamed('Uma')).length).toBe(1)
  const before = seat.page.url()

  await seat.page.goto(link.url)
  await seat.page.getByRole('button', { name: 'Continue as Uma' }).click()
  await boardStands(seat.page)
  expect(seat.page.url()).toBe(before)
  expect((await membersNamed('Uma')).length).toBe(1)
  expectNoComplaints([seat])
  await seat.context.close()
})

test('[J23] who comes by a forwarded link waits, is seen by the co-chair, and goes in by themselves once admitted', async () => {
  const chair = await sitAs(house, ana, { board })
  // Made and copied in the co-chair's own window.
  await chair.page.getByRole('button', { name: 'Invite' }).click()
  const dialog = chair.page.getByRole('dialog', { name: 'Invite people' })
  await dialog.getByRole('radio', { name: 'Several people' }).click()
  await dialog.getByText(/has to admit everyone who uses this link/).waitFor()
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const url = await dialog.getByRole('textbox', { name: /^Link for: / }).inputValue()
  await dialog.getByRole('button', { name: 'Close' }).click()

  const una = await newSeat(house, { name: 'Una' })
  await una.page.goto(url)
  await main(una.page)
    .getByText(/will have to admit you/)
    .waitFor()
  await una.page.getByRole('textbox', { name: 'Your name' }).fill('Una')
  await una.page.getByRole('button', { name: /^Join as/ }).click()
  await una.page.getByRole('heading', { level: 1, name: 'You are almost in' }).waitFor()

  await chair.page.getByRole('button', { name: /^Who is here/ }).click()
  await chair.page.getByRole('button', { name: 'Admit Una' }).click()
  await boardStands(una.page)
  await post(una.page, 'Waiting was short')
  await chair.page.keyboard.press('Escape')
  await card(chair.page, 'Waiting was short').waitFor()
  expectNoComplaints([chair, una], refusedWith(403))
  await una.context.close()
  await chair.context.close()
})

test('[J24] an observer is announced, reads everything, and finds no control that does nothing', async () => {
  const fay = await sitAs(house, team.fay, { board })
  const link = await makeLink({ role: 'observer', side: null, by: ana })
  const obi = await newSeat(house, { name: 'Obi' })
  await obi.page.goto(link.url)
  await main(obi.page)
    .getByText(/Observers read everything on the table and write nothing/)
    .waitFor()
  await obi.page.getByRole('textbox', { name: 'Your name' }).fill('Obi')
  await obi.page.getByRole('button', { name: 'Join as an observer' }).click()
  await boardStands(obi.page)
  await obi.page
    .getByRole('banner')
    .getByText(/You are here as an observer/)
    .waitFor()

  await look(fay.page, 'Options')
  await post(fay.page, 'Two rotas', 'A float')
  await look(obi.page, 'Options')
  await card(obi.page, 'A float').waitFor()
  expect(await composer(obi.page).count()).toBe(0)
  expect(await obi.page.getByRole('button', { name: /^(Undo|Redo|Facilitate|Invite)$/ }).count()).toBe(0)
  const buttons = await main(obi.page)
    .getByRole('button')
    .evaluateAll(all => all.map(one => one.getAttribute('aria-label') ?? one.textContent))
  expect([...new Set(buttons)]).toEqual(['Actions for this card'])
  await card(obi.page, 'A float').focus()
  for (const key of ['Enter', 'Delete', 'Control+d', 'n']) await obi.page.keyboard.press(key)
  await card(obi.page, 'A float').press('Shift+F10')
  await eventually(() => obi.page.getByRole('menuitem').allInnerTexts()).toEqual(['Copy link to this card'])
  await obi.page.keyboard.press('Escape')
  for (const step of ['Issue', 'Agreement']) {
    await look(obi.page, step)
    expect(await main(obi.page).getByRole('textbox').count()).toBe(0)
    expect(
      await main(obi.page)
        .getByRole('button', { name: /Edit|Start|Word/ })
        .count(),
    ).toBe(0)
  }

  await fay.page.getByRole('button', { name: /^Who is here/ }).click()
  const seated = fay.page.getByRole('region', { name: 'Of no side' }).getByRole('listitem')
  await eventually(() => seated.allInnerTexts()).toContainEqual(expect.stringMatching(/Obi\s*Observer\s*here$/))
  expectNoComplaints([fay, obi])
  await obi.context.close()
  await fay.context.close()
})

test('[J25] the page of somebody who is removed says so within a second, whatever they are doing', async () => {
  const link = await makeLink()
  const uri = await sitDown(house, { link: link.url, name: 'Uri' })
  await composer(uri.page).pressSequentially('Not finis')
  const [member] = await membersNamed('Uri')
  const from = performance.now()
  await call(house.url, 'removeMember', {
    token: ana.token,
    params: { id: team.team.id, mid: (member as { id: Person['member']['id'] }).id },
  })
  await uri.page.getByRole('heading', { level: 1, name: 'This board is not open to you' }).waitFor({ timeout: 5_000 })
  expect(performance.now() - from).toBeLessThan(1_000)
  await uri.page.reload()
  await uri.page.getByRole('heading', { level: 1, name: /not signed in here|not open to you/ }).waitFor()
  expectNoComplaints([uri], refusedWith(401, 403))
  await uri.context.close()
})

test('[J26] a return link opened on another device is the same person', async () => {
  const ugo = await sitDown(house, { link: (await makeLink()).url, name: 'Ugo' })
  const here = async () =>
    (await ugo.page.getByRole('button', { name: /^Who is here/ }).textContent())?.match(/\d+/)?.[0]
  const before = await here()
  await ugo.page.getByRole('button', { name: /^Who is here/ }).click()
  await ugo.page.getByRole('button', { name: 'Make a return link' }).click()
  const link = ugo.page.getByRole('textbox', { name: 'Your return link' })
  const url = await link.inputValue()
  await link.press('Escape')
  await link.waitFor({ state: 'detached' })

  const other = await newSeat(house, { name: 'Ugo' })
  await other.page.goto(url)
  await other.page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor()
  await other.page.getByRole('button', { name: 'Continue as Ugo' }).click()
  await boardStands(other.page)
  expect(other.page.url()).toBe(ugo.page.url())
  expect((await membersNamed('Ugo')).length).toBe(1)
  await look(ugo.page, 'Options')
  await look(other.page, 'Options')
  await post(other.page, 'Thought of on the way home')
  await card(ugo.page, 'Thought of on the way home').waitFor()
  expect(await here()).toBe(before)
  // It is theirs on both: both may put it away.
  await card(ugo.page, 'Thought of on the way home').focus()
  await ugo.page.keyboard.press('Delete')
  await card(other.page, 'Thought of on the way home').waitFor({ state: 'detached' })
  expectNoComplaints([ugo, other])
  await ugo.context.close()
  await other.context.close()
})
