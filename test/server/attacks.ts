import {
  bodyOf,
  type CardId,
  cardOf,
  drawFrame,
  jointTextOf,
  linkCards,
  linksOf,
  marksOf,
  type NewCard,
  postCard,
  postComment,
  setJointText,
} from '@jointly/board'
import { MANAGEMENT, UNION, words } from '@jointly/board/testing'
import type { CopyRefusal } from '@jointly/protocol'
import * as Y from 'yjs'
import { cardFields, craft, element, entry, fragment, item, type Spot, value } from './craft.ts'
import type { Table } from './seats.ts'
import type { Wire } from './wire.ts'

/** What hostile members send to a board that others sit at: `gate.test.ts` and `bad-frames.test.ts` have what nobody may. */

/** Client ids of the pages that the board was made on, and one that has not written yet. */
export const PAGES = { ana: 1_000, max: 2_000, fresh: 3_000 } as const

/** What lies on the table: an interest of each side, an option and a link and a frame of management's, the issue. */
export type Laid = {
  readonly hers: CardId
  readonly his: CardId
  readonly option: CardId
  /** What Ana says about management's option. */
  readonly comment: CardId
  /** An option with thousands of letters. */
  readonly long: CardId
  readonly people: Pick<Table, 'ana' | 'max' | 'ugo'>
}

export const lay = (people: Laid['people']): { updates: readonly Uint8Array[] } & Laid => {
  const { ana, max } = people
  const [union, management] = [new Y.Doc(), new Y.Doc()]
  union.clientID = PAGES.ana
  management.clientID = PAGES.max
  const hers = postCard(union, { by: ana.member.id, side: UNION, kind: 'interest', text: 'Cover by people we know' })
  words(union, hers).format(9, 6, { bold: {} })
  setJointText(union, 'issue', 'How do we cover for absent teachers?')
  const by = { by: max.member.id, side: MANAGEMENT }
  const his = postCard(management, { ...by, kind: 'interest', text: 'Costs that stay within the budget' })
  const option = postCard(management, { ...by, kind: 'option', text: 'A pool of relief teachers' })
  const long = postCard(management, { ...by, kind: 'option', text: 'y'.repeat(10_000) })
  linkCards(management, { ...by, from: option, to: his, kind: 'serves' })
  const comment = postComment(union, { ...{ by: ana.member.id, side: UNION }, about: option, text: 'Who pays?' })
  drawFrame(management, { ...by, pos: { x: 0, y: 0 }, size: { w: 600, h: 400 }, title: 'Parking lot' })
  return {
    hers,
    his,
    option,
    comment,
    long,
    people,
    updates: [union, management].map(doc => Y.encodeStateAsUpdate(doc)),
  }
}

/** The board that an attack is made on: the layout unlocked or locked, a stage opened with `only`, or editing paused. */
export type Board = 'free' | 'locked' | 'only' | 'paused'
export type Attack = {
  readonly on?: Board
  readonly by: 'ana' | 'ugo' | 'max' | 'mia' | 'gus' | 'obi'
  /** `dropped`: passed over, and nobody is refused. */
  readonly refused: CopyRefusal | 'dropped'
  readonly make: (wire: Wire, laid: Laid) => Uint8Array
}

/** What a page would send for this change, made on a copy of what the socket knows. */
export const edited =
  (change: (doc: Y.Doc, laid: Laid) => unknown) =>
  (wire: Wire, laid: Laid): Uint8Array => {
    const copy = new Y.Doc()
    if (!wire.doc.store.clients.has(PAGES.fresh)) copy.clientID = PAGES.fresh
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(wire.doc))
    copy.transact(() => change(copy, laid))
    return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(wire.doc))
  }

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

const newCard = (fields: (people: Laid['people']) => Omit<NewCard, 'text'> & { text?: string }) =>
  edited((doc, { people }) => void postCard(doc, { text: 'late', ...fields(people) }))
const byAna = ({ ana }: Laid['people']) => ({ by: ana.member.id, side: UNION })
const byMax = ({ max }: Laid['people']) => ({ by: max.member.id, side: MANAGEMENT })

const closingMark = ({ doc }: Wire, { hers }: Laid): Uint8Array => {
  const marks: Spot[] = []
  for (let at = words(doc, hers)._start; at !== null; at = at.right)
    if (at.content instanceof Y.ContentFormat && at.content.value === null) marks.push([at.id.client, at.id.clock])
  return craft(
    [],
    marks.map(([client, clock]) => [client, clock, 1]),
  )
}
const firstOf = (map: Y.Map<Y.Map<unknown>>) => [...map.values()][0] as Y.Map<unknown>

