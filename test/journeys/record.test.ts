import {
  type BoardId,
  CardId,
  jointTextOf,
  type MoveRequest,
  NO_RULES,
  type Rules,
  SideId,
  StepId,
  setJointText,
} from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { call, move, openScreen, type Person, type Screen, shows, startTeam, synced } from '../world.ts'
import { card, cutOff, look, main, post, showList, words } from './board.ts'
import { CUT_LINE, eventually, expectNoComplaints, type House, openHouse, type Seat, sitAs } from './seats.ts'
import { showWhiteboard } from './whiteboard.ts'

/** The record: who wrote which words, and what both sides erase. */

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const agreeOnRules = async (
  [fay, ana, max]: readonly [Person, Person, Person],
  board: BoardId,
  rules: Partial<Rules> = { authorship: true },
) => {
  await move(house.world(), fay, board, { type: 'rules.propose', rules: { ...NO_RULES, ...rules } })
  for (const who of [ana, max]) await move(house.world(), who, board, { type: 'rules.accept', version: 1 })
}

/** A co-chair of each side at a table with rules, and both at the interests. */
const twoAtInterests = async () => {
  const { fay, seat, openBoard } = await startTeam(house.world())
  const [ana, max] = [await seat('Ana', 'co-chair', UNION), await seat('Max', 'co-chair', MANAGEMENT)]
  const board = await openBoard()
  await agreeOnRules([fay, ana, max], board)
  await move(house.world(), fay, board, { type: 'stage.open', stage: StepId.parse('interests') })
  const union = await sitAs(house, ana, { board })
  const manager = await sitAs(house, max, { board })
  return { fay, ana, max, board, union, manager }
}

test('[J120] a card that names a pupil is erased by both co-chairs, and is gone from both screens and after a reload', async () => {
  const { union, manager } = await twoAtInterests()
  await post(union.page, 'Jonathan is left alone when his teacher is ill')
  await card(manager.page, 'Jonathan').waitFor()
  await card(union.page, 'Jonathan').getByRole('button', { name: 'Actions for this card' }).click()
  await union.page.getByRole('menuitem', { name: 'Propose to erase' }).click()
  await main(manager.page).getByText('Ana proposes to erase the content of this card').waitFor()
  // Taken back by who proposed it, and proposed again.
  await main(manager.page).getByRole('button', { name: 'All proposals' }).click()
  const seen = manager.page.getByRole('dialog', { name: 'Proposed to be erased' })
  expect(await words(seen)).toMatch(/Jonathan[\s\S]*Proposed by Ana · Agreed: Union · Still to agree: Management/)
  expect(await seen.getByRole('button', { name: 'Take it back' }).count()).toBe(0)
  await manager.page.keyboard.press('Escape')
  await main(union.page).getByRole('button', { name: 'All proposals' }).click()
  const own = union.page.getByRole('dialog', { name: 'Proposed to be erased' })
  expect(await own.getByRole('button', { name: 'Agree…' }).count()).toBe(0)
  await own.getByRole('button', { name: 'Take it back' }).click()
  await own.getByText('Nothing is proposed to be erased.').waitFor()
  await union.page.keyboard.press('Escape')
  await main(manager.page).getByText('Ana proposes to erase').waitFor({ state: 'detached' })
  await card(union.page, 'Jonathan').getByRole('button', { name: 'Actions for this card' }).click()
  await union.page.getByRole('menuitem', { name: 'Propose to erase' }).click()

  await main(manager.page).getByRole('button', { name: 'Agree to erase…' }).click()
  const sure = manager.page.getByRole('alertdialog', { name: 'Erase for good?' })
  // What is open on top has its own keys: the board behind it stays where it is.
  await sure.press('l')
  await sure.getByRole('button', { name: 'Cancel' }).click()
  await manager.page.getByRole('radio', { name: 'Stage', checked: true }).waitFor()
  await card(manager.page, 'Jonathan').waitFor()
  await main(manager.page).getByRole('button', { name: 'Agree to erase…' }).click()
  await sure.getByRole('button', { name: 'Agree to erase for good' }).click()
  for (const { page } of [union, manager]) {
    await main(page).getByText('Erased by agreement of Ana and Max').waitFor()
    expect(await main(page).getByText('Jonathan').count()).toBe(0)
    await page.reload()
    await main(page).getByText('Erased by agreement of Ana and Max').waitFor()
    expect(await main(page).getByText('Jonathan').count()).toBe(0)
  }
  // Nothing is offered to be said of what is gone.
  expect(
    await main(manager.page)
      .getByRole('button', { name: /matters to us/ })
      .count(),
  ).toBe(0)
  await card(union.page, 'No words left').getByRole('button', { name: 'Actions for this card' }).click()
  const menu = union.page.getByRole('menu')
  await menu.getByRole('menuitem', { name: 'Put away' }).waitFor()
  expect(await menu.getByRole('menuitem').allInnerTexts()).not.toContainEqual(expect.stringMatching(/^Edit/))
  await eventually(() => menu.evaluate(element => element.contains(document.activeElement))).toBe(true)
  await union.page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  // On the whiteboard it stays where it is, for whoever wrote it too, and says why.
  await showWhiteboard(union.page)
  await card(union.page, 'No words left').click()
  await union.page.keyboard.press('ArrowRight')
  await union.page.getByText('The content of this card was erased. It stays where it is').first().waitFor()
  expectNoComplaints([union, manager])
})

