import {
  type BoardId,
  type MoveRequest,
  NO_RULES,
  newId,
  type ReleasedRatings,
  RoundId,
  SideId,
  StepId,
} from '@jointly/board'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, move, type Person, startTeam } from '../world.ts'
import { main, stepButton } from './board.ts'
import { eventually, expectNoComplaints, type House, openHouse, PHONE, refusedWith, type Seat, sitAs } from './seats.ts'

/** Five people of two sides weigh the options of the Minneapolis case, one on a phone and one by keyboard alone. */

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')

let house: House
let team: Awaited<ReturnType<typeof startTeam>>
let board: BoardId
const people: Record<string, Person> = {}
const seats: Record<string, Seat> = {}
const pageOf = (name: string): Page => (seats[name] as Seat).page
const person = (name: string) => people[name] as Person

beforeAll(async () => {
  house = await openHouse()
  team = await startTeam(house.world(), 'Minneapolis')
  people.Fay = team.fay
  people.Ana = await team.seat('Ana', 'co-chair', UNION)
  people.Max = await team.seat('Max', 'co-chair', MANAGEMENT)
  people.Ugo = await team.seat('Ugo', 'member', UNION, people.Ana)
  people.Eva = await team.seat('Eva', 'member', UNION, people.Ana)
  people.Mia = await team.seat('Mia', 'member', MANAGEMENT, people.Max)
  const made = await call(house.url, 'createBoard', {
    token: team.fay.token,
    params: { id: team.team.id },
    body: { title: 'Teacher placement', case: 'minneapolis-placement', template: 'full' },
  })
  board = made.board.id
  await take('Fay', { type: 'rules.propose', rules: NO_RULES })
  await take('Ana', { type: 'rules.accept', version: 1 })
  await take('Max', { type: 'rules.accept', version: 1 })
  const step = StepId.parse('weighing')
  await take('Fay', { type: 'stage.open', stage: step })
  for (const name of Object.keys(people)) seats[name] = await sitDownAs(name, name === 'Ugo' ? PHONE : {})
})
afterAll(() => house.close())

const take = async (who: string, request: MoveRequest) => {
  const { status, body } = await move(house.world(), person(who), board, request)
  if (status !== 201) throw new Error(JSON.stringify(body))
}

const sitDownAs = async (name: string, options: BrowserContextOptions): Promise<Seat> => {
  const seat = await sitAs(house, person(name), { board, ...options })
  await weighingStands(seat.page)
  return seat
}

/** One lands on the step that is open for everybody. */
const weighingStands = (page: Page) => page.getByRole('heading', { name: 'How do the options stand' }).waitFor()

const answering = (page: Page): Locator => page.getByRole('region', { name: 'Your answer' })
const isInSight = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}
const questions = (page: Page): Locator => answering(page).getByRole('group')

/** Each page of questions by the digits alone, from the first word of the first; a row of digits a page. */
const answerByKeys = async (page: Page, pages: readonly string[]): Promise<void> => {
  for (const [i, digits] of pages.entries()) {
    await questions(page).first().getByRole('radio').first().focus()
    for (const digit of digits) await page.keyboard.press(digit)
    if (i < pages.length - 1) await answering(page).getByRole('button', { name: 'Next' }).click()
  }
  await answering(page)
    .getByRole('button', { name: /^Hand in/ })
    .click()
  await answering(page).getByText('Your answer is sealed').waitFor()
}

const WORDS = ['meets it', 'partly', 'does not', 'cannot judge']
const answerByFinger = async (page: Page, pages: readonly string[]): Promise<void> => {
  for (const [i, digits] of pages.entries()) {
    for (const [row, digit] of [...digits].entries())
      await questions(page)
        .nth(row)
        .getByText(WORDS[Number(digit) - 1] as string, { exact: true })
        .tap()
    if (i < pages.length - 1) await answering(page).getByRole('button', { name: 'Next' }).tap()
  }
  await answering(page)
    .getByRole('button', { name: /^Hand in/ })
    .tap()
  await answering(page).getByText('Your answer is sealed').waitFor()
}

const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let i = 0; i < 120; i++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not come there')
}
/** Presses a button as a keyboard does. */
const enter = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

const reportOf = async () =>
  (await call(house.url, 'report', { token: team.fay.token, params: { id: board } })) as {
    weighing: Pick<ReleasedRatings, 'options' | 'criteria' | 'ratings'> | null
  }

