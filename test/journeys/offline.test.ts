import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  card,
  cardsSeen,
  cutOff,
  idOf,
  look,
  post,
  sameForAll,
  saved,
  saveState,
  sitThree,
  word,
  wordsSeen,
} from './board.ts'
import { copiesIn, copiesThatHold, keepAsOtherEpoch, shellIsKept } from './copies.ts'
import {
  boardStands,
  CUT_LINE,
  eventually,
  expectNoComplaints,
  type House,
  joinBy,
  newSeat,
  openHouse,
  pageBeside,
  type Seat,
  seatAt,
  sitDown,
} from './seats.ts'

/** A board on a line that comes and goes: what is kept in the browser, for whom, and what becomes of it. */

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

/** What Chromium writes of a cut line, and of a door that says no. */
const REFUSED_OR_CUT = new RegExp(`${CUT_LINE.source}|: Failed to load resource: `)

const waits = (page: Page, words: string) => eventually(() => saveState(page).innerText()).toBe(words)

/** Another page of the same browser at the same address. */
const openAgain = async ({ context, name }: Seat, address: string): Promise<Seat> => {
  const seat = seatAt(await context.newPage(), name)
  await seat.page.goto(address)
  await boardStands(seat.page)
  await look(seat.page, 'Options')
  return seat
}

const appended = async (page: Page, to: string, words: string) => {
  await word(card(page, to))
  await page.keyboard.type(words)
  await page.keyboard.press('Escape')
}

/** Somebody of the same side removes them from the team. */
const remove = async (who: Seat, by: Seat): Promise<void> => {
  const status = await by.page.evaluate(async gone => {
    const headers = { 'x-jointly-member': new URLSearchParams(location.search).get('as') ?? '' }
    const board = await fetch(`/api/boards/${location.pathname.split('/').at(-1)}`, { headers })
    const { team } = (await board.json()) as { team: { id: string } }
    return (await fetch(`/api/teams/${team.id}/members/${gone}`, { method: 'DELETE', headers })).status
  }, idOf(who))
  expect(status).toBe(204)
}

/** How often each of these is the whole of a card's words, as the server tells it. */
const onServer = async ({ page }: Seat, ...words: string[]): Promise<number[]> => {
  const texts = await page.evaluate(async () => {
    const board = location.pathname.split('/').at(-1)
    const as = new URLSearchParams(location.search).get('as') ?? ''
    const reply = await fetch(`/api/boards/${board}/report.json`, { headers: { 'x-jointly-member': as } })
    const { cards } = (await reply.json()) as { cards: { text: string }[] }
    return cards.map(({ text }) => text)
  })
  return words.map(word => texts.filter(text => text === word).length)
}

test('[J60] what one wrote without a line outlives the page: it is there at return, once, among what the others wrote', async () => {
  await post(una.page, 'A shared pool')
  await saved(una.page)
  await card(max.page, 'A shared pool').waitFor()
  await cutOff(house, una)
  await post(una.page, 'Written offline, first', 'Written offline, second')
  await appended(una.page, 'A shared pool', ', by turns')
  await waits(una.page, 'Offline, 3 changes wait')
  await una.page.getByRole('alert').getByText('this browser keeps them').waitFor()
  const address = una.page.url()
  await una.page.close()

  await post(max.page, 'Meanwhile, at the table')
  await appended(max.page, 'A shared pool', ' for all schools')
  await saved(max.page)
  await una.context.setOffline(false)
  una = await openAgain(una, address)
  await saved(una.page)
  const options = await sameForAll(all(), cardsSeen)
  const pool = options
    .map(({ name }) => name?.split(': ').at(-1) ?? '')
    .filter(name => name.startsWith('A shared pool'))
  expect(pool).toHaveLength(1)
  expect([', by turns', ' for all schools'].map(words => (pool[0] ?? '').split(words).length - 1)).toEqual([1, 1])
  expect(
    await onServer(fay, 'Written offline, first', 'Written offline, second', 'Meanwhile, at the table', pool[0] ?? ''),
  ).toEqual([1, 1, 1, 1])
  await sameForAll(all(), wordsSeen)
  expectNoComplaints(all(), CUT_LINE)
})