test('[J143] what was said without a line of a card that both sides erased meanwhile lies in the tray with the reason, and nothing more is said of it', async () => {
  const { ana, max, board, union, manager } = await twoAtInterests()
  const panel = ({ page }: Seat) => page.getByRole('region', { name: 'Comments', exact: true })
  const field = (seat: Seat) => panel(seat).getByRole('textbox', { name: /^Comment/ })
  await post(union.page, 'Jonathan is left alone when his teacher is ill')
  for (const { page } of [union, manager]) {
    await card(main(page), 'Jonathan').focus()
    await page.keyboard.press('c')
  }
  await field(union).fill('And the others in his class?')
  await cutOff(house, manager)
  await field(manager).fill('Which Jonathan?')
  await manager.page.keyboard.press('Enter')
  await panel(manager).getByText('Which Jonathan?').waitFor()
  const erase: MoveRequest = { type: 'erase.propose', cards: [await cardId(union.page, 'Jonathan')] }
  const { body } = await move(house.world(), ana, board, erase)
  const { seq } = (body as { move: { seq: number } }).move
  await move(house.world(), max, board, { type: 'erase.accept', proposal: seq })

  // Whoever was about to post reads why not, and keeps what they typed.
  await panel(union).getByText('The content of that card was erased by agreement of all sides.').waitFor()
  await panel(union).getByText('On a card whose content was erased').waitFor()
  await panel(union).getByText('And the others in his class?').waitFor()
  expect(await field(union).count()).toBe(0)
  await manager.context.setOffline(false)
  const tray = manager.page.getByRole('region', { name: /not kept$/ })
  const kept = tray.getByRole('listitem').filter({ hasText: 'Which Jonathan?' })
  await kept.waitFor({ timeout: 30_000 })
  expect(await kept.innerText()).toContain('The board has begun anew since it was written.')
  expect(await panel(union).getByText('Which Jonathan?').count()).toBe(0)
  // Nothing leads to a comment on it any more, by keys or by its menu.
  await union.page.getByRole('button', { name: 'Close the comments' }).click()
  await card(main(union.page), 'No words left').focus()
  await union.page.keyboard.press('c')
  await card(main(union.page), 'No words left').getByRole('button', { name: 'Actions for this card' }).click()
  const menu = union.page.getByRole('menu')
  await menu.getByRole('menuitem', { name: 'Put away' }).waitFor()
  expect(await menu.getByRole('menuitem', { name: 'Comment' }).count()).toBe(0)
  expect(await panel(union).count()).toBe(0)
  expectNoComplaints([union, manager], CUT_LINE)
}, 60_000)

