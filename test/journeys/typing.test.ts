import {
  bodyOf,
  type CardId,
  crossedOrigin,
  isText,
  jointTextOf,
  newItems,
  plainText,
  type RichNode,
  readRich,
} from '@jointly/board'
import { int32, oneOf, type PRNG, create as randomFrom } from 'lib0/prng'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { byShare, seeds } from '../fuzz/seeds.ts'
import { card, look, main, saved, word } from './board.ts'
import { eventually, expectNoComplaints, type House, openHouse, type Seat, sitDown } from './seats.ts'

/**
 * Three people with real keyboards in the same two cards and the same joint text, by chance out of a seed: letters, lists,
 * headings, marks, paste, and undo and redo between all of it. Stock Yjs ends such an hour with screens that differ.
 */

let house: House
let seats: Seat[]

beforeAll(async () => {
  house = await openHouse()
  seats = await Promise.all([
    sitDown(house, { link: house.links.facilitator, name: 'Faye' }),
    sitDown(house, { link: house.links.union, name: 'Una' }),
    sitDown(house, { link: house.links.management, name: 'Mark' }),
  ])
})
afterAll(() => house.close())

/** Of the case, so that nobody's undo puts them away. */
const CARDS = ['A rota drawn up', 'Paid volunteers first']
const SEEDS = seeds({ usual: 3, known: [] })
const VISITS = 4
const ACTS = 10

test.for(SEEDS)(
  '[J15] whatever three keyboards do to the same words at once, every screen and the server hold the same (seed %i)',
  { timeout: 120_000 },
  async seed => {
    const ids = await cardIds()
    await Promise.all(seats.map((seat, who) => typeAway(seat, ids, randomFrom(seed * 100 + who))))

    await Promise.all(seats.map(({ page }) => saved(page)))
    const doc = await serverState()
    const expected = {
      cards: ids.map(id => htmlOf(readRich(bodyOf(doc, id) as Y.XmlFragment))), // of the case, and never put away
      text: textShown(readRich(jointTextOf(doc, 'agreement'))),
    }
    console.log(`seed ${seed}: ${JSON.stringify(expected).length} characters of words`)
    for (const { page } of seats) {
      await look(page, 'Options')
      await eventually(() => Promise.all(ids.map(id => html(cardById(page, id))))).toEqual(expected.cards)
      await look(page, 'Solution')
      await eventually(() => html(page.getByRole('region', { name: 'The text' }).locator('> div').first())).toEqual(
        expected.text,
      )
      expect(await unsentFor(page)).toEqual([])
    }
    expect(await crossedRows()).toEqual([])
    expectNoComplaints(seats, HANDLER_BLOCKED)
  },
)

/** Why things lie in the tray, beside words that went with a paragraph which somebody else turned into something. */
const unsentFor = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Object.entries(sessionStorage)
      .filter(([key]) => key.startsWith('jointly.unsent.'))
      .flatMap(([, kept]) => (JSON.parse(kept) as { reason: string }[]).map(({ reason }) => reason))
      .filter(reason => reason !== 'swallowed'),
  )

type Act =
  | 'words'
  | 'enter'
  | 'backspace'
  | 'delete'
  | 'walk'
  | 'select'
  | 'mark'
  | 'list'
  | 'heading'
  | 'pasteHtml'
  | 'pasteLines'
  | 'undo'
  | 'redo'
  | 'indent'

const SHARES: Record<Act, number> = {
  words: 30,
  enter: 10,
  backspace: 9,
  delete: 5,
  walk: 9,
  select: 5,
  mark: 5,
  list: 5,
  heading: 4,
  pasteHtml: 3,
  pasteLines: 2,
  undo: 14,
  redo: 7,
  indent: 2,
}

