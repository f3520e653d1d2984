import { NO_RULES, newId, RoundId } from '@jointly/board'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../world.ts'
import { card, look, main, word } from './board.ts'
import { eventually, expectNoComplaints, type House, openHouse, pageBeside, refusedWith } from './seats.ts'
import { MANAGEMENT, seatMinneapolis, UNION } from './table.ts'

/** Answers in trouble: two tabs, a cut line, a page that is left, words that change under a round, people who go. */

let house: House
let at: Awaited<ReturnType<typeof seatMinneapolis>>
beforeAll(async () => {
  house = await openHouse()
  at = await seatMinneapolis(house, NO_RULES)
})
afterAll(() => house.close())

const answering = (page: Page): Locator => page.getByRole('region', { name: 'Your answer' })
const questions = (page: Page): Locator => answering(page).getByRole('group')
const asks = (round: RoundId) => at.take('Fay', { type: 'round.open', round, kind: 'rating', anonymity: 'named' })
const picks = (page: Page, question: number, word: string) =>
  questions(page).nth(question).getByText(word, { exact: true }).click()
const handIn = (page: Page) => answering(page).getByRole('button', { name: /^Hand in/ })
const isSealed = (page: Page) => answering(page).getByText('Your answer is sealed')
const isPicked = (page: Page, question: number, word: string) =>
  questions(page).nth(question).getByRole('radio', { name: word }).isChecked()

test('[J134] in two tabs of one person nothing takes the place of an answer unsaid, and none is lost with the line or the page', async () => {
  const round = newId(RoundId)
  await asks(round)
  const ana = at.pageOf('Ana')
  const seat = at.seats.find(({ page }) => page === ana) as (typeof at.seats)[number]
  const beside = await pageBeside(seat, 'Ana beside')
  await beside.page.goto(ana.url())
  await questions(beside.page).first().waitFor()

  // Begun in one tab, handed in from the other.
  await picks(beside.page, 1, 'partly')
  await picks(ana, 0, 'meets it')
  await handIn(ana).click()
  await isSealed(ana).waitFor()
  await answering(beside.page).getByText('You have handed in something else meanwhile').waitFor()
  await answering(beside.page).getByRole('button', { name: 'Show what I handed in' }).click()
  await isSealed(beside.page).waitFor()
  expect([await isPicked(beside.page, 0, 'meets it'), await isPicked(beside.page, 1, 'partly')]).toEqual([true, false])

  // Added to where it was handed in; the first tab shows it when one comes back to it.
  await picks(beside.page, 1, 'does not')
  await answering(beside.page).getByRole('button', { name: 'Hand in anew' }).click()
  await isSealed(beside.page).waitFor()
  await ana.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await eventually(() => isPicked(ana, 1, 'does not')).toBe(true)
  await isSealed(ana).waitFor()

  // A line that is cut as one hands in: it is said, and what was ticked stays.
  await picks(ana, 2, 'partly')
  await ana.route('**/moves', route => route.abort(), { times: 1 })
  await handIn(ana).click()
  await ana
    .getByRole('region', { name: 'Notices' })
    .getByText(/reach|connection|line/i)
    .first()
    .waitFor()
  expect([await isPicked(ana, 2, 'partly'), await isSealed(ana).count()]).toEqual([true, 0])

  // A page is not left with it unasked; asked, one may.
  const asked: string[] = []
  ana.on('dialog', dialog => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await ana.evaluate(() => location.reload())
  await eventually(() => asked).toEqual(['beforeunload'])
  expect(await isPicked(ana, 2, 'partly')).toBe(true)
  await handIn(ana).click()
  await isSealed(ana).waitFor()
  ana.removeAllListeners('dialog')
  await ana.reload()
  await isSealed(ana).waitFor()
  expect(asked).toEqual(['beforeunload'])

  // Taken by the server, its reply lost on the way: it counts, and the page says so.
  const mia = at.pageOf('Mia')
  await picks(mia, 0, 'partly')
  await mia.route(
    '**/moves',
    async route => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await handIn(mia).click()
  await isSealed(mia).waitFor()
  await at.take('Fay', { type: 'round.cancel', round })
  await beside.page.close()
  expectNoComplaints([...at.seats, beside], /net::ERR_FAILED$/)
})

test('[J135] what is reworded or put away while a round runs, and after its release, is said where one answers and in every result', async () => {
  const round = newId(RoundId)
  await asks(round)
  const [fay, ana] = [at.pageOf('Fay'), at.pageOf('Ana')]
  await questions(ana).first().waitFor()
  await rewords(fay, 'Keep bidding by seniority', ' for ever')
  await main(ana)
    .getByText(/Reworded since this round was opened: “Keep bidding by seniority.* for ever”/)
    .waitFor()
  for (const name of ['Ana', 'Max']) {
    await picks(at.pageOf(name), 0, 'meets it')
    await handIn(at.pageOf(name)).click()
    await isSealed(at.pageOf(name)).waitFor()
  }
  await at.take('Fay', { type: 'round.close', round })
  for (const name of ['Ana', 'Max']) await at.take(name, { type: 'round.release', round, spread: true })
  const matrix = main(ana).getByRole('region', { name: 'Options by criteria' })
  const row = matrix.getByRole('row', { name: /Keep bidding by seniority/ })
  await row.getByText('answered of an earlier wording').waitFor()

  // Asked again by one criterion, the rest of the row is still of the earlier wording, and each answer says it.
  const again = newId(RoundId)
  const { weighing } = (await at.report()) as { weighing: { criteria: string[]; earlier: { reworded: object } } }
  expect(Object.values(weighing.earlier.reworded)).toEqual(['all'])
  const criteria = [weighing.criteria[1]] as never
  await at.take('Fay', { type: 'round.open', round: again, kind: 'rating', anonymity: 'named', subject: { criteria } })
  for (const name of ['Ana', 'Max']) {
    await picks(at.pageOf(name), 0, 'partly')
    await handIn(at.pageOf(name)).click()
    await isSealed(at.pageOf(name)).waitFor()
  }
  await at.take('Fay', { type: 'round.close', round: again })
  for (const name of ['Ana', 'Max']) await at.take(name, { type: 'round.release', round: again, spread: true })
  await row.getByText('some of it answered of an earlier wording').waitFor()
  expect(await row.getByText('of an earlier wording', { exact: true }).count()).toBe(2)
  expectNoComplaints(at.seats)
})

/** Words at the end of an option, where options are worded. */
const rewords = async (page: Page, name: string, more: string) => {
  await look(page, 'Options')
  await word(card(main(page), name))
  await page.keyboard.press('Control+End')
  await page.keyboard.type(more)
  await page.keyboard.press('Escape')
  await look(page, 'Weighing')
}

test('[J150] what was asked as a mean alone and is asked again with names says so, to whoever asks and whoever answers', async () => {
  const first = newId(RoundId)
  await at.take('Fay', { type: 'round.open', round: first, kind: 'rating', anonymity: 'none' })
  for (const name of ['Ana', 'Max']) {
    await picks(at.pageOf(name), 0, 'meets it')
    expect(await answering(at.pageOf(name)).getByText('showed less of each answer').count()).toBe(0)
    await handIn(at.pageOf(name)).click()
    await isSealed(at.pageOf(name)).waitFor()
  }
  await at.take('Fay', { type: 'round.close', round: first })
  for (const name of ['Ana', 'Max']) await at.take(name, { type: 'round.release', round: first })

  const fay = at.pageOf('Fay')
  await main(fay).getByRole('button', { name: 'Ask one criterion again' }).click()
  const dialog = fay.getByRole('dialog')
  // Asked again, it is asked in the way of the last time.
  await dialog.getByText('As a mean alone', { exact: true }).waitFor()
  expect(await dialog.getByText('Whoever answers the same again').count()).toBe(0)
  await dialog.getByText('With names', { exact: true }).click()
  await dialog.getByText('Whoever answers the same again').waitFor()
  await dialog.getByRole('button', { name: 'Open the round' }).click()
  await answering(at.pageOf('Ana')).getByText('If you answer the same again').waitFor()
  await main(fay).getByRole('button', { name: 'Cancel the round' }).click()
  await fay
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Cancel the round/ })
    .click()
  await eventually(() => answering(at.pageOf('Ana')).count()).toBe(0)
  expectNoComplaints(at.seats)
})

