import { MOVE_REFUSALS } from '@jointly/board'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { firstSpoken, LOCALES } from './language.ts'

type Tree = { readonly [key: string]: string | Tree }

/** Every sentence by its path. */
const leaves = (tree: Tree, at = ''): [path: string, words: string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${at}${key}`, value]] : leaves(value, `${at}${key}.`),
  )

const variables = (words: string): string[] => [...words.matchAll(/{{\s*([^}]+?)\s*}}/g)].map(([, name]) => name ?? '')
const variablesOf = (tree: Tree) =>
  leaves(tree).map(([path, words]) => [path, [...new Set(variables(words))].sort()] as const)

test('Spanish has the keys of English, in their order, and each sentence the same variables', () => {
  expect(variablesOf(es)).toEqual(variablesOf(en))
})

test('no sentence of Spanish is empty or has space around it that the English one has not', () => {
  const english = new Map(leaves(en))
  const edges = (words = '') => [words.startsWith(' '), words.endsWith(' ')]
  for (const [path, words] of leaves(es)) {
    expect(words.trim(), path).not.toBe('')
    expect(edges(words), path).toEqual(edges(english.get(path)))
  }
})

test('whatever a move is refused for is said in a sentence of its own, in both languages', () => {
  for (const { refused } of [en, es]) {
    const said = MOVE_REFUSALS.map(code => refused[code])
    expect(said.filter(words => !/[.!?…]$/.test(words))).toEqual([])
    expect(said.filter((words, i) => said.indexOf(words) !== i)).toEqual([])
  }
})

test('a Spanish million, whose plural has a form of its own, is said with the common plural', async () => {
  const spanish = i18next.createInstance()
  await spanish.init({ lng: LOCALES.es, fallbackLng: 'en', ns: ['team'], resources: { en, es } })
  const people = [0, 1, 2, 1_000_000].map(count => spanish.t('team:ofSide', { count }))
  expect(people).toEqual(['0 personas', '1 persona', '2 personas', '1000000 personas'])
})

test('the page speaks the first language of the browser that it knows, else English', () => {
  expect([['es-AR', 'en'], ['de', 'ES-mx'], ['en-GB', 'es'], ['de', 'fr'], []].map(firstSpoken)).toEqual([
    'es',
    'es',
    'en',
    'en',
    'en',
  ])
})
