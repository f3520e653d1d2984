import {
  type CardId,
  jointGain,
  NO_RULES,
  normalised,
  paretoSet,
  printed,
  type RatingAnswer,
  type Report,
  ratingsBySide,
  robustnessOf,
  rowsOf,
  type SideId,
  valuesOf,
} from '@jointly/board'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, look, main } from './board.ts'
import { faultsOf } from './faults.ts'
import { eventually, expectNoComplaints, type House, openHouse } from './seats.ts'
import { enter, MANAGEMENT, seatMinneapolis, tabTo, UNION } from './table.ts'

/** The Minneapolis case in points, with weights and the map switched on by every co-chair. */

let house: House
let at: Awaited<ReturnType<typeof seatMinneapolis>>
beforeAll(async () => {
  house = await openHouse()
  at = await seatMinneapolis(house, { ...NO_RULES, points: true, weights: true, map: true })
})
afterAll(() => house.close())

/** The case's ratings, a row per criterion, a number per option; and its points, a number per criterion. */
const RATINGS: Readonly<Record<SideId, readonly (readonly number[])[]>> = {
  [UNION]: [
    [20, 65, 75, 75, 55],
    [90, 10, 70, 80, 75],
    [15, 50, 65, 85, 50],
    [70, 85, 50, 45, 60],
    [90, 85, 70, 60, 75],
  ],
  [MANAGEMENT]: [
    [15, 90, 85, 80, 55],
    [60, 30, 65, 75, 65],
    [10, 70, 75, 90, 55],
    [60, 90, 55, 50, 60],
    [90, 85, 65, 55, 75],
  ],
}
const POINTS: Readonly<Record<SideId, readonly number[]>> = {
  [UNION]: [60, 100, 70, 40, 20],
  [MANAGEMENT]: [100, 50, 90, 60, 40],
}
/** Two members a side, one some points above the case and one below: their mean is the case's. */
const OFF = { Ana: 5, Ugo: -5, Max: 10, Mia: -10 } as const
type Name = keyof typeof OFF
const SIDE = { Ana: UNION, Ugo: UNION, Max: MANAGEMENT, Mia: MANAGEMENT } as const
const NAMES = Object.keys(OFF) as Name[]
const said = (name: Name) => (RATINGS[SIDE[name]] ?? []).map(row => row.map(number => number + OFF[name]))

const MET_WHEN = 'Met when: Every post is filled by 15 August'
const answering = (page: Page): Locator => page.getByRole('region', { name: 'Your answer' })
const sealed = (page: Page) => main(page).getByText('Your answer is sealed').waitFor()

const fillPages = async (
  page: Page,
  pages: readonly (readonly number[])[],
  press: (button: Locator) => Promise<void>,
) => {
  for (const [i, row] of pages.entries()) {
    for (const [k, number] of row.entries()) await answering(page).getByRole('textbox').nth(k).fill(String(number))
    if (i < pages.length - 1) await press(answering(page).getByRole('button', { name: 'Next' }))
  }
  await press(answering(page).getByRole('button', { name: 'Hand in', exact: true }))
  await sealed(page)
}

/** From the first field on with Tab alone: the number, past "cannot judge", the next number. */
const typePages = async (page: Page, pages: readonly (readonly number[])[]) => {
  await tabTo(page, answering(page).getByRole('textbox').first())
  for (const [i, row] of pages.entries()) {
    for (const [k, number] of row.entries()) {
      if (k > 0) await tabTo(page, answering(page).getByRole('textbox').nth(k))
      await page.keyboard.type(String(number))
    }
    if (i === pages.length - 1) continue
    await enter(page, answering(page).getByRole('button', { name: 'Next' }))
    await eventually(() =>
      answering(page)
        .getByRole('textbox')
        .first()
        .evaluate(field => field === document.activeElement),
    ).toBe(true)
  }
  await enter(page, answering(page).getByRole('button', { name: 'Hand in', exact: true }))
  await sealed(page)
}

const closeRound = async () => {
  const fay = at.pageOf('Fay')
  await main(fay).getByRole('button', { name: 'Close the round' }).click()
  await fay.getByRole('button', { name: 'Close it now' }).click()
}
const releaseBoth = async () => {
  const [ana, max] = [at.pageOf('Ana'), at.pageOf('Max')]
  await main(ana).getByRole('button', { name: 'Release it' }).click()
  await ana.getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  await enter(max, main(max).getByRole('button', { name: 'Release it' }))
  await enter(max, max.getByRole('alertdialog').getByRole('button', { name: 'Release it' }))
}