test('[J61] without a line the page reloads, says what still waits, and goes on; the server begins again meanwhile; all of it merges', async () => {
  await shellIsKept(una.page)
  await cutOff(house, una)
  await post(una.page, 'First stretch')
  await waits(una.page, 'Offline, 1 change waits')
  await una.page.reload()
  await boardStands(una.page)
  await waits(una.page, 'Offline, 1 change waits')
  await look(una.page, 'Options')
  // The undo of a page that is gone is gone with it, and a new one begins.
  expect(await una.page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true)
  await appended(una.page, 'First stretch', ', worded in the second')
  await post(una.page, 'Second stretch', 'Taken back')
  await una.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await card(una.page, 'Taken back').waitFor({ state: 'detached' })
  await post(max.page, 'While Una is away')
  await house.restart()
  await una.page.reload()
  await boardStands(una.page)
  await waits(una.page, 'Offline, 3 changes wait')
  await look(una.page, 'Options')
  await post(una.page, 'Third stretch')

  await una.context.setOffline(false)
  for (const { page } of all()) await saved(page)
  expect(await una.page.getByRole('region', { name: /not kept/ }).count()).toBe(0)
  await sameForAll(all(), cardsSeen)
  await sameForAll(all(), wordsSeen)
  expect(
    await onServer(
      fay,
      'First stretch, worded in the second',
      'First stretch',
      'Second stretch',
      'Third stretch',
      'While Una is away',
    ),
  ).toEqual([1, 0, 1, 1, 1])
  await una.page.reload()
  await boardStands(una.page)
  await saved(una.page)
  expectNoComplaints(all(), CUT_LINE)
})

test('[J62] two tabs of one person: both write without a line, the one that kept the copy closes, and the other keeps and sends all', async () => {
  await look(una.page, 'Options')
  const second = await openAgain(una, una.page.url())
  await saved(second.page)
  await cutOff(house, una)
  await post(una.page, 'From the first tab')
  await post(second.page, 'From the second tab')
  await una.page.getByRole('alert').getByText('this browser keeps it').waitFor()
  await second.page.getByRole('alert').getByText('This tab alone holds it').waitFor()

  await una.page.close()
  await card(second.page, 'From the first tab').waitFor()
  await waits(second.page, 'Offline, 2 changes wait')
  await second.page.getByRole('alert').getByText('this browser keeps them').waitFor()
  await second.page.reload()
  await boardStands(second.page)
  await waits(second.page, 'Offline, 2 changes wait')
  await una.context.setOffline(false)
  una = second
  await saved(una.page)
  await look(una.page, 'Options')
  await card(max.page, 'From the second tab').waitFor()
  await sameForAll(all(), cardsSeen)
  expect(await onServer(fay, 'From the first tab', 'From the second tab')).toEqual([1, 1])
  expectNoComplaints(all(), CUT_LINE)
})

test('[J63] two people in one browser have a copy each; who leaves the team takes theirs along, and signing out leaves nothing', async () => {
  const uri = await sitDown(house, { link: house.links.union, name: 'Uri' })
  const mo = await pageBeside(uri, 'Mo')
  await mo.page.goto(house.links.management)
  await mo.page.getByRole('button', { name: 'Join as somebody else' }).click()
  await mo.page.getByRole('textbox', { name: 'Your name' }).fill('Mo')
  await mo.page.getByRole('button', { name: /^Join as/ }).click()
  await boardStands(mo.page)
  for (const { page } of [uri, mo]) await look(page, 'Options')
  await cutOff(house, uri, mo)
  await post(uri.page, 'Canary of Uri')
  await post(mo.page, 'Canary of Mo')
  for (const { page } of [uri, mo]) await waits(page, 'Offline, 1 change waits')
  const uris = idOf(uri)
  const copiesOfUri = async () => (await copiesIn(uri.page)).filter(name => name.startsWith(`${uris}:`))
  await eventually(() => copiesThatHold(uri.page, 'Canary of Uri')).toEqual([
    expect.stringContaining(`${idOf(uri)}:joint:`),
  ])
  await eventually(() => copiesThatHold(uri.page, 'Canary of Mo')).toEqual([
    expect.stringContaining(`${idOf(mo)}:joint:`),
  ])
  expect((await copiesIn(uri.page)).map(name => name.split(':').slice(0, 2).join(':')).sort()).toEqual(
    [uri, mo].flatMap(seat => [`${idOf(seat)}:joint`, `${idOf(seat)}:minutes`]).sort(),
  )
  await uri.context.setOffline(false)
  for (const { page } of [uri, mo]) await saved(page)

  await mo.page.getByRole('link', { name: /^To the page of/ }).click()
  await mo.page.getByRole('button', { name: 'What to do about Mo' }).click()
  await mo.page.getByRole('menuitem', { name: 'Leave the team' }).click()
  await mo.page.getByRole('alertdialog').getByRole('button', { name: 'Leave', exact: true }).click()
  await mo.page.getByRole('button', { name: 'Sign out of this browser' }).waitFor()
  expect([await copiesThatHold(uri.page, 'Canary of Mo'), (await copiesOfUri()).length]).toEqual([
    [expect.stringContaining(`${idOf(uri)}:joint:`)], // what Mo posted is on Uri's board as well
    2,
  ])
  expect(await copiesIn(uri.page)).toEqual(await copiesOfUri())

  await mo.page.getByRole('button', { name: 'Sign out of this browser' }).click()
  await mo.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await mo.page.getByRole('region', { name: 'Notices' }).getByText('This browser has forgotten you.').waitFor()
  await uri.page.getByRole('heading', { name: 'This browser is not signed in here' }).waitFor()
  await eventually(() => copiesIn(mo.page)).toEqual([])
  expect(
    await mo.page.evaluate(() => [...Object.keys(sessionStorage)].filter(key => key.startsWith('jointly.'))),
  ).toEqual([])
  expectNoComplaints([uri, mo], REFUSED_OR_CUT)
  await uri.context.close()
})