test('[J151] a co-chair holds back what the other has released: the joint result waits until the one who holds lets go', async () => {
  const { team, person } = at
  const [ana, ugo] = [person('Ana'), person('Ugo')]
  const params = { id: team, mid: ugo.member.id }
  await call(house.url, 'changeMember', { token: ana.token, params, body: { role: 'co-chair' } })
  const round = newId(RoundId)
  await asks(round)
  for (const name of ['Ana', 'Max']) {
    await picks(at.pageOf(name), 0, 'meets it')
    await handIn(at.pageOf(name)).click()
    await isSealed(at.pageOf(name)).waitFor()
  }
  await at.take('Fay', { type: 'round.close', round })
  await at.take('Ana', { type: 'round.release', round, spread: true })

  const own = (page: Page) => main(page).getByRole('region', { name: 'Your side’s own result' })
  const [anaSees, ugoSees, maxSees] = ['Ana', 'Ugo', 'Max'].map(name => main(at.pageOf(name))) as [
    Locator,
    Locator,
    Locator,
  ]
  await ugoSees.getByText('Your side has released it').waitFor()
  await own(at.pageOf('Ugo')).getByRole('button', { name: 'Hold it back' }).click()
  await ugoSees.getByText('You hold your side’s result back').waitFor()
  await anaSees.getByText('Ugo holds your side’s result back').waitFor()
  expect(
    await own(at.pageOf('Ana'))
      .getByRole('button', { name: /Release|Hold/ })
      .count(),
  ).toBe(0)
  await maxSees.getByText('Union holds its result back').waitFor()

  // The other side releases, and nothing appears; then the one who holds lets go.
  await at.take('Max', { type: 'round.release', round, spread: true })
  await anaSees.getByText('The joint result waits for: Union').waitFor()
  await own(at.pageOf('Ugo')).getByRole('button', { name: 'Release it' }).click()
  await at.pageOf('Ugo').getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  await main(at.pageOf('Fay')).getByText('Union: 1 of 2 answered').waitFor()
  await call(house.url, 'changeMember', { token: ana.token, params, body: { role: 'member' } })
  expectNoComplaints(at.seats)
})

