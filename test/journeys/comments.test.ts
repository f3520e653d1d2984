import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, cutOff, look, main, post, saved, showList, sitThree, type Three } from './board.ts'
import { axeFinds } from './faults.ts'
import { CUT_LINE, eventually, expectNoComplaints, type House, openHouse, type Seat } from './seats.ts'

/** What people say about cards and texts: beside them, by their own name, and settled when it is. */

let house: House
let people: Three
beforeAll(async () => {
  house = await openHouse()
  people = await sitThree(house)
})
afterAll(() => house.close())

const panel = ({ page }: Seat) => page.getByRole('region', { name: 'Comments', exact: true })
const field = (seat: Seat) => panel(seat).getByRole('textbox', { name: /^Comment/ })
const said = async (seat: Seat): Promise<string[]> =>
  await panel(seat)
    .getByRole('article')
    .evaluateAll(all => all.map(one => (one.textContent ?? '').replace(/(just now|\d+ minutes? ago)/, '')))
const says = async (seat: Seat, words: string) => {
  await field(seat).waitFor()
  await eventually(() => field(seat).evaluate(element => element === document.activeElement)).toBe(true)
  await seat.page.keyboard.type(words)
  await seat.page.keyboard.press('Enter')
  await panel(seat).getByText(words).waitFor()
}

const INTEREST = 'Preparation time that is really there'

test('[J140] the other side asks about an interest by the key C, its owner answers and settles it, and undo brings it back', async () => {
  const { una, max, fay } = people
  for (const { page } of [una, max, fay]) await look(page, 'Interests')
  await post(una.page, INTEREST)
  const seen = card(main(max.page), INTEREST)
  await seen.focus()
  await seen.press('c')
  await says(max, 'How much of it is lost in a week?')
  await says(max, 'By grade, if you know.')
  // What was typed and not posted waits.
  await max.page.keyboard.type('half a sent')
  await max.page.keyboard.press('Escape')
  await panel(max).waitFor({ state: 'detached' })
  await eventually(() => seen.evaluate(element => element === document.activeElement)).toBe(true)

  const count = card(main(una.page), INTEREST).getByRole('button', { name: '2 comments' })
  await count.click()
  await eventually(() => said(una)).toEqual([
    expect.stringMatching(/Mark.*How much of it is lost in a week\?/),
    expect.stringMatching(/Mark.*By grade, if you know\./),
  ])
  await panel(una).getByText('just now').first().waitFor()
  // Nobody sees a control that is not theirs: the other side's words are neither hers to change nor to settle.
  expect(await panel(una).getByRole('button').allInnerTexts()).toEqual(['', 'Post'])
  await says(una, 'About two hours.')
  await count.waitFor({ state: 'detached' })
  await seen.getByRole('button', { name: '3 comments' }).click()
  expect(await field(max).inputValue()).toBe('half a sent')
  await panel(max).getByRole('button', { name: 'Settle' }).first().click()
  await panel(max).getByText('1 settled').waitFor()
  await card(main(una.page), INTEREST).getByRole('button', { name: '2 comments' }).waitFor()
  await card(main(max.page), INTEREST).focus()
  await max.page.keyboard.press('Control+z')
  await card(main(una.page), INTEREST).getByRole('button', { name: '3 comments' }).waitFor()

  await panel(max).getByRole('button', { name: 'Change the words' }).first().click()
  await panel(max).getByRole('textbox', { name: 'Wording of this card' }).waitFor()
  await max.page.keyboard.press('Control+End')
  await max.page.keyboard.type(' Roughly.')
  await panel(una).getByText('How much of it is lost in a week? Roughly.').waitFor()
  await max.page.keyboard.press('Escape')
  expect(await axeFinds(max.page)).toEqual([])

  await showList(fay.page)
  const under = main(fay.page).getByRole('list', { name: 'Comments' }).getByRole('article')
  await eventually(() => under.count()).toBe(3)
  expect(await under.first().getAttribute('aria-label')).toMatch(
    /^Comment on “Preparation time that is really there” by Mark/,
  )
  expectNoComplaints([una, max, fay])
})

test('[J141] two comment at once, one of them without a line, and both stand there for everybody', async () => {
  const { una, max, fay } = people
  await look(fay.page, 'Interests')
  const words = 'Classes that are not left alone'
  await post(una.page, words)
  for (const seat of [una, max, fay]) {
    const of = card(main(seat.page), words)
    await of.focus()
    await of.press('c')
    await field(seat).waitFor()
  }
  await cutOff(house, una)
  await says(una, 'Said without a line')
  await says(max, 'Said meanwhile')
  await una.context.setOffline(false)
  for (const seat of [una, max, fay])
    await eventually(
      () => said(seat).then(all => all.map(one => /Said (without a line|meanwhile)/.exec(one)?.[0]).sort()),
      {
        timeoutMs: 20_000,
      },
    ).toEqual(['Said meanwhile', 'Said without a line'])
  await saved(una.page)
  expectNoComplaints([una, max, fay], CUT_LINE)
})
