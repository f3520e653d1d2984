import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  card,
  cardsSeen,
  column,
  composer,
  look,
  MANAGEMENT,
  main,
  post,
  sameForAll,
  saved,
  saveState,
  showList,
  sitThree,
  stepButton,
  UNION,
  word,
  wordsSeen,
} from './board.ts'
import {
  CUT_LINE,
  eventually,
  expectNoComplaints,
  type House,
  joinBy,
  newSeat,
  openHouse,
  PHONE,
  pageBeside,
  type Seat,
  sitDown,
} from './seats.ts'

/** A facilitator, a union member and a manager at the practice board at once, and who comes later. */

let house: House
let fay: Seat
let una: Seat
let max: Seat
const all = () => [fay, una, max]

beforeAll(async () => {
  house = await openHouse()
  ;({ fay, una, max } = await sitThree(house))
})
afterAll(() => house.close())

const everybody = (act: (page: Page) => Promise<unknown>) => Promise.all(all().map(({ page }) => act(page)))

test('[J1] what three people add at the same time stands in the same columns with the right name and side for each', async () => {
  await Promise.all([
    post(una.page, 'A break that is a break', 'Notice before a change'),
    post(max.page, 'Doors that open on time', 'Costs known in advance'),
  ])
  expect(await column(fay.page, UNION).getByRole('textbox').count()).toBe(0)
  await eventually(() => main(fay.page).getByRole('article').count()).toBe(9 + 4)

  const interests = await sameForAll(all(), cardsSeen)
  const mine = (words: string) => interests.find(({ name }) => name?.endsWith(words))
  expect(mine('A break that is a break')).toEqual({
    in: `${UNION} interests`,
    name: `Interest by Una, ${UNION}: A break that is a break`,
    mark: UNION,
    by: 'Una',
  })
  expect(mine('Costs known in advance')).toEqual({
    in: `${MANAGEMENT} interests`,
    name: `Interest by Mark, ${MANAGEMENT}: Costs known in advance`,
    mark: MANAGEMENT,
    by: 'Mark',
  })

  await everybody(page => look(page, 'Options'))
  await Promise.all([
    post(fay.page, 'Ask the school next door'),
    post(una.page, 'Swap days by agreement', 'A pool of retired colleagues'),
    post(max.page, 'Join two small classes'),
  ])
  await eventually(() => main(fay.page).getByRole('article').count()).toBe(5 + 4)
  const options = await sameForAll(all(), cardsSeen)
  expect(options.find(({ name }) => name?.endsWith('Ask the school next door'))).toEqual({
    in: 'Options',
    name: 'Option by Faye, Facilitator: Ask the school next door',
    mark: 'Facilitator',
    by: 'Faye',
  })

  await everybody(page => look(page, 'Criteria'))
  await Promise.all([
    post(fay.page, 'Can be explained to parents'),
    post(una.page, 'Fair'),
    post(max.page, 'Starts by May'),
  ])
  await eventually(() => main(fay.page).getByRole('article').count()).toBe(4 + 3)
  await sameForAll(all(), cardsSeen)

  await everybody(showList)
  await eventually(() => main(fay.page).getByRole('article').count()).toBe(2 + 13 + 9 + 7)
  await sameForAll(all(), cardsSeen)
  await everybody(saved)
})

test('[J2] a card that somebody else words shows who is at it, and after that who reworded it', async () => {
  await everybody(page => look(page, 'Options'))
  await post(una.page, 'A list')
  const editor = await word(card(max.page, 'A list'))
  await eventually(() => card(una.page, 'A list').innerText()).toContain('Mark is writing')
  await max.page.keyboard.type(' on the door')
  await max.page.keyboard.press('Enter')
  await max.page.keyboard.type('- of ')
  await max.page.keyboard.press('Control+b')
  await max.page.keyboard.type('all')
  await max.page.keyboard.press('Control+b')
  await max.page.keyboard.type(' absences')
  await max.page.keyboard.press('Escape')
  await editor.waitFor({ state: 'detached' })

  const worded = card(una.page, 'A list on the door')
  await eventually(() => worded.getByRole('list').getByRole('listitem').innerHTML()).toContain('<strong>all</strong>')
  await eventually(() => worded.innerText()).toContain('Una, reworded by Mark')
  expect(await worded.innerText()).not.toContain('is writing')
  await sameForAll(all(), cardsSeen)
  await sameForAll(all(), wordsSeen)
})

