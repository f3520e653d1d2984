import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, column, look, MANAGEMENT, main, post, showList, UNION, word, words } from './board.ts'
import {
  boardStands,
  eventually,
  expectNoComplaints,
  type House,
  openHouse,
  pageBeside,
  refusedWith,
  type Seat,
  sitDown,
} from './seats.ts'

/** A side leaves the table: what it does there, what others see of it, and what comes back with it. */

let house: House
let ana: Seat
let ugo: Seat
let max: Seat
const SECRET = 'Zanzibarcanary'

beforeAll(async () => {
  house = await openHouse()
  ana = await sitDown(house, { link: house.links.union, name: 'Ana' })
  ugo = await sitDown(house, { link: house.links.union, name: 'Ugo' })
  max = await sitDown(house, { link: house.links.management, name: 'Max' })
})
afterAll(() => house.close())

const inCaucus = async (page: Page) => {
  await page.getByRole('region', { name: `${UNION}: caucus` }).waitFor()
  await boardStands(page)
}
const enter = async ({ page }: Seat) => {
  await page.getByRole('link', { name: 'Our caucus' }).click()
  await inCaucus(page)
}

/** Everything that a browser keeps for this address, and what it says outside of the page. */
const keptBy = ({ page }: Seat): Promise<string> =>
  page.evaluate(async () => {
    const stored = [document.title, location.href, JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    const bytes = (value: unknown): string =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : JSON.stringify(value)
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      stored.push(name)
      for (const store of db.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve, reject) => {
          const asking = db.transaction(store).objectStore(store).getAll()
          asking.onsuccess = () => resolve(asking.result)
          asking.onerror = () => reject(asking.error)
        })
        stored.push(...all.map(bytes))
      }
      db.close()
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) stored.push(request.url)
    return stored.join('\n')
  })

