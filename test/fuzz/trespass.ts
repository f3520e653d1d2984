import { OPEN_FIELDS, OPEN_MARK_FIELDS } from '@jointly/board'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { type Attack, allItems, card, oneOf, over, rangeOf, sent, victim } from './attack.ts'
import { type Content, embed, forge, mark, subdocument, text, type, unforge, value } from './forge.ts'
import { anyOf } from './seeds.ts'

const LETTER = { client: 1, clock: 0 }

/** Each does, in good form, what only some may do: to a card, a link, a mark or words that are whoever's they are. */
export const TRESPASS = {
  'types into words': a => {
    const run = someOf(a, Y.ContentString)
    return run === undefined ? null : sent(a, { structs: [{ origin: run.lastId, content: text('zz') }] })
  },
  'marks words': a => {
    const run = someOf(a, Y.ContentString)
    if (run === undefined) return null
    return sent(a, { structs: [{ origin: beforeIt(run), rightOrigin: run.id, content: oneOf(a, someMarks()) }] })
  },
  'strikes letters': a => {
    const run = someOf(a, Y.ContentString)
    return run === undefined ? null : sent(a, { structs: [], deletes: [rangeOf(run)] })
  },
  'strikes a mark': a => {
    const found = someOf(a, Y.ContentFormat)
    return found === undefined ? null : sent(a, { structs: [], deletes: [rangeOf(found)] })
  },
  'strikes a mark in the middle of honest work': a => {
    const found = someOf(a, Y.ContentFormat)
    if (found === undefined) return null
    const { blocks, deletes } = unforge(a.honest)
    return forge({ blocks, deletes: [...deletes, rangeOf(found)] })
  },
  'strikes a paragraph': a => {
    const found = someOf(a, Y.ContentType, item => elementOf(item) !== null)
    return found === undefined ? null : sent(a, { structs: [], deletes: [rangeOf(found)] })
  },
  'writes a field of a card': a => {
    const field = oneOf(a, [...OPEN_FIELDS])
    return sent(a, { structs: [over(a, field, FIELDS[field](a))] })
  },
  'takes a field of a card away': a => {
    const held = victim(a).map?._map.get(oneOf(a, ['gone', 'source', 'alt', 'in', 'size', 'current']))
    return held === undefined ? null : sent(a, { structs: [], deletes: [rangeOf(held)] })
  },
  'writes a field of a link or a mark': a => {
    const root = oneOf(a, ['links', 'marks'])
    const entry = anyOf(a.random, [...a.doc.getMap(root)._map.values()])
    if (entry === undefined) return null
    const key = root === 'links' ? 'gone' : oneOf(a, Object.keys(OPEN_MARK_FIELDS) as (keyof typeof OPEN_MARK_FIELDS)[])
    return sent(a, { structs: [{ parent: entry.id, key, content: MARK_FIELDS[key](a) }] })
  },
  'comments on something': a =>
    sent(a, {
      structs: card(a, {
        about: value(oneOf(a, ['issue', 'agreement', victim(a).id, 'nobody-has-it'])),
        passage: oneOf(a, [null, value({ from: LETTER, to: LETTER, quote: 'x' }), value({ from: LETTER, quote: '' })]),
      }),
    }),
  'puts something among words': a => {
    const holder = someOf(a, Y.ContentType, item => elementOf(item) !== null || item.parentSub === 'body')
    if (holder === undefined) return null
    return sent(a, { structs: [{ parent: holder.id, content: oneOf(a, somethingForWords()) }] })
  },
  'gives a node an attribute': a => {
    const holder = someOf(a, Y.ContentType, item => elementOf(item) !== null)
    if (holder === undefined) return null
    const key = oneOf(a, ['level', 'start', 'type', 'onclick', 'style', 'constructor', '__proto__'])
    return sent(a, {
      structs: [{ parent: holder.id, key, content: oneOf(a, [value(2), value('x'), value({}), text('x')]) }],
    })
  },
} satisfies Readonly<Record<string, (attack: Attack) => Uint8Array | null>>

const elementOf = ({ content }: Y.Item) =>
  content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : null

const someOf = (
  a: Attack,
  content: new (...parts: never[]) => Y.Item['content'],
  isOne: (item: Y.Item) => boolean = () => true,
): Y.Item | undefined =>
  anyOf(
    a.random,
    allItems(a).filter(item => !item.deleted && item.content instanceof content && isOne(item)),
  )
const beforeIt = ({ left }: Y.Item) => left?.lastId

const someMarks = (): Content[] => [
  mark('bold', {}),
  mark('link', { href: 'https://example.org' }),
  mark('link', { href: 'javascript:alert(1)' }),
  mark('link', { href: ' \u0000data:text/html,x' }),
  mark('onclick', {}),
  mark('bold', { style: 'x' }),
]

const somethingForWords = (): Content[] => [
  ...['paragraph', 'heading', 'bulletList', 'listItem', 'hardBreak', 'script', 'iframe', 'constructor'].map(name =>
    type(new Y.XmlElement(name)),
  ),
  ...[type(new Y.XmlText()), type(new Y.Map()), type(new Y.XmlFragment()), type(new Y.XmlHook('h'))],
  ...[embed({}), subdocument(), value('x'), text('loose')],
]

const position = ({ random }: Attack) => value({ x: prng.int32(random, 0, 99), y: prng.int32(random, 0, 99) })
const size = () => value({ w: 200, h: 100 })
const words = () => value('words')
const yes = () => value(true)

const FIELDS: Readonly<Record<(typeof OPEN_FIELDS)[number], (a: Attack) => Content>> = {
  ...{ pos: position, size, gone: yes, current: yes, source: words, anchor: words, alt: words },
  order: () => value('a5'),
  in: a => value(victim(a).id),
}
const MARK_FIELDS: Readonly<Record<keyof typeof OPEN_MARK_FIELDS, (a: Attack) => Content>> = {
  ...{ pos: position, size, gone: yes, title: words },
}
