import { statSync } from 'node:fs'
import { join } from 'node:path'
import { CASES } from '@jointly/board/cases'
import { en } from '@jointly/client/en'
import { es } from '@jointly/client/es'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, post } from './board.ts'
import { faultsOf } from './faults.ts'
import { DESKTOP, expectNoComplaints, type House, newSeat, openHouse, pageBeside } from './seats.ts'

/** The page in another language than the one it was written in. */

const DIST = join(import.meta.dirname, '../../client/dist')
const SPANISH = { ...DESKTOP, locale: 'es-MX' }

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

type Tree = { readonly [key: string]: string | Tree }
const sentences = (tree: Tree): string[] =>
  Object.values(tree).flatMap(value => (typeof value === 'string' ? [value] : sentences(value)))

/** A sentence as a pattern of what stands on the screen; a number where it counts, anything where it names. */
const NUMBERS = ['count', 'at', 'of', 'adopted', 'here', 'number', 'used', 'uses', 'percent', 'most', 'time']
const pattern = (sentence: string): RegExp => {
  const parts = sentence
    .trim()
    .split(/({{\w+}})/)
    .map(part => {
      const variable = /^{{(\w+)}}$/.exec(part)?.[1]
      if (variable === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return NUMBERS.includes(variable) ? '[\\d:]+' : '.+'
    })
  return new RegExp(`^${parts.join('')}$`)
}
const spanish = sentences(es).map(pattern)
const english = sentences(en)
  .filter(sentence => /[a-z]/i.test(sentence.replaceAll(/{{\w+}}/g, '')))
  .map(pattern)

/** All that a screen says of itself, seen or read out; not what people wrote, nor the names they gave. */
const saidBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = [document.title]
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('[data-words], [lang=en], script, style, noscript')) continue
      for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'])
        said.push(element.getAttribute(name) ?? '')
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? '')
    }
    return [...new Set(said.map(words => words.replaceAll(/\s+/g, ' ').trim()))].filter(words => words !== '')
  })

/** The practice case is content and stays as it was written; some of its words would pass for a sentence of ours. */
const CASE = JSON.stringify(CASES.get('substitute-cover'))
const isOfTheCase = (words: string): boolean => CASE.includes(JSON.stringify(words))

const englishOn = async (page: Page): Promise<string[]> =>
  (await saidBy(page)).filter(
    words => !isOfTheCase(words) && english.some(one => one.test(words)) && !spanish.some(one => one.test(words)),
  )

const columnOfUnion = (page: Page) => page.getByRole('region', { name: /^Intereses: / }).first()