test('[J83] two of a side work in their caucus, which says who can read it and on whose server; the other side sees that they left, until when, and nothing else', async () => {
  await enter(ana)
  await enter(ugo)
  const bar = ana.page.getByRole('region', { name: `${UNION}: caucus` })
  expect(await words(bar)).toMatch(/Only .*Ana.*Ugo.* can read what is written here\. It lies on 127\.0\.0\.1:\d+/s)
  await bar.getByRole('button', { name: 'Call a caucus' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Call a caucus' })
  await dialog.getByRole('textbox', { name: 'Minutes from now' }).fill('20')
  await dialog.getByRole('textbox', { name: 'What for' }).fill('The rota')
  await dialog.getByRole('button', { name: 'Announce' }).click()

  await max.page.getByText(new RegExp(`${UNION} is in caucus, back at \\d+:\\d\\d`)).waitFor()
  await max.page
    .getByRole('timer')
    .getByText(/minutes left/)
    .waitFor()
  await max.page.getByText('The rota').waitFor()
  expect(await max.page.getByRole('button', { name: 'End the caucus' }).count()).toBe(0)

  await look(ana.page, 'Interests')
  await look(ugo.page, 'Interests')
  await post(ana.page, `${SECRET} shall not be known`)
  await card(column(ugo.page, UNION), SECRET).waitFor()
  await showList(max.page)
  expect(await max.page.content()).not.toContain(SECRET)
  expect(await words(max.page.getByRole('button', { name: /^Who is here/ }))).not.toMatch(/Ana|Ugo/)

  await ana.page.getByRole('button', { name: 'Extend' }).click()
  const more = ana.page.getByRole('dialog', { name: 'Extend the caucus' })
  await more.getByRole('textbox', { name: 'Minutes from now' }).fill('35')
  await more.getByRole('button', { name: 'Announce' }).click()
  await max.page.getByRole('timer').getByText('35 minutes left').waitFor()
  expectNoComplaints([ana, ugo, max])
})

test('[J88] in a caucus a card says who of the side reworded it, at once and after a reload, and nobody outside learns of it', async () => {
  await post(ana.page, 'Substitutes who know us')
  const editor = await word(card(column(ugo.page, UNION), 'Substitutes who know us'))
  await ugo.page.keyboard.press('End')
  await ugo.page.keyboard.type(' by name')
  await ugo.page.keyboard.press('Escape')
  await editor.waitFor({ state: 'detached' })
  const worded = card(column(ana.page, UNION), 'Substitutes who know us by name')
  await eventually(() => worded.innerText()).toContain('Ana, reworded by Ugo')
  await ana.page.reload()
  await inCaucus(ana.page)
  await look(ana.page, 'Interests')
  await eventually(() => worded.innerText()).toContain('Ana, reworded by Ugo')
  expect(await max.page.content()).not.toMatch(/Substitutes who know us|reworded/)
  expectNoComplaints([ana, ugo, max])
})

test('[J84] nothing that is written in a caucus is in the storage, the title or the address of a browser: no card, no draft, nothing unsent', async () => {
  const composer = ugo.page.getByRole('textbox', { name: /^Add an? / })
  await composer.fill(`${SECRET} in a draft`)
  await look(ugo.page, 'Options')
  await look(ugo.page, 'Interests')
  expect(await composer.inputValue()).toBe(`${SECRET} in a draft`)
  for (const seat of [ana, ugo]) expect(await keptBy(seat)).not.toContain(SECRET)
  await composer.fill('')
  // The table's own words are there: the search can find something.
  await eventually(() => keptBy(max)).toContain('Max')
})

test('[J85] one card is brought to the table, as it was shown before, under the name of who brings it; their undo takes it away; the way back leads into the caucus', async () => {
  await look(ugo.page, 'Interests')
  const seen = 'Substitutes whom the children know'
  await post(ana.page, seen)
  await card(column(ugo.page, UNION), seen).waitFor()
  const row = card(column(ugo.page, UNION), seen)
  await row.focus()
  await row.press('Shift+F10')
  await ugo.page.getByRole('menuitem', { name: 'Bring to the table…' }).click()
  const asks = ugo.page.getByRole('alertdialog', { name: 'Bring this card to the table?' })
  expect(await words(asks.getByRole('article', { name: 'As everybody will see it' }))).toMatch(
    /Ugo[\s\S]*Substitutes whom/,
  )
  await asks.getByRole('button', { name: 'Bring to the table' }).click()

  await look(max.page, 'Interests')
  const brought = card(column(max.page, UNION), seen)
  await brought.waitFor()
  expect(await brought.getAttribute('aria-label')).toContain('Ugo')
  expect(await max.page.content()).not.toContain(SECRET)
  await ugo.page.keyboard.press('Control+z')
  await brought.waitFor({ state: 'detached' })
  await ugo.page.goBack()
  await inCaucus(ugo.page)
  await ana.page.getByRole('button', { name: 'End the caucus' }).click()
  await max.page.getByText(/is in caucus/).waitFor({ state: 'detached' })
  expectNoComplaints([ana, ugo, max])
})

test('[J87] a guest is asked into the caucus, reads before what it means, sees all of it and is out when it ends; nobody else learns of it', async () => {
  const gil = await sitDown(house, { link: await guestLink(ana.page), name: 'Gil' })
  await inCaucus(ana.page)
  await ana.page.getByRole('button', { name: 'Call a caucus' }).click()
  await ana.page.getByRole('button', { name: 'Announce' }).click()
  await gil.page.getByText(new RegExp(`${UNION} is in caucus`)).waitFor()
  expect(await gil.page.getByRole('link', { name: 'Our caucus' }).count()).toBe(0)
  await ana.page.getByRole('button', { name: 'About this caucus' }).click()
  await ana.page.getByRole('menuitem', { name: 'Guests…' }).click()
  const isIn = ana.page.getByRole('switch', { name: 'Gil' })
  await isIn.press('Space')
  await eventually(() => isIn.isChecked()).toBe(true)
  await ana.page.keyboard.press('Escape')

  await gil.page.getByRole('button', { name: 'Go in as a guest…' }).click()
  const asks = gil.page.getByRole('dialog', { name: `${UNION} asks you into its caucus` })
  expect(await words(asks)).toMatch(/everything that lies in that room.*What is there lies on 127/s)
  await asks.getByRole('link', { name: 'Go in' }).click()
  await inCaucus(gil.page)
  await look(gil.page, 'Interests')
  await card(column(gil.page, UNION), SECRET).waitFor()
  for (const { page } of [ana, gil])
    expect(await words(page.getByRole('region', { name: `${UNION}: caucus` }))).toMatch(/Only .*Gil.* can read/s)
  expect(await gil.page.getByRole('button', { name: /caucus/ }).count()).toBe(0)
  await look(ana.page, 'Interests')
  await post(gil.page, 'An expert’s word')
  await card(column(ana.page, UNION), 'An expert’s word').waitFor()
  expect(await max.page.getByRole('banner').innerText()).not.toContain('Gil')

  await ana.page.getByRole('button', { name: 'End the caucus' }).click()
  await gil.page.getByRole('heading', { name: 'You are not in this caucus' }).waitFor()
  expect(await gil.page.content()).not.toContain(SECRET)
  await gil.page.getByRole('link', { name: 'Back to the table' }).click()
  await boardStands(gil.page)
  await card(column(ana.page, UNION), SECRET).waitFor()
  expectNoComplaints([ana, ugo, max, gil], refusedWith(403))
})

/** A link to a guest's seat on the side of whoever makes it. */
const guestLink = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const headers = {
      'content-type': 'application/json',
      'x-jointly-member': new URLSearchParams(location.search).get('as') ?? '',
    }
    const board = location.pathname.split('/')[2]
    const at = await (await fetch(`/api/boards/${board}`, { headers })).json()
    const body = JSON.stringify({ role: 'guest', side: at.you.side })
    const made = await fetch(`/api/teams/${at.team.id}/invitations`, { method: 'POST', headers, body })
    return (await made.json()).invitation.url
  })

