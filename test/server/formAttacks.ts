import { bodyOf, cardOf, jointTextOf } from '@jointly/board'
import { words } from '@jointly/board/testing'
import * as Y from 'yjs'
import { type Attack, byAna, edited, type Laid, newCard, PAGES } from './attack.ts'
import { craft, element, fragment, item, type Spot, value } from './craft.ts'
import type { Wire } from './wire.ts'

const spotOf = ({ _item }: { _item: Y.Item | null }): Spot => [_item?.id.client ?? -1, _item?.id.clock ?? -1]
/** One item in the first paragraph, or the first run of letters, of management's option, which everybody may word. */
const inOption = (content: Parameters<typeof item>[1], at: 'body' | 'paragraph' | 'letters' = 'body', key?: string) =>
  (({ doc }: Wire, { option }: Laid) => {
    const body = bodyOf(doc, option) as Y.XmlFragment
    const holder = { body, paragraph: body.get(0), letters: words(doc, option) }[at]
    const where = { parent: spotOf(holder as Y.XmlElement), ...(key !== undefined && { key }) }
    return craft([item([PAGES.fresh, 0], content, where)])
  }) satisfies Attack['make']
const linked = (href: unknown) =>
  edited((doc, { option }) => words(doc, option).insert(0, 'here', { link: { href } as object }))

/** What nobody may write: what words cannot hold, what is too long, what would keep everybody waiting ([L20], [L22]). */
export const FORM_ATTACKS: Readonly<Record<string, Attack>> = {
  'a link that is a script': { by: 'ana', refused: 'unknown_words', make: linked('javascript:alert(1)') },
  'a link that is a script to a browser': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: linked(' \u0001java\nscript:alert(1)'),
  },
  'a link that is a page of its own': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: linked('data:text/html,<script>'),
  },
  'a link as long as a book': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: linked(`https://example.org/${'x'.repeat(5_000)}`),
  },
  'a link that is no text': { by: 'ana', refused: 'unknown_words', make: linked({ toString: 'x' }) },
  'a link that opens as it likes': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: edited((doc, { option }) =>
      words(doc, option).insert(0, 'here', { link: { href: 'https://example.org', onclick: 'x' } }),
    ),
  },
  'a mark that there is not': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: edited((doc, { option }) => words(doc, option).format(0, 3, { blink: {} })),
  },
  'a script node': { by: 'ana', refused: 'unknown_words', make: inOption(element('script')) },
  'a node named like what every object has': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: inOption(element('constructor')),
  },
  'a heading in a card': { by: 'ana', refused: 'unknown_words', make: inOption(element('heading')) },
  'a paragraph in a paragraph': { by: 'ana', refused: 'unknown_words', make: inOption(element(), 'paragraph') },
  'a list among letters': { by: 'ana', refused: 'unknown_words', make: inOption(element('bulletList'), 'letters') },
  'letters that stand in no paragraph': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: inOption(new Y.ContentString('free') as never),
  },
  'an attribute that does something': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: inOption(value('alert(1)'), 'paragraph', 'onclick'),
  },
  'a key on a body': { by: 'ana', refused: 'unknown_place', make: inOption(value(1), 'body', 'x') },
  'a map among words': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: inOption(new Y.ContentType(new Y.Map() as never)),
  },
  'a fragment in a body': { by: 'ana', refused: 'unknown_words', make: inOption(fragment()) },
  'something embedded among letters': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: inOption(new Y.ContentEmbed({ src: 'x' }) as never, 'letters'),
  },
  'bytes among letters': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: inOption(new Y.ContentBinary(new Uint8Array(9)) as never, 'letters'),
  },
  'a document within a document': {
    ...{ by: 'ana', refused: 'unknown_words' },
    make: inOption(new Y.ContentDoc(new Y.Doc()) as never),
  },
  'a document in the place of a card’s source': {
    ...{ by: 'max', refused: 'incomplete_card' },
    make: ({ doc }, { option }) =>
      craft([
        item([PAGES.fresh, 0], new Y.ContentDoc(new Y.Doc()) as never, {
          ...{ parent: spotOf(cardOf(doc, option) as Y.Map<unknown>), key: 'source' },
        }),
      ]),
  },
  'a card with more words than a card holds': {
    ...{ by: 'ana', refused: 'too_long' },
    make: newCard(people => ({ ...byAna(people), kind: 'option', text: 'x'.repeat(20_001) })),
  },
  'more words for a card than it holds': {
    ...{ by: 'ana', refused: 'too_long' },
    make: edited((doc, { option }) => words(doc, option).insert(0, 'x'.repeat(19_990))),
  },
  'an issue as long as a shelf': {
    ...{ by: 'ana', refused: 'too_long' },
    make: edited(doc => jointTextOf(doc, 'issue').insert(0, paragraphsOf('x'.repeat(500_001)))),
  },
  'the neighbours of two different cards': {
    ...{ by: 'ana', refused: 'crossed_origins' },
    make: ({ doc }, { hers, his }) => {
      const [left, right] = [hers, his].map(card => words(doc, card)._start as Y.Item) as [Y.Item, Y.Item]
      const [origin, at] = [left, right].map(({ id }): Spot => [id.client, id.clock]) as [Spot, Spot]
      return craft([item([PAGES.fresh, 0], new Y.ContentString('x') as never, { origin, right: at })])
    },
  },
  'ten thousand letters, each as if of a page of its own': {
    ...{ by: 'ana', refused: 'too_costly' },
    make: ({ doc }, { option }) => {
      const right = spotOfItem(words(doc, option)._start as Y.Item)
      return craft(Array.from({ length: 10_000 }, (_, i) => item([10_000 + i, 0], letter(), { right })))
    },
  },
  'letters that each look past all the others': {
    ...{ by: 'ana', refused: 'too_costly' },
    make: ({ doc }, { long }) => star(words(doc, long)._start as Y.Item),
  },
  'places for a card that each begin before all the others': {
    ...{ by: 'max', refused: 'too_costly' },
    make: ({ doc }, { option }) => {
      const where = { parent: spotOf(cardOf(doc, option) as Y.Map<unknown>), key: 'pos' }
      return craft(Array.from({ length: 10_000 }, (_, i) => item([PAGES.fresh, i], value({ x: i, y: 0 }), where)))
    },
  },
}

const paragraphsOf = (text: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  return [paragraph]
}

const letter = () => new Y.ContentString('x') as never
const spotOfItem = ({ id }: Y.Item): Spot => [id.client, id.clock]

/** A letter before each of a run, all behind its first one: each is placed by looking past all that came before. */
export const star = (run: Y.Item): Uint8Array => {
  const origin = spotOfItem(run)
  return craft(
    Array.from({ length: run.length - 2 }, (_, i) =>
      item([PAGES.fresh, i], letter(), { origin, right: [run.id.client, run.id.clock + i + 2] }),
    ),
  )
}