test('[J3] an option is connected to an interest as a suggestion, and confirmed by the side whose interest it is', async () => {
  await everybody(page => look(page, 'Interests'))
  await post(max.page, 'Halls supervised')
  await everybody(page => look(page, 'Options'))
  await post(una.page, 'Parents supervise the hall')
  const option = (page: Page) => card(page, 'Parents supervise the hall')

  await option(una.page).getByRole('button', { name: 'Connect to an interest' }).click()
  const dialog = una.page.getByRole('dialog', { name: 'Which interests does this option serve?' })
  await dialog.getByRole('searchbox', { name: 'Find an interest' }).pressSequentially('halls')
  await dialog.getByRole('option', { name: 'Halls supervised' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })

  for (const { page } of all()) await eventually(() => option(page).innerText()).toContain('suggested by Una')
  const confirm = { name: /^Confirm for / }
  expect(await option(una.page).getByRole('button', confirm).count()).toBe(0)
  expect(await option(fay.page).getByRole('button', confirm).count()).toBe(0)
  expect(
    await option(max.page)
      .getByRole('button', { name: /^Take away the connection/ })
      .count(),
  ).toBe(0)

  await option(max.page).getByRole('button', confirm).click()
  for (const { page } of all()) await eventually(() => option(page).innerText()).toContain('confirmed')
  expect(await option(una.page).innerText()).not.toContain('suggested')

  // Other words are not what was confirmed; said again of them it is, until the side takes it back.
  await word(option(una.page))
  await una.page.keyboard.type(', or not')
  await una.page.keyboard.press('Escape')
  for (const { page } of all()) await eventually(() => option(page).innerText()).toContain('of an earlier wording')
  await option(max.page)
    .getByRole('button', { name: /as it is worded now/ })
    .click()
  for (const { page } of all()) await eventually(() => option(page).innerText()).not.toContain('earlier')
  await option(max.page)
    .getByRole('button', { name: /^Take back for / })
    .click()
  for (const { page } of all()) await eventually(() => option(page).innerText()).toContain('suggested by Una')
  await option(max.page).getByRole('button', confirm).click()
  await everybody(saved)
})

test('[J4] “this matters to us too” is counted by side, an interest is mutual once both confirm, and new words make it earlier', async () => {
  await everybody(page => look(page, 'Interests'))
  await post(una.page, 'Nobody covers alone')
  const own = (page: Page) => card(column(page, UNION), 'Nobody covers alone')
  const mutual = (page: Page) => card(column(page, 'Mutual'), 'Nobody covers alone')

  await own(max.page).getByRole('button', { name: 'This matters to us too · 0 of 3' }).click()
  await eventually(() =>
    own(max.page).getByRole('button', { name: 'This matters to us too · 1 of 3', pressed: true }).count(),
  ).toBe(1)
  for (const { page } of [fay, una]) await eventually(() => own(page).innerText()).toContain('1 of 3')
  await eventually(() => column(fay.page, 'Mutual').innerText()).toContain(`waits for ${UNION} and ${MANAGEMENT}`)

  await own(max.page)
    .getByRole('button', { name: `Confirm for ${MANAGEMENT}` })
    .click()
  await eventually(() => own(una.page).innerText()).toContain('1 of 3, confirmed')
  expect(await mutual(una.page).count()).toBe(0)
  await own(una.page)
    .getByRole('button', { name: `Confirm for ${UNION}` })
    .click()
  for (const { page } of all()) {
    await mutual(page).waitFor()
    expect(await own(page).count()).toBe(1)
  }
  await sameForAll(all(), cardsSeen)

  await word(own(una.page))
  await una.page.keyboard.type(', not even once')
  await una.page.keyboard.press('Escape')
  for (const { page } of all()) await mutual(page).waitFor({ state: 'detached' })
  await eventually(() => own(fay.page).innerText()).toContain('1 of an earlier wording, an earlier wording confirmed')
  await eventually(() => own(max.page).innerText()).toContain('You said so of an earlier wording.')
  await own(max.page).getByRole('button', { name: 'Say it of the new wording · 0 of 3' }).click()
  await own(max.page)
    .getByRole('button', { name: `Confirm the new wording for ${MANAGEMENT}` })
    .click()
  await own(una.page)
    .getByRole('button', { name: `Confirm the new wording for ${UNION}` })
    .click()
  for (const { page } of all()) await mutual(page).waitFor()
})