/** What the pure functions make of the same answers. */
const pure = ({ options, criteria }: { options: readonly CardId[]; criteria: readonly CardId[] }) => {
  const sides = [UNION, MANAGEMENT]
  const answers = NAMES.map(name => ({
    side: SIDE[name],
    ratings: Object.fromEntries(
      options.map((option, i) => [
        option,
        Object.fromEntries(criteria.map((criterion, k) => [criterion, said(name)[k]?.[i]])),
      ]),
    ) as RatingAnswer['ratings'],
  }))
  const ratings = ratingsBySide({ options, criteria, sides, answers })
  const weightsOf = (side: SideId) =>
    normalised({ criteria, points: Object.fromEntries(criteria.map((id, k) => [id, POINTS[side]?.[k] ?? 0])) })
  const weights = { [UNION]: weightsOf(UNION), [MANAGEMENT]: weightsOf(MANAGEMENT) }
  const values = valuesOf({ options, criteria, sides, ratings, weights })
  const seated = sides.map(id => ({ id, decides: true }))
  const current = options[0] as CardId
  return {
    weights,
    values,
    pareto: paretoSet({ options, sides: seated, values }).set,
    scores: jointGain({ options, sides: seated, values, released: {}, current }).scores,
    robustness: robustnessOf({ options, criteria, rows: rowsOf({ options, criteria, side: UNION, ratings }) }).share,
  }
}
const weighingNow = async () => ((await at.report()) as Report).weighing
type Numbers = Readonly<Record<string, number | null>>
const close = (numbers: Numbers | undefined) =>
  Object.fromEntries(
    Object.entries(numbers ?? {}).map(([key, one]) => [key, one === null ? null : expect.closeTo(one, 9)]),
  )