/** A row per criterion, a digit per option: 1 meets it, 2 partly, 3 does not, 4 cannot judge. */
const SAID = {
  Ana: ['32112', '13111', '32211', '22211', '11112'],
  Ugo: ['32112', '13121', '32111', '12222', '11121'],
  Eva: ['33211', '13112', '33212', '12221', '41112'],
  Max: ['31111', '23221', '31122', '21222', '11222'],
  Mia: ['31112', '23211', '32112', '21221', '11221'],
} as const

test('[J90] five people answer in words alone, each side sees its own result first, and both at once see the joint one', async () => {
  const fay = pageOf('Fay')
  await main(fay).getByRole('button', { name: 'Ask everyone' }).click()
  await fay.getByRole('button', { name: 'Open the round' }).click()

  const notYet = main(fay).getByRole('complementary', { name: 'Who has answered' })
  await notYet.getByText('0 of 3').waitFor()
  await answerByKeys(pageOf('Ana'), SAID.Ana)
  await answerByFinger(pageOf('Ugo'), SAID.Ugo)
  await notYet.getByText('2 of 3').waitFor()
  await answerByKeys(pageOf('Eva'), SAID.Eva)
  await answerByKeys(pageOf('Mia'), SAID.Mia)

  // Max never touches a mouse.
  const max = pageOf('Max')
  await questions(max).first().waitFor()
  await tabTo(max, questions(max).first().getByRole('radio').first())
  for (const [i, digits] of SAID.Max.entries()) {
    for (const digit of digits) await max.keyboard.press(digit)
    if (i < SAID.Max.length - 1) await enter(max, answering(max).getByRole('button', { name: 'Next' }))
  }
  await enter(max, answering(max).getByRole('button', { name: 'Hand in', exact: true }))
  await answering(max).getByText('Your answer is sealed').waitFor()

  await main(fay).getByRole('button', { name: 'Close the round' }).click()
  await fay.getByText('Everybody has answered.').waitFor()
  await fay.getByRole('button', { name: 'Close it now' }).click()

  const own = (page: Page) => main(page).getByRole('region', { name: 'Your side’s own result' })
  const ana = pageOf('Ana')
  await own(ana).getByRole('table').first().waitFor()
  await own(max).getByRole('table').first().waitFor()
  expect(await own(ana).getByText('Max').count()).toBe(0)
  expect(await own(max).getByText('Ugo').count()).toBe(0)
  // The facilitator sees neither, and one who does not act for a side finds no release.
  expect(await main(fay).getByRole('table').count()).toBe(0)
  expect(await own(pageOf('Ugo')).getByRole('button', { name: 'Release it' }).count()).toBe(0)

  await own(ana).getByRole('button', { name: 'Release it' }).click()
  await ana.getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  await main(ana)
    .getByText(/The joint result waits for: Management/)
    .waitFor()
  expect(await main(fay).getByRole('table').count()).toBe(0)
  await enter(max, own(max).getByRole('button', { name: 'Release it' }))
  await enter(max, max.getByRole('alertdialog').getByRole('button', { name: 'Release it' }))

  for (const name of Object.keys(seats))
    await main(pageOf(name)).getByRole('heading', { name: 'Where do we see it differently?' }).waitFor()
  // What to talk about first leads to its cell, by keys and by a finger.
  for (const [page, press] of [
    [fay, (button: Locator) => enter(fay, button)],
    [pageOf('Ugo'), (button: Locator) => button.tap()],
  ] as const) {
    const talk = main(page).getByRole('complementary', { name: 'Talk about these first' })
    await press(talk.getByRole('button').first())
    const cell = main(page).getByRole('region', { name: 'Options by criteria' }).locator('td:focus')
    await cell.waitFor()
    await eventually(() => cell.evaluate(isInSight)).toBe(true)
  }
  // Which interests each option serves is told without numbers, too.
  const coverage = main(fay)
    .locator('details')
    .filter({ has: fay.locator('summary', { hasText: 'Which interests each option serves' }) })
    .first()
  await coverage.locator('summary').first().click()
  await coverage
    .getByText(/^\d+ of \d+ served$/)
    .first()
    .waitFor()
  const { weighing } = await reportOf()
  const [option, criterion] = [weighing?.options[1], weighing?.criteria[0]]
  const cell = weighing?.ratings[option as never]?.[criterion as never] as Record<string, unknown>
  // "The principal decides" by fit: the union says partly, partly, does not; management meets it twice.
  expect(cell).toMatchObject({ union: { n: 3, mean: 100 / 3 }, management: { n: 2, mean: 100, spread: 0 } })
  const rated = weighing?.options.flatMap(one =>
    weighing.criteria.map(by => {
      const cell = weighing.ratings[one]?.[by]?.[MANAGEMENT]
      return cell !== undefined && 'n' in cell && cell.n
    }),
  )
  expect(rated).toEqual(Array.from({ length: 25 }, () => 2))
  expectNoComplaints(Object.values(seats))
})