test('[J64] who is removed keeps no copy, and words that were never sent are handed back before it goes', async () => {
  const eve = await sitDown(house, { link: house.links.union, name: 'Eve' })
  await look(eve.page, 'Options')
  await shellIsKept(eve.page)
  await saved(eve.page)
  await cutOff(house, eve)
  await post(eve.page, 'Canary of Eve')
  await eventually(async () => (await copiesThatHold(eve.page, 'Canary of Eve')).length).toBe(1)
  await remove(eve, una)
  await eve.context.setOffline(false)
  await eve.page.reload()
  await eve.page.getByRole('heading', { name: 'This board is not open to you' }).waitFor()
  await eve.page.getByRole('region', { name: 'One thing was not kept' }).getByText('Canary of Eve').waitFor()
  await eventually(() => copiesIn(eve.page)).toEqual([])
  expectNoComplaints([eve], REFUSED_OR_CUT)
  await eve.context.close()
})

test('[J65] a copy of a board that has begun anew since is thrown away, and what was never sent lies in the tray', async () => {
  let ida = await sitDown(house, { link: house.links.union, name: 'Ida' })
  await look(ida.page, 'Options')
  await saved(ida.page)
  const aside = await ida.context.newPage()
  await aside.goto(`${house.url}/icon.svg`)
  await cutOff(house, ida)
  await post(ida.page, 'Written to the board before')
  await ida.page.getByRole('alert').getByText('this browser keeps it').waitFor()
  const address = ida.page.url()
  await ida.page.close()
  await keepAsOtherEpoch(aside)
  await ida.context.setOffline(false)
  ida = await openAgain(ida, address)
  await saved(ida.page)
  await ida.page
    .getByRole('region', { name: 'One thing was not kept' })
    .getByText('Written to the board before')
    .waitFor()
  expect((await copiesIn(ida.page)).filter(name => name.endsWith('0123456789abcdef'))).toEqual([])
  await sameForAll([fay, ida], async page => {
    await look(page, 'Options')
    return cardsSeen(page)
  })
  expectNoComplaints([ida], CUT_LINE)
  await ida.context.close()
})

/** How a browser's storage can fail: the browser's own part, played here. */
const BROKEN: [string, () => void][] = [
  [
    'cannot open',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no storage here', 'SecurityError')
      }
    },
  ],
  [
    'refuses to open',
    () => {
      const open = IDBFactory.prototype.open
      // A version below the one that is there is refused by an event, as a damaged profile is.
      IDBFactory.prototype.open = function (name) {
        open.call(this, name, 2)
        return open.call(this, name, 1)
      }
    },
  ],
  [
    'is full',
    () => {
      const add = IDBObjectStore.prototype.add
      let writes = 0
      IDBObjectStore.prototype.add = function (value) {
        const request = add.call(this, value)
        if (++writes > 4) this.transaction.abort()
        return request
      }
    },
  ],
]

test.each(BROKEN)(
  '[J66] in a browser whose storage %s everything works, and it says that the tab alone holds what waits',
  async (_how, broken) => {
    const zoe = await newSeat(house, { name: 'Zoe' })
    await zoe.context.addInitScript(broken)
    await joinBy(zoe, house.links.union)
    await look(zoe.page, 'Options')
    await post(zoe.page, 'Zoe is here', 'And again', 'And once more')
    await saved(zoe.page)
    await cutOff(house, zoe)
    await post(zoe.page, 'Zoe without a line')
    await waits(zoe.page, 'Offline, 1 change waits')
    await zoe.page.getByRole('alert').getByText('This tab alone holds it').waitFor()
    await zoe.context.setOffline(false)
    await saved(zoe.page)
    await card(fay.page, 'Zoe without a line').first().waitFor()
    expectNoComplaints([zoe], CUT_LINE)
    await zoe.context.close()
  },
)

test('[J67] the page that is kept holds the built files and nothing of anybody', async () => {
  await shellIsKept(fay.page)
  const kept = await fay.page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    return paths
  })
  expect(kept.filter(path => path !== '/' && !/^\/assets\/[\w.-]+\.(js|css|woff2)$/.test(path))).toEqual([])
  expect(kept).toContain('/')
})
