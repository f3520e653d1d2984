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
  // What has scrolled under the bar is not what is asked about.
  await max.page.evaluate(() => scrollTo(0, 0))
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

/** The words that are marked as spoken of. */
const marked = ({ page }: Seat): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map(range => range.toString()))
/** Selects words of the text on the page, as a finger or a mouse does. */
const selects = ({ page }: Seat, words: string) =>
  main(page)
    .getByText(words)
    .first()
    .evaluate((element, chosen) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const text = walker.currentNode as Text
        const at = text.data.indexOf(chosen)
        if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + chosen.length)
      }
    }, words)
const edits = async ({ page }: Seat) => {
  await main(page)
    .getByRole('button', { name: /^(Start writing|Edit the text)$/ })
    .click()
  await page.getByRole('textbox', { name: 'Wording of the agreement' }).waitFor()
}

test('[J142] a passage of the agreement is commented on by who only reads it and by keyboard in it; the mark goes with the words, and the talk says when they are gone', async () => {
  const { una, max, fay } = people
  for (const seat of [una, max, fay]) {
    await seat.page.keyboard.press('Escape')
    await look(seat.page, 'In writing')
  }
  await edits(una)
  await una.page.keyboard.type('Two floating teachers cover each absence from March on.')
  await main(max.page).getByText('Two floating teachers').waitFor()
  await selects(max, 'from March on')
  await main(max.page).getByRole('button', { name: 'Comment', exact: true }).first().click()
  await says(max, 'Is that before the budget?')
  for (const seat of [una, max, fay]) await eventually(() => marked(seat)).toEqual(['from March on'])

  // It moves with its words while they are edited around.
  await una.page.keyboard.press('Control+Home')
  await una.page.keyboard.type('Until June: ')
  for (const seat of [una, max, fay]) await eventually(() => marked(seat)).toEqual(['from March on'])

  // By keyboard, from within the editor: the paragraph in which the caret stands.
  await una.page.keyboard.press('Alt+F10')
  await una.page.getByRole('toolbar').getByRole('button', { name: 'Comment' }).focus()
  await una.page.keyboard.press('Enter')
  await says(una, 'All of this is only until June.')
  await eventually(() => marked(fay).then(all => all.length)).toBe(2)

  // A press on marked words opens their talk.
  const place = await fay.page.evaluate(() => {
    const range = [...(CSS.highlights.get('passage') ?? [])].find(one => one.toString() === 'from March on') as Range
    const { left, top, height } = range.getBoundingClientRect()
    return { x: left + 8, y: top + height / 2 }
  })
  await fay.page.mouse.click(place.x, place.y)
  await panel(fay).getByText('Is that before the budget?').waitFor()
  expect(await axeFinds(fay.page)).toEqual([])

  await edits(una)
  await una.page.keyboard.press('Control+a')
  await una.page.keyboard.press('Delete')
  await una.page.keyboard.type('Another text.')
  await panel(fay).getByText('These words are no longer in the text.').waitFor()
  await panel(fay).getByText('from March on').first().waitFor()
  expectNoComplaints([una, max, fay], CUT_LINE)
})