test('[J93] in points and with weights, five people enter the Minneapolis case, and the report has the numbers of the pure functions', async () => {
  const fay = at.pageOf('Fay')
  await look(fay, 'Criteria')
  const workable = card(main(fay), 'Workable in a hiring season')
  await workable.focus()
  await workable.press('Shift+F10')
  await fay.getByRole('menuitem', { name: 'Say when it is met' }).click()
  await fay.getByRole('textbox', { name: 'An option meets it when' }).fill('Every post is filled by 15 August')
  await fay.getByRole('button', { name: 'Keep the sentence' }).click()
  await workable.getByText(MET_WHEN).waitFor()
  await look(fay, 'Weighing')

  await main(fay).getByRole('button', { name: 'Ask everyone' }).click()
  await fay.getByText('In points, 0 to 100').click()
  await fay.getByRole('button', { name: 'Open the round' }).click()
  const ana = at.pageOf('Ana')
  await answering(ana).getByRole('radio', { name: 'By option' }).click()
  await answering(ana).getByText(MET_WHEN).waitFor()
  await answering(ana).getByRole('radio', { name: 'By criterion' }).click()
  await fillPages(ana, said('Ana'), button => button.click())
  await fillPages(at.pageOf('Ugo'), said('Ugo'), button => button.tap())
  await fillPages(at.pageOf('Mia'), said('Mia'), button => button.click())
  await typePages(at.pageOf('Max'), said('Max'))
  await closeRound()
  await releaseBoth()
  const values = (page: Page) => main(page).getByRole('region', { name: 'What do the answers come to?' })
  await values(fay).getByText('until a side’s weights are, it has no values').waitFor()

  await main(fay).getByRole('button', { name: 'Ask for weights' }).click()
  await fay.getByRole('button', { name: 'Open the round' }).click()
  const weighting = (page: Page) => page.getByRole('region', { name: 'How much does each criterion count?' })
  for (const name of ['Ana', 'Ugo', 'Mia'] as const) {
    const page = at.pageOf(name)
    // Who gives fewer points does not count less.
    const part = name === 'Ana' ? 1 : 0.5
    for (const [k, points] of (POINTS[SIDE[name]] ?? []).entries())
      await weighting(page)
        .getByRole('textbox')
        .nth(k)
        .fill(String(points * part))
    if (name === 'Ana') await weighting(page).getByText('0.345').waitFor()
    await weighting(page).getByRole('button', { name: 'Hand in', exact: true }).click()
    await sealed(page)
  }
  const max = at.pageOf('Max')
  for (const [k, points] of (POINTS[MANAGEMENT] ?? []).entries()) {
    await tabTo(max, weighting(max).getByRole('textbox').nth(k))
    await max.keyboard.type(String(points))
  }
  await enter(max, weighting(max).getByRole('button', { name: 'Hand in', exact: true }))
  await sealed(max)
  await closeRound()
  await releaseBoth()

  for (const name of ['Fay', ...NAMES])
    await values(at.pageOf(name)).getByRole('region', { name: 'Value to each side' }).waitFor()
  const weighing = await weighingNow()
  if (weighing === null) throw new Error('nothing was released')
  const { options, criteria } = weighing
  const expected = pure({ options, criteria })
  expect(weighing).toMatchObject({
    weights: { [UNION]: close(expected.weights[UNION] ?? {}), [MANAGEMENT]: close(expected.weights[MANAGEMENT] ?? {}) },
    value: Object.fromEntries(
      options.map(option => [
        option,
        close({
          [UNION]: expected.values[option]?.[UNION]?.value ?? null,
          [MANAGEMENT]: expected.values[option]?.[MANAGEMENT]?.value ?? null,
        }),
      ]),
    ),
    pareto: expected.pareto,
    nash: close(expected.scores.nash),
    kalaiSmorodinsky: close(expected.scores.kalaiSmorodinsky),
    maximin: close(expected.scores.maximin),
    robustness: { [UNION]: close(expected.robustness) },
  })

  // The screen shows the same, and every number opens what it is made of.
  const shown = await values(fay)
    .getByRole('region', { name: 'Value to each side' })
    .getByRole('button', { name: /^\d/ })
    .allInnerTexts()
  expect(shown.map(text => text.trim())).toEqual(
    options.flatMap(option =>
      [UNION, MANAGEMENT].map(side => printed(expected.values[option]?.[side]?.value ?? Number.NaN, 1)),
    ),
  )
  await enter(max, values(max).getByRole('button', { name: /^54\.7: Keep bidding by seniority/ }))
  const dialog = max.getByRole('dialog', { name: 'How this number came about' })
  const products = await dialog.getByRole('cell', { name: /^= / }).allInnerTexts()
  expect(products).toEqual(['= 4.14', '= 31.05', '= 3.62', '= 9.66', '= 6.21'])
  await dialog.getByRole('cell', { name: '54.68' }).waitFor()
  await max.keyboard.press('Escape')
  expectNoComplaints(at.seats)
})

test('[J96] what no agreement is worth is one side’s own until it releases it, and then what the map counts from', async () => {
  const [ana, ugo, max] = [at.pageOf('Ana'), at.pageOf('Ugo'), at.pageOf('Max')]
  const enterOwn = /^Enter what no agreement is worth/
  expect(await main(at.pageOf('Fay')).getByRole('button', { name: enterOwn }).count()).toBe(0)
  expect(await main(ugo).getByRole('button', { name: enterOwn }).count()).toBe(0)
  await main(ana).getByRole('button', { name: enterOwn }).click()
  await ana.getByRole('button', { name: 'Open the round' }).click()
  await main(max).getByText('Union is asking itself what no agreement is worth to it.').waitFor()
  for (const [page, value] of [
    [ana, '50'],
    [ugo, '60'],
  ] as const) {
    const asked = page.getByRole('region', { name: 'What is no agreement worth to us?' })
    await asked.getByRole('textbox').fill(value)
    await asked.getByRole('button', { name: 'Hand in', exact: true }).click()
    await sealed(page)
  }
  await main(ana).getByRole('button', { name: 'Close the round' }).click()
  await ana.getByRole('button', { name: 'Close it now' }).click()
  const own = (page: Page) => main(page).getByRole('region', { name: 'Your side’s own result' })
  await own(ugo).getByText('mean 55').waitFor()
  expect((await weighingNow())?.noAgreement).toEqual({ [UNION]: null, [MANAGEMENT]: null })
  expect(await own(max).count()).toBe(0)
  await main(ana).getByRole('button', { name: 'Release it' }).click()
  await ana.getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
  await main(max).getByText('Union: no agreement is worth 55.0, as that side has released.').first().waitFor()
  expect((await weighingNow())?.noAgreement).toEqual({ [UNION]: 55, [MANAGEMENT]: null })
  expectNoComplaints(at.seats)
})