test('[J5] undo takes back one’s own acts alone, over all cards in one order, in an editor and out of it', async () => {
  await everybody(page => look(page, 'Options'))
  await post(una.page, 'First of Una')
  await card(max.page, 'First of Una').waitFor()
  await post(max.page, 'First of Mark')
  await post(una.page, 'Second of Una')
  await card(max.page, 'Second of Una').waitFor()
  await post(max.page, 'Second of Mark')
  await card(una.page, 'Second of Mark').waitFor()
  const standing = async () => {
    const seen = await sameForAll(all(), cardsSeen)
    return seen.flatMap(({ name }) => name?.match(/(First|Second) of (Una|Mark)$/)?.[0] ?? [])
  }

  // In an empty field the key is the board's.
  await una.page.keyboard.press('Control+z')
  await card(una.page, 'Second of Una').waitFor({ state: 'detached' })
  await main(una.page).focus()
  await una.page.keyboard.press('Control+z')
  await card(una.page, 'First of Una').waitFor({ state: 'detached' })
  expect(await standing()).toEqual(['First of Mark', 'Second of Mark'])
  await max.page.keyboard.press('Control+z')
  await una.page.keyboard.press('Control+Shift+z')
  await card(una.page, 'First of Una').waitFor()
  await card(una.page, 'Second of Mark').waitFor({ state: 'detached' })
  expect((await standing()).sort()).toEqual(['First of Mark', 'First of Una'])

  // Both at the same words: each takes back what they typed themselves.
  await word(card(una.page, 'First of Mark'))
  await una.page.keyboard.type(', says Una')
  await card(max.page, 'First of Mark, says Una').waitFor()
  await word(card(max.page, 'First of Mark'))
  await max.page.keyboard.type(', says Mark')
  await card(una.page, 'First of Mark, says Una, says Mark').waitFor()
  await una.page.keyboard.press('Control+z')
  for (const { page } of all())
    await main(page)
      .getByRole('article', { name: /: First of Mark, says Mark$/ })
      .waitFor()
  await una.page.keyboard.press('Control+Shift+z')
  await card(fay.page, 'First of Mark, says Una, says Mark').waitFor()
  await max.page.keyboard.press('Control+z')
  for (const { page } of all())
    await main(page)
      .getByRole('article', { name: /: First of Mark, says Una$/ })
      .waitFor()
  await una.page.keyboard.press('Escape')
  await max.page.keyboard.press('Escape')
  await sameForAll(all(), wordsSeen)
  await everybody(saved)
})

