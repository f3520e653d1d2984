import type { CardKind } from '../../cards.ts'
import { isJointText } from '../../schema.ts'
import { type Block, heading, list, type Section, type Source, table, words } from '../page.ts'
import { commentsOn } from './comments.ts'

type CardTold = Source['report']['cards'][number]

const cardsOf = ({ report }: Source, kind: CardKind): CardTold[] =>
  report.cards.filter(card => card.kind === kind && !card.gone)

/** What is said about the cards of these kinds that lie on the table. */
const saidOf = (at: Source, ...kinds: CardKind[]): Block[] => {
  const here = new Set<string>(kinds.flatMap(kind => cardsOf(at, kind).map(({ id }) => id)))
  return commentsOn(at, about => here.has(about))
}

const author = ({ who, words: { spokenBy } }: Source, { by, side, spokenBy: speaker }: CardTold): string =>
  speaker === undefined || speaker === by ? who(by, side) : spokenBy(who(speaker, side), who(by))

const textOf = ({ words: { erased } }: Source, { text }: CardTold) => (text === '' ? erased : text)

export const issue = (at: Source): Section => ({
  id: 'issue',
  title: at.words.section.issue,
  blocks: [
    ...(at.report.issue === '' ? [] : [words(at.report.issue, { strong: true })]),
    ...commentsOn(at, about => about === 'issue'),
  ],
})

export const story = (at: Source): Section => {
  const { column, basis, facts, questions, section } = at.words
  return {
    id: 'story',
    title: section.story,
    blocks: [
      ...table(
        facts,
        [column.text, column.source, column.basis, column.side, column.by],
        cardsOf(at, 'fact').map(card => [
          ...[textOf(at, card), card.source ?? null, card.basis ? basis[card.basis] : null],
          ...[{ side: at.side(card.side) }, author(at, card)],
        ]),
      ),
      ...table(
        questions,
        [column.text, column.side, column.by],
        cardsOf(at, 'question').map(card => [textOf(at, card), { side: at.side(card.side) }, author(at, card)]),
      ),
      ...saidOf(at, 'fact', 'question'),
    ],
  }
}

/** A table for each side, those that have written nothing by name, and one for interests without a side. */
export const interests = (at: Source): Section => {
  const { column, none, note, yes, no, adoptedBy, section } = at.words
  const all = cardsOf(at, 'interest')
  const ofSide = (id: string | null): Block[] => {
    const own = all.filter(({ side }) => side === id)
    const name = at.side(id)
    if (own.length === 0) return id === null ? [] : [heading(name), words(none)]
    const rows = own.map(card => [
      ...[textOf(at, card), author(at, card)],
      at.report.sides
        .flatMap(side =>
          side.id === id || !card.adoptions[side.id] ? [] : adoptedBy(side.name, card.adoptions[side.id] ?? 0),
        )
        .join('\n'),
      card.mutual ? yes : no,
    ])
    return [
      heading(name),
      ...table(`${section.interests}: ${name}`, [column.text, column.by, column.adopted, column.mutual], rows),
    ]
  }
  return {
    id: 'interests',
    title: section.interests,
    note: note.interests,
    blocks: [...[...at.report.sides.map(({ id }) => id), null].flatMap(ofSide), ...saidOf(at, 'interest')],
  }
}

export const options = (at: Source): Section => {
  const { column, note, suggested, unserved, section, yes } = at.words
  const { links, cards } = at.report
  const isThere = (id: string) => cards.some(card => card.id === id && !card.gone)
  const serving = links.filter(({ kind, from, to }) => kind === 'serves' && isThere(from) && isThere(to))
  const rows = cardsOf(at, 'option').map(card => [
    textOf(at, card),
    serving
      .filter(({ from }) => from === card.id)
      .map(({ to, confirmed }) => (confirmed ? at.card(to) : suggested(at.card(to))))
      .join('\n'),
    ...[card.current ? yes : null, { side: at.side(card.side) }, author(at, card)],
  ])
  const left = cardsOf(at, 'interest').filter(({ id }) => !serving.some(({ to }) => to === id))
  return {
    id: 'options',
    title: section.options,
    note: note.options,
    blocks: [
      ...table(section.options, [column.text, column.serves, column.current, column.side, column.by], rows),
      ...(left.length === 0
        ? []
        : [heading(unserved), ...list(left.map(card => `${at.side(card.side)}: ${textOf(at, card)}`))]),
      ...saidOf(at, 'option'),
    ],
  }
}

const plain =
  (id: 'criteria' | 'notes', kind: CardKind, ...alike: CardKind[]) =>
  (at: Source): Section => {
    const { column, section } = at.words
    const rows = cardsOf(at, kind).map(card => [textOf(at, card), { side: at.side(card.side) }, author(at, card)])
    const blocks = [...table(section[id], [column.text, column.side, column.by], rows), ...saidOf(at, kind, ...alike)]
    return { id, title: section[id], blocks }
  }
export const criteria = plain('criteria', 'criterion')
/** Groups have no table of their own; what is said about one stands with the notes. */
export const notes = plain('notes', 'note', 'cluster')

export const away = (at: Source): Section => {
  const there = new Set<string>(at.report.cards.filter(({ gone }) => !gone).map(({ id }) => id))
  const { column, kind, section } = at.words
  const rows = at.report.cards
    .filter(({ gone, kind }) => gone && kind !== 'cluster')
    .map(card => [kind[card.kind], textOf(at, card), { side: at.side(card.side) }, author(at, card)])
  return {
    id: 'away',
    title: section.away,
    blocks: [
      ...table(section.away, [column.kind, column.text, column.side, column.by], rows),
      ...commentsOn(at, about => !isJointText(about) && !there.has(about)),
    ],
  }
}
