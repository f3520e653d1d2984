import type { Signature, Signer } from '../../agreement/agreement.ts'
import type { CardId } from '../../ids.ts'
import { rounded } from '../../weighing/print.ts'
import { type Block, heading, list, moment, type Section, type Source, table, words } from '../page.ts'
import { seatOf } from '../seats.ts'
import { commentsOn } from './comments.ts'

type Told = Source['report']['agreement']

/** Always as tentative, in whatever state it is. */
export const agreement = (at: Source): Section => {
  const told = at.report.agreement
  const { agreement: say, section } = at.words
  const state = told.version === null ? say.draft : say[told.state === 'agreed' ? 'agreed' : 'proposed'](told.version)
  return {
    id: 'agreement',
    title: section.agreement,
    note: at.words.tentative,
    blocks: [
      words(told.agreedAt === null ? state : `${state} ${say.agreedAt(moment(told.agreedAt))}`),
      ...unbound(at, told),
      ...(told.text === '' ? [] : [words(told.text, { kept: true })]),
      ...(told.hash === null ? [] : [words(`${at.words.column.hash}: ${told.hash}\n${say.hashed}`)]),
      ...signatures(at, told),
      ...votes(at, told),
      ...history(at, told),
      ...unserved(at, told),
      ...(told.draft === null ? [] : [words(say.edited), words(told.draft, { kept: true })]),
      ...versions(at, told),
      ...commentsOn(at, about => about === 'agreement'),
    ],
  }
}

const nameOf = ({ report }: Source, id: string) => report.members.find(member => member.id === id)?.name ?? id

/** [G12] Where all have signed, the sides that none of them could commit. */
const unbound = (at: Source, { signers, signatures: given, sidesUnsigned }: Told): Block[] =>
  given.length < signers.length || sidesUnsigned.length === 0
    ? []
    : [words(at.words.agreement.unbound(sidesUnsigned.map(at.side).join(', ')))]

/** Names stand here whatever the ground rules say of attribution: a signature without a name is none. */
const signatures = (at: Source, { signers, signatures: given }: Told): Block[] => {
  const { column, agreement: say } = at.words
  const rows = signers.map(signer => {
    const signature = given.find(one => one.member === signer.member)
    return [
      ...[nameOf(at, signer.member), { side: at.side(signer.side) }, capacityOf(at, signature ?? signer)],
      signature === undefined ? say.unsigned : moment(signature.at),
    ]
  })
  return rows.length === 0
    ? []
    : [
        heading(say.signatures),
        ...table(say.signatures, [column.member, column.side, column.capacity, column.signedAt], rows),
      ]
}

/** [G10] Who said nothing else signs as what they were at this table when they signed; until then, as what they are now. */
const capacityOf = ({ report, words: say }: Source, of: Signer & Partial<Signature>): string | null => {
  const role = of.role ?? report.members.find(({ id }) => id === of.member)?.role
  const side = report.sides.find(({ id }) => id === of.side)
  return of.capacity ?? (role === undefined ? null : seatOf({ role }, side, say))
}

const votes = (at: Source, { ratifications }: Told): Block[] => {
  const { column, agreement: say } = at.words
  return table(
    say.votes,
    [column.body, column.for, column.against, column.side, column.whenUtc],
    ratifications.map(({ body, for: yes, against, side, at: when }) => [
      ...[body, yes, against, { side: at.side(side) }, moment(when)],
    ]),
  )
}

/** [G11] The same, with the cards in the words that the history has. */
const then = (at: Source, { history: { words: said } }: Pick<Told, 'history'>): Source => ({
  ...at,
  card: id => said[id as CardId] || at.card(id), // what was erased says so, whenever it was
})