const cardId = async (page: Page, words: string): Promise<CardId> =>
  CardId.parse(await card(main(page), words).getAttribute('data-card'))

test('[J121] a joint text shows who wrote which words once the ground rules allow it', async () => {
  const { fay, seat, openBoard } = await startTeam(house.world())
  const [ana, max] = [await seat('Ana', 'co-chair', UNION), await seat('Max', 'co-chair', MANAGEMENT)]
  const board = await openBoard()
  const write = async (who: Person, change: (screen: Screen) => void) => {
    const screen = openScreen(house.world(), who, `joint:${board}`)
    await synced(screen)
    change(screen)
    return screen
  }
  const hers = await write(ana, ({ doc }) => setJointText(doc, 'issue', 'How do we cover for absent teachers?'))
  const his = openScreen(house.world(), max, `joint:${board}`)
  await shows(his, () => his.watch.view().issue.text !== '')
  const paragraph = jointTextOf(his.doc, 'issue').get(0) as Y.XmlElement
  ;(paragraph.get(0) as Y.XmlText).insert(9, ' fairly')
  await shows(hers, () => hers.watch.view().issue.text.includes('fairly'))
  hers.close()
  his.close()
  const union = await sitAs(house, ana, { board })
  await look(union.page, 'Issue')
  await main(union.page).getByText('How do we fairly cover').first().waitFor()
  const marks = main(union.page).getByRole('switch', { name: 'Who wrote which words' })
  expect(await marks.count()).toBe(0)
  await agreeOnRules([fay, ana, max], board)
  await marks.focus()
  await union.page.keyboard.press('Space')
  const said = main(union.page).locator('[data-side=management]')
  await said.waitFor()
  expect((await said.innerText()).trim()).toBe('fairly')
  expect(await main(union.page).locator('[data-side=union]').allInnerTexts()).toEqual([
    'How do we ',
    'cover for absent teachers?',
  ])
  expectNoComplaints([union])
})

test('[J122] where the ground rules attribute to sides, the other side reads the side alone, on screen, aloud and in the report', async () => {
  const { fay, seat, openBoard } = await startTeam(house.world())
  const [ana, max] = [await seat('Anastasia', 'co-chair', UNION), await seat('Maximilian', 'co-chair', MANAGEMENT)]
  const ugo = await seat('Ugo', 'member', UNION, ana)
  const board = await openBoard()
  await agreeOnRules([fay, ana, max], board, { attribution: 'side' })
  await move(house.world(), fay, board, { type: 'stage.open', stage: StepId.parse('interests') })
  const [hers, his, own] = [
    await sitAs(house, ana, { board }),
    await sitAs(house, max, { board }),
    await sitAs(house, ugo, { board }),
  ]
  await post(hers.page, 'Substitutes who know the school')
  for (const { page } of [his, own]) {
    await card(page, 'Substitutes').waitFor()
    await showList(page)
  }
  const [seen, ofOwn] = [card(main(his.page), 'Substitutes'), card(main(own.page), 'Substitutes')]
  expect(await words(seen)).not.toContain('Anastasia')
  expect(await seen.getAttribute('aria-label')).toBe('Interest by Union: Substitutes who know the school')
  expect(await ofOwn.getAttribute('aria-label')).toContain('Anastasia')
  await main(his.page).getByText('The record still holds the names.').waitFor()
  expect(await his.page.getByRole('main').innerText()).not.toContain('Anastasia')

  const written = async (who: Person) =>
    JSON.stringify(
      ((await call(house.url, 'report', { token: who.token, params: { id: board } })) as { cards: unknown }).cards,
    )
  expect([await written(max), await written(ugo)].map(cards => cards.includes(ana.member.id))).toEqual([false, true])
  expectNoComplaints([hers, his, own])
})