const WORDS = [
  'fair ',
  'cover',
  ' time',
  ', and then',
  ' eight o’clock',
  '. ',
  ' éà ß ',
  ' 👩‍🏫 ',
  '- ',
  '1. ',
  ' 37 %',
  'nobody ',
]
const HTML = [
  '<p>Pasted <b>bold</b> and <i>slanted</i></p><ul><li>one</li><li>two<ol><li>deep</li></ol></li></ul>',
  '<h2>Pasted heading</h2><p>under it</p><script>alert(1)</script>',
  '<table><tr><td>a cell</td><td onclick="x()">another</td></tr></table><a href="https://example.org/">a link</a>',
]
/** The page's policy at work: what was pasted runs nothing. */
const HANDLER_BLOCKED = /: Executing inline event handler violates the following Content Security Policy directive/
const LINES = ['first line\nsecond line', 'one\n\nthree\nfour']

type Hands = { page: Page; editor: Locator; random: PRNG; place: 'card' | 'text' }

const ACTS_OF: Record<Act, (hands: Hands) => Promise<unknown>> = {
  words: ({ page, random }) => page.keyboard.type(oneOf(random, WORDS)),
  enter: ({ page, random }) => page.keyboard.press(int32(random, 0, 4) === 0 ? 'Shift+Enter' : 'Enter'),
  backspace: hands => times(hands, 'Backspace', 8),
  delete: hands => times(hands, 'Delete', 4),
  walk: hands =>
    times(hands, oneOf(hands.random, ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']), 6),
  select: hands =>
    times(hands, oneOf(hands.random, ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+Home', 'Control+Shift+ArrowLeft']), 4),
  mark: ({ page, random }) => page.keyboard.press(oneOf(random, ['Control+b', 'Control+i'])),
  list: hands => tool(hands, oneOf(hands.random, ['Bullet list', 'Numbered list'])),
  heading: hands =>
    hands.place === 'text' ? tool(hands, oneOf(hands.random, ['Heading', 'Smaller heading'])) : ACTS_OF.words(hands),
  pasteHtml: ({ editor, random }) => paste(editor, { 'text/html': oneOf(random, HTML) }),
  pasteLines: ({ editor, random }) => paste(editor, { 'text/plain': oneOf(random, LINES) }),
  undo: hands => times(hands, 'Control+z', 3),
  redo: hands => times(hands, 'Control+Shift+z', 2),
  indent: async ({ page, editor }) => {
    // Elsewhere Tab and Shift+Tab are the browser's, so that nobody is caught in an editor.
    const inItem = await editor.evaluate(element => {
      const item = (node: Node | null | undefined) => node?.parentElement?.closest('li') ?? null
      const items = [item(getSelection()?.anchorNode), item(getSelection()?.focusNode)]
      return items.every(one => one !== null && element.contains(one))
    })
    if (inItem) await page.keyboard.press('Shift+Tab')
  },
}

const times = async ({ page, random }: Hands, key: string, most: number): Promise<void> => {
  for (let left = int32(random, 1, most); left > 0; left--) await page.keyboard.press(key)
}

const tool = ({ page }: Hands, name: string) =>
  page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true }).click()

/** What Ctrl+V gives a page, without the one clipboard that all windows of a machine share. */
const paste = (editor: Locator, data: Record<string, string>): Promise<void> =>
  editor.evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)

/** One person, from place to place. */
const typeAway = async ({ page, name }: Seat, ids: readonly CardId[], random: PRNG): Promise<void> => {
  for (let visit = 0; visit < VISITS; visit++) {
    const at = int32(random, 0, ids.length)
    const id = ids[at]
    await look(page, id === undefined ? 'Solution' : 'Options')
    const editor = id === undefined ? await wordText(page) : await word(cardById(page, id))
    for (let act = 0; act < ACTS; act++) {
      const what = byShare(random, SHARES)
      await ACTS_OF[what]({ page, editor, random, place: id === undefined ? 'text' : 'card' })
      const isIn = await editor.evaluate(element => element.contains(document.activeElement)).catch(() => false)
      if (!isIn) throw new Error(`${name} was thrown out of ${id ?? 'the text'} by ${what}`)
    }
    await page.keyboard.press('Escape')
    await editor.waitFor({ state: 'detached' })
  }
}

const wordText = async (page: Page): Promise<Locator> => {
  const editor = page.getByRole('textbox', { name: 'Wording of the agreement' })
  await page.getByRole('button', { name: /^(Edit the text|Start writing)$/ }).click()
  await eventually(() => editor.evaluate(element => element.contains(document.activeElement))).toBe(true)
  return editor
}

/** While people word them, cards have no name that stays. */
const cardById = (page: Page, id: CardId): Locator => main(page).locator(`#card-${id}`)

let known: CardId[] | null = null
const cardIds = async (): Promise<CardId[]> => {
  const { page } = seats[0] as Seat
  await look(page, 'Options')
  known ??= (await Promise.all(
    CARDS.map(words => card(page, words).evaluate(article => article.id.replace('card-', ''))),
  )) as CardId[]
  return known
}

const html = (within: Locator): Promise<string> =>
  within.evaluate(element => {
    const words = [...element.querySelectorAll('div')].find(
      one => one.children.length > 0 && [...one.children].every(child => /^(P|UL|OL|H3|H4)$/.test(child.tagName)),
    )
    return words?.innerHTML ?? ''
  })

/** A text without a word invites to write instead. */
const textShown = (nodes: readonly RichNode[]): string => (plainText(nodes) === '' ? '' : htmlOf(nodes))

/** What a screen makes of words; a mirror of the client's RichText, so that what differs is the words. */
const htmlOf = (nodes: readonly RichNode[]): string => nodes.map(nodeHtml).join('')

const nodeHtml = (node: RichNode): string => {
  if (isText(node)) {
    const marked = ['italic', 'bold'].reduce(
      (words, mark) => (mark in node.marks ? `<${TAGS[mark]}>${words}</${TAGS[mark]}>` : words),
      node.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;'),
    )
    const href = node.marks.link?.href
    return href === undefined ? marked : `<a href="${href}" target="_blank" rel="noopener noreferrer">${marked}</a>`
  }
  if (node.type === 'hardBreak') return '<br>'
  const tag = node.type === 'heading' ? (Number(node.attrs.level) > 2 ? 'h4' : 'h3') : (TAGS[node.type] ?? node.type)
  const start = tag === 'ol' ? ` start="${node.attrs.start ?? 1}"` : ''
  return `<${tag}${start}>${htmlOf(node.content)}</${tag}>`
}
const TAGS: Record<string, string> = {
  italic: 'em',
  bold: 'strong',
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
}

const asked = async (path: string): Promise<Response> => {
  const { page, context } = seats[0] as Seat
  const { pathname, searchParams } = new URL(page.url())
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const reply = await fetch(`${house.url}/api/boards/${pathname.split('/')[2]}${path}`, {
    headers: { cookie, 'x-jointly-member': searchParams.get('as') ?? '' },
  })
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
  return reply
}

const serverState = async (): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await (await asked('/state')).arrayBuffer()))
  return doc
}

/** The rows of the log that hold an item whose origins are crossed, by their numbers; replayed once, continued after. */
const replay = { doc: new Y.Doc(), seq: 0 }
const crossedRows = async (): Promise<number[]> => {
  const crossed: number[] = []
  for (;;) {
    const { rows } = (await (await asked(`/history?after=${replay.seq}&limit=1000`)).json()) as {
      rows: { seq: number; bytes: string }[]
    }
    if (rows.length === 0) return crossed
    for (const { seq, bytes } of rows) {
      replay.doc.once('afterTransaction', transaction => {
        if (crossedOrigin(newItems(transaction)) !== null) crossed.push(seq)
      })
      Y.applyUpdate(replay.doc, Buffer.from(bytes, 'base64'))
      replay.seq = seq
    }
  }
}
