import { type CardId, NO_RULES, type Rating, type Report, RoundId, type SideId } from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, look, main } from './board.ts'
import { faultsOf } from './faults.ts'
import { eventually, expectNoComplaints, type House, openHouse } from './seats.ts'
import { MANAGEMENT, seatMinneapolis, UNION } from './table.ts'

/** Values of which something is missing: the Minneapolis case, rated by one side in part. */

let house: House
let at: Awaited<ReturnType<typeof seatMinneapolis>>
let options: readonly CardId[]
let criteria: readonly CardId[]
beforeAll(async () => {
  house = await openHouse()
  at = await seatMinneapolis(house, { ...NO_RULES, points: true, weights: true, map: true })
  const { cards } = (await at.report()) as Report
  const of = (kind: string) => cards.filter(one => one.kind === kind && !one.gone).map(({ id }) => id)
  ;[options, criteria] = [of('option'), of('criterion')]
})
afterAll(() => house.close())

const SIDE_OF: Readonly<Record<string, SideId>> = { Ana: UNION, Ugo: UNION, Max: MANAGEMENT, Mia: MANAGEMENT }
/** What nobody of the union judges: the first option, "as it is now", and the third by the last criterion. */
const isLeftOut = (option: number, criterion: number) => criterion === 4 && (option === 0 || option === 2)

const ratingsOf = (name: string) => ({
  ratings: Object.fromEntries(
    options.map((option, i) => [
      option,
      Object.fromEntries(
        criteria.map((criterion, k): [CardId, Rating] => [
          criterion,
          SIDE_OF[name] === UNION && isLeftOut(i, k)
            ? 'cannot-judge'
            : ((i * 23 + k * 37 + name.length * 11) % 61) + 20 + (i === 2 ? 19 : 0),
        ]),
      ),
    ]),
  ) as Readonly<Record<CardId, Readonly<Record<CardId, Rating>>>>,
})
const judgesNothing = (): ReturnType<typeof ratingsOf> => ({
  ratings: Object.fromEntries(
    options.map(option => [
      option,
      Object.fromEntries(criteria.map(criterion => [criterion, 'cannot-judge' as const])),
    ]),
  ),
})
const pointsOf = (name: string) => ({
  points: Object.fromEntries(criteria.map((id, k) => [id, 20 + ((k * 31 + name.charCodeAt(0)) % 70)])),
})

const ask = async (
  round: string,
  kind: 'rating' | 'weights',
  answers: Readonly<Record<string, ReturnType<typeof ratingsOf> | ReturnType<typeof pointsOf>>>,
): Promise<void> => {
  const id = RoundId.parse(round)
  const scale = kind === 'rating' ? { scale: 'points' as const } : {}
  await at.take('Ana', { type: 'round.open', round: id, kind, anonymity: 'named', ...scale })
  for (const [name, answer] of Object.entries(answers)) await at.take(name, { type: 'round.submit', round: id, answer })
  await at.take('Ana', { type: 'round.close', round: id })
  for (const name of ['Ana', 'Max']) await at.take(name, { type: 'round.release', round: id, spread: true })
}
const by = <T>(names: readonly string[], answerOf: (name: string) => T) =>
  Object.fromEntries(names.map(name => [name, answerOf(name)]))

const region = (page: Page, name: string) => main(page).getByRole('region', { name })
const panel = (page: Page, name: string) =>
  main(page)
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: name }) })
    .first()
const open = async (page: Page, name: string) => {
  await panel(page, name).locator('summary').first().click()
  return panel(page, name)
}

test('[J147] while one side could judge nothing, no indicator points anywhere, and nothing is said to agree', async () => {
  const fay = at.pageOf('Fay')
  const names = Object.keys(SIDE_OF)
  await ask(
    'first',
    'rating',
    by(names, name => (SIDE_OF[name] === UNION ? ratingsOf(name) : judgesNothing())),
  )
  await ask('weights', 'weights', by(names, pointsOf))
  const indicators = await open(fay, 'Joint-gain indicators')
  await indicators.getByText('No option has a value for every side that decides').waitFor()
  expect(await indicators.getByText('do not contradict each other').count()).toBe(0)
  expectNoComplaints(at.seats)
})

