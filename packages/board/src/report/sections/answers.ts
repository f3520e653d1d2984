import type { CardId } from '../../ids.ts'
import type { Rating } from '../../weighing/ratings.ts'
import type { Weights } from '../../weighing/weights.ts'
import { type Block, type Cell, moment, type Section, type Source, table } from '../page.ts'
import { exact } from './weighingPart.ts'

type Told = Source['report']['rounds'][number]
type Person = NonNullable<Told['people']>[number]
type Rated = Extract<Person, { ratings: unknown }>

/**
 * Who answered what in the rounds of the weighing that show names, round by round: a section of its own behind what was agreed,
 * which would stand behind many pages else.
 */
export const answers = (at: Source): Section => ({
  id: 'answers',
  title: at.words.section.answers,
  blocks: at.report.rounds.flatMap(round => {
    const caption = at.words.weighing.answersOf[round.kind](moment(round.releasedAt))
    return tablesOf(at, { round, caption, people: round.people ?? [] })
  }),
})

type Of = { readonly round: Told; readonly caption: string; readonly people: readonly Person[] }

const tablesOf = (at: Source, { round, caption, people }: Of): Block[] => {
  const { column, weighing: say } = at.words
  const name = (person: Person) => at.answerer(round, person)
  const rated = people.filter(person => 'ratings' in person)
  if (rated.length > 0) return ratings(at, { caption, rated, name })
  const weights = people.flatMap(person =>
    'weights' in person
      ? (Object.entries(person.weights as Weights) as [CardId, number][]).map(([criterion, weight]): Cell[] => [
          ...[name(person), at.card(criterion), exact(weight)],
        ])
      : [],
  )
  const values = people.flatMap((person): Cell[][] => ('value' in person ? [[name(person), person.value]] : []))
  return [
    ...table(caption, [column.member, column.criterion, say.weight], weights),
    ...table(caption, [column.member, column.value], values, { written: true }),
  ]
}

/** For people a row a person and option, criteria side by side as on the screen; for programs a row an answer. */
const ratings = (
  at: Source,
  { caption, rated, name }: { caption: string; rated: readonly Rated[]; name: (person: Person) => string },
): Block[] => {
  const { column, weighing: say } = at.words
  const { options = [], criteria = [] } = at.report.weighing ?? {}
  const isAsked = (criterion: CardId) =>
    rated.some(({ ratings: rows }) => Object.values(rows).some(row => Object.hasOwn(row, criterion)))
  const asked = criteria.filter(isAsked)
  const said = (rating: Rating | undefined): Cell =>
    rating === undefined ? null : typeof rating === 'number' ? rating : say.rating[rating]
  const each = rated.flatMap(person =>
    options.flatMap(option => {
      const row = person.ratings[option]
      return row === undefined ? [] : [{ person, option, row }]
    }),
  )
  return [
    ...table(
      caption,
      [column.member, column.option, ...asked.map(at.card)],
      each.map(({ person, option, row }) => [name(person), at.card(option), ...asked.map(one => said(row[one]))]),
      { for: 'people', written: true },
    ),
    ...table(
      caption,
      [column.member, column.option, column.criterion, say.answer],
      each.flatMap(({ person, option, row }) =>
        asked
          .filter(criterion => Object.hasOwn(row, criterion))
          .map(criterion => [name(person), at.card(option), at.card(criterion), said(row[criterion])]),
      ),
      { for: 'programs', written: true },
    ),
  ]
}
