import { describe, expect, test } from 'vitest'
import { putAway, setAnchor } from '../edit.ts'
import { type CardId, type MemberId, RoundId } from '../ids.ts'
import type { Member } from '../people.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, MANAGEMENT, member, people, post, processAfter, UNION, words } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { earlierRatings } from './earlier.ts'
import { releasedRatings } from './released.ts'
import type { Round } from './round.ts'
import { changesSince } from './subject.ts'
import { type Played, playRounds } from './testing.ts'

const { ana, max, fay } = people

const table = () => {
  const doc = emptyBoard()
  const option = (text: string) => post(doc, fay, { kind: 'option', text })
  const criterion = (text: string) => post(doc, fay, { kind: 'criterion', text })
  const [rota, pool] = [option('A rota drawn up each month'), option('Two floating teachers')]
  const [works, fair] = [criterion('Works on the worst day'), criterion('Fair')]
  return { doc, board: watchBoard(doc).view, rota, pool, works, fair, option }
}
type Table = ReturnType<typeof table>

const round = ({ rota, pool }: Table, name: string, criteria: readonly CardId[]): Played => {
  const id = RoundId.parse(name)
  const row = Object.fromEntries(criteria.map(criterion => [criterion, 'meets' as const]))
  const answer = { ratings: { [rota]: row, [pool]: row } }
  return [
    [fay, { type: 'round.open', round: id, kind: 'rating', anonymity: 'named', subject: { criteria: [...criteria] } }],
    ...[ana, max].map(who => [who, { type: 'round.submit', round: id, answer }] as const),
    [fay, { type: 'round.close', round: id }],
    ...[ana, max].map(who => [who, { type: 'round.release', round: id, spread: true }] as const),
  ]
}
const ruled = (more: readonly Member[] = []) =>
  processAfter(
    [
      [fay, { type: 'rules.propose', rules: NO_RULES }],
      [ana, { type: 'rules.accept', version: 1 }],
      [max, { type: 'rules.accept', version: 1 }],
    ],
    { members: [...Object.values(people), ...more] },
  )
const earlierOf = ({ board }: Table, process: ReturnType<typeof ruled>) => {
  const released = releasedRatings(process.rounds)
  return released && earlierRatings(released, board())
}

test('[N6] ratings of the table as it is are of no earlier one', () => {
  const at = table()
  const { process } = playRounds(ruled(), round(at, 'r1', [at.works, at.fair]), at.board)
  expect(earlierOf(at, process)).toEqual({ reworded: {}, gone: [], unasked: [], cells: [] })
})

test('[N6] what was reworded, put away or added since is told, with the answers that it concerns', () => {
  const at = table()
  const { process } = playRounds(ruled(), round(at, 'r1', [at.works, at.fair]), at.board)
  words(at.doc, at.rota).insert(0, 'Not ')
  putAway(at.doc, at.fair)
  const later = at.option('A list of retired teachers')
  expect(earlierOf(at, process)).toEqual({
    reworded: { [at.rota]: 'all' },
    gone: [at.fair],
    unasked: [later],
    cells: [at.works, at.fair].flatMap(criterion =>
      [UNION, MANAGEMENT].map(side => ({ option: at.rota, criterion, side })),
    ),
  })
})

test('[N7] who said what of a cell that was answered anew without names stands there no more', () => {
  const at = table()
  const crowd = ['Eva', 'Ivo', 'Oda', 'Ned', 'Liv'].map(name => member(name, { side: UNION }))
  const id = RoundId.parse('r2')
  const anew: Played = [
    [
      fay,
      { ...{ type: 'round.open', round: id, kind: 'rating', anonymity: 'none' }, subject: { criteria: [at.fair] } },
    ],
    ...[...crowd, max].map((who): Played[number] => [
      who,
      { type: 'round.submit', round: id, answer: { ratings: { [at.rota]: { [at.fair]: 'not' } } } },
    ]),
    [fay, { type: 'round.close', round: id }],
    ...[ana, max].map((who): Played[number] => [who, { type: 'round.release', round: id }]),
  ]
  const { process } = playRounds(ruled(crowd), [...round(at, 'r1', [at.works, at.fair]), ...anew], at.board)
  const of = (name: MemberId) => releasedRatings(process.rounds)?.people.find(({ member }) => member === name)?.ratings
  // Of the union "Fair" stands anew for one option; management, too few to be shown without names, stands as it stood.
  expect(of(ana.id)).toEqual({
    [at.rota]: { [at.works]: 'meets' },
    [at.pool]: { [at.works]: 'meets', [at.fair]: 'meets' },
  })
  expect(of(max.id)?.[at.rota]).toEqual({ [at.works]: 'meets', [at.fair]: 'meets' })
})

test('[N6] one criterion asked again after a change leaves the other answers of an earlier wording', () => {
  const at = table()
  const { process: first } = playRounds(ruled(), round(at, 'r1', [at.works, at.fair]), at.board)
  words(at.doc, at.rota).insert(0, 'Not ')
  const { process } = playRounds(first, round(at, 'r2', [at.fair]), at.board)
  expect(earlierOf(at, process)).toEqual({
    reworded: { [at.rota]: 'some' },
    gone: [],
    unasked: [],
    cells: [UNION, MANAGEMENT].map(side => ({ option: at.rota, criterion: at.works, side })),
  })
})

describe('[N6] the sentence that says when a criterion is met', () => {
  const anchored = () => {
    const at = table()
    setAnchor(at.doc, at.works, 'At most 10,000 a year')
    const { process } = playRounds(ruled(), round(at, 'r1', [at.works, at.fair]), at.board)
    return { at, process }
  }
  const subjectOf = (process: ReturnType<typeof ruled>) => (process.rounds.get(RoundId.parse('r1')) as Round).subject
  const ofWorks = (at: Table) =>
    [at.rota, at.pool].flatMap(option => [UNION, MANAGEMENT].map(side => ({ option, criterion: at.works, side })))

  test.each([
    ['is another', 'At most 1,000,000 a year'],
    ['is taken away', ''],
  ])('[N6] %s: what was answered was answered of another wording', (_what, anchor) => {
    const { at, process } = anchored()
    setAnchor(at.doc, at.works, anchor)
    expect(earlierOf(at, process)).toMatchObject({ reworded: { [at.works]: 'all' }, cells: ofWorks(at) })
    expect([...changesSince(subjectOf(process), at.board()).reworded]).toEqual([at.works])
  })

  test('[N6] is not compared with a round that did not keep it', () => {
    const { at, process } = anchored()
    const { options, criteria } = subjectOf(process)
    const subject = { options, criteria: criteria.map(({ id, wording }) => ({ id, wording })) }
    setAnchor(at.doc, at.works, 'At most 1,000,000 a year')
    expect([...changesSince(subject, at.board()).reworded]).toEqual([])
  })

  test('[N6] as it was leaves everything as it was', () => {
    const { at, process } = anchored()
    expect(earlierOf(at, process)).toEqual({ reworded: {}, gone: [], unasked: [], cells: [] })
  })
})