test('[J148] a value from incomplete data is marked wherever it is shown, and an option that is left out is named with the reason', async () => {
  const fay = at.pageOf('Fay')
  await ask('second', 'rating', by(Object.keys(SIDE_OF), ratingsOf))
  const indicators = panel(fay, 'Joint-gain indicators')
  await indicators.getByText('No option has a value').waitFor({ state: 'detached' })
  const marked = (part: ReturnType<typeof region>) =>
    part
      .locator('tbody tr')
      .evaluateAll(rows =>
        rows.map(row => [...row.querySelectorAll('td')].map(cell => /\*/.test(cell.textContent ?? ''))),
      )

  const inPart = (i: number) => i === 0 || i === 2
  expect(await marked(region(fay, 'Value to each side'))).toEqual(options.map((_, i) => [inPart(i), false]))
  const onMap = await marked(region(fay, 'Both values at once'))
  expect(onMap.map(([union, management]) => [union, management])).toEqual(options.map((_, i) => [inPart(i), false]))
  await region(fay, 'Both values at once')
    .getByText('Union: counted from “as it is now”')
    .getByText('not everything was rated')
    .waitFor()
  await region(fay, 'Both values at once').locator('svg').getByText('3*').waitFor()
  // Gains are counted from "as it is now", which the union rated in part.
  expect((await marked(indicators)).map(([, , ...ofValues]) => ofValues)).toEqual(
    options.map((_, i) => [inPart(i), inPart(i), inPart(i)]),
  )

  const lastCriterion = (await at.report()) as Report
  const missing = lastCriterion.cards.find(({ id }) => id === criteria[4])?.text ?? ''
  const why = `Union: left out, since other weights need every rating, and nothing here speaks of it: 1 (no mean rating: ${missing}); 3 (no mean rating: ${missing}).`
  await (await open(fay, 'Which weight would turn the order')).getByText(why).waitFor()
  const robustness = await open(fay, 'If nobody weighed anything')
  await robustness.getByText(why).waitFor()
  expect(await robustness.getByRole('cell', { name: 'left out' }).count()).toBe(2)

  const report = ((await at.report()) as Report).weighing
  const leftOut = [0, 2].map(i => ({ option: options[i], unrated: [criteria[4]] }))
  expect(report?.leftOut).toEqual({
    flips: { [UNION]: leftOut, [MANAGEMENT]: [] },
    robustness: { [UNION]: leftOut, [MANAGEMENT]: [] },
  })
  expect(await faultsOf(fay, 'values')).toEqual([])
  expectNoComplaints(at.seats)
})

test('[J149] once a criterion is put away, the weights open as parts of what is left', async () => {
  const fay = at.pageOf('Fay')
  await look(fay, 'Criteria')
  const { cards } = (await at.report()) as Report
  const second = card(main(fay), cards.find(({ id }) => id === criteria[1])?.text ?? '')
  await second.focus()
  await second.press('Shift+F10')
  await fay.getByRole('menuitem', { name: 'Put away' }).click()
  await look(fay, 'Weighing')
  const weights = region(fay, 'How much each criterion counts')
  await weights.getByText('the other weights are brought to a sum of 1 again').first().waitFor()
  const rowsOf = (table: ReturnType<typeof weights.getByRole>, part: 'tbody' | 'tfoot') =>
    table
      .locator(`${part} tr`)
      .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent ?? '')))
  for (const [column, side] of ['Union', 'Management'].entries()) {
    await weights.getByText(`Who of ${side} gave which weight`).first().click()
    const table = weights.getByRole('table', { name: `Who of ${side}` })
    const [[left = '']] = (await rowsOf(table, 'tfoot')) as [string[]]
    const opened = (await rowsOf(table, 'tbody')).filter(([, , , now]) => now !== '–')
    await eventually(async () => (await rowsOf(weights.getByRole('table').first(), 'tbody')).length).toBe(4)
    const shown = (await rowsOf(weights.getByRole('table').first(), 'tbody')).map(cells =>
      Number.parseFloat(cells[column] ?? ''),
    )
    expect(opened.map(([, , , now]) => Number(now))).toEqual(shown)
    for (const [one = '', other = '', mean = '', now = ''] of opened) {
      const decimals = mean.split('.')[1]?.length ?? 0
      expect(((Number(one) + Number(other)) / 2).toFixed(decimals)).toBe(mean)
      expect((Number(mean) / Number(left)).toFixed(3)).toBe(now)
    }
  }
  expectNoComplaints(at.seats)
})