test('[J80] a person with a Spanish browser joins by a link and adds an interest, and reads no English on the way', async () => {
  const una = await newSeat(house, { name: 'María de los Ángeles', ...SPANISH })
  const { page } = una
  const faults: Record<string, string[]> = {}
  const look = async (screen: string) => {
    faults[`English on ${screen}`] = await englishOn(page)
    faults[`faults of ${screen}`] = await faultsOf(page, screen)
  }
  await page.goto(house.url)
  await page.getByRole('heading', { level: 1, name: es.home.welcome }).waitFor()
  await look('the start page')

  await page.goto(house.links.union)
  await page.getByRole('textbox', { name: es.door.name }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es')
  await look('the door')
  await page.getByRole('textbox', { name: es.door.name }).fill('María de los Ángeles')
  await page.getByRole('button', { name: /^Entrar / }).click()
  await page.getByRole('button', { name: /^Quién/ }).waitFor()

  const steps = page.getByRole('navigation', { name: es.board.steps.label }).getByRole('button')
  await steps.filter({ hasText: 'Intereses' }).click()
  await page
    .getByRole('textbox', { name: /^Agregar un interés por / })
    .fill('Que el trabajo extra se reparta por igual')
  await page.keyboard.press('Enter')
  await columnOfUnion(page)
    .getByRole('article', { name: /^Interés de María.*: Que el trabajo extra/ })
    .waitFor()
  await page.getByRole('banner').getByText(es.board.save.saved, { exact: true }).waitFor()
  for (const step of await steps.all()) {
    await step.click()
    await page.getByRole('radio', { name: es.board.face.stage, checked: true }).waitFor()
    faults[`English on ${await step.innerText()}`] = await englishOn(page)
  }
  await page.getByRole('radio', { name: es.board.face.list }).click()
  await page.getByRole('heading', { name: es.stages.list.title }).waitFor()
  await look('the list')
  await page.getByRole('radio', { name: es.board.face.whiteboard }).click()
  await page.getByRole('button', { name: es.canvas.zoom.out }).waitFor()
  await look('the whiteboard')

  await page.getByRole('link', { name: /^A la página de / }).click()
  await page.getByRole('heading', { name: es.team.boards }).waitFor()
  await look('the team’s page')
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  expectNoComplaints([una])
  await una.context.close()
})

test('[J81] the language is chosen at the door and on a board, is kept, and other tabs follow', async () => {
  const una = await newSeat(house, { name: 'Una', ...SPANISH })
  const { page } = una
  const lang = (at: Page) => at.evaluate(() => document.documentElement.lang)
  await page.goto(house.links.union)
  await page.getByRole('button', { name: es.common.language }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('textbox', { name: en.door.name }).fill('Una')
  expect(await lang(page)).toBe('en')
  await page.getByRole('button', { name: /^Join as/ }).click()
  await page.getByRole('button', { name: /^Who is here/ }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: /^Who is here/ }).waitFor()

  const { page: other } = await pageBeside(una, 'Una')
  await other.goto(house.url)
  await other.getByRole('heading', { level: 1, name: en.home.title }).waitFor()
  await post(page, 'A room where nobody is disturbed')
  await card(page, 'A room where nobody is disturbed').waitFor()
  await page.getByRole('button', { name: en.board.more, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Español' }).click()
  await page.getByRole('button', { name: /^Quién/ }).waitFor()
  await other.getByRole('heading', { level: 1, name: es.home.title }).waitFor()
  expect([await lang(page), await lang(other), await other.title()]).toEqual(['es', 'es', `${es.home.title} · Jointly`])
  await page.getByRole('button', { name: es.board.more, exact: true }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('button', { name: /^Who is here/ }).waitFor()
  // One still sits where one sat, whatever language is around it: what one did can be undone.
  await page.keyboard.press('Control+z')
  await card(page, 'A room where nobody is disturbed').waitFor({ state: 'detached' })
  expectNoComplaints([una])
  await una.context.close()
})

/** The scripts that had come when the first card stood. */
const scriptsOfFirstBoard = async (locale: string): Promise<string[]> => {
  // A page that a service worker hands out was not on the wire.
  const { context, page } = await newSeat(house, { name: 'Una', locale, serviceWorkers: 'block' })
  await page.goto(house.links.union)
  await page.getByRole('textbox').fill('Una')
  await page.getByRole('textbox').press('Enter')
  await page.getByRole('article').first().waitFor()
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('article') === null) return
      observer.disconnect()
      const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
      document.documentElement.dataset.scripts = JSON.stringify(scripts.map(({ name }) => new URL(name).pathname))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await page.locator('html[data-scripts]').waitFor()
  const scripts = JSON.parse((await page.locator('html').getAttribute('data-scripts')) ?? '')
  await context.close()
  return scripts
}

/** What a script weighs as gzip, which every browser takes, over plain http too. */
const gzipped = (path: string): number => statSync(join(DIST, `${path}.gz`)).size

test('[J82] Spanish is fetched by those who read it; beside it the first board is at most 250 kB of script', async () => {
  const bilingual = { en: await scriptsOfFirstBoard('en-US'), es: await scriptsOfFirstBoard('es-MX') }
  const english = new Set(bilingual.en)
  const isSpanish = (path: string) => !english.has(path)
  expect(bilingual.es.filter(isSpanish)).toHaveLength(1)
  for (const scripts of Object.values(bilingual)) {
    const bytes = scripts.filter(path => !isSpanish(path)).reduce((sum, path) => sum + gzipped(path), 0)
    expect(bytes, 'nothing was weighed').toBeGreaterThan(100_000)
    expect(bytes, JSON.stringify(scripts)).toBeLessThanOrEqual(250_000)
  }
})
