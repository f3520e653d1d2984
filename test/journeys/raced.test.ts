import {
  type MemberId,
  type MoveRequest,
  NO_RULES,
  newId,
  postCard,
  putAway,
  type Rating,
  type Role,
  RoundId,
  StepId,
} from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, move, openScreen, type Person, shows, startTeam, synced } from '../world.ts'
import { main } from './board.ts'
import { boardStands, eventually, expectNoComplaints, type House, newSeat, openHouse, refusedWith } from './seats.ts'
import { MANAGEMENT, seatMinneapolis, UNION } from './table.ts'

/** What is pressed a moment too late, or by a page that is not as it was: each refusal says its reason on the screen. */

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What this page asks next arrives after something else has happened, or says something else than it said. */
const nextAsk = (page: Page, { after, as }: { after?: () => Promise<unknown>; as?: (asked: MoveRequest) => object }) =>
  page.route(
    '**/moves',
    async route => {
      await after?.()
      const asked = route.request().postDataJSON() as MoveRequest
      await route.continue(as === undefined ? {} : { postData: JSON.stringify({ ...asked, ...as(asked) }) })
    },
    { times: 1 },
  )
const told = (page: Page, words: string) => page.getByRole('region', { name: 'Notices' }).getByText(words).waitFor()
const asRole = ({ world }: House, team: string, by: Person, mid: MemberId, role: Role) =>
  call(world().url, 'changeMember', { token: by.token, params: { id: team as never, mid }, body: { role } })

test('[J144] who may no longer do it, what is not asked about, what is out of range and what is another side’s: each is told by its reason, and what was typed stays', async () => {
  const at = await seatMinneapolis(house, { ...NO_RULES, points: true, map: true })
  const { pageOf, take, person, team, seats } = at
  const [fay, ana, max, ugo, mia] = ['Fay', 'Ana', 'Max', 'Ugo', 'Mia'].map(pageOf) as [Page, Page, Page, Page, Page]
  const answering = (page: Page) => page.getByRole('region', { name: 'Your answer' })
  const handIn = (page: Page) => answering(page).getByRole('button', { name: /^Hand in/ })
  const round = newId(RoundId)
  await take('Fay', { type: 'round.open', round, kind: 'rating', scale: 'points', anonymity: 'named' })
  for (const page of [ana, ugo, mia]) await answering(page).getByRole('textbox').first().fill('70')

  // A number that no page sends, and an option that the round does not ask about.
  type Ratings = Record<string, Record<string, Rating>>
  const changed = (change: (ratings: Ratings) => Ratings) => (asked: MoveRequest) => ({
    answer: { ratings: change((asked as { answer: { ratings: Ratings } }).answer.ratings) },
  })
  await nextAsk(mia, {
    as: changed(ratings =>
      Object.fromEntries(
        Object.entries(ratings).map(([option, row]) => [
          option,
          Object.fromEntries(Object.keys(row).map(criterion => [criterion, 101])),
        ]),
      ),
    ),
  })
  await handIn(mia).click()
  await told(mia, 'That number is outside what this round asks for')
  await nextAsk(mia, { as: changed(ratings => ({ 'no-such-option': Object.values(ratings)[0] ?? {} })) })
  await handIn(mia).click()
  await told(mia, 'That option or criterion is not asked about, or no longer on the table.')
  expect(await answering(mia).getByRole('textbox').first().inputValue()).toBe('70')
  // The page itself says it of what is typed.
  await answering(mia).getByRole('textbox').first().fill('150')
  await answering(mia).getByText('0 to 100').first().waitFor()
  await answering(mia).getByRole('textbox').first().fill('60')
  await handIn(mia).click()
  await answering(mia).getByText('Your answer is sealed').waitFor()
  // A second answer takes the place of the first.
  await answering(mia).getByRole('textbox').first().fill('40')
  await handIn(mia).click()
  await answering(mia).getByText('Your answer is sealed').waitFor()
  await mia.reload()
  await boardStands(mia)
  expect(await answering(mia).getByRole('textbox').first().inputValue()).toBe('40')

  // Ugo is made a guest in the moment in which he hands in.
  await nextAsk(ugo, { after: () => asRole(house, team, person('Ana'), person('Ugo').member.id, 'guest') })
  await handIn(ugo).click()
  await told(ugo, 'Only those who are counted on a side can say this, and you are not.')
  await main(ugo).getByText('Members of the sides answer. You see who has.').waitFor()
  await asRole(house, team, person('Ana'), person('Ugo').member.id, 'member')
  await handIn(ana).click()
  await answering(ana).getByText('Your answer is sealed').waitFor()
  await take('Fay', { type: 'round.close', round })

  // Max is no co-chair any more in the moment in which he releases.
  await asRole(house, team, person('Max'), person('Mia').member.id, 'co-chair')
  await main(max).getByRole('button', { name: 'Release it' }).click()
  await nextAsk(max, { after: () => asRole(house, team, person('Mia'), person('Max').member.id, 'member') })
  await max.getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  await told(max, 'Only a co-chair speaks for a side that has one.')
  await eventually(() => main(max).getByRole('button', { name: 'Release it' }).count()).toBe(0)
  await asRole(house, team, person('Mia'), person('Max').member.id, 'co-chair')

  // What no agreement is worth to the union is released by the union alone.
  const own = newId(RoundId)
  await take('Ana', { type: 'round.open', round: own, kind: 'no-agreement', anonymity: 'named' })
  await take('Ana', { type: 'round.submit', round: own, answer: { value: 50 } })
  await take('Ana', { type: 'round.close', round: own })
  await main(max).getByRole('button', { name: 'Release it' }).click()
  await nextAsk(max, { as: () => ({ round: own }) })
  await max.getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  await told(max, 'Only that side can do this for itself.')

  // The option that a consensus test is about is put away while it is being asked.
  await take('Fay', { type: 'stage.open', stage: StepId.parse('agreement') })
  const hers = openScreen(house.world(), person('Ana'), `joint:${at.board}`)
  await synced(hers)
  const author = { by: person('Ana').member.id, side: UNION }
  const option = postCard(hers.doc, { ...author, kind: 'option', text: 'A list of our own' })
  await main(fay).getByRole('button', { name: 'Test for consensus' }).click()
  const dialog = fay.getByRole('dialog', { name: 'Can everybody live with it?' })
  await dialog.getByRole('button', { name: /What is it about/ }).click()
  await fay.getByRole('option', { name: 'A list of our own' }).click()
  await nextAsk(fay, {
    after: async () => {
      putAway(hers.doc, option)
      const seen = openScreen(house.world(), person('Max'), `joint:${at.board}`)
      await shows(seen, () => seen.watch.view().card(option)?.gone === true)
      seen.close()
    },
  })
  await dialog.getByRole('button', { name: 'Open the round' }).click()
  await told(fay, 'That option or criterion is not asked about, or no longer on the table.')
  await dialog.getByText('What you had chosen is no longer there as it was. Choose again.').waitFor()
  // Nothing else has taken its place by itself.
  await dialog.getByRole('button', { name: 'Open the round' }).click()
  await dialog.getByText('Choose again.').waitFor()
  await fay.keyboard.press('Escape')
  expect(await main(fay).getByRole('region', { name: 'Your signal' }).count()).toBe(0)
  hers.close()
  expectNoComplaints(seats, refusedWith(409))
}, 120_000)