test('[J6] a card is put away and brought back, and a copy is the copier’s', async () => {
  await everybody(page => look(page, 'Options'))
  await post(una.page, 'Cover from the office')
  const option = (page: Page) => card(page, 'Cover from the office')
  await option(max.page).focus()
  await max.page.keyboard.press('Control+d')
  await eventually(async () =>
    (await cardsSeen(fay.page))
      .filter(({ name }) => name?.endsWith('Cover from the office'))
      .map(({ mark, by }) => `${mark}: ${by}`),
  ).toEqual([`${UNION}: Una`, `${MANAGEMENT}: Mark`])

  // Una may put away her own, not Mark's.
  const copy = una.page.getByRole('article', { name: `Option by Mark, ${MANAGEMENT}: Cover from the office` })
  await copy.focus()
  await una.page.keyboard.press('Delete')
  const original = (page: Page) => page.getByRole('article', { name: `Option by Una, ${UNION}: Cover from the office` })
  await original(una.page).focus()
  await una.page.keyboard.press('Delete')
  for (const { page } of all()) await original(page).waitFor({ state: 'detached' })
  expect(await copy.count()).toBe(1)
  await una.page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Bring back' }).click()
  for (const { page } of all()) await original(page).waitFor()

  await original(una.page).focus()
  await una.page.keyboard.press('Delete')
  await original(fay.page).waitFor({ state: 'detached' })
  await showList(fay.page)
  await fay.page.getByRole('switch', { name: 'Show what was put away' }).press('Space')
  await original(fay.page).getByRole('button', { name: 'Actions for this card' }).click()
  await fay.page.getByRole('menuitem', { name: 'Bring back' }).click()
  for (const { page } of all()) await original(page).waitFor()
  await fay.page.getByRole('switch', { name: 'Show what was put away' }).press('Space')
})

test('[J7] a reload of every page loses nothing and shows the same', async () => {
  await everybody(showList)
  const before = { cards: await sameForAll(all(), cardsSeen), words: await sameForAll(all(), wordsSeen) }
  await everybody(saved)
  await everybody(page => page.reload())
  await everybody(showList)
  for (const { page } of all()) {
    await eventually(() => cardsSeen(page)).toEqual(before.cards)
    expect(await wordsSeen(page)).toEqual(before.words)
  }
})

test('[J8] when the facilitator opens a stage, who looks at the present one comes along and who writes is told', async () => {
  await everybody(page => look(page, 'Interests'))
  await composer(una.page).pressSequentially('Half a sent')
  await look(fay.page, 'Options')
  await fay.page.getByRole('button', { name: 'Open this stage for everyone' }).click()

  await max.page.getByRole('heading', { name: 'What could meet these interests?' }).waitFor()
  await max.page
    .getByRole('region', { name: 'Notices' })
    .getByText('Faye opened “Options”, and you have come along.')
    .waitFor()
  await una.page.getByText('Faye opened “Options” for everyone.').waitFor()
  expect(await composer(una.page).inputValue()).toBe('Half a sent')
  expect(await composer(una.page).evaluate(element => element === document.activeElement)).toBe(true)
  await composer(una.page).pressSequentially('ence is now whole')
  await una.page.keyboard.press('Enter')
  await una.page.getByRole('button', { name: 'Go there' }).click()
  await una.page.getByRole('heading', { name: 'What could meet these interests?' }).waitFor()
  for (const { page } of all()) expect(await stepButton(page, 'Options').innerText()).toContain('open now')
  await everybody(page => look(page, 'Interests'))
  for (const { page } of all()) await card(page, 'Half a sentence is now whole').waitFor()
})

test('[J9] a clock runs for everybody, and pausing the writing makes every screen read-only and says why', async () => {
  await everybody(page => look(page, 'Options'))
  await fay.page.getByRole('button', { name: 'Facilitate' }).click()
  const console_ = fay.page.getByRole('complementary', { name: 'Facilitate' })
  await console_.getByRole('button', { name: '5 min', exact: true }).click()
  for (const { page } of all())
    await page
      .getByRole('timer', { name: /^Clock: 0[45]:\d\d left$/ })
      .first()
      .waitFor()
  await console_.getByRole('button', { name: 'Stop the clock' }).click()
  for (const { page } of [una, max]) await page.getByRole('timer').waitFor({ state: 'detached' })

  await composer(una.page).pressSequentially('Kept while paused')
  const editor = await word(card(max.page, 'Join two small classes'))
  await console_.getByRole('button', { name: 'Pause now' }).click()
  await editor.waitFor({ state: 'detached' })
  for (const { page } of all()) {
    await page
      .getByText('Writing is paused. Everything can be read; cards can be added when it goes on. Faye has paused it.')
      .waitFor()
    expect(await composer(page).count()).toBe(0)
    expect(
      await main(page)
        .getByRole('button', { name: /Connect|Confirm|matters to us/ })
        .count(),
    ).toBe(0)
    await card(page, 'Join two small classes').getByRole('button', { name: 'Actions for this card' }).click()
    await eventually(() => page.getByRole('menuitem').allInnerTexts()).toEqual(['Copy link to this card'])
    await page.keyboard.press('Escape')
  }
  await console_.getByRole('button', { name: 'Go on writing' }).click()
  await eventually(() => composer(una.page).inputValue()).toBe('Kept while paused')
  await composer(una.page).press('Enter')
  for (const { page } of all()) await card(page, 'Kept while paused').waitFor()
  await console_.getByRole('button', { name: 'Close the panel' }).click()
})