test('[J86] two members in one browser have a room each; whoever acts for a side switches off writing and purges, and then it is empty for everybody', async () => {
  const both = await pageBeside(ana, 'Mia')
  await both.page.goto(house.links.management)
  await both.page.getByRole('button', { name: 'Join as somebody else' }).click()
  await both.page.getByRole('textbox', { name: 'Your name' }).fill('Mia')
  await both.page.getByRole('button', { name: /^Join as/ }).click()
  await boardStands(both.page)
  await both.page.getByRole('link', { name: 'Our caucus' }).click()
  await both.page.getByRole('region', { name: `${MANAGEMENT}: caucus` }).waitFor()
  await boardStands(both.page)
  await showList(both.page)
  expect(await both.page.content()).not.toContain(SECRET)
  expect(await keptBy(both)).not.toContain(SECRET)

  const decide = async (what: string) => {
    await ana.page.getByRole('button', { name: 'About this caucus' }).click()
    await ana.page.getByRole('menuitem', { name: what }).click()
  }
  await look(ugo.page, 'Interests')
  await decide('Switch off writing')
  await main(ugo.page)
    .getByText(/has switched off writing/)
    .first()
    .waitFor()
  await decide('Switch on writing')
  await ugo.page.getByRole('textbox', { name: /^Add an? / }).waitFor()
  await decide('Purge…')
  await ana.page.getByRole('button', { name: 'Purge for good' }).click()
  await card(main(ugo.page), SECRET).waitFor({ state: 'detached' })
  await inCaucus(ugo.page)
  await look(ugo.page, 'Interests')
  await post(ugo.page, 'A new day')
  await card(column(ugo.page, UNION), 'A new day').waitFor()
  expect(await ugo.page.content()).not.toContain(SECRET)
  expectNoComplaints([ana, ugo, max, both])
})