const numbersIn = (text: string): number[] =>
  [...text.replaceAll('−', '-').matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number))
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
/** By how much a number with these decimals may be off what was rounded to it. */
const half = (printed: string) => 0.5 * 10 ** -(printed.trim().split('.')[1]?.length ?? 0) + 1e-9

/** The sums of products that a dialog shows, each checked against its own digits; their values. */
const addedUp = async (dialog: Locator): Promise<string[]> => {
  const found: string[] = []
  for (const table of await dialog.getByRole('table').all()) {
    const lines = await table
      .locator('tbody tr')
      .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent ?? '')))
    const products = lines.map(([, , product = '']) => product.replace('=', '').trim())
    for (const [weight = '', mean = '', product = ''] of lines) {
      const [printed = ''] = [product.replace('=', '').trim()]
      const byHand = Number(weight) * Number(mean.replace('×', ''))
      expect(Math.abs(byHand - Number(printed)), `${weight} ${mean} ${product}`).toBeLessThanOrEqual(half(printed))
    }
    const [all = '', value = ''] = await table.locator('tfoot td').allInnerTexts()
    expect(sum(products.map(Number))).toBeCloseTo(Number(all), 9)
    expect(Math.abs(Number(all) - Number(value))).toBeLessThanOrEqual(half(value))
    found.push(value.trim())
  }
  return found
}