test('[J152] what the server could not tell is no empty answer: it is said, asked again, and no form and no result stands there until then', async () => {
  const round = newId(RoundId)
  await asks(round)
  for (const name of ['Ana', 'Max']) {
    await picks(at.pageOf(name), 0, 'meets it')
    await picks(at.pageOf(name), 1, 'partly')
    await handIn(at.pageOf(name)).click()
    await isSealed(at.pageOf(name)).waitFor()
  }
  const ana = at.pageOf('Ana')
  const asked = '**/rounds/*'
  const cut = () => ana.route(asked, route => route.abort())
  const told = (words: string) => main(ana).getByRole('alert').filter({ hasText: words })
  const own = main(ana).getByRole('region', { name: 'Your side’s own result' })

  await cut()
  await ana.reload()
  await told('Your answer could not be fetched').waitFor()
  expect([await answering(ana).count(), await handIn(ana).count()]).toEqual([0, 0])
  await ana.unroute(asked)
  await told('Your answer').getByRole('button', { name: 'Try again' }).click()
  await isSealed(ana).waitFor()
  expect([await isPicked(ana, 0, 'meets it'), await isPicked(ana, 1, 'partly')]).toEqual([true, true])

  // After the close it comes by itself once the line is back.
  await cut()
  await at.take('Fay', { type: 'round.close', round })
  await told('Your side’s own result could not be fetched').waitFor()
  expect(await own.count()).toBe(0)
  await ana.unroute(asked)
  await own.getByRole('button', { name: 'Release it' }).waitFor()
  await at.take('Fay', { type: 'round.cancel', round })
  expectNoComplaints(at.seats, /net::ERR_FAILED$/)
})

test('[J153] whoever moves to the other side after answering is asked again there, and counted nowhere else', async () => {
  const round = newId(RoundId)
  const { team, person } = at
  const mia = at.pageOf('Mia')
  await asks(round)
  await picks(mia, 0, 'meets it')
  await handIn(mia).click()
  await isSealed(mia).waitFor()
  const move = async (by: string, to: typeof UNION, admits: string) => {
    const params = { id: team, mid: person('Mia').member.id }
    await call(house.url, 'changeMember', { token: person(by).token, params, body: { side: to } })
    await call(house.url, 'changeMember', { token: person(admits).token, params, body: { admitted: true } })
  }
  const panel = main(at.pageOf('Fay')).getByRole('complementary', { name: 'Who has answered' })
  const countOf = (side: string) => panel.getByRole('region', { name: side })
  await countOf('Management').getByText('1 of 2').waitFor()
  await move('Max', UNION, 'Ana')
  await countOf('Union').getByText('0 of 3').waitFor()
  await countOf('Management').getByText('0 of 1').waitFor()

  // Whoever is moved stands outside until the other side admits them; they come back by the address they were at.
  await mia.goto(mia.url())
  await main(mia).getByText('You answered for Management.').waitFor()
  expect([await isSealed(mia).count(), await isPicked(mia, 0, 'meets it')]).toEqual([0, false])
  await picks(mia, 0, 'partly')
  await handIn(mia).click()
  await isSealed(mia).waitFor()
  await countOf('Union').getByText('1 of 3').waitFor()
  expect(await main(mia).getByText('You answered for').count()).toBe(0)
  await at.take('Fay', { type: 'round.cancel', round })
  await move('Ana', MANAGEMENT, 'Max')
  expectNoComplaints(at.seats)
})

test('[J136] somebody is removed while a round runs: their page says so, their answer stays, and nobody is counted twice', async () => {
  const round = newId(RoundId)
  await asks(round)
  for (const name of ['Ugo', 'Ana', 'Max']) {
    await picks(at.pageOf(name), 0, 'meets it')
    await handIn(at.pageOf(name)).click()
    await isSealed(at.pageOf(name)).waitFor()
  }
  const { person, team } = at
  const [ana, ugo] = [person('Ana'), person('Ugo')]
  await call(house.url, 'removeMember', { token: ana.token, params: { id: team, mid: ugo.member.id } })
  await at.pageOf('Ugo').getByRole('heading').first().waitFor()
  await eventually(() => answering(at.pageOf('Ugo')).count()).toBe(0)
  const fay = at.pageOf('Fay')
  const union = main(fay).getByRole('region', { name: 'Union' }).first()
  await union.getByText('1 of 1').waitFor()
  await at.take('Fay', { type: 'round.close', round })
  for (const name of ['Ana', 'Max']) await at.take(name, { type: 'round.release', round, spread: true })
  await main(fay).getByText('Union: 2 of 2 answered').waitFor()
  expectNoComplaints(at.seats, refusedWith(401, 403))
})