test('[J10] who is here is one press away: everyone by name and side, here or not', async () => {
  for (const { page, name } of all()) {
    await page.getByRole('button', { name: 'Who is here: 3 people' }).click()
    const panel = page.getByRole('dialog', { name: 'Who is here' })
    const seats = (side: string) =>
      panel.getByRole('region', { name: side, exact: true }).getByRole('listitem').allInnerTexts()
    const row = (who: string, role: string, is = 'here') =>
      new RegExp(`${who}${who === name ? ' \\(you\\)' : ''}\\s*${role}\\s*${is}$`)
    await eventually(() => seats(UNION)).toEqual([
      expect.stringMatching(row('Una', 'Member')),
      expect.stringMatching(row('Ana', 'Member', 'not here')),
      expect.stringMatching(row('Ugo', 'Member', 'not here')),
    ])
    expect((await seats(MANAGEMENT))[0]).toMatch(row('Mark', 'Member'))
    expect((await seats('Of no side'))[0]).toMatch(row('Faye', 'Facilitator'))
    await page.keyboard.press('Escape')
  }
})

test('[J11] a newcomer on a phone adds an interest within the first minute after the link', async () => {
  const pia = await newSeat(house, { name: 'Pia', ...PHONE })
  const from = performance.now()
  await joinBy(pia, house.links.union)
  // The practice team has gone on to the options meanwhile.
  await pia.page.getByRole('button', { name: /^Options/ }).tap()
  await pia.page.getByRole('menuitem', { name: 'Interests' }).tap()
  await composer(pia.page).tap()
  await pia.page.keyboard.type('Seats for those who stand all day')
  await pia.page.getByRole('button', { name: 'Post' }).tap()
  await card(pia.page, 'Seats for those who stand all day').waitFor()
  await saved(pia.page)
  expect(performance.now() - from).toBeLessThan(60_000)

  await everybody(page => look(page, 'Interests'))
  for (const { page } of all()) await card(column(page, UNION), 'Seats for those who stand all day').waitFor()
  expect((await cardsSeen(una.page)).find(({ name }) => name?.endsWith('stand all day'))).toMatchObject({
    mark: UNION,
    by: 'Pia',
  })
  // Someone's finger: a tap on the other side's column, "this matters to us too".
  await pia.page.getByRole('tab', { name: MANAGEMENT }).tap()
  await card(pia.page, 'Costs known in advance').getByRole('button', { name: 'This matters to us too · 0 of 4' }).tap()
  await eventually(() => card(max.page, 'Costs known in advance').innerText()).toContain('1 of 4')
  expectNoComplaints([pia])
  await pia.context.close()
})

test('[J12] without a line the page says so with what is waiting, writing goes on, and all of it arrives with the line', async () => {
  await everybody(page => look(page, 'Options'))
  await una.context.setOffline(true)
  await eventually(() => saveState(una.page).innerText()).toMatch(/^Offline/)
  await post(una.page, 'Written without a line', 'And a second one')
  await word(card(una.page, 'Swap days by agreement'))
  await una.page.keyboard.type(', also offline')
  await una.page.keyboard.press('Escape')
  await eventually(() => saveState(una.page).innerText()).toBe('Offline, 3 changes wait')
  await una.page.getByRole('alert').getByText('You are offline. 3 changes wait here').waitFor()
  await post(max.page, 'Meanwhile at the table')
  expect(await card(max.page, 'Written without a line').count()).toBe(0)

  await una.context.setOffline(false)
  await saved(una.page)
  for (const { page } of all())
    for (const words of [
      'Written without a line',
      'And a second one',
      'Swap days by agreement, also offline',
      'Meanwhile at the table',
    ])
      await card(page, words).waitFor()
  await sameForAll(all(), cardsSeen)
  expect(await una.page.getByRole('region', { name: /not kept/ }).count()).toBe(0)
  expectNoComplaints(all(), CUT_LINE)
})