test('[J91] one criterion is asked again, a held round is cancelled unseen, and what was said before stands', async () => {
  const fay = pageOf('Fay')
  await main(fay).getByRole('button', { name: 'Ask one criterion again' }).click()
  await fay.getByRole('button', { name: 'Open the round' }).click()
  await answerByKeys(pageOf('Ana'), ['22222'])
  await answerByKeys(pageOf('Mia'), ['22222'])
  // Who comes back finds their answer, and only they.
  await pageOf('Ana').reload()
  await weighingStands(pageOf('Ana'))
  await answering(pageOf('Ana')).getByText('5 of 5').waitFor()
  await answering(pageOf('Eva')).getByText('0 of 5').waitFor()
  await main(fay).getByRole('button', { name: 'Close the round' }).click()
  await fay.getByText('3 people have not answered').waitFor()
  await fay.getByRole('button', { name: 'Close it now' }).click()
  for (const name of ['Ana', 'Max']) {
    const page = pageOf(name)
    await main(page).getByRole('button', { name: 'Release it' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  }
  await main(fay).getByText('From 2 rounds').waitFor()
  const { weighing } = await reportOf()
  const means = (criterion: number) =>
    weighing?.options.map(option => {
      const cell = weighing.ratings[option]?.[weighing.criteria[criterion] as never]?.[UNION]
      return [cell?.mean, cell && 'n' in cell && cell.n]
    })
  expect(means(0)).toEqual(Array.from({ length: 5 }, () => [50, 1]))
  expect(means(4)?.[1]).toEqual([100, 3])

  await main(fay).getByRole('button', { name: 'Ask one criterion again' }).click()
  await fay.getByRole('button', { name: 'Open the round' }).click()
  await main(fay).getByRole('button', { name: 'Cancel the round' }).click()
  await fay.getByRole('alertdialog').getByRole('button', { name: 'Cancel the round' }).click()
  await main(fay).getByText('The last round was cancelled.').waitFor()
  expect(await main(fay).getByRole('table').count()).toBeGreaterThan(0)
  expectNoComplaints(Object.values(seats))
})

test('[J92] a refusal is said on the screen, and what was ticked stays', async () => {
  const fay = pageOf('Fay')
  await main(fay).getByRole('button', { name: 'Ask one criterion again' }).click()
  await fay.getByRole('button', { name: 'Open the round' }).click()
  const eva = pageOf('Eva')
  await questions(eva).first().getByText('partly', { exact: true }).click()
  await eva.route('**/moves', async route => {
    // Somebody closes the round in the moment before the answer arrives.
    await take('Fay', { type: 'round.close', round: (route.request().postDataJSON() as { round: never }).round })
    await route.continue()
  })
  await answering(eva).getByRole('button', { name: 'Hand in what I have' }).click()
  await eva.getByRole('region', { name: 'Notices' }).getByText('This round takes no answers any more.').waitFor()
  await eventually(() => main(eva).getByText('There will be no joint result').count()).toBe(1)
  const kept = main(eva).getByRole('region', { name: 'Not handed in' })
  await kept.getByText('You had not handed this in when the round was closed. It counts for nothing.').waitFor()
  await kept.getByText('1 line of it').click()
  await kept.getByRole('listitem').filter({ hasText: 'partly' }).waitFor()
  await kept.getByRole('button', { name: 'Put it away' }).click()
  await eventually(() => kept.count()).toBe(0)
  expectNoComplaints(Object.values(seats), refusedWith(409))
})

test('[J130] a round closes by its time: everybody sees the clock, and what was not handed in stays with the reason', async () => {
  const fay = pageOf('Fay')
  await main(fay).getByRole('button', { name: 'Cancel the round' }).click()
  await fay.getByRole('alertdialog').getByRole('button', { name: 'Cancel the round' }).click()
  await main(fay).getByRole('button', { name: 'Ask one criterion again' }).click()
  await fay.getByRole('button', { name: /When does it close/ }).click()
  await fay.getByRole('option', { name: 'At a moment of its own' }).click()
  await fay.getByLabel('Day and time').fill('2001-01-01T10:00')
  await fay.getByText('A moment that lies ahead.').waitFor()
  await fay.getByRole('button', { name: 'Open the round' }).click()
  await fay.getByRole('button', { name: /When does it close/ }).click()
  await fay.getByRole('option', { name: 'In 3 minutes' }).click()
  await fay.getByRole('button', { name: 'Open the round' }).click()
  // Whoever looks elsewhere sees it too, and finds the way.
  const mia = pageOf('Mia')
  await stepButton(mia, 'Interests').click()
  const line = mia.getByRole('banner')
  await line.getByText('Fay asks: How do the options stand?').waitFor()
  await line.getByRole('timer').waitFor()
  await line.getByRole('button', { name: 'Answer', exact: true }).click()
  await questions(mia).first().waitFor()
  expect(await line.getByRole('timer').count()).toBe(0)
  for (const name of ['Fay', 'Ugo', 'Max'])
    await main(pageOf(name))
      .getByRole('timer')
      .getByText(/^0[23]:/)
      .waitFor()
  await main(fay).getByRole('button', { name: 'Cancel the round' }).click()
  await fay.getByRole('alertdialog').getByRole('button', { name: 'Cancel the round' }).click()
  await main(fay).getByText('The last round was cancelled.').waitFor()

  const closesAt = new Date(Date.now() + 6_000).toISOString()
  await take('Fay', { type: 'round.open', round: newId(RoundId), kind: 'rating', anonymity: 'named', closesAt })
  const eva = pageOf('Eva')
  await questions(eva).first().getByText('meets it', { exact: true }).click()
  await main(eva).getByText('You had not handed this in when the round closed by its time').waitFor()
  await main(pageOf('Mia')).getByText('There will be no joint result').waitFor()
  expect(await main(eva).getByRole('timer').count()).toBe(0)
  expectNoComplaints(Object.values(seats), refusedWith(409))
})

test('[J133] whoever presses a moment after somebody else is told why it was not taken', async () => {
  /** What `who` presses next reaches the server after `request` of Fay. */
  const comesAfter = (who: string, request: MoveRequest) =>
    pageOf(who).route(
      '**/moves',
      async route => {
        await take('Fay', request)
        await route.continue()
      },
      { times: 1 },
    )
  const told = (who: string, words: string) =>
    pageOf(who).getByRole('region', { name: 'Notices' }).getByText(words).waitFor()
  const [fay, max] = [pageOf('Fay'), pageOf('Max')]
  await main(fay).getByRole('button', { name: 'Cancel the round' }).click()
  await fay.getByRole('alertdialog').getByRole('button', { name: 'Cancel the round' }).click()

  // Two ask at once.
  const round = newId(RoundId)
  await main(max).getByRole('button', { name: 'Ask one criterion again' }).click()
  await comesAfter('Max', { type: 'round.open', round, kind: 'rating', anonymity: 'named' })
  await max.getByRole('dialog').getByRole('button', { name: 'Open the round' }).click()
  await told('Max', 'A round is under way already.')
  await max.keyboard.press('Escape')

  // Two close at once.
  await answerByKeys(pageOf('Ana'), SAID.Ana)
  await answerByKeys(pageOf('Mia'), SAID.Mia)
  await main(max).getByRole('button', { name: 'Close the round' }).click()
  await comesAfter('Max', { type: 'round.close', round })
  await max.getByRole('button', { name: 'Close it now' }).click()
  await told('Max', 'This round takes no answers any more.')

  // The round is cancelled in the moment of the release, and with it goes what was to be released.
  await main(max).getByRole('button', { name: 'Release it' }).click()
  await comesAfter('Max', { type: 'round.cancel', round })
  await max.getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  await told('Max', 'This round was cancelled, and its answers were destroyed.')
  await main(max).getByText('The last round was cancelled.').waitFor()
  expectNoComplaints(Object.values(seats), refusedWith(409))
})