test('[J98] every figure opens its arithmetic, and the digits that are printed there add up to it', async () => {
  const fay = at.pageOf('Fay')
  const region = (name: string) => main(fay).getByRole('region', { name })
  const panel = (name: string) =>
    main(fay)
      .locator('details')
      .filter({ has: fay.locator('summary', { hasText: name }) })
      .first()
  const dialog = fay.getByRole('dialog')
  const opened = async (button: Locator, check: () => Promise<void>) => {
    await button.click()
    await dialog.waitFor()
    await check()
    await fay.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  const isClose = (byHand: number, printed: string) =>
    expect(Math.abs(byHand - Number(printed)), `${byHand} for ${printed}`).toBeLessThanOrEqual(half(printed))

  const values = await region('Value to each side')
    .getByRole('button', { name: /Show the arithmetic$/ })
    .all()
  expect(values.length).toBe(11)
  for (const button of values.slice(0, 10)) {
    const printed = (await button.innerText()).trim()
    await opened(button, async () => expect(await addedUp(dialog)).toEqual([printed]))
  }

  // How alike the orders are: from the values in the dialog.
  const orders = region('Value to each side').getByRole('button', { name: 'Show the arithmetic', exact: true })
  await opened(orders, async () => {
    const rows = (await dialog
      .locator('tbody tr')
      .evaluateAll(all => all.map(row => [...row.querySelectorAll('td')].map(cell => Number(cell.textContent))))) as [
      number,
      number,
    ][]
    const pairs = rows.flatMap((one, i) =>
      rows.slice(i + 1).map(other => Math.sign((one[0] - other[0]) * (one[1] - other[1]))),
    )
    const [alike, other] = [1, -1].map(sign => pairs.filter(pair => pair === sign).length) as [number, number]
    const [formula = '', tau = ''] = (await dialog.getByText(/√/).innerText()).split(' = ')
    expect(numbersIn(formula.replaceAll('− ', ''))).toEqual([alike, other, alike + other, alike + other])
    isClose((alike - other) / (alike + other), tau)
  })

  // How far the weightings lie apart: half the sum of the differences.
  await opened(
    region('How much each criterion counts').getByRole('button', { name: 'Show the arithmetic' }),
    async () => {
      const rows = await dialog
        .locator('tbody tr')
        .evaluateAll(all => all.map(row => [...row.querySelectorAll('td')].map(cell => Number(cell.textContent))))
      for (const [one = 0, other = 0, difference = 0] of rows) expect(Math.abs(one - other)).toBeCloseTo(difference, 9)
      const [all = '', share = ''] = await dialog.locator('tfoot td').allInnerTexts()
      expect(sum(rows.map(([, , difference = 0]) => difference))).toBeCloseTo(Number(all), 9)
      isClose(Number(all) / 2, share)
      expect(numbersIn(await region('How much each criterion counts').getByText(/apart/).innerText())[0]).toBe(
        Number(share),
      )
    },
  )
  for (const side of [0, 1]) {
    const column = await region('How much each criterion counts')
      .getByRole('table')
      .first()
      .locator('tbody tr')
      .evaluateAll(
        (all, i) => all.map(row => Number.parseFloat(row.querySelectorAll('td')[i]?.textContent ?? '')),
        side,
      )
    expect(sum(column)).toBeCloseTo(1, 2)
  }

  for (const side of ['Union', 'Management']) {
    await region('How much each criterion counts').getByText(`Who of ${side} gave which weight`).first().click()
    const table = region('How much each criterion counts').getByRole('table', { name: `Who of ${side}` })
    const rows = await table
      .locator('tbody tr')
      .evaluateAll(all => all.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent ?? '')))
    for (const [one = '', other = '', mean = ''] of rows) isClose((Number(one) + Number(other)) / 2, mean)
  }

  await panel('Joint-gain indicators').locator('summary').first().click()
  const scores = await panel('Joint-gain indicators')
    .getByRole('button', { name: /Show the arithmetic$/ })
    .all()
  expect(scores.length).toBeGreaterThan(10)
  for (const button of scores) {
    const printed = (await button.innerText()).trim()
    await opened(button, async () => {
      const [formula = '', result = ''] = (await dialog.getByText(' = ').innerText()).split(' = ')
      expect(result.trim()).toBe(printed)
      const computed = Function('min', 'max', `return ${formula.replaceAll('−', '-').replaceAll('×', '*')}`)
      isClose(computed(Math.min, Math.max) as number, printed)
    })
  }

  await panel('Which weight would turn the order').locator('summary').first().click()
  const flips = await panel('Which weight would turn the order')
    .getByRole('button', { name: /Show the arithmetic$/ })
    .all()
  expect(flips.length).toBe(10)
  for (const button of flips)
    await opened(button, async () => {
      const [one, other] = await addedUp(dialog)
      expect(one).toBe(other)
    })

  await panel('If nobody weighed anything').locator('summary').first().click()
  const drawn = panel('If nobody weighed anything').locator('tbody tr')
  // Drawn once the panel is open, ten thousand weightings a side.
  await drawn.first().waitFor()
  const cells = await drawn.evaluateAll(all =>
    all.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent ?? '')),
  )
  for (const side of [0, 1]) {
    const shares = cells.map(row => numbersIn((row[side] ?? '').replaceAll(',', '')))
    expect(sum(shares.map(([, firsts = 0]) => firsts))).toBeCloseTo(10_000, 0)
    const bars = await drawn.evaluateAll(
      (all, i) => all.map(row => row.querySelectorAll('td')[i]?.querySelector('[data-shape]') != null),
      side,
    )
    expect(bars).toEqual(shares.map(([, firsts = 0]) => firsts > 0))
    for (const [share = 0, firsts = 0, of = 1] of shares) isClose((100 * firsts) / of, share.toFixed(1))
  }

  await panel('Which interests each option serves').locator('summary').first().click()
  for (const covered of await panel('Which interests each option serves').locator('td details').all()) {
    await covered.locator('summary').click()
    const [served, all] = numbersIn(await covered.locator('summary').innerText())
    const listed = await covered.locator('li').count()
    const counted = await covered
      .locator('div')
      .filter({ hasText: /^Served/ })
      .locator('li')
      .count()
    expect([counted, listed]).toEqual([served, all])
  }
  expectNoComplaints(at.seats)
})

test('[J97] axe finds nothing where numbers stand, opened or not, and nothing is wider than a phone', async () => {
  const fay = at.pageOf('Fay')
  for (const summary of await main(fay).locator('details > summary').all())
    if ((await summary.isVisible()) && !(await summary.evaluate(one => (one.parentElement as HTMLDetailsElement).open)))
      await summary.click()
  expect(await faultsOf(fay, 'values')).toEqual([])
  expectNoComplaints(at.seats)
})
