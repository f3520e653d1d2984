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

/** The words of a card, and below them what is to be seen in its picture. */
const textOf = ({ words: { erased, picture } }: Source, { text, alt }: CardTold) => {
  if (alt === undefined) return text === '' ? erased : text
  return [...(text === '' ? [] : [text]), picture(alt)].join('\n')
}

/** Where it comes from, and whether it is known or inferred. */
const origin = ({ words: { basis } }: Source, card: CardTold): [string | null, string | null] => [
  card.source ?? null,
  card.basis ? basis[card.basis] : null,
]

export const issue = (at: Source): Section => ({
  id: 'issue',
  title: at.words.section.issue,
  blocks: [
    ...(at.report.issue === '' ? [] : [words(at.report.issue, { strong: true })]),
    ...commentsOn(at, about => about === 'issue'),
  ],
})

export const story = (at: Source): Section => {
  const { column, facts, questions, section } = at.words
  return {
    id: 'story',
    title: section.story,
    blocks: [
      ...table(
        facts,
        [column.text, column.source, column.basis, column.side, column.by],
        cardsOf(at, 'fact').map(card => [
          ...[textOf(at, card), ...origin(at, card)],
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
      ...[textOf(at, card), ...origin(at, card), author(at, card)],
      at.report.sides
        .flatMap(side =>
          side.id === id || !card.adoptions[side.id] ? [] : adoptedBy(side.name, card.adoptions[side.id] ?? 0),
        )
        .join('\n'),
      card.mutual ? yes : no,
    ])
    return [
      heading(name),
      ...table(
        `${section.interests}: ${name}`,
        [column.text, column.source, column.basis, column.by, column.adopted, column.mutual],
        rows,
      ),
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
  const { column, note, ofEarlier, suggested, unserved, section, yes } = at.words
  const { links, cards } = at.report
  const isThere = (id: string) => cards.some(card => card.id === id && !card.gone)
  const serving = links.filter(({ kind, from, to }) => kind === 'serves' && isThere(from) && isThere(to))
  const rows = cardsOf(at, 'option').map(card => [
    textOf(at, card),
    serving
      .filter(({ from }) => from === card.id)
      .map(({ to, confirmed, earlier }) => {
        if (confirmed) return at.card(to)
        const ofOwn = cards.find(({ id }) => id === to)?.side
        return ofOwn != null && earlier.includes(ofOwn) ? ofEarlier(at.card(to)) : suggested(at.card(to))
      })
      .join('\n'),
    ...[card.current ? yes : null, ...origin(at, card), { side: at.side(card.side) }, author(at, card)],
  ])
  const left = cardsOf(at, 'interest').filter(({ id }) => !serving.some(({ to }) => to === id))
  return {
    id: 'options',
    title: section.options,
    note: note.options,
    blocks: [
      ...table(
        section.options,
        [column.text, column.serves, column.current, column.source, column.basis, column.side, column.by],
        rows,
      ),
      ...(left.length === 0
        ? []
        : [heading(unserved), ...list(left.map(card => `${at.side(card.side)}: ${textOf(at, card)}`))]),
      ...saidOf(at, 'option'),
    ],
  }
}

export const criteria = (at: Source): Section => {
  const { column, section } = at.words
  const rows = cardsOf(at, 'criterion').map(card => [
    ...[textOf(at, card), card.anchor ?? null, ...origin(at, card), { side: at.side(card.side) }, author(at, card)],
  ])
  return {
    id: 'criteria',
    title: section.criteria,
    blocks: [
      ...table(
        section.criteria,
        [column.text, column.anchor, column.source, column.basis, column.side, column.by],
        rows,
      ),
      ...saidOf(at, 'criterion'),
    ],
  }
}

/** Notes, the groups by their names, and what was connected with what. */
export const notes = (at: Source): Section => {
  const { column, groups, section } = at.words
  const said = cardsOf(at, 'note').map(card => [
    ...[textOf(at, card), ...origin(at, card), { side: at.side(card.side) }, author(at, card)],
  ])
  const grouped = cardsOf(at, 'cluster').map(group => [
    textOf(at, group),
    at.report.cards
      .filter(card => card.in === group.id && !card.gone)
      .map(card => textOf(at, card))
      .join('\n'),
    ...[{ side: at.side(group.side) }, author(at, group)],
  ])
  return {
    id: 'notes',
    title: section.notes,
    blocks: [
      ...table(section.notes, [column.text, column.source, column.basis, column.side, column.by], said),
      ...table(groups.title, [column.text, groups.cards, column.side, column.by], grouped),
      ...connections(at),
      ...saidOf(at, 'note', 'cluster'),
    ],
  }
}

const connections = (at: Source): Block[] => {
  const { column, link } = at.words
  return table(
    link.title,
    [column.from, column.what, column.to, column.confirmed, column.by],
    at.report.links.map(({ from, to, kind, sides, by, side }) => [
      ...[at.card(from), link[kind], at.card(to), sides.map(at.side).join('\n'), at.who(by, side)],
    ]),
  )
}

export const away = (at: Source): Section => {
  const there = new Set<string>(at.report.cards.filter(({ gone }) => !gone).map(({ id }) => id))
  const { column, kind, section } = at.words
  const rows = at.report.cards
    .filter(({ gone, kind }) => gone && kind !== 'cluster')
    .map(card => [
      ...[kind[card.kind], textOf(at, card), card.anchor ?? null, ...origin(at, card)],
      ...[{ side: at.side(card.side) }, author(at, card)],
    ])
  return {
    id: 'away',
    title: section.away,
    blocks: [
      ...table(
        section.away,
        [column.kind, column.text, column.anchor, column.source, column.basis, column.side, column.by],
        rows,
      ),
      ...commentsOn(at, about => !isJointText(about) && !there.has(about)),
    ],
  }
}