test('[J145] where a result or a signature waits for ground rules, or a side gave no answer, the screen says so and offers nothing', async () => {
  const { team, fay, seat, openBoard } = await startTeam(house.world())
  const [ana, max] = [await seat('Ana', 'co-chair', UNION), await seat('Max', 'co-chair', MANAGEMENT)]
  const board = await openBoard()
  const take = async (who: Person, request: MoveRequest) => {
    const { status, body } = await move(house.world(), who, board, request)
    if (status !== 201) throw new Error(JSON.stringify(body))
  }
  const doc = openScreen(house.world(), ana, `joint:${board}`)
  await synced(doc)
  const author = { by: ana.member.id, side: UNION }
  const option = postCard(doc.doc, { ...author, kind: 'option', text: 'A shared pool of substitutes' })
  const criterion = postCard(doc.doc, { ...author, kind: 'criterion', text: 'Works on the worst day' })
  const seen = openScreen(house.world(), max, `joint:${board}`)
  await shows(seen, () => seen.watch.view().card(criterion) !== undefined)
  for (const one of [doc, seen]) one.close()

  const { url } = await call(house.url, 'returnLink', {
    ...{ token: ana.token, params: { id: team.id, mid: ana.member.id } },
  })
  const hers = await newSeat(house, { name: 'Ana' })
  await take(fay, { type: 'stage.open', stage: StepId.parse('weighing') })
  await hers.page.goto(url)
  await hers.page.getByRole('button', { name: /^Continue as/ }).click()
  await boardStands(hers.page)
  const asks = async (answered: readonly Person[]) => {
    const round = newId(RoundId)
    await take(fay, { type: 'round.open', round, kind: 'rating', anonymity: 'named' })
    for (const who of answered)
      await take(who, { type: 'round.submit', round, answer: { ratings: { [option]: { [criterion]: 'meets' } } } })
    await take(fay, { type: 'round.close', round })
    return round
  }
  const release = main(hers.page).getByRole('button', { name: 'Release it' })
  const first = await asks([ana, max])
  const waits = main(hers.page).getByText('A joint result waits for the ground rules')
  await waits.waitFor()
  expect(await release.count()).toBe(0)
  await take(fay, { type: 'rules.propose', rules: NO_RULES })
  for (const who of [ana, max]) await take(who, { type: 'rules.accept', version: 1 })
  await release.waitFor()
  expect(await waits.count()).toBe(0)
  await take(fay, { type: 'round.cancel', round: first })

  const second = await asks([ana])
  await main(hers.page).getByText('There will be no joint result: Management gave no answer.').waitFor()
  expect(await release.count()).toBe(0)
  const asked = await move(house.world(), ana, board, { type: 'round.release', round: second })
  expect((asked.body as { code: string }).code).toBe('side_has_no_answer')
  expectNoComplaints([hers])
}, 60_000)
