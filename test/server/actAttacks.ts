import {
  bodyOf,
  cardOf,
  linkCards,
  linksOf,
  marksOf,
  paragraphs,
  postCard,
  postComment,
  setJointText,
} from '@jointly/board'
import { words } from '@jointly/board/testing'
import * as Y from 'yjs'
import { type Attack, byAna, byMax, edited, type Laid, newCard, PAGES } from './attack.ts'
import { cardFields, craft, entry, item, type Spot } from './craft.ts'
import type { Wire } from './wire.ts'

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

/** What somebody else may do, or may do at another time: every act is asked of the table ([L20], [L21]). */
export const ACT_ATTACKS: Readonly<Record<string, Attack>> = {
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
  'words in a card that was erased': {
    ...{ on: 'erased', by: 'max', refused: 'card_erased' },
    make: edited((doc, { option }) => bodyOf(doc, option)?.push(paragraphs('A pool of relief teachers'))),
  },
  'a field of a card that was erased': {
    ...{ on: 'erased', by: 'max', refused: 'card_erased' },
    make: edited((doc, { option }) => cardOf(doc, option)?.set('current', true)),
  },
  'a card that was erased moved elsewhere': {
    ...{ on: 'erased', by: 'ana', refused: 'card_erased' },
    make: edited((doc, { option }) => cardOf(doc, option)?.set('pos', { x: 9, y: 9 })),
  },
  'a comment on a card that was erased': {
    ...{ on: 'erased', by: 'max', refused: 'card_erased' },
    make: edited((doc, { option, people }) => {
      postComment(doc, { ...byMax(people), about: option, text: 'It said: a pool of relief teachers' })
    }),
  },
  'a connection to a card that was erased': {
    ...{ on: 'erased', by: 'ana', refused: 'card_erased' },
    make: edited((doc, { hers, option, people }) => {
      linkCards(doc, { ...byAna(people), from: option, to: hers, kind: 'serves' })
    }),
  },
  'a card and, in the same update, a connection from one that was erased': {
    ...{ on: 'erased', by: 'ana', refused: 'card_erased' },
    make: edited((doc, { option, people }) => {
      const own = postCard(doc, { ...byAna(people), kind: 'interest', text: 'Of the same pool' })
      linkCards(doc, { ...byAna(people), from: option, to: own, kind: 'serves' })
    }),
  },
}