export const ATTACKS: Readonly<Record<string, Attack>> = {
  'words in the other side’s interest': {
    ...{ by: 'max', refused: 'not_your_words' },
    make: edited((doc, { hers }) => words(doc, hers).insert(0, 'We do not want ')),
  },
  'words struck from the other side’s interest': {
    ...{ by: 'max', refused: 'not_your_words' },
    make: edited((doc, { hers }) => words(doc, hers).delete(0, 5)),
  },
  'the other side’s interest struck through by marks': {
    ...{ by: 'mia', refused: 'not_your_words' },
    make: edited((doc, { hers }) => words(doc, hers).format(0, 5, { italic: {} })),
  },
  'the other side’s interest turned into a list': {
    ...{ by: 'max', refused: 'not_your_words' },
    make: edited((doc, { hers }) => {
      const body = bodyOf(doc, hers) as Y.XmlFragment
      body.delete(0, 1)
      body.insert(0, [new Y.XmlElement('bulletList')])
    }),
  },
  'one closing mark deleted in the other side’s sentence': { by: 'max', refused: 'dropped', make: closingMark },
  'one closing mark deleted by an observer': { by: 'obi', refused: 'dropped', make: closingMark },
  'one closing mark deleted while editing is paused': {
    ...{ on: 'paused', by: 'ugo', refused: 'dropped' },
    make: closingMark,
  },
  'a source for the other side’s interest': {
    ...{ by: 'max', refused: 'not_your_words' },
    make: edited((doc, { hers }) => cardOf(doc, hers)?.set('source', 'a rumour')),
  },
  'the other side’s card put away': {
    ...{ by: 'ugo', refused: 'not_yours_to_put_away' },
    make: edited((doc, { option }) => cardOf(doc, option)?.set('gone', true)),
  },
  'the other side’s link taken away': {
    ...{ by: 'ana', refused: 'not_yours_to_take_away' },
    make: edited(doc => firstOf(linksOf(doc)).set('gone', true)),
  },
  'the other side’s frame taken away': {
    ...{ by: 'gus', refused: 'not_yours_to_take_away' },
    make: edited(doc => firstOf(marksOf(doc)).set('gone', true)),
  },
  'another’s card moved while the layout is locked': {
    ...{ on: 'locked', by: 'ana', refused: 'layout_locked' },
    make: edited((doc, { his }) => cardOf(doc, his)?.set('pos', { x: 9, y: 9 })),
  },
  'another’s frame titled while the layout is locked': {
    ...{ on: 'locked', by: 'mia', refused: 'layout_locked' },
    make: edited(doc => firstOf(marksOf(doc)).set('title', 'Mine')),
  },
  'words in another’s comment': {
    ...{ by: 'ugo', refused: 'not_your_words' },
    make: edited((doc, { comment }) => words(doc, comment).insert(0, 'We all ask: ')),
  },
  'a source for another’s comment': {
    ...{ by: 'ugo', refused: 'not_your_words' },
    make: edited((doc, { comment }) => cardOf(doc, comment)?.set('source', 'a rumour')),
  },
  'the other side’s comment settled': {
    ...{ by: 'max', refused: 'not_yours_to_put_away' },
    make: edited((doc, { comment }) => cardOf(doc, comment)?.set('gone', true)),
  },
  'an observer’s comment': {
    ...{ by: 'obi', refused: 'read_only' },
    make: edited(
      (doc, { option }) => void postComment(doc, { by: 'obi' as never, side: null, about: option, text: 'x' }),
    ),
  },
  'a comment while editing is paused': {
    ...{ on: 'paused', by: 'ana', refused: 'editing_paused' },
    make: edited((doc, { his, people }) => void postComment(doc, { ...byAna(people), about: his, text: 'x' })),
  },
  'a comment as spoken by another': {
    ...{ by: 'ana', refused: 'not_your_words' },
    make: newCard(people => ({
      ...{ ...byAna(people), kind: 'note', about: 'issue', spokenBy: people.ugo.member.id },
    })),
  },
  'an interest while only options are made': {
    ...{ on: 'only', by: 'max', refused: 'stage_only' },
    make: newCard(people => ({ ...byMax(people), kind: 'interest' })),
  },
  'words in one’s own interest while only options are made': {
    ...{ on: 'only', by: 'ana', refused: 'stage_only' },
    make: edited((doc, { hers }) => words(doc, hers).insert(0, 'x')),
  },
  'the issue reworded while only options are made': {
    ...{ on: 'only', by: 'ugo', refused: 'stage_only' },
    make: edited(doc => setJointText(doc, 'issue', 'Who pays?')),
  },
  'words while editing is paused': {
    ...{ on: 'paused', by: 'max', refused: 'editing_paused' },
    make: edited((doc, { option }) => words(doc, option).insert(0, 'x')),
  },
  'an observer’s words': {
    ...{ by: 'obi', refused: 'read_only' },
    make: edited((doc, { option }) => words(doc, option).insert(0, 'x')),
  },
  'an observer’s client id with nothing in it': {
    ...{ by: 'obi', refused: 'read_only' },
    make: () => craft([new Y.GC(Y.createID(PAGES.fresh, 0), 5)]),
  },
  'a card as spoken by somebody of the other side': {
    ...{ by: 'max', refused: 'not_your_words' },
    make: newCard(people => ({ ...byMax(people), kind: 'interest', spokenBy: people.ana.member.id })),
  },
  'a card as spoken by another of one’s own side': {
    ...{ by: 'ana', refused: 'not_your_words' },
    make: newCard(people => ({ ...byAna(people), kind: 'interest', spokenBy: people.ugo.member.id })),
  },
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
  'a card and, in the same update, words in another’s': {
    ...{ by: 'max', refused: 'not_your_words' },
    make: ({ doc }, { hers, people }) => {
      const own = entry(PAGES.fresh, { id: 'own-card', fields: cardFields(byMax(people)) })
      const first = words(doc, hers)._start as Y.Item
      const letters = item([PAGES.fresh, own.length], new Y.ContentString('x') as never, {
        right: [first.id.client, first.id.clock],
      })
      return craft([...own, letters])
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