/** [G9] A row for each clause: the options that it takes up and how they were weighed, and the interests that it serves. */
const history = (now: Source, told: Told): Block[] => {
  const { asOf, cardsAsOf, clauses } = told.history
  const at = then(now, told)
  const { column, agreement: say } = at.words
  const rows = clauses.map(({ text, options, interests, others }) => [
    ...[text, options.map(({ option }) => at.card(option)).join('\n')],
    options.flatMap(({ means }) => meansOf(at, means)).join('\n'),
    interests.map(id => withSide(at, id)).join('\n'),
    others.map(id => withKind(at, id)).join('\n'),
  ])
  return rows.length === 0
    ? []
    : [
        heading(say.history),
        ...(asOf === null ? [] : [words(say[cardsAsOf === null ? 'decisionsAsOf' : 'asOf'](moment(asOf)))]),
        ...table(say.history, [column.clause, column.option, column.weighed, column.serves, say.others], rows),
        ...sessions(at),
      ]
}

/** [G8] What the text leaves out, also what is served by a suggestion alone. */
const unserved = (now: Source, { leftOut, ...told }: Told): Block[] => {
  const at = then(now, told)
  const { suggested, agreement: say } = at.words
  const named = leftOut.map(({ card, suggested: is }) => (is ? suggested(withSide(at, card)) : withSide(at, card)))
  return named.length === 0 ? [] : [heading(say.leftOut), words(say.leftOutNote), ...list(named)]
}

const cardIn = ({ report }: Source, id: string) => report.cards.find(card => card.id === id)
const withSide = (at: Source, id: CardId): string => `${at.side(cardIn(at, id)?.side ?? null)}: ${at.card(id)}`
const withKind = (at: Source, id: CardId): string => {
  const kind = cardIn(at, id)?.kind
  return kind === undefined ? at.card(id) : `${at.words.kind[kind]}: ${at.card(id)}`
}

type Means = Told['history']['clauses'][number]['options'][number]['means']

/** A line for each criterion with the mean of each side that shows one. */
const meansOf = (at: Source, means: Means): string[] =>
  (Object.entries(means) as [CardId, Means[CardId]][]).map(([criterion, bySide]) => {
    const said = at.report.sides.flatMap(({ id, name }) => {
      const mean = bySide?.[id]
      return mean === undefined ? [] : `${name} ${rounded(mean, MEAN_DECIMALS)}`
    })
    return `${at.card(criterion)}: ${said.join(', ')}`
  })

const MEAN_DECIMALS = 2

/** The days on which something was moved, with all that was moved on each. */
const sessions = (at: Source): Block[] => {
  const { column, agreement: say, move } = at.words
  const days = Map.groupBy(at.report.minutes, ({ at: when }) => when.slice(0, 10))
  return [
    heading(say.sessions),
    ...table(
      say.sessions,
      [column.on, column.what],
      [...days].map(([day, moves]) => [day, [...new Set(moves.map(({ type }) => move[type]))].join('\n')]),
    ),
  ]
}

/** Every version with who signed it, and the words of those that are not told above. */
const versions = (at: Source, { versions: all, version: above }: Told): Block[] => {
  const { column } = at.words
  const others = all.filter(({ version }) => version !== above)
  return [
    ...listed(at, all),
    ...others.flatMap(({ version, text }) => [heading(`${column.version} ${version}`), words(text, { kept: true })]),
  ]
}

/** A line for each who signed: "Ana (President, Local 59)". */
const signed = (at: Source, given: Told['signatures']): string =>
  given
    .map(one => {
      const [name, capacity] = [nameOf(at, one.member), capacityOf(at, one)]
      return capacity === null ? name : `${name} (${capacity})`
    })
    .join('\n')

const listed = (at: Source, all: Told['versions']): Block[] => {
  const { column, agreement: say } = at.words
  return table(
    say.versions,
    [column.version, column.whenUtc, column.by, say.signatures, column.row, column.hash],
    all.map(({ version, at: when, by, signatures: given, row, hash }) => [
      ...[version, moment(when), at.who(by), signed(at, given), row, hash],
    ]),
  )
}