test('[J13] a server that ends and begins again while people type loses nothing, and every page says Saved again', async () => {
  await everybody(page => look(page, 'Options'))
  await post(una.page, 'Una types')
  await post(max.page, 'Mark types')
  await word(card(una.page, 'Una types'))
  await word(card(max.page, 'Mark types'))
  const text = ' through it all, one letter at a time, and none of them is lost on the way'
  await Promise.all([
    una.page.keyboard.type(text, { delay: 40 }),
    max.page.keyboard.type(text, { delay: 40 }),
    house.restart(),
  ])
  await everybody(saved)
  for (const { page } of all()) {
    await main(page)
      .getByRole('article', { name: new RegExp(`: Una types${text}$`) })
      .waitFor()
    await main(page)
      .getByRole('article', { name: new RegExp(`: Mark types${text}$`) })
      .waitFor()
  }
  await una.page.keyboard.press('Escape')
  await max.page.keyboard.press('Escape')
  await fay.page.getByRole('button', { name: 'Who is here: 3 people' }).waitFor()
  await sameForAll(all(), wordsSeen)
  expectNoComplaints(all(), CUT_LINE)
})

test('[J14] two tabs are one person, and two links in one browser are two people, each under their own name', async () => {
  await everybody(page => look(page, 'Options'))
  const second = await pageBeside(una, 'Una')
  await second.page.goto(una.page.url())
  await second.page.getByRole('button', { name: 'Who is here: 3 people' }).waitFor()
  await look(second.page, 'Options')
  await post(second.page, 'From the other tab')
  await card(una.page, 'From the other tab').waitFor()
  await sameForAll([...all(), second], cardsSeen)
  expect((await cardsSeen(fay.page)).find(({ name }) => name?.endsWith('From the other tab'))).toMatchObject({
    mark: UNION,
    by: 'Una',
  })
  await second.page.close()

  const shared = await sitDown(house, { link: house.links.union, name: 'Uri' })
  const other = await pageBeside(shared, 'Mo')
  await other.page.goto(house.links.management)
  await other.page.getByRole('button', { name: 'Continue as Uri' }).waitFor()
  await other.page.getByRole('button', { name: 'Join as somebody else' }).click()
  await other.page.getByRole('textbox', { name: 'Your name' }).fill('Mo')
  await other.page.getByRole('button', { name: /^Join as/ }).click()
  await fay.page.getByRole('button', { name: 'Who is here: 5 people' }).waitFor()
  for (const { page } of [shared, other]) await look(page, 'Options')
  await Promise.all([post(shared.page, 'Uri wrote this'), post(other.page, 'Mo wrote this')])
  await eventually(async () =>
    (await cardsSeen(fay.page))
      .filter(({ name }) => name?.endsWith('wrote this'))
      .map(({ mark, by }) => `${mark}: ${by}`)
      .sort(),
  ).toEqual([`${MANAGEMENT}: Mo`, `${UNION}: Uri`])
  await shared.page.reload()
  await other.page.reload()
  await Promise.all([post(shared.page, 'Uri again'), post(other.page, 'Mo again')])
  await eventually(async () =>
    (await cardsSeen(fay.page))
      .filter(({ name }) => name?.endsWith(' again'))
      .map(({ mark, by }) => `${mark}: ${by}`)
      .sort(),
  ).toEqual([`${MANAGEMENT}: Mo`, `${UNION}: Uri`])
  expectNoComplaints([...all(), second, shared, other])
  await shared.context.close()
})
